"""The client with the real worker process."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reread.analyzers.text import Span
from reread.rag.index import pause
from reread.rag.index.location import index_folder
from reread.server.report.review import ReviewDocument, ReviewRequest
from reread.server.rpc import protocol
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError
from reread.server.settings import IndexSettings, Settings
from reread.server.worker.process import WorkerState
from tests.rag.conftest import SAMPLE, write


@pytest.mark.parametrize("command", [None], ids=["started"])
async def test_a_folder_is_indexed_searched_and_asked_for_context(worker, watched, sample):
    report = await worker.index(sample)
    assert report.indexed == len(SAMPLE)
    assert watched.progress[-1].done == len(SAMPLE)
    assert (await worker.status(sample)).complete
    assert (await worker.search(sample, "parse_money"))[0].name == "parse_money"
    text = SAMPLE["shop/invoice.py"]
    start = text.index("def total")
    pieces = await worker.context(sample, f"{sample}/shop/invoice.py", text, start, start + 9)
    assert "called by the change" in {piece.reason for piece in pieces}


async def test_single_files_are_indexed(worker, sample, tmp_path):
    await worker.index(sample)
    write(tmp_path / "workspace", {"shop/new.py": "def brand_new(): ...\n"})
    assert (await worker.index(sample, [f"{sample}/shop/new.py"])).indexed == 1
    assert (await worker.search(sample, "brand_new"))[0].path == "shop/new.py"


@pytest.mark.parametrize("command", [None], ids=["started"])
async def test_states_are_told_once_each(worker, watched):
    await worker.stop()
    await worker.stop()
    assert [state for state, _ in watched.states] == [WorkerState.STARTING, WorkerState.RUNNING, WorkerState.STOPPED]


async def test_starting_twice_starts_one_process(worker):
    first = worker.process_id
    await worker.start()
    assert worker.process_id == first


async def test_nothing_is_asked_of_a_worker_that_was_never_started(watched, sample):
    with pytest.raises(WorkerGoneError):
        await watched.worker.status(sample)


async def test_settings_reach_the_index(worker, sample):
    await worker.open_folder(sample, Settings(exclude=("shop/",), index=IndexSettings(exclude=("web/",))))
    await worker.index(sample)
    assert (await worker.status(sample)).files == len(
        [name for name in SAMPLE if not name.startswith(("shop/", "web/"))]
    )


async def test_an_index_that_is_switched_off_is_empty(worker, sample, cache):
    await worker.open_folder(sample, Settings(index=IndexSettings(enable=False)))
    assert (await worker.index(sample)).indexed == 0
    assert await worker.search(sample, "money") == []
    assert await worker.context(sample, f"{sample}/shop/tax.py", "x", 0, 1) == []
    assert (await worker.status(sample)).directory == ""
    assert not (cache / "index").exists()


async def test_a_folder_that_is_not_open_is_an_error_of_that_request_alone(worker, sample):
    with pytest.raises(RequestFailedError, match="not open") as raised:
        await worker.search("/elsewhere", "x")
    assert raised.value.actionable
    assert (await worker.status(sample)).folder == sample


async def test_a_closed_folder_can_be_opened_by_others(worker, sample):
    await worker.index(sample)
    await worker.close_folder(sample)
    other = index_folder(sample)
    assert "unclean" not in await asyncio.to_thread(os.listdir, other)


async def test_where_no_index_can_be_kept_the_request_says_so(worker, sample, cache):
    (cache / "index").write_text("in the way")
    with pytest.raises(RequestFailedError, match="REREAD_CACHE_DIR") as raised:
        await worker.index(sample)
    assert raised.value.actionable


@pytest.mark.parametrize(("method", "params", "code"), [("nonsense", None, -32601), ("index", {"folder": 1}, -32602)])
async def test_bad_requests_fail_alone(worker, sample, method, params, code):
    with pytest.raises(RequestFailedError) as raised:
        await worker._ask(method, params, object)
    assert raised.value.code == code
    assert not raised.value.actionable
    await worker.status(sample)


@pytest.mark.slow
async def test_cancelling_an_index_run_stops_it_in_the_worker(worker, watched, sample, tmp_path):
    write(tmp_path / "workspace", {f"m{number}.py": f"def f{number}(): return g()\n" * 5 for number in range(1_500)})
    task = asyncio.create_task(worker.index(sample))
    await watched.until_progress()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    status = await worker.status(sample)
    assert not status.complete
    assert status.files < 1_500
    assert (await worker.index(sample)).indexed > 0
    assert (await worker.status(sample)).files == 1_500 + len(SAMPLE)


@pytest.mark.slow
async def test_lookups_do_not_wait_for_indexing(worker, watched, sample, tmp_path):
    write(tmp_path / "workspace", {f"m{number}.py": f"def f{number}(): return g()\n" * 5 for number in range(1_500)})
    task = asyncio.create_task(worker.index(sample))
    await watched.until_progress()
    assert await worker.search(sample, "f")
    assert not task.done()
    await task


async def test_a_review_without_a_model_says_what_is_missing(worker, sample):
    document = ReviewDocument("file:///a.py", f"{sample}/a.py", "a.py", "python", "def f():\n    return 1\n")
    outcome = await worker.review(ReviewRequest(sample, (document,)), lambda *_: None, lambda *_: None)
    assert not outcome.complete
    assert outcome.problems


@pytest.mark.parametrize("command", [None], ids=["started"])
@pytest.mark.slow
async def test_a_worker_that_dies_is_restarted_with_its_folders(worker, watched, sample):
    await worker.index(sample)
    os.kill(worker.process_id, signal.SIGKILL)
    message = await watched.until(WorkerState.RESTARTING)
    assert "being restarted" in message
    await watched.until(WorkerState.RUNNING, 2)
    assert (await worker.search(sample, "parse_money"))[0].name == "parse_money"


@pytest.mark.slow
@pytest.mark.parametrize("command", [None], ids=["started"])
async def test_requests_under_way_fail_when_the_worker_dies(worker, watched, sample, tmp_path):
    write(tmp_path / "workspace", {f"m{number}.py": f"def f{number}(): return g()\n" * 5 for number in range(1_500)})
    task = asyncio.create_task(worker.index(sample))
    await watched.until_progress()
    os.kill(worker.process_id, signal.SIGKILL)
    with pytest.raises(WorkerGoneError, match="ended"):
        await task
    with pytest.raises(WorkerGoneError, match="restarting"):
        await worker.status(sample)


@pytest.mark.slow
@pytest.mark.parametrize("command", [None], ids=["started"])
async def test_it_ends_by_itself_with_work_running_when_it_is_stopped(worker, watched, sample, tmp_path):
    write(tmp_path / "workspace", {f"m{number}.py": f"def f{number}(): return g()\n" * 5 for number in range(1_500)})
    task = asyncio.create_task(worker.index(sample))
    await watched.until_progress()
    process = worker._process._process
    await worker.stop(timeout=120)
    with pytest.raises(WorkerGoneError):
        await task
    assert process.returncode == 0, "it need not be killed"
    assert watched.progress[-1].done < 1_500, "it does not wait for its work"


def parent_script(sample, cache):
    return f"""
