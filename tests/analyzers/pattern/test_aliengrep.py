"""The engine `aliengrep` of the language `generic`; that Semgrep says the same is shown in `tests/differential`."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.text.aliengrep import AliengrepOptions, compile_aliengrep, find_aliengrep, settings_of

LINES = AliengrepOptions(multiline=False)


def found(pattern, text, settings=LINES):
    matches = find_aliengrep(compile_aliengrep(pattern, settings), text.encode(), {}, settings)
    return [text[start:end] for start, end, _ in matches]


@pytest.mark.parametrize(
    ("pattern", "text", "settings", "expected"),
    [
        ("f(...)", "f(g(1), 2) f( x", LINES, ["f(g(1), 2)"]),
        ("f(...) d", "f(a) x) d", LINES, []),
        ("f(...)", "f(\n1)", LINES, []),
        ("f(....)", "f(\n1)", LINES, ["f(\n1)"]),
        ("f(...)", "f(\n1)", AliengrepOptions(), ["f(\n1)"]),
        ("a\nb", "a b\na\nb", LINES, ["a\nb"]),
        ("$X $X", "a b b", LINES, ["b b"]),
        ("$X $X", "A a", LINES._replace(caseless=True), ["A a"]),
        ("k: $X", "K: a-b c", LINES._replace(caseless=True, more_in_words="-"), ["K: a-b"]),
        ("<...> b", "<a> b> b", LINES, ["<a> b"]),
        ("<...> b", "<a> b> b", LINES._replace(braces=((b"<", b">"),)), ["<a> b"]),
        ("$...A = $...B", "x y = 1 2\nz", LINES, ["x y = 1 2"]),
        ("oo", "foo", LINES, []),
    ],
)
def test_what_it_finds(pattern, text, settings, expected):
    assert found(pattern, text, settings) == expected


@pytest.mark.parametrize(("pattern", "message"), [("  \n", "empty"), ("x " * 300, "more than")])
def test_what_is_no_pattern(pattern, message):
    with pytest.raises(PatternError, match=message):
        compile_aliengrep(pattern, LINES)


def test_options_of_rules_are_its_settings():
    options = {
        "generic_engine": "aliengrep",
        "generic_multiline": False,
        "generic_caseless": True,
        "generic_extra_word_characters": ["-"],
        "generic_braces": [["<", ">"]],
        "generic_extra_braces": [["(", ")"], ["<<", ">>"]],
    }

    assert settings_of({}) is None
    assert settings_of({"generic_engine": "aliengrep"}) == AliengrepOptions()
    assert settings_of(options) == AliengrepOptions(False, True, "-", ((b"<", b">"), (b"(", b")")))


def test_rules_use_it(matched):
    options = {"generic_engine": "aliengrep", "generic_caseless": True}

    assert matched("generic", "KEY ... end", "key (end) end\n", options=options) == ["key (end) end"]
    assert matched("generic", "KEY ... end", "key (end) end\n") == []


def test_a_nested_pattern_is_read_by_the_same_engine(matched):
    body = {
        "patterns": [
            {"pattern": "a (....) b"},
            {"pattern": "a ($...X) b"},
            {"metavariable-pattern": {"metavariable": "$...X", "pattern": "c .... d"}},
        ],
        "options": {"generic_engine": "aliengrep", "generic_multiline": False},
    }

    assert matched("generic", body, "a (c x d) b\na (c x) b\n") == ["a (c x d) b"]


def test_a_hostile_pattern_ends():
    with pytest.raises(TooManySteps):
        found("a ... a ... a ... a ... a ... a ... b", "a " * 3_000)


@given(st.text("ab([{}])\n x", max_size=60), st.sampled_from(["a ... b", "(...)", "[....] x", "$X $...Y $X"]))
def test_matches_follow_one_another(text, pattern):
    settings = AliengrepOptions(multiline=False)
    matches = find_aliengrep(compile_aliengrep(pattern, settings), text.encode(), {}, settings)

    assert all(start < end for start, end, _ in matches)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(matches))
