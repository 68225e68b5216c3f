"""The project's own tools as judges of a fix, with tools that are small programs in Python."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from reread.analyzers.review.settings import VerifyCommand
from reread.server.verification.environment import environment
from reread.server.verification.running import run
from reread.server.verification.tools import arguments_of, commands_for, matching, name_of, plans
from tests.server.verification.conftest import everything, python, tools_of

LINT = (
    "import sys; bad = [name for name in sys.argv[1:] if 'bad' in open(name).read()]; print(*bad); sys.exit(bool(bad))"
)
"""Says which of the files have the word `bad`."""

FIXED = {"a.py": "first = bad\n", "lib/b.py": "second = good\n"}
GOOD = {"a.py": "first = good\n"}


async def objection(tools, fixed=FIXED):
    try:
        return await tools.objection(fixed, lambda line: None)
    finally:
        await tools.close()


async def test_a_tool_that_fails_only_with_the_fix_objects(workspace, places):
    tools = tools_of(workspace, python(LINT, "{files}"))
    found = await objection(tools)
    assert found.reason.endswith("fails with it")
    assert found.output == "a.py\n"
    assert tools.notes == {}
    assert list(places.iterdir()) == []


async def test_a_tool_that_passes_says_nothing(workspace):
    tools = tools_of(workspace, python(LINT, "{files}"))
    assert (await objection(tools, GOOD), tools.notes) == (None, {})


async def test_a_tool_that_fails_without_the_fix_too_is_no_judge(workspace):
    tools = tools_of(workspace, python("raise SystemExit(1)"))
    assert await tools.objection(FIXED, lambda line: None) is None
    assert await objection(tools) is None
    [note] = tools.notes
    assert note.endswith("fails without a fix too, so it says nothing about one")


async def test_one_tool_after_the_other_until_one_objects(workspace):
    reported: list[str] = []
    tools = tools_of(
        workspace,
        python("pass", "one"),
        python("import sys; sys.exit('good' in open('lib/b.py').read())", "two"),
        python("open('never', 'w')", "three"),
    )
    found = await tools.objection(FIXED, reported.append)
    await tools.close()
    assert "two" in found.reason
    assert [line.rsplit(maxsplit=1)[1] for line in reported] == ["one`", "two`"]


async def test_a_tool_runs_for_the_files_that_it_is_for(workspace):
    tools = tools_of(workspace, python(LINT, "{files}", files=("*.go", "lib/*.py")))
    assert await tools.objection(FIXED, lambda line: None) is None
    assert (await objection(tools, {"lib/b.py": "bad"})).output == f"{os.path.join('lib', 'b.py')}\n"
    assert matching(VerifyCommand(command=("x",), folders=("/",)), FIXED) == ["a.py", "lib/b.py"]


async def test_before_and_after_are_the_texts_under_review(workspace):
    """What an editor has not saved counts, in files with the fix and in others."""
    unsaved = {"lib/b.py": "second = unsaved\n"}
    tools = tools_of(
        workspace,
        python("print(open('lib/b.py').read(), open('a.py').read()); raise SystemExit('bad' in open('a.py').read())"),
        texts=unsaved,
    )
    found = await objection(tools, {"a.py": "bad\n"})
    assert found.output == "second = unsaved\n bad\n\n"


async def test_what_is_ignored_is_not_shown_to_tools_though_it_is_open(workspace):
    code = "import os, sys; print(os.path.exists('private.txt')); sys.exit('bad' in open('a.py').read())"
    tools = tools_of(workspace, python(code), texts={"private.txt": "open in an editor"})
    assert (await objection(tools)).output == "False\n"


async def test_what_a_tool_writes_leaves_the_workspace_and_the_next_try_untouched(workspace, places):
    before = everything(workspace)
    ruin = "import pathlib, sys; [path.write_text('bad') for path in pathlib.Path().rglob('*.py')]; " + LINT
    tools = tools_of(workspace, python(ruin), python(LINT, "{files}"))
    assert await tools.objection(GOOD, lambda line: None) is None
    assert await objection(tools, GOOD) is None
    assert everything(workspace) == before
    assert list(places.iterdir()) == []


async def test_a_tool_that_is_missing_is_one_line(workspace):
    command = {"command": ("no-such-linter", "--strict", "{files}"), "folders": ("/",)}
    tools = tools_of(workspace, command, python(LINT, "{files}"))
    assert (await objection(tools)).output == "a.py\n", "the others go on"
    assert list(tools.notes) == [
        "`no-such-linter --strict` is not installed, so it does not verify fixes (review.verify)"
    ]


async def test_a_tool_that_does_not_end_with_the_fix_objects(workspace, monkeypatch):
    async def run_without_hurry(arguments, folder, *others):
        """Only with the fix is there a limit: without it the tool ends, be the machine as busy as it may."""
        with_the_fix = "bad" in await asyncio.to_thread(Path(folder, "a.py").read_text)
        return await run(arguments, folder, *others[:-1], others[-1] if with_the_fix else 600)

    monkeypatch.setattr("reread.server.verification.tools.run", run_without_hurry)
    code = "import time\nwhile 'bad' in open('a.py').read(): time.sleep(0.01)"
    found = await objection(tools_of(workspace, python(code, timeout=1)))
    assert found.reason.endswith("does not end within 1 s with it")


async def test_a_tool_that_never_ends_is_no_judge(workspace):
    tools = tools_of(workspace, python("import time; time.sleep(600)", timeout=0.2))
    assert await objection(tools) is None
    assert "fails without a fix too" in next(iter(tools.notes))


async def test_cancelling_ends_the_tool_and_removes_the_copy(workspace, places, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    tools = tools_of(workspace, python(f"import time; f = open({str(pipe)!r}, 'w'); time.sleep(600)", timeout=600))
    task = asyncio.ensure_future(objection(tools))
    # Opened as soon as the tool has opened its end; ended when the tool is gone.
    with await asyncio.to_thread(pipe.open, "rb") as reading:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.to_thread(reading.read)
    assert list(places.iterdir()) == []


async def test_a_workspace_that_cannot_be_copied_is_one_line(workspace, monkeypatch):
    monkeypatch.setattr("reread.server.verification.copies.MOST_FILES", 1)
    tools = tools_of(workspace, python(LINT, "{files}"))
    assert await objection(tools) is None
    [note] = tools.notes
    assert note.startswith("fixes are not tried with ") and note.endswith(": the workspace has more than 1 files")


async def test_a_copy_that_cannot_be_written_any_more_is_one_line(workspace, monkeypatch):
    def full(self, texts):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reread.server.verification.copies.Copy.write", full)
    tools = tools_of(workspace, python(LINT, "{files}"))
    assert await objection(tools) is None
    assert next(iter(tools.notes)).endswith(": [Errno 28] No space left on device")


async def test_where_the_copy_is_is_not_reported(workspace, tmp_path):
    code = "import os, sys; print(os.path.abspath('a.py'), os.getcwd()); sys.exit('bad' in open('a.py').read())"
    assert (await objection(tools_of(workspace, python(code)))).output == "a.py .\n"


async def test_no_key_and_no_secret_is_in_its_environment(workspace, monkeypatch):
    for name, value in SECRET.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HARMLESS", "yes")
    code = "import os, sys; print(*sorted(os.environ)); sys.exit('bad' in open('a.py').read())"
    seen = set((await objection(tools_of(workspace, python(code)))).output.split())
    assert not seen & SECRET.keys()
    assert {"HARMLESS", "PATH", "TMPDIR"} <= seen


SECRET = {
    "OPENAI_API_KEY": "sk-1",
    "ANTHROPIC_API_KEY": "k",
    "ANTHROPIC_BASE_URL": "http://gateway",
    "OLLAMA_HOST": "somewhere",
    "REREAD_CONSENT": "1",
    "GITHUB_TOKEN": "ghp_" + "a1B2" * 9,
    "DATABASE_PASSWORD": "hunter22",
    "SERVICE": "https://user:hunter22x@example.com/",
}


def test_variables_that_the_settings_name_for_keys_are_not_passed_on():
    outside = {"GATEWAY": "x", "PATH": "/bin", "GIT_DIR": "/w/.git"}
    assert environment(outside, "/c/1", "/c/1/t", ["GATEWAY"]).keys() & outside.keys() == {"PATH"}


def test_a_command_runs_only_in_the_folders_that_it_names(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "work" / "shop").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "work")
    shop = str(tmp_path / "work" / "shop")
    for place, runs in (("~/work", True), ("~/link/shop", True), (shop, True), ("~/workshop", False), ("work", False)):
        command = VerifyCommand(command=("x",), folders=(place,))
        assert (commands_for(shop, [command]) == (command,)) is runs, place
    assert [plan.here for plan in plans("", [VerifyCommand(command=("x",), folders=("/",))])] == [False]


def test_names_of_files_are_never_options():
    command = VerifyCommand(command=("lint", "--in", "{workspace}/x", "{files}"), folders=("/",))
    assert arguments_of(command, ["-rf", "a b.py"], "/w") == ("lint", "--in", "/w/x", "./-rf", "a b.py")
    assert name_of(command) == "`lint --in '{workspace}/x'`"


def test_without_commands_there_are_no_tools(workspace: Path):
    assert not tools_of(workspace)
    assert not tools_of(workspace, {"command": (sys.executable,), "folders": ("/nowhere",)})
