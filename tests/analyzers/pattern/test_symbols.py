"""Symbols of Ruby, which have their colon before or behind them."""

from __future__ import annotations

import pytest

CALLS = "f(:key => 1)\nf(key: 2)\nf('key' => 3)\nf(other: 4)\nf(:key)\n"


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("f(:key => $X)", ["f(:key => 1)", "f(key: 2)"]),
        ("f(key: $X)", ["f(:key => 1)", "f(key: 2)"]),
        ("f(:$K => $X)", ["f(:key => 1)", "f(key: 2)", "f(other: 4)"]),
        ("f($K: $X)", ["f(:key => 1)", "f(key: 2)", "f(other: 4)"]),
        ("f(:$K)", ["f(:key)"]),
        ("f(:other)", []),
    ],
)
def test_a_symbol_is_the_same_in_both_spellings(matched, pattern, found):
    assert matched("ruby", pattern, CALLS) == found


@pytest.mark.parametrize("expression", ["^key$", "^:?key:?$"])
def test_a_metavariable_stands_for_a_symbol_without_its_colon(matched, expression):
    named = {"metavariable-regex": {"metavariable": "$K", "regex": expression}}
    assert matched("ruby", {"patterns": [{"pattern": "f(:$K => $X)"}, named]}, CALLS) == ["f(:key => 1)", "f(key: 2)"]


def test_a_key_with_its_value_alone_stands_for_one_in_a_hash(matched):
    code = "f(:a => 1)\nx = { :b => 2, c: 3, 'd' => 4 }\n"
    assert matched("ruby", ":$K => $X", code) == [":b => 2", "c: 3"]


def test_an_if_without_statements_has_any(matched):
    pattern = "if c\n  ...\nelse\n  ...\nend"
    assert matched("ruby", pattern, "if c\n  # nothing\nelse\nend") != []
    assert matched("ruby", pattern, "if c\nend") == []
