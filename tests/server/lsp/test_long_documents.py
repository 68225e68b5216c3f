"""Documents that take long wait for each other, and no other one waits for them."""

from __future__ import annotations

import asyncio

import pytest

from reread.server.lsp.analysis import schedule
from tests.server.lsp.conftest import WordEngine
from tests.server.lsp.editor import Editor

LONG = "bad" + " " * schedule.LONG


@pytest.fixture
def held(engine: WordEngine, monkeypatch: pytest.MonkeyPatch) -> WordEngine:
    """An engine that is not done with long documents before its gate is opened."""
    check, opened = engine.check, engine.gate
    engine.gate.clear()

    def checked(document, path="", *, follow=True):
        if len(document.text) >= len(LONG):
            return check(document, path)
        return engine._analyse(document, path)

    monkeypatch.setattr(engine, "check", checked)
    assert opened is engine.gate
    return engine


async def test_other_documents_do_not_wait_for_long_ones(editor: Editor, held: WordEngine) -> None:
    await editor.start("file:///work")
    for number in range(3):
        editor.open(f"file:///work/long{number}.py", LONG)
    await asyncio.to_thread(held.entered.acquire)
    editor.open("file:///work/a.py", "bad")
    assert [each["code"] for each in await editor.diagnostics("file:///work/a.py", 1)] == ["bad-word"]
    assert held.checks == 1, "long ones wait for each other"
    held.gate.set()
    for number in range(3):
        assert await editor.diagnostics(f"file:///work/long{number}.py", 1)


async def test_in_the_threads_of_all_documents_they_would_take_all_of_them(
    editor: Editor, held: WordEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "LONG", len(LONG))
    await editor.start("file:///work")
    for number in range(2):
        editor.open(f"file:///work/long{number}.py", LONG)
        await asyncio.to_thread(held.entered.acquire)
    assert held.checks == editor.server.schedule._threads._max_workers, "there is none left for others"
    held.gate.set()
    for number in range(2):
        assert await editor.diagnostics(f"file:///work/long{number}.py", 1)


async def test_a_document_that_took_long_is_a_long_one(editor: Editor, engine: WordEngine, monkeypatch) -> None:
    monkeypatch.setattr(schedule, "LONG_SECONDS", -1.0)
    await editor.start("file:///work")
    editor.open("file:///work/a.py", "bad")
    await editor.diagnostics("file:///work/a.py", 1)
    assert editor.server.schedule._long == {"file:///work/a.py"}
