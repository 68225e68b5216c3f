"""Documents that are opened, edited and closed: the diagnostics follow, each with the version it is about."""

from __future__ import annotations

import asyncio
import random
import re

import pytest

from reread.server.lsp.documents import session
from tests.server.lsp.conftest import WordEngine
from tests.server.lsp.editor import CAPABILITIES, Editor

URI = "file:///work/a.py"


def places(diagnostics: list[dict]) -> list[tuple[int, int, int, int]]:
    return [
        (*diagnostic["range"]["start"].values(), *diagnostic["range"]["end"].values()) for diagnostic in diagnostics
    ]


async def test_opening_a_document_publishes_its_findings_with_its_version(editor: Editor) -> None:
    await editor.start("file:///work")
    editor.open(URI, "x = 1\nbad = 2\n", version=7)
    (diagnostic,) = await editor.diagnostics(URI, 7)
    assert diagnostic["range"] == {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 3}}
    assert (diagnostic["source"], diagnostic["code"], diagnostic["severity"]) == ("Reread", "bad-word", 2)
    assert diagnostic["message"] == "Bad word: bad"


async def test_an_edit_moves_adds_and_removes_diagnostics(editor: Editor) -> None:
    await editor.start("file:///work")
    editor.open(URI, "bad = 1\n")
    await editor.diagnostics(URI, 1)
    editor.change(URI, 2, (0, 0), (0, 0), "# new\n")
    assert places(await editor.diagnostics(URI, 2)) == [(1, 0, 1, 3)]
    editor.change(URI, 3, (0, 0), (0, 5), "bad")
    assert places(await editor.diagnostics(URI, 3)) == [(0, 0, 0, 3), (1, 0, 1, 3)]
    editor.change(URI, 4, (0, 0), (1, 3), "fine")
    assert await editor.diagnostics(URI, 4) == []


async def test_several_changes_in_one_message_apply_one_after_the_other(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "a\nb\n")
    await editor.diagnostics(URI, 1)
    first = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}, "text": "bad\nbad"}
    second = {"range": {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 0}}, "text": "very = "}
    editor.edit(URI, 2, [first, second])
    assert places(await editor.diagnostics(URI, 2)) == [(0, 0, 0, 3), (1, 7, 1, 10)]


async def test_a_whole_new_text_is_a_change_too(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "x = 1\n")
    await editor.diagnostics(URI, 1)
    editor.edit(URI, 2, [{"text": "x = 1\nbad = 2\n"}])
    assert places(await editor.diagnostics(URI, 2)) == [(1, 0, 1, 3)]


async def test_a_burst_of_edits_costs_one_analysis_and_only_the_last_is_published(
    editor: Editor, engine: WordEngine
) -> None:
    await editor.start()
    editor.open(URI, "")
    await editor.diagnostics(URI, 1)
    for number, letter in enumerate("bad = 1"):
        editor.change(URI, number + 2, (0, number), (0, number), letter)
    assert places(await editor.diagnostics(URI, 8)) == [(0, 0, 0, 3)]
    assert engine.rechecks == 1
    assert [published["version"] for published in editor.published[URI]] == [1, 8]


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 4 + 3 + 3), ("utf-16", 2 + 3 + 1), ("utf-32", 1 + 3 + 1)])
async def test_columns_are_in_the_units_that_were_agreed(editor: Editor, encoding: str, column: int) -> None:
    result = await editor.start(capabilities={**CAPABILITIES, "general": {"positionEncodings": [encoding]}})
    assert result["capabilities"]["positionEncoding"] == encoding
    editor.open(URI, "🙂 = 漢;bad\n")
    found = await editor.diagnostics(URI, 1)
    assert places(found) == [(0, column + 1, 0, column + 4)]


async def test_an_edit_after_an_emoji_lands_where_the_client_means(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "'🙂🙂' or x\n")
    await editor.diagnostics(URI, 1)
    editor.change(URI, 2, (0, 10), (0, 11), "bad")
    assert places(await editor.diagnostics(URI, 2)) == [(0, 10, 0, 13)]
    assert editor.server.session.document(URI).document.text == "'🙂🙂' or bad\n"


