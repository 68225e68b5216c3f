"""What takes too long is told to the user once, and the rest goes on."""

from __future__ import annotations

import re

import pytest

from reread.analyzers import syntax
from reread.analyzers.dataflow.summaries import table
from reread.analyzers.pattern.matching import budget
from tests.server.lsp.editor import Editor

URI = "file:///work/a.py"
FOLLOWED = """import os
from flask import request


def run():
    os.system("ls " + request.args["name"])
    assert (1, 'x')
"""


def told(editor: Editor, words: str) -> list[str]:
    return [message for message in editor.messages if words in message]


async def until_told(editor: Editor, words: str) -> None:
    await editor.until(
        lambda message: message.get("method") == "window/showMessage" and words in message["params"]["message"]
    )


async def test_places_that_rules_pass_over_are_told_once(real_editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MOST_STEPS", 0)
    await real_editor.start("file:///work")
    real_editor.open(URI, FOLLOWED)
    await until_told(real_editor, "too long")
    real_editor.change(URI, 2, (4, 0), (4, 0), "\n")
    assert await real_editor.actions(URI, (7, 4), (7, 5)) == []

    (message,) = told(real_editor, "too long")
    assert re.search(r"a\.py take too long and are not read by [\w/-]+(, [\w/-]+)*( and \d+ more rules)?$", message)


async def test_a_parser_that_is_stopped_is_told_once(real_editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "PARSE_SECONDS", 0.0)
    await real_editor.start("file:///work")
    real_editor.open(URI, FOLLOWED + "a = [1]\n" * 1_000)
    await until_told(real_editor, "too long to parse")
    real_editor.change(URI, 2, (0, 0), (0, 0), "\n")
    assert await real_editor.actions(URI, (7, 4), (7, 5)) == []
    assert len(told(real_editor, "too long to parse")) == 1

    monkeypatch.undo()
    real_editor.change(URI, 3, (0, 0), (1, 0), "")
    assert [each["code"] for each in await real_editor.diagnostics(URI, 3)] != []


async def test_nothing_is_told_where_nothing_was_stopped(real_editor: Editor) -> None:
    await real_editor.start("file:///work")
    real_editor.open(URI, FOLLOWED)
    assert await real_editor.diagnostics(URI, 1) != []
    assert told(real_editor, "too long") == []


async def test_a_function_with_too_many_steps_is_named_once(
    real_editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "_MOST_STEPS", 1)
    monkeypatch.setattr(table, "steps_of", lambda length: 0)
    await real_editor.start("file:///work")
    real_editor.open(URI, FOLLOWED)
    await until_told(real_editor, "no data-flow analysis of run")
    real_editor.change(URI, 2, (4, 0), (4, 0), "\n")
    await real_editor.actions(URI, (7, 4), (7, 5))
    assert len(told(real_editor, "no data-flow analysis of run")) == 1
