"""What the tests of taint rules share: one rule for most of them, and snippets whose lines say what must be reported."""

from __future__ import annotations

import json
from typing import Any

from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.engine import Engine
from reread.analyzers.rules.loading.parse_rules import read_rules
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


def engine(*entries: dict[str, Any], options: CheckOptions | None = None) -> Engine:
    """An engine with just these rules, which must be without problems."""
    rules, problems = read_rules("rules.yaml", json.dumps({"rules": entries}).encode())
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
    return [number for number, line in enumerate(code.split("\n"), 1) if line.rstrip().endswith("BAD")]