async def test_closing_takes_the_diagnostics_away(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    editor.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert editor.published[URI][-1]["diagnostics"] == []
    assert "version" not in editor.published[URI][-1]


def close(editor: Editor, uri: str) -> int:
    """Close a document; the number of messages before."""
    before = len(editor.sent)
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    return before


async def test_a_document_that_two_windows_opened_is_open_until_both_have_closed_it(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "bad")
    await editor.diagnostics(URI, 1)
    editor.open(URI, "bad bad", version=2)
    await editor.diagnostics(URI, 2)
    assert close(editor, URI) == len(editor.sent)
    editor.change(URI, 3, (0, 0), (0, 0), "worse ")
    assert len(await editor.diagnostics(URI, 3)) == 3
    before = close(editor, URI)
    assert [message["params"]["diagnostics"] for message in editor.sent[before:]] == [[]]
    assert editor.server.session.documents == {}


async def test_each_spelling_of_a_uri_has_a_text_of_its_own_and_the_one_typed_in_counts(editor: Editor) -> None:
    other = URI.replace("a.py", "%61.py")
    await editor.start()
    editor.open(URI, "bad")
    await editor.diagnostics(URI, 1)
    editor.open(other, "bad bad")
    await editor.diagnostics(other, 1)
    editor.change(URI, 2, (0, 0), (0, 0), "worse ")
    assert len(await editor.diagnostics(URI, 2)) == 2
    editor.change(other, 2, (0, 0), (0, 0), "worse ")
    assert len(await editor.diagnostics(other, 2)) == 3


@pytest.mark.parametrize("closes_last", [True, False])
async def test_closing_one_spelling_leaves_the_findings_of_the_other(editor: Editor, closes_last: bool) -> None:
    other = URI.replace("a.py", "%61.py")
    await editor.start()
    for uri in (URI, other):
        editor.open(uri, "bad")
        await editor.diagnostics(uri, 1)
    closed, left = (other, URI) if closes_last else (URI, other)
    before = close(editor, closed)
    assert [message["params"]["uri"] for message in editor.sent[before:]] == [closed]
    editor.change(left, 2, (0, 0), (0, 0), "worse ")
    assert len(await editor.diagnostics(left, 2)) == 2
    close(editor, left)
    assert editor.published[left][-1]["diagnostics"] == []


async def test_documents_that_are_opened_and_never_closed_are_not_all_kept(editor: Editor) -> None:
    await editor.start()
    for version in range(session.MOST_BEHIND + 5):
        editor.open(URI, "bad", version=version)
    assert len(editor.server.session.documents[URI].behind) == session.MOST_BEHIND


async def test_a_document_that_is_closed_while_it_is_analysed_is_not_published_again(editor: Editor) -> None:
    await editor.start()
    editor.open(URI, "bad\n")
    editor.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    editor.open("file:///work/other.py", "bad\n")
    await editor.diagnostics("file:///work/other.py", 1)
    assert [published["diagnostics"] for published in editor.published[URI]] == [[]]


async def test_a_change_of_a_document_that_is_not_open_is_ignored(editor: Editor) -> None:
    await editor.start()
    editor.change(URI, 2, (0, 0), (0, 0), "bad")
    editor.open(URI, "x\n", version=3)
    assert await editor.diagnostics(URI, 3) == []


async def test_an_unknown_language_gets_an_empty_list(editor: Editor) -> None:
    await editor.start()
    editor.open("file:///work/a.unknown", "bad\n", language="klingon")
    assert await editor.diagnostics("file:///work/a.unknown", 1) == []


async def test_a_document_that_is_too_large_gets_one_note(editor: Editor) -> None:
    editor.settings["maxFileSize"] = 20
    await editor.start()
    editor.open(URI, "bad = 1\n" * 3)
    (note,) = await editor.diagnostics(URI, 1)
    assert (note["code"], note["severity"]) == ("file-too-large", 3)
    assert "reread.maxFileSize" in note["message"]
    editor.change(URI, 2, (1, 0), (3, 0), "")
    assert [found["code"] for found in await editor.diagnostics(URI, 2)] == ["bad-word"]


async def test_the_size_limit_counts_bytes(editor: Editor) -> None:
    editor.settings["maxFileSize"] = 12
    await editor.start()
    editor.open(URI, "'漢漢漢' ;bad\n")
    assert [found["code"] for found in await editor.diagnostics(URI, 1)] == ["file-too-large"]


async def test_rules_can_wait_for_a_save(editor: Editor) -> None:
    editor.settings["run"] = "on-save"
    await editor.start()
    editor.open(URI, "bad\nbad\n")
    assert len(await editor.diagnostics(URI, 1)) == 2
    editor.change(URI, 2, (0, 0), (0, 3), "bad bad")
    assert places(await editor.diagnostics(URI, 2)) == [(1, 0, 1, 3)], "touched findings vanish, new ones wait"
    editor.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
    await editor.until(lambda message: len(message.get("params", {}).get("diagnostics", ())) == 3)


async def test_a_saved_file_with_errors_is_analysed_from_scratch(editor: Editor, engine: WordEngine) -> None:
    await editor.start()
    editor.open(URI, "bad (\n")
    await editor.diagnostics(URI, 1)
    opened = editor.server.session.document(URI)
    assert opened is not None and opened.broken and opened.current
    editor.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
    await editor.server.schedule.settled(opened)
    assert engine.checks == 2
    editor.change(URI, 2, (0, 4), (0, 5), "")
    await editor.diagnostics(URI, 2)
    editor.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
    assert opened.current, "nothing to settle in a file that parses"


async def test_edits_are_prepared_for_when_the_first_findings_are_out(editor: Editor, engine: WordEngine) -> None:
    await editor.start()
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    assert await asyncio.to_thread(engine.ready.acquire, timeout=120)
    assert engine.prepared == [URI]


async def test_findings_follow_more_edits_than_are_remembered(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "MOST_PENDING", 3)
    editor.settings["run"] = "on-save"
    await editor.start()
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    for version in range(2, 12):
        editor.change(URI, version, (0, 0), (0, 0), "#\n")
    assert places(await editor.diagnostics(URI, 11)) == [(10, 0, 10, 3)]
    editor.change(URI, 12, (0, 0), (0, 1), "bad")
    editor.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
    assert places(await editor.diagnostics(URI, 12)) == [(0, 0, 0, 3), (10, 0, 10, 3)]


async def test_rules_can_wait_for_the_command(editor: Editor) -> None:
    editor.settings["run"] = "manual"
    editor.settings["review"] = {"enable": False}
    await editor.start()
    editor.open(URI, "bad\n")
    await editor.request("workspace/executeCommand", {"command": "reread.reviewFile", "arguments": [URI]})
    assert len(await editor.diagnostics(URI, 1)) == 1
    assert len(editor.published[URI]) == 1


async def test_a_failing_engine_costs_its_findings_and_nothing_else(
    editor: Editor, engine: WordEngine, caplog: pytest.LogCaptureFixture
) -> None:
    await editor.start()
    editor.open(URI, "bad\n")
    await editor.diagnostics(URI, 1)
    engine.broken = True
    editor.change(URI, 2, (0, 0), (0, 0), "x")
    assert await editor.diagnostics(URI, 2) == []
    assert "the rules failed" in caplog.text
    engine.broken = False
    editor.change(URI, 3, (0, 0), (0, 1), "")
    assert len(await editor.diagnostics(URI, 3)) == 1


async def test_what_was_analysed_before_an_edit_is_never_published(editor: Editor, engine: WordEngine) -> None:
    engine.gate.clear()
    await editor.start()
    editor.open(URI, "bad\n")
    await asyncio.to_thread(engine.entered.acquire, timeout=120)
    editor.change(URI, 2, (0, 0), (0, 0), "\n")
    editor.change(URI, 3, (0, 0), (0, 0), "bad ")
    engine.gate.set()
    assert places(await editor.diagnostics(URI, 3)) == [(0, 0, 0, 3), (1, 0, 1, 3)]
    assert [published["version"] for published in editor.published[URI]] == [3]
    assert (engine.checks, engine.rechecks) == (1, 1)


async def test_a_request_that_waits_for_an_analysis_can_be_cancelled(editor: Editor, engine: WordEngine) -> None:
    engine.gate.clear()
    await editor.start()
    editor.open(URI, "bad\n")
    await asyncio.to_thread(engine.entered.acquire, timeout=120)
    place = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    params = {"textDocument": {"uri": URI}, "range": place, "context": {"diagnostics": []}}
    request = {"jsonrpc": "2.0", "id": "waits", "method": "textDocument/codeAction", "params": params}
    editor.receive(request)
    await asyncio.sleep(0)
    editor.notify("$/cancelRequest", {"id": "waits"})
    answer = await editor.until(lambda message: message.get("id") == "waits")
    assert answer["error"]["code"] == -32800
    engine.gate.set()
    assert len(await editor.diagnostics(URI, 1)) == 1, "the analysis itself goes on"


async def test_slow_analyses_of_one_document_do_not_keep_others_from_being_edited(
    editor: Editor, engine: WordEngine
) -> None:
    await editor.start()
    editor.open(URI, "x\n")
    await editor.diagnostics(URI, 1)
    engine.gate.clear()
    for number in range(5):
        editor.open(f"file:///work/slow{number}.py", "bad\n")
    editor.change(URI, 2, (0, 0), (0, 0), "bad ")
    assert len(await editor.diagnostics(URI, 2)) == 1
    engine.gate.set()
    assert len(await editor.diagnostics("file:///work/slow4.py", 1)) == 1


async def test_a_random_storm_of_edits_leaves_the_same_text_as_in_the_client(editor: Editor) -> None:
    """The reference is a list of characters; positions are counted in UTF-16 from plain splitting of lines."""
    chance = random.Random(20_260_101)
    pieces = ["bad", "🙂", "\n", "\r\n", "\r", "\x0c", "\u2028", "é", "漢", " ", "worse ", "", "\t"]
    text = "".join(chance.choice(pieces) for _ in range(60))
    await editor.start()
    editor.open(URI, text)
    for version in range(2, 402):
        start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        end = min(end, start + 8)
        start, end = (_boundary(text, start), _boundary(text, end))
        inserted = "".join(chance.choice(pieces) for _ in range(chance.randint(0, 3)))
        editor.change(URI, version, _position(text, start), _position(text, end), inserted)
        text = text[:start] + inserted + text[end:]
        assert editor.server.session.document(URI).document.text == text
    found = await editor.diagnostics(URI, 401)
    expected = _words(text)
    assert places(found) == [(*_position(text, start), *_position(text, end)) for start, end in expected]


def _words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\b(bad|worse)\b", text)]


def _boundary(text: str, offset: int) -> int:
    """No client can name the place between the two characters of one line ending."""
    return offset - 1 if text[offset - 1 : offset + 1] == "\r\n" else offset


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(before) - 1, len(before[-1].encode("utf-16-le")) // 2
