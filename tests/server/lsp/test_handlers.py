"""A request, command or notification takes one module: its tables are found by the module's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reread.server.lsp import features, handlers
from tests.server.lsp.editor import Editor

MODULE = """
from lsprotocol import types

from reread.server.lsp.parts.context import Request


def folding(context, params):
    return [types.FoldingRange(0, len(context.session.documents))]


def greet(parts, *arguments):
    return f"hello {arguments[0]}, {len(parts.session.documents)} open"


def log(parts, params):
    parts.client.log(params["message"])


REQUESTS = (
    Request(types.TEXT_DOCUMENT_FOLDING_RANGE, folding, lambda client: {"foldingRangeProvider": True}),
)
COMMANDS = {"reread.greet": greet}
NOTIFICATIONS = {"reread/log": log}
"""


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Adds a module to `features/`."""
    folder = tmp_path / "features"
    folder.mkdir()
    monkeypatch.setattr(features, "__path__", [*features.__path__, str(folder)])

    def add(name: str, text: str) -> None:
        (folder / f"{name}.py").write_text(text)
        handlers.collected.cache_clear()

    yield add
    handlers.collected.cache_clear()


@pytest.fixture
def planted(plant: Callable[[str, str], None]) -> None:
    plant("planted_answers", MODULE)


async def test_a_planted_module_is_announced_and_answers(planted: None, editor: Editor) -> None:
    answer = await editor.start("file:///work")
    assert answer["capabilities"]["foldingRangeProvider"] is True
    assert "reread.greet" in answer["capabilities"]["executeCommandProvider"]["commands"]

    editor.open("file:///work/a.py", "x\n")
    ranges = await editor.request("textDocument/foldingRange", {"textDocument": {"uri": "file:///work/a.py"}})
    assert [(each["startLine"], each["endLine"]) for each in ranges] == [(0, 1)]
    said = await editor.request("workspace/executeCommand", {"command": "reread.greet", "arguments": ["you"]})
    assert said == "hello you, 1 open"

    editor.notify("reread/log", {"message": "as JSON"})
    await editor.until(lambda message: message.get("params", {}).get("message") == "as JSON")


def test_two_modules_cannot_answer_the_same(plant) -> None:
    plant("planted_once", 'COMMANDS = {"reread.explain": None}\n')
    with pytest.raises(ValueError, match=r"reread\.explain is answered by another module too"):
        handlers.collected()


def test_what_begins_with_an_underscore_is_no_module_of_answers(plant) -> None:
    plant("_planted_shared", "raise AssertionError\n")
    assert "reread.explain" in handlers.collected().commands
