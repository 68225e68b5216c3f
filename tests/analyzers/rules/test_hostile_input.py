"""Code and patterns made to hurt: deep, long, broken. The answer may be partial; it must come, and soon."""

from __future__ import annotations

import time

import pytest

from reread.analyzers.rules.compilation.compile import compile_pattern
from reread.analyzers.rules.patterns.metavariable_encoding import PatternError
from reread.analyzers.text import Document, Span, TextChange

DEEP = 10_000
SECONDS = 20  # Quadratic work would take minutes; the machine may be busy.


def check(engine, code, language="python"):
    started = time.perf_counter()
    analysis = engine.check(Document("file:///x", code, language=language))
    assert time.perf_counter() - started < SECONDS
    return analysis


@pytest.mark.parametrize(
    ("code", "least"),
    [
        ("eval(" + "(" * DEEP + "a" + ")" * DEEP + ")", 1),
        ("eval(" * DEEP + ")" * DEEP, DEEP),
        ("[" * DEEP + "eval(a)" + "]" * DEEP, 1),
        ("x = " + "-" * DEEP + "eval(a)", 1),
        ("eval(a)" + ".b(eval(a))" * DEEP, DEEP),
        ("(" * DEEP, 0),
        ("eval(" * DEEP, 0),
    ],
    ids=["brackets", "calls", "lists", "signs", "chain", "open", "open calls"],
)
def test_deep_code(engine, rule, code, least):
    assert len(check(engine(rule("python", "eval(...)")), code).findings) >= least


def test_deep_code_with_surroundings(engine, rule):
    body = {"patterns": [{"pattern": "eval(...)"}, {"pattern-not-inside": "def $F(...): ..."}]}
    code = "eval(" * 3_000 + ")" * 3_000
    assert len(check(engine(rule("python", body)), code).findings) == 3_000


def test_deep_blocks(engine, rule):
    code = "{" * 2_000 + "eval(a)" + "}" * 2_000
    body = {"patterns": [{"pattern": "eval(...)"}, {"pattern-inside": "a()\n...\n"}]}
    assert check(engine(rule("javascript", body)), code, "javascript").findings == ()


def test_deep_code_compared_with_itself(engine, rule):
    side = "(" * 2_000 + "a" + ")" * 2_000
    assert len(check(engine(rule("python", "$X == $X")), f"{side} == {side}").findings) == 1


def test_many_ways_to_match_are_given_up(engine, rule):
    pattern = "f(" + ", ".join(f"..., $A{number}" for number in range(12)) + ", ..., last)"
    code = "f(" + ", ".join(f"a{number}" for number in range(60)) + ")"
    assert check(engine(rule("python", pattern)), code).findings == ()


def test_many_statements(engine, rule):
    code = "x = f()\n" * 3_000
    assert check(engine(rule("python", "$X = g()\n...\n$Y = f()\n...\n$Z = h()")), code).findings == ()


def test_a_long_line(engine, rule):
    code = "var a=[" + "f(1)," * 20_000 + "eval(b)]"
    assert len(check(engine(rule("javascript", "eval(...)")), code, "javascript").findings) == 1


def test_edits_in_deep_code(engine, rule):
    checker = engine(rule("python", "eval(...)"))
    analysis = check(checker, "a = " + "(" * DEEP + "eval(b)" + ")" * DEEP + "\n")
    change = TextChange(Span(0, 1), "c")
    again = checker.recheck(analysis, change, analysis.document.changed(change))
    assert len(again.findings) == 1


@pytest.mark.parametrize("code", ["", "\n", "\x00", "\ufeff", "\ud800", "a\r", "é" * 100, "'''", "\\"])
@pytest.mark.parametrize("language", ["python", "javascript", "typescript", "tsx", "go", "java"])
def test_odd_texts(engine, rule, code, language):
    assert check(engine(rule("python", "eval(...)"), rule("go", "f()", id="s")), code, language).findings == ()


@pytest.mark.parametrize("text", ["", "(", "$", "$X $Y $Z (", "'", "\x00", "<... ...>", "def", "{" * 300])
def test_odd_patterns_are_refused_or_compiled(text):
    try:
        compiled = compile_pattern(text, "python")
    except PatternError as error:
        assert str(error)
    else:
        assert compiled.items
