"""A command that is run: what it said, and that nothing of it is left."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from reread.server.verification.running import MARK, NotStartedError, end_marked, located, run

PATH = os.environ.get("PATH", os.defpath)


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"PATH": PATH, MARK: str(tmp_path / "copy")}


async def test_it_says_how_it_ended_and_what_it_wrote(tmp_path, environment):
    ran = await run(python("import sys; print('out'); sys.exit('wrong')"), str(tmp_path), environment, 60)
    assert (ran.code, ran.passed) == (1, False)
    assert sorted(ran.output.split()) == ["out", "wrong"]


async def test_it_runs_in_the_folder_with_these_variables_and_no_input(tmp_path, environment):
    code = "import os, sys; print(os.getcwd()); print(sys.stdin.read()); print('HOME' in os.environ)"
    ran = await run(python(code), str(tmp_path), environment, 60)
    assert ran.output.split() == [str(tmp_path.resolve()), "False"]


async def test_of_a_long_output_the_beginning_and_the_end_are_kept(tmp_path, environment):
    ran = await run(python("print('begin'); print('x' * 5_000_000); print('end')"), str(tmp_path), environment, 60)
    assert ran.passed
    assert ran.output.startswith("begin") and ran.output.endswith("end\n") and "\n...\n" in ran.output
    assert len(ran.output) < 10_000


async def test_after_its_time_it_is_killed_with_all_that_it_started(tmp_path, environment):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = f"import time; open({str(pipe)!r}, 'w').write('x'); time.sleep(600)"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(600)"
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    ran = await run(python(code), str(tmp_path), environment, 1)
    assert ran.code is None
    await until_no_writer(reading)


async def test_cancelling_kills_it_with_all_that_it_started_also_what_left_its_group(tmp_path, environment):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = f"import os, time; os.setsid(); open({str(pipe)!r}, 'w').write('x'); time.sleep(600)"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(600)"
    task = asyncio.ensure_future(run(python(code), str(tmp_path), environment, 600))
    # Opened as soon as the process that is to be killed has opened its end.
    with await asyncio.to_thread(pipe.open, "rb") as reading:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        # The end of the pipe comes when its last writer is gone.
        await asyncio.to_thread(reading.read)


async def test_cancelling_again_and_again_waits_for_its_end_all_the_same(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code = f"import os, time; open({str(pipe)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    task = asyncio.ensure_future(run(python(code), str(tmp_path), {"PATH": PATH}, 600))
    process = int(await asyncio.to_thread(pipe.read_text))
    while not task.done():
        task.cancel()
        await asyncio.sleep(0)
    assert task.cancelled()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_what_is_left_running_when_it_ends_is_killed(tmp_path, environment):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    child = f"import time; open({str(pipe)!r}, 'w').write('x'); time.sleep(600)"
    code = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {child!r}])"
    ran = await run(python(code), str(tmp_path), environment, 60)
    assert ran.passed
    await until_no_writer(reading)


async def until_no_writer(descriptor: int) -> None:
    """The end of a pipe comes when its last writer is gone, which was killed but may not have ended yet."""
    os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "rb") as reading:
        await asyncio.to_thread(reading.read)


async def test_a_program_that_is_missing_is_told(tmp_path, environment):
    with pytest.raises(NotStartedError, match="is not installed"):
        await run(["no-such-linter"], str(tmp_path), environment, 60)
    with pytest.raises(NotStartedError, match="is not there"):
        await run(["./tools/lint"], str(tmp_path), environment, 60)


async def test_a_program_that_cannot_be_started_is_told(tmp_path, environment):
    broken = tmp_path / "broken"
    broken.write_text("#!/no/such/interpreter\n")
    broken.chmod(0o755)
    with pytest.raises(NotStartedError, match="cannot be started"):
        await run([str(broken)], str(tmp_path), environment, 60)


def test_no_program_of_the_workspace_stands_in_for_one_of_path(tmp_path, environment, monkeypatch):
    planted = tmp_path / "ruff"
    planted.write_text("#!/bin/sh\n")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotStartedError):
        located("ruff", str(tmp_path), {"PATH": f".{os.pathsep}{os.pathsep}/nowhere"})
    assert located("./ruff", str(tmp_path), environment) == str(planted)


def test_without_a_mark_nothing_is_ended():
    end_marked("")