import asyncio, os, sys
os.environ["REREAD_CACHE_DIR"] = {str(cache)!r}
from reread.server.settings import Settings
from reread.server.worker.client import Worker
async def main():
    worker = Worker(on_progress=lambda p: None, on_state=lambda s, m: None)
    await worker.start()
    await worker.open_folder({sample!r}, Settings())
    await worker.status({sample!r})
    print(worker.process_id, flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


@pytest.mark.slow
def test_the_worker_ends_when_its_parent_is_killed(sample, cache):
    command = [sys.executable, "-c", parent_script(sample, cache)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        # Readable when the process has ended.
        worker = os.pidfd_open(int(parent.stdout.readline()))
        assert select.select([worker], [], [], 0)[0] == []
        parent.kill()
    assert select.select([worker], [], [], 120)[0] == [worker]
    os.close(worker)


@pytest.mark.slow
async def test_each_folder_has_an_index_of_its_own(worker, sample):
    """Also one that lies in another; with other settings, or paused."""
    inner = f"{sample}/shop"
    await worker.open_folder(inner, Settings(index=IndexSettings(exclude=("mail.py",))))
    reports = await asyncio.gather(worker.index(sample), worker.index(inner))
    assert [report.indexed for report in reports] == [len(SAMPLE), 4]
    assert (await worker.search(sample, "parse_money"))[0].path == "shop/money.py"
    assert (await worker.search(inner, "parse_money"))[0].path == "money.py"
    pause.pause(inner)
    write(Path(sample), {"shop/new.py": "def brand_new(): ...\n"})
    reports = [await worker.index(folder, [f"{inner}/new.py"]) for folder in (sample, inner)]
    assert [report.paused for report in reports] == [False, True]
    await worker.close_folder(inner)
    assert (await worker.search(sample, "brand_new"))[0].path == "shop/new.py"


async def test_two_editors_on_one_folder(worker, watched, sample, command):
    from tests.server.worker.conftest import Watched

    await worker.index(sample)
    other = Watched(command)
    await other.worker.start()
    await other.worker.open_folder(sample, Settings())
    assert (await other.worker.index(sample)).read_only
    assert (await other.worker.search(sample, "parse_money"))[0].name == "parse_money"
    await worker.stop()
    assert not (await other.worker.index(sample)).read_only
    await other.worker.stop()


@pytest.mark.slow
async def test_the_worker_does_not_read_modules_of_the_current_folder(sample, tmp_path, monkeypatch):
    from tests.server.worker.conftest import Watched

    write(
        tmp_path / "trap",
        {"msgspec.py": "raise SystemExit(9)", "reread/__init__.py": "raise SystemExit(9)", ".env": "\xff"},
    )
    monkeypatch.chdir(tmp_path / "trap")
    watched = Watched()
    await watched.worker.start()
    await watched.worker.open_folder(sample, Settings())
    assert (await watched.worker.index(sample)).indexed == len(SAMPLE)
    await watched.worker.stop()


def test_the_client_imports_nothing_heavy():
    script = "import sys, reread.server.worker.client; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"chromadb", "numpy", "openai", "anthropic", "pydantic", "sqlite3"} & set(modules)


def test_spans_are_tuples_on_the_pipe():
    assert bytes(protocol.encode(Span(1, 2))) == b"[1,2]"
