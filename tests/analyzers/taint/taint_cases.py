"""What the tests of taint rules share: one rule for most of them, and snippets whose lines say what must be reported.

A line of a snippet that ends with the remark `BAD` is a sink that taint must reach; no other line may be reported. The
remark `BAD path: x = source() -> y = x` also says by which steps: each names a part of a line, in order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.profiles import BUILTIN
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.text import Document

BODY: dict[str, Any] = {
    "mode": "taint",
    "pattern-sources": [{"pattern": "source()"}],
    "pattern-sanitizers": [{"pattern": "clean(...)"}],
    "pattern-sinks": [
        {"pattern": "sink(...)"},
        {"patterns": [{"pattern": "first($X, ...)"}, {"focus-metavariable": "$X"}]},
    ],
}


def rule(language: str = "python", **more: Any) -> dict[str, Any]:
    """A taint rule; what is given replaces the keys of the usual one."""
    return {"id": "r", "languages": [language], "severity": "WARNING", "message": "m", **BODY, **more}


def engine(*entries: dict[str, Any], options: CheckOptions | None = None, builtin: bool = False) -> Engine:
    """An engine with just these rules, which must be without problems; `builtin` as if they came with the program."""
    path = f"{BUILTIN}rules.yaml" if builtin else "rules.yaml"
    rules, problems = read_rules(path, json.dumps({"rules": entries}).encode())
    assert problems == []
    return Engine(RuleSet(tuple(rules)), options)


def document(code: str, language: str = "python") -> Document:
    return Document("file:///x", code, language=language)


def reported(checker: Engine, code: str, language: str = "python") -> list[int]:
    """The lines (from 1) on which something is reported."""
    made = document(code, language)
    return sorted({made.lines.line_of(finding.span.start) + 1 for finding in checker.check(made).findings})


def expected(code: str) -> list[int]:
    """The lines with the remark `BAD`."""
    return [line for line, text in enumerate(code.split("\n"), 1) if _REMARK.search(text)]


_REMARK = re.compile(r"\bBAD(?: path: (?P<path>.+?))?\s*$")


class Flow(NamedTuple):
    """A reported data flow: the line of its sink, and the lines of its source and the steps to the sink (from 1)."""

    sink: int
    steps: tuple[int, ...]


def flows(checker: Engine, code: str, language: str = "python") -> list[Flow]:
    """The data flows that are reported, by their sinks."""
    made = document(code, language)
    found = checker.check(made).findings
    return sorted(
        Flow(
            made.lines.line_of(finding.span.start) + 1,
            tuple(related.line + 1 for related in finding.related if related.flow != "after"),
        )
        for finding in found
    )


def assert_flows(checker: Engine, code: str, language: str = "python") -> None:
    """Fails, and shows the sinks, sources and paths, unless exactly the lines with the remark `BAD` are reported.

    Where the remark gives a path, one flow to that sink must take it.
    """
    difference = "\n".join(_difference(code, flows(checker, code, language)))
    if difference:
        pytest.fail(f"{language}\n{difference}", pytrace=False)


def _difference(code: str, found: list[Flow]) -> Iterator[str]:
    lines = code.split("\n")
    wanted = expected(code)
    reached = {flow.sink for flow in found}
    sources = [line for line, text in enumerate(lines, 1) if "source(" in text]
    for line in wanted:
        path = (_REMARK.search(lines[line - 1]) or {"path": None})["path"]
        if line not in reached:
            yield f"no flow is reported to the sink\n{_shown(lines, [line])}"
            yield f"  expected path: {path}" if path else f"  sources before it:\n{_shown(lines, sources[:_SHOWN])}"
        elif path and not any(_takes(lines, flow, path.split(" -> ")) for flow in found if flow.sink == line):
            yield f"the flow to the sink takes another path\n{_shown(lines, [line])}\n  expected path: {path}"
            yield from (f"  actual path:\n{_shown(lines, flow.steps)}" for flow in found if flow.sink == line)
    for flow in found:
        if flow.sink not in wanted:
            yield f"a flow is reported to a line that is not marked\n{_shown(lines, [flow.sink])}"
            yield f"  actual path:\n{_shown(lines, flow.steps)}"


_SHOWN = 5


def _takes(lines: list[str], flow: Flow, path: list[str]) -> bool:
    steps = [lines[line - 1] for line in flow.steps]
    return len(steps) == len(path) and all(part in text for part, text in zip(path, steps, strict=True))


def _shown(lines: list[str], numbers: list[int] | tuple[int, ...]) -> str:
    return "\n".join(f"  {number:>5} | {lines[number - 1].strip()}" for number in numbers)
