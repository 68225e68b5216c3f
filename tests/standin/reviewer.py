"""What the stand-in says by itself: it knows a handful of bugs, and quotes and edits them as a model would."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.standin import words

_SECTION = re.compile(r"^<<<([A-Z]+) ([0-9a-f]{12})([^\n]*)>>>\n(.*?)\n<<<END \2>>>$", re.DOTALL | re.MULTILINE)


class Bug(NamedTuple):
    """A line that matches `pattern` and, if given, no line that matches `unless`; the fix is a substitution."""

    category: str
    title: str
    message: str
    pattern: str
    replacement: str
    unless: str = ""
    confidence: float = 0.9
    severity: str = "warning"


BUGS = (
    Bug(
        "off-by-one",
        "Range runs one past the end",
        "The last index equals the length, so the last access raises IndexError.",
        r"range\(len\((\w+)\) \+ 1\)",
        r"range(len(\1))",
    ),
    Bug(
        "off-by-one",
        "Loop runs one past the end",
        "The last index equals the length, so the last element read is undefined or out of range.",
        r"(\w+) <= (\w+)\.length\b",
        r"\1 < \2.length",
    ),
    Bug(
        "off-by-one",
        "Loop runs one past the end",
        "The last index equals the length, which panics.",
        r"(\w+) <= len\((\w+)\)",
        r"\1 < len(\2)",
    ),
    Bug(
        "division-by-zero",
        "Division by the length of something that may be empty",
        "With no elements the length is 0 and the division raises ZeroDivisionError.",
        r"^(\s*)return (.+) / len\((\w+)\)$",
        r"\1return \2 / len(\3) if \3 else 0",
        unless=r"if (not )?\w+\b.*:|if \w+ else",
    ),
    Bug(
        "resource-leak",
        "File is opened and never closed",
        "The file stays open until the garbage collector gets to it.",
        r"^(\s*)return open\((.+?)\)\.read\(\)$",
        r"\1with open(\2) as file:\n\1    return file.read()",
    ),
    Bug(
        "comparison",
        "Comparison with None by ==",
        "An object may define == as it likes; `is` asks what is meant.",
        r"== None\b",
        "is None",
        severity="info",
        confidence=0.7,
    ),
    Bug(
        "wrong-variable",
        "The same variable on both sides",
        "A value is compared with itself, which is always true.",
        r"\b(\w+)\.(\w+) == \1\.\2\b",
        r"\1.\2 == other.\2",
        confidence=0.8,
    ),
)


def sections(prompt: str) -> Iterator[tuple[str, str]]:
    """The sections of a prompt by name, in order."""
    for match in _SECTION.finditer(prompt):
        yield match[1], match[4]


def units(prompt: str) -> dict[int, dict[str, str]]:
    """The sections of each numbered unit by name, by its number; those without a number are of unit 0."""
    found: dict[int, dict[str, str]] = {}
    for match in _SECTION.finditer(prompt):
        number = re.search(r' unit="(\d+)"', match[3])
        if number or match[1] in ("CODE", "BEFORE", "CHANGED"):
            found.setdefault(int(number[1]) if number else 0, {})[match[1]] = match[4]
    return found


def kind_of(prompt: str) -> str:
    """What a prompt asks for: "triage", "review", "change" (the change as a whole), "refute", "fix", "leads", or a kind
    of words ("ask", "message", "summary", "test").
    """
    names = {name for name, _ in sections(prompt)}
    for ending, kind in words.KINDS.items():
        if prompt.endswith(ending):
            return kind
    if "REMARK" in names:
        return "refute"
    if "PROBLEM" in names:
        return "fix"
    if "QUESTION" in names:
        return "leads"
    if prompt.endswith("Review the change as a whole."):
        return "change"
    return "triage" if prompt.endswith("deserve a review?") else "review"


def answer(prompt: str) -> str:
    """The answer to a prompt of any kind. A change is worth a review when it has a bug; every remark is real, and as a
    whole each change is complete.
    """
    kind = kind_of(prompt)
    found = dict(sections(prompt))
    if kind in words.KINDS.values():
        return json.dumps(words.answer(kind, [(match[1], match[3], match[4]) for match in _SECTION.finditer(prompt)]))
    if kind == "refute":
        return json.dumps({"reason": "It does happen.", "verdict": "real", "confidence": 1.0})
    if kind == "leads":
        return json.dumps({"answers": []})
    if kind == "change":
        return json.dumps({"findings": []})
    if kind == "fix":
        return json.dumps(fix(found["CODE"], found["PROBLEM"]))
    said = {number: list(_reviewed(unit)) for number, unit in units(prompt).items()}
    if kind == "triage":
        verdicts = [{"unit": unit, "reason": "It was looked at.", "review": bool(bugs)} for unit, bugs in said.items()]
        return json.dumps({"units": verdicts})
    return json.dumps({"findings": [{"unit": unit, **bug} for unit, bugs in said.items() for bug in bugs]})


def _reviewed(unit: dict[str, str]) -> Iterator[dict[str, Any]]:
    code = unit.get("CODE", "")
    return review(code, unit.get("CHANGED", code))


def review(code: str, changed: str) -> Iterator[dict[str, Any]]:
    """A finding for every changed line with a bug that it knows."""
    looked_at = set(changed.splitlines())
    lines = code.splitlines()
    for line in lines:
        bug = _bug_of(line, code)
        if line in looked_at and bug is not None and lines.count(line) == 1:
            yield {
                "title": bug.title,
                "message": bug.message,
                "severity": bug.severity,
                "category": bug.category,
                "confidence": bug.confidence,
                "quote": line,
                "why": f"`{line.strip()}` is what does it.",
                "edits": [{"search": line, "replace": re.sub(bug.pattern, bug.replacement, line)}],
            }


def fix(code: str, problem: str) -> dict[str, Any]:
    """An edit of the first line that the problem quotes and that has a bug it knows."""
    for line in code.splitlines():
        bug = _bug_of(line, code)
        if bug is not None and line.strip() in problem:
            edit = {"search": line, "replace": re.sub(bug.pattern, bug.replacement, line)}
            return {"explanation": bug.title, "edits": [edit]}
    return {"explanation": "Nothing in this code needs a fix.", "edits": []}


def _bug_of(line: str, code: str) -> Bug | None:
    for bug in BUGS:
        if re.search(bug.pattern, line) and not (bug.unless and re.search(bug.unless, code)):
            return bug
    return None
