"""The newer syntax under `match`, and the options of a rule."""

from __future__ import annotations

import pytest

CODE = "foo(1)\nfoo(2)\ndef f():\n    foo(3)\n    bar(foo(4))\n"


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("foo(1)", ["foo(1)"]),
        ({"pattern": "foo(2)"}, ["foo(2)"]),
        ({"regex": "bar"}, ["bar"]),
        ({"all": ["foo(...)", {"not": "foo(1)"}, {"not": {"inside": "def f(): ..."}}]}, ["foo(2)"]),
        ({"all": ["foo(...)", {"inside": "def f(): ..."}]}, ["foo(3)", "foo(4)"]),
        ({"all": ["foo(...)", {"not": {"regex": "[23]"}}]}, ["foo(1)", "foo(4)"]),
        ({"any": ["foo(1)", "bar(...)"]}, ["foo(1)", "bar(foo(4))"]),
        ({"all": ["foo($X)"], "where": [{"metavariable": "$X", "regex": "[12]"}]}, ["foo(1)", "foo(2)"]),
        ({"all": ["foo($X)"], "where": [{"comparison": "$X > 3"}, {"focus": "$X"}]}, ["4"]),
        ({"pattern": "bar($X)", "where": [{"metavariable": "$X", "pattern": "foo(4)"}]}, ["bar(foo(4))"]),
        ({"pattern": "bar($X)", "where": [{"metavariable": "$X", "not": "foo(4)"}]}, []),
        ({"pattern": "foo($X)", "where": [{"metavariable": "$X", "language": "regex", "regex": "1"}]}, ["foo(1)"]),
        ({"pattern": "foo($X)", "where": [{"metavariable": "$X", "type": "str"}]}, []),
    ],
)
def test_match(matched, match, expected):
    assert matched("python", {"match": match}, CODE) == expected


@pytest.mark.parametrize(
    ("match", "message"),
    [
        ([], "expected a pattern, or a mapping"),
        ({}, "expected exactly one of"),
        ({"pattern": "a", "regex": "b"}, "expected exactly one of"),
        ({"pattern": 1}, "expected a text"),
        ({"all": []}, "not empty"),
        ({"all": [{"not": "a"}]}, "not a negation"),
        ({"not": "a"}, "not a negation"),
        ({"all": ["a", {"not": {"not": "b"}}]}, "cannot stand in a negation"),
        ({"pattern": "a", "where": ["x"]}, "expected each entry to be a mapping"),
        ({"pattern": "a", "where": [{"metavariable": "X", "regex": "b"}]}, "such as $X"),
        ({"pattern": "f("}, "does not parse"),
    ],
)
def test_a_mistake_under_match_is_a_problem(read, rule, match, message):
    rules, [problem] = read(rule("python", {"match": match}))

    assert rules == []
    assert message in problem.message


def test_match_stands_alone(read, rule):
    rules, [problem] = read(rule("python", {"match": "a", "pattern": "b"}))

    assert rules == []
    assert "expected exactly one of" in problem.message


def test_deeply_nested_formulas_are_a_problem(read, rule):
    match = "a"
    for _ in range(250):
        match = {"any": [match]}
    rules, [problem] = read(rule("python", {"match": match}))

    assert rules == []
    assert "nested too deeply" in problem.message


@pytest.mark.parametrize(
    ("language", "pattern", "option", "code", "by_default", "with_option"),
    [
        ("python", "a == b", {"symmetric_eq": True}, "a == b\nb == a\n", ["a == b"], ["a == b", "b == a"]),
        ("python", "a and b", {"commutative_boolop": True}, "b and a\n", [], ["b and a"]),
        ("javascript", "$X = 1", {"vardef_assign": False}, "x = 1; var y = 1;", ["x = 1", "y = 1"], ["x = 1"]),
        (
            "javascript",
            "var $X = 1",
            {"let_is_var": False},
            "var x = 1; let y = 1;",
            ["var x = 1;", "let y = 1;"],
            ["var x = 1;"],
        ),
        ("javascript", "function ($A) {...}", {"arrow_is_function": False}, "f((a) => 1)", ["(a) => 1"], []),
        ("python", "f('a')", {"constant_propagation": False}, "x = 'a'\nf(x)\n", ["f(x)"], []),
    ],
)
def test_options(matched, language, pattern, option, code, by_default, with_option):
    assert matched(language, {"pattern": pattern}, code) == by_default
    assert matched(language, {"pattern": pattern, "options": option}, code) == with_option


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"min-version": "99.0.0"}, "another version"),
        ({"max-version": "0.9"}, "another version"),
        ({"min-version": "x"}, "expected a version"),
        ({"mode": "extract"}, "cuts code out"),
        ({"mode": "steps"}, "runs several rules"),
    ],
)
def test_what_is_not_there_says_so(read, rule, entry, message):
    rules, [problem] = read(rule("python", "foo()", **entry))

    assert rules == []
    assert message in problem.message


def test_a_rule_for_this_version_loads(read, rule):
    rules, problems = read(rule("python", "foo()", **{"min-version": "1.50.0", "max-version": "2.0"}))

    assert len(rules) == 1
    assert problems == []
