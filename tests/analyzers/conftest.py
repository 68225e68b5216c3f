"""What the tests of the rule engine share."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from reread.analyzers.engine.dispatch import candidates
from reread.analyzers.engine.engine import Engine
from reread.analyzers.engine.incremental import revalidation
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import Problem, Rule, RuleSet
from reread.analyzers.text import Document, Span, TextChange

Read = Callable[..., tuple[list[Rule], list[Problem]]]


@pytest.fixture
def read() -> Read:
    """Reads rules from their mappings; JSON is YAML too."""

    def read(*entries: Any) -> tuple[list[Rule], list[Problem]]:
        return read_rules("rules.yaml", json.dumps({"rules": entries}).encode())

    return read


@pytest.fixture
def rule() -> Callable[..., dict[str, Any]]:
    """A whole rule from what matters of it."""

    def rule(language: str, body: Any, **more: Any) -> dict[str, Any]:
        body = {"pattern": body} if isinstance(body, str) else body
        return {"id": "r", "languages": [language], "severity": "WARNING", "message": "m", **body, **more}

    return rule


@pytest.fixture
def engine(read: Read) -> Callable[..., Engine]:
    """An engine with just these rules, which must be without problems."""

    def engine(*entries: Any, options: CheckOptions | None = None) -> Engine:
        rules, problems = read(*entries)
        assert problems == []
        return Engine(RuleSet(tuple(rules)), options)

    return engine


@pytest.fixture
def matched(engine: Callable[..., Engine], rule: Callable[..., dict[str, Any]]) -> Callable[..., list[str]]:
    """The pieces of code that a rule (or only a pattern, with more keys of a rule) matches."""

    def matched(language: str, body: Any, code: str, **more: Any) -> list[str]:
        body = {"pattern": body, **more} if more else body
        analysis = engine(rule(language, body)).check(Document("file:///x", code, language=language))
        return [code[finding.span.start : finding.span.end] for finding in analysis.findings]

    return matched


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, int, int]]:
    """How many findings Python code has before and after a text of it is replaced, and how many tries that took."""

    def edited(engine: Engine, code: str, old: str, new: str) -> tuple[int, int, int]:
        tried, real = [], candidates.try_at
        monkeypatch.setattr(revalidation, "try_at", lambda *arguments: tried.append(arguments) or real(*arguments))
        before = engine.check(Document("a.py", code, language="python"), "a.py")
        change = TextChange(Span(code.index(old), code.index(old) + len(old)), new)
        after = engine.recheck(before, change, Document("a.py", code.replace(old, new, 1), language="python"))
        return len(before.findings), len(after.findings), len(tried)

    return edited
