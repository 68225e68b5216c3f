"""When memory of rules that were replaced is given back."""

from __future__ import annotations

import asyncio
import gc
import weakref
from pathlib import Path

import pytest

from reread.server import engines
from reread.server.lsp.analysis import configuration, tidying
from reread.server.lsp.analysis.tidying import Tidying
from tests.server.lsp.editor import Editor

RULE = "rules:\n- {id: no-nap, languages: [python], severity: ERROR, message: No naps., pattern: nap(...)}\n"


class Collected:
    """Counts how often memory was given back."""

    def __init__(self) -> None:
        self.count = 0
        self.once = asyncio.Event()

    def __call__(self) -> None:
        self.count += 1
        self.once.set()


async def test_it_is_done_once_for_all_that_was_replaced_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "QUIET", 0.01)
    collected = Collected()
    tidy = Tidying(lambda: False, collected)
    tidy.replaced()
    tidy.replaced()
    assert collected.count == 0
    await collected.once.wait()
    assert (collected.count, tidy._timer) == (1, None)


async def test_it_waits_for_the_analyses_by_the_new_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "QUIET", 0.001)
    busy, collected = [True, True, False], Collected()
    Tidying(lambda: busy.pop(0), collected).replaced()
    await collected.once.wait()
    assert busy == []


async def test_the_first_document_is_reason_enough_and_then_so_many_or_so_many_edits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tidying, "QUIET", 0.001)
    collected = Collected()
    tidy = Tidying(lambda: False, collected)
    tidy.opened()
    await collected.once.wait()
    tidy.opened()
    assert tidy._timer is None
    for _ in range(tidying.MUCH_WORK - tidying.OPENING):
        tidy.touched()
    assert tidy._timer is None
    tidy.touched()
    assert tidy._timer is not None
    tidy.close()


async def test_typing_puts_it_off() -> None:
    tidy = Tidying(lambda: False, Collected())
    tidy.replaced()
    before = tidy._timer
    tidy.touched()
    assert before is not None and before.cancelled() and tidy._timer is not None
    tidy.close()


async def test_who_reloads_again_and_again_does_not_put_it_off_for_ever() -> None:
    collected = Collected()
    tidy = Tidying(lambda: True, collected)
    for _ in range(tidying.MOST_LEFT + 1):
        tidy.replaced()
    assert (collected.count, tidy._timer) == (1, None)


@pytest.mark.slow
async def test_rules_that_were_replaced_are_gone(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: as long as nothing is collected, they are still there."""
    monkeypatch.setattr(configuration, "load_engine", engines.load_engine)
    rule = tmp_path / ".reread" / "rules" / "own.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(RULE)
    await editor.start(tmp_path.as_uri())
    uri = (tmp_path / "a.py").as_uri()
    editor.open(uri, "nap(1)\nrest(1)\n")
    await editor.diagnostics(uri, 1)
    (folder,) = editor.server.session.folders.values()
    old, seen = weakref.ref(folder.engine), len(editor.sent)
    collected = asyncio.Event()
    gc.disable()
    try:
        editor.server.tidying._collect = collected.set
        monkeypatch.setattr(tidying, "QUIET", 0.05)
        rule.write_text(RULE.replace("nap(...)", "rest(...)"))
        editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": rule.as_uri(), "type": 2}]})
        await editor.until(lambda message: message.get("method") == "textDocument/publishDiagnostics", seen)
        await collected.wait()
        tidying.give_back()
        assert folder.engine is not None and old() is None
    finally:
        gc.enable()
