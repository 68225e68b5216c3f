"""Code and patterns made to hurt: deep, long, broken. The answer may be partial; it must come, and its work must not grow
faster than the code.
"""

from __future__ import annotations

import sys

import pytest

from reread.analyzers.pattern.compilation.compile import compile_pattern
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.text import Document, Span, TextChange

DEEP = 10_000
NOT_IN_FUNCTIONS = {"patterns": [{"pattern": "eval(...)"}, {"pattern-not-inside": "def $F(...): ..."}]}
AFTER_A = {"patterns": [{"pattern": "eval(...)"}, {"pattern-inside": "a()\n...\n"}]}
STEPS = "$X = g()\n...\n$Y = f()\n...\n$Z = h()"


def check(engine, code, language="python"):
    return engine.check(Document("file:///x", code, language=language))


def brackets(depth):
    return "(" * depth + "a" + ")" * depth


def calls(depth):
    return "eval(" * depth + ")" * depth


def lists(depth):
    return "[" * depth + "eval(a)" + "]" * depth


def signs(depth):
    return "x = " + "-" * depth + "eval(a)"


def chain(depth):
    return "eval(a)" + ".b(eval(a))" * depth


def blocks(depth):
    return "{" * depth + "eval(a)" + "}" * depth


def line(length):
    return "var a=[" + "f(1)," * length + "eval(b)]"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "least"),
    [
        (f"eval({brackets(DEEP)})", 1),
        (calls(DEEP), DEEP),
        (lists(DEEP), 1),
        (signs(DEEP), 1),
        (chain(DEEP), DEEP),
        ("(" * DEEP, 0),
        ("eval(" * DEEP, 0),
    ],
    ids=["brackets", "calls", "lists", "signs", "chain", "open", "open calls"],
)
def test_deep_code(engine, rule, code, least):
    assert len(check(engine(rule("python", "eval(...)")), code).findings) >= least


@pytest.mark.parametrize(
    ("language", "body", "code"),
    [
        ("python", "eval(...)", brackets),
        ("python", "eval(...)", calls),
        ("python", "eval(...)", lists),
        ("python", "eval(...)", signs),
        ("python", "eval(...)", chain),
        ("python", "eval(...)", lambda depth: "(" * depth),
        ("python", "eval(...)", lambda depth: "eval(" * depth),
        ("python", NOT_IN_FUNCTIONS, calls),
        ("javascript", AFTER_A, blocks),
        ("python", "$X == $X", lambda depth: f"{brackets(depth)} == {brackets(depth)}"),
        ("python", STEPS, lambda length: "x = f()\n" * length),
        ("javascript", "eval(...)", line),
    ],
)
def test_twice_the_code_is_twice_the_work(engine, rule, language, body, code):
    checker = engine(rule(language, body))
    check(checker, code(10), language)  # which compiles the rule
    assert lines_run(checker, code(2_000), language) < 2.2 * lines_run(checker, code(1_000), language)


def lines_run(engine, code, language):
    """How many lines of Python it takes to check the code."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        check(engine, code, language)
    finally:
        sys.settrace(before)
    return count


def test_deep_code_with_surroundings(engine, rule):
    assert len(check(engine(rule("python", NOT_IN_FUNCTIONS)), calls(3_000)).findings) == 3_000


def test_deep_blocks(engine, rule):
    assert check(engine(rule("javascript", AFTER_A)), blocks(2_000), "javascript").findings == ()


def test_deep_code_compared_with_itself(engine, rule):
    code = f"{brackets(2_000)} == {brackets(2_000)}"
    assert len(check(engine(rule("python", "$X == $X")), code).findings) == 1


def test_many_ways_to_match_are_given_up(engine, rule):
    pattern = "f(" + ", ".join(f"..., $A{number}" for number in range(12)) + ", ..., last)"
    code = "f(" + ", ".join(f"a{number}" for number in range(60)) + ")"
    assert check(engine(rule("python", pattern)), code).findings == ()


def test_many_statements(engine, rule):
    code = "x = f()\n" * 3_000
    assert check(engine(rule("python", STEPS)), code).findings == ()


def test_a_long_line(engine, rule):
    assert len(check(engine(rule("javascript", "eval(...)")), line(20_000), "javascript").findings) == 1


@pytest.mark.slow
def test_edits_in_deep_code(engine, rule):
    checker = engine(rule("python", "eval(...)"))
    analysis = check(checker, f"a = {brackets(DEEP).replace('a', 'eval(b)')}\n")
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
