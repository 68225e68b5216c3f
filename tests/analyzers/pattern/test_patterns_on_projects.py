"""Where Semgrep's rules and ours once differed on projects: a pattern, code, and the lines (from 1) of Semgrep's matches."""

from __future__ import annotations

import pytest

from reread.analyzers.pattern.matching import match_context
from reread.analyzers.text import Document

BETWEEN_PARENTHESES = "x = (\n    go()\n)\nuse((\n    go()\n))\n"
NEVER_USED = {
    "patterns": [
        {"pattern-not-inside": "def $F(...):\n    ...\n    def $G(...):\n        ...\n    ...\n    <... $G ...>\n"},
        {"pattern-inside": "def $F(...):\n    ...\n    def $G(...):\n        ...\n    ...\n"},
        {"pattern": "def $G(...):\n    ...\n"},
    ]
}
LONG = "def f(x):\n" + "".join(
    f"    if x == {place}:\n        with a:\n            for b in c:\n                y = 1\n    else:\n"
    f"        def g{place}(v):\n            return v\n        y = use(g{place})\n"
    for place in range(20)
)
UNUSED = "    def h(v):\n        return v\n    return y\n"

CASES = [
    ("python", "go()", BETWEEN_PARENTHESES, [1, 4]),
    ("python", "go()", "if (\n    go()\n):\n    pass\nx = ((\n    go()\n))\ny = (\n    go(),\n)\n", [1, 5, 9]),
    ("javascript", "go()", BETWEEN_PARENTHESES, [1, 4]),
    ("typescript", "go()", "if (\n  go()\n) {}\nwhile (\n  go()\n) {}\n", [2, 5]),
    ("java", "go()", "class A { void m() {\n int x = (\n  go()\n );\n}}\n", [3]),
    ("python", "home.$F", "from home import leave, stay as rest\nleave\nrest\nimport home\nhome.x\n", [2, 3, 5]),
    ("javascript", "home.leave", "import { leave } from 'home';\nleave;\n", [2]),
    ("python", "return $X", "a = lambda x: 1\nb = lambda x: 1 if x else 2\nc = use(lambda x: (yield x))\n", [1]),
    ("python", "return $X", "a = lambda x: lambda y: 3\n", [1]),
    ("ruby", "return $X", "def a(x)\n  x ? 1 : 2\nend\ndef b(x)\n  if x\n    3\n  end\nend\n", [6]),
    ("rust", "return $X", "fn a() { f(|x| |y| 5);\n f(|x|\n 6); }\n", [1, 3]),
    ("python", NEVER_USED, LONG + UNUSED, [162]),
]


@pytest.mark.parametrize(("language", "body", "code", "lines"), CASES)
def test_a_pattern_matches_the_same_lines(engine, rule, language, body, code, lines):
    body = {"pattern": body} if isinstance(body, str) else body
    document = Document("file:///x", code, language=language)
    found = engine(rule(language, body)).check(document).findings
    assert [document.lines.line_of(each.span.start) + 1 for each in found] == lines


def test_a_built_in_rule_reports_the_expression_without_its_parentheses(engine, rule, monkeypatch):
    monkeypatch.setattr("reread.analyzers.rules.reporting.report.is_builtin", lambda each: True)
    document = Document("file:///x", BETWEEN_PARENTHESES, language="python")
    found = engine(rule("python", "go()")).check(document).findings
    assert [document.lines.line_of(each.span.start) + 1 for each in found] == [2, 5]


def test_what_may_be_excluded_is_not_reported_where_that_takes_too_long(engine, rule, monkeypatch):
    excluded = NEVER_USED["patterns"][0]
    checker = engine(rule("python", {"patterns": [{"pattern": "return y"}, excluded]}))
    document = Document(
        "file:///x", "def f(y):\n    def g(): pass\n" + "    y = 1\n" * 30 + "    return y\n", language="python"
    )
    assert checker.check(document).findings
    monkeypatch.setattr(match_context, "MOST_STEPS", 20)
    analysis = checker.check(document)
    assert not analysis.findings
    assert checker.lost(analysis)
