"""Commands, with the arguments that different editors give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.file_lock import FileLock
from reread.analyzers.shown.plain import plain
from reread.rag.index.location import index_folder
from reread.server.lsp.analysis import clearing
from reread.server.lsp.features import commands
from tests.server.lsp.editor import CAPABILITIES, Editor, range_

URI = "file:///work/a.py"


async def opened(editor: Editor, text: str = "x = bad\n", **client: Any) -> str:
    """A document with findings; the fingerprint of the first."""
    await editor.start("file:///work", capabilities={**CAPABILITIES, **client})
    editor.open(URI, text)
    found = await editor.diagnostics(URI, 1)
    fingerprint: str = found[0]["data"]["fingerprint"] if found else ""
    return fingerprint


def content(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def is_there(path: Path) -> bool:
    return path.exists()


async def run(editor: Editor, command: str, *arguments: Any) -> Any:
    return await editor.request("workspace/executeCommand", {"command": command, "arguments": list(arguments)})


@pytest.mark.parametrize(
    "argument",
    [
        "bad-word",
        {"rule": "bad-word"},
        {"uri": URI, "fingerprint": "THIS", "rule": "bad-word"},
        {"uri": URI, "fingerprint": "gone", "rule": "bad-word"},
        {"uri": URI, "range": range_((0, 5), (0, 5))},
    ],
)
async def test_explain_finds_what_is_meant_and_opens_its_page(editor: Editor, argument: Any) -> None:
    fingerprint = await opened(editor)
    if isinstance(argument, dict) and argument.get("fingerprint") == "THIS":
        argument = {**argument, "fingerprint": fingerprint}
    page = await run(editor, "reread.explain", argument)
    assert page.startswith("# bad-word\n") and "A bad word makes *everything* worse." in page
    shown = await editor.until(lambda message: message.get("method") == "window/showDocument")
    path = Path(shown["params"]["uri"].removeprefix("file://"))
    assert path.name == "bad-word.md" and content(path) == page


@pytest.mark.parametrize("argument", [None, "", {}, {"uri": URI, "range": range_((0, 0), (0, 0))}, 5, []])
async def test_explain_without_a_finding_asks_which(editor: Editor, argument: Any) -> None:
    await opened(editor)
    assert await run(editor, "reread.explain", argument) is None
    assert editor.messages == ["Reread: no finding here; place the cursor on a finding and try again"]


async def test_explain_of_an_unknown_rule_names_it(editor: Editor) -> None:
    await opened(editor)
    assert await run(editor, "reread.explain", "no-such-rule") is None
    assert "no-such-rule" in editor.messages[0]


async def test_a_page_that_cannot_be_opened_is_a_message(editor: Editor) -> None:
    await opened(editor, window={})
    page = await run(editor, "reread.explain", "bad-word")
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert editor.messages == [f"Reread: {plain(page).strip()}"]


async def test_a_page_that_the_editor_fails_to_open_is_a_message(editor: Editor) -> None:
    editor.answers["window/showDocument"] = lambda _: {"success": False}
    await opened(editor)
    page = await run(editor, "reread.explain", "bad-word")
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert editor.messages == [f"Reread: {plain(page).strip()}"]


async def test_a_page_that_cannot_be_written_is_a_message(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(type(editor.server.pages), "directory", str(tmp_path / "missing"))
    await opened(editor)
    page = await run(editor, "reread.explain", "bad-word")
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert editor.messages == [f"Reread: {plain(page).strip()}"]


@pytest.mark.parametrize("command", ["reread.reviewFile", "reread.reviewSelection"])
async def test_a_review_needs_a_document(editor: Editor, command: str) -> None:
    await editor.start("file:///work")
    await run(editor, command)
    assert len(editor.messages) == 1


async def test_a_review_of_changes_needs_a_folder(editor: Editor) -> None:
    await editor.start()
    await run(editor, "reread.reviewChanges")
    assert editor.messages == ["Reread: open a folder to review its changes"]


async def test_a_selection_without_a_range_is_asked_for(editor: Editor) -> None:
    await opened(editor)
    await run(editor, "reread.reviewSelection", URI)
    assert editor.messages == ["Reread: select the code to review"]


async def test_a_command_without_arguments_means_the_document_that_was_touched_last(editor: Editor) -> None:
    editor.settings.update(run="manual", review={"enable": False})
    await editor.start()
    await editor.server.configuration._task
    editor.open("file:///work/other.py", "bad\n")
    editor.open(URI, "bad\n")
    editor.change("file:///work/other.py", 2, (0, 0), (0, 0), "x = ")
    await run(editor, "reread.reviewFile")
    assert len(await editor.diagnostics("file:///work/other.py", 2)) == 1
    assert URI not in editor.published


async def test_debug_information_has_no_secrets_and_names_the_folders(editor: Editor) -> None:
    await opened(editor)
    text = await run(editor, "reread.printDebugInformation")
    assert "folder /work: 1 rules" in text and "worker: not started" in text
    assert [sent for sent in editor.sent if sent.get("method") == "window/logMessage"]


async def test_clearing_the_cache_keeps_the_index(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path))
    index, answers = Path(index_folder("/work")), tmp_path / "responses"
    for folder in (index, answers):
        folder.mkdir(parents=True)
    await opened(editor)
    await run(editor, "reread.clearCache")
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert editor.messages == ["Reread: the cached model answers were deleted; the index was kept"]
    assert is_there(index) and not is_there(answers)


async def test_rebuilding_deletes_the_index_alone(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("REREAD_CACHE_DIR", str(cache))
    index, answers = Path(index_folder("/work")), cache / "responses"
    for folder in (index, answers):
        folder.mkdir(parents=True)
        (folder / "data").write_text("x")
    await opened(editor)
    await run(editor, "reread.rebuildIndex")
    await editor.until(lambda message: message.get("method") == "window/showMessage")
    assert editor.messages == ["Reread: the index was deleted and is being rebuilt"]
    assert not is_there(index) and is_there(answers)


def test_an_index_that_another_program_writes_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path))
    index = Path(index_folder("/work"))
    index.mkdir(parents=True)
    lock = FileLock(str(index / "lock"))
    assert lock.acquire()
    assert clearing.clear_indexes(["/work"]) == ["the index of /work was not deleted: it is in use by another program"]
    lock.release()
    assert clearing.clear_indexes(["/work"]) == []
    assert clearing.clear_indexes(["/work"]) == [], "there is nothing left to delete"


PLACE = {"uri": URI, "range": range_((0, 5), (0, 5))}


@pytest.mark.parametrize("arguments", [(), (None,), (PLACE,), (URI,), ([PLACE],), (5,), (PLACE, "other reason", 3)])
@pytest.mark.parametrize("command", sorted({*commands.COMMANDS, *commands.FOLLOWING_COMMANDS}))
async def test_no_command_fails_over_what_an_editor_passes_to_it(
    editor: Editor, command: str, arguments: tuple[Any, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some pass the place under the cursor to every command."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path))
    await opened(editor)
    try:
        await run(editor, command, *arguments)
    except Exception as error:
        # A request that is not understood is refused in words, which is no fault of the server's.
        assert "Error: " not in str(error) and "-32603" not in str(error)
