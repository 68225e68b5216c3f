"""What the stand-in writes for people by itself: modest, but of what it was shown, as a model would."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

KINDS = {
    "Answer the QUESTION.": "ask",
    "Write the commit message.": "message",
    "Summarise the change.": "summary",
    "Write the release notes.": "summary",
    "Write the test.": "test",
}
"""The kinds of words by what their prompts end with."""

Shown = tuple[str, str, str]
"""A section: its name, its attributes as they stand in its first line, and its text."""


def answer(kind: str, sections: Sequence[Shown]) -> dict[str, Any]:
    """The answer to a question of that kind."""
    by_name: dict[str, str] = {name: text for name, _, text in sections}
    if kind == "ask":
        return _answer(by_name["QUESTION"], sections)
    if kind == "test":
        return _test(by_name["CODE"], by_name["PROBLEM"])
    diffs = [(_path(about), text) for name, about, text in sections if name == "DIFF"]
    return _message(diffs, by_name["STYLE"]) if kind == "message" else _summary(diffs)


def _answer(question: str, sections: Sequence[Shown]) -> dict[str, Any]:
    """The lines that have most words of the question."""
    words = set(re.findall(r"\w{4,}", question.lower()))
    lines = [
        (len(words & set(re.findall(r"\w{4,}", line.lower()))), _path(about), line)
        for name, about, text in sections
        if name == "CONTEXT"
        for line in text.split("\n")
        if text.split("\n").count(line) == 1
    ]
    best = sorted((entry for entry in lines if entry[0]), key=lambda entry: -entry[0])[:2]
    places = [{"path": path, "quote": line} for _, path, line in best]
    numbers = " and ".join(f"[{number + 1}]" for number in range(len(places)))
    return {"places": places, "answer": f"See {numbers}." if places else "The code shown does not say that."}


def _message(diffs: Sequence[tuple[str, str]], style: str) -> dict[str, Any]:
    path, diff = diffs[0]
    name = path.rpartition("/")[2]
    verb = "add" if diff.startswith("new file") else "remove" if diff.startswith("file removed") else "change"
    others = f" and {len(diffs) - 1} more" if len(diffs) > 1 else ""
    kind = "chore" if "Conventional Commits" in style else ""
    return {"type": kind, "scope": "", "subject": f"{verb} {name}{others}.", "body": ""}


def _summary(diffs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    concerns = [
        {
            "title": path.rpartition("/")[2],
            "text": f"{len(re.findall(chr(10) + r'[+](?![+])', diff))} lines are new.",
            "paths": [path],
        }
        for path, diff in diffs
    ]
    removed = [path for path, diff in diffs if diff.startswith("file removed")]
    risks = [{"text": "Something may still use it.", "paths": removed}] if removed else []
    return {"title": f"A change of {len(diffs)} files.", "concerns": concerns, "risks": risks}


def _test(code: str, problem: str) -> dict[str, Any]:
    function = re.search(r"def (\w+)", code)
    if function is None:
        return {"explanation": "Nothing here can be called.", "file": "", "code": ""}
    name = function[1]
    test = f"def test_{name}_holds():\n    assert {name}([1, 2]) is not None\n"
    return {"explanation": problem.partition("\n")[0], "file": f"tests/test_{name}.py", "code": test}


def _path(attributes: str) -> str:
    found = re.search(r' path="([^"]*)"', attributes)
    return found[1] if found else ""
