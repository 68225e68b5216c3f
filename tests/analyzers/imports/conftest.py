"""A rule that replaces `old(x)` by code that needs an import, and what it makes of a file."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Applicability
from reread.analyzers.fixes import fix_all
from reread.analyzers.rules.loading.parse_rules import read_rules
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.text import Document

Fixed = Callable[..., str]


def engine_of(language: str, *rules: dict[str, object]) -> Engine:
    entries = [
        {"id": f"rule-{number}", "languages": [language], "severity": "WARNING", "message": "m", **rule}
        for number, rule in enumerate(rules)
    ]
    found, problems = read_rules("rules.yaml", json.dumps({"rules": entries}).encode())
    assert problems == []
    return Engine(RuleSet(tuple(found)))


@pytest.fixture
def fixed() -> Fixed:
    """The code after one round of fixes: `pattern` becomes `fix`, which needs `imports`."""

    def fixed(language: str, code: str, pattern: str, fix: str, *imports: str, path: str = "file:///a") -> str:
        engine = engine_of(language, {"pattern": pattern, "fix": fix, "metadata": {"fix-imports": list(imports)}})
        document = Document(path, code, language=language)
        findings = engine.check(document).findings
        return fix_all(document, findings, applicabilities=frozenset(Applicability)).document.text

    return fixed
