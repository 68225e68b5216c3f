"""What two comparisons of one value mean together, against what they give for every value."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.checks.conditions._comparisons import Comparison, comparison, outcome
from reread.analyzers.syntax import parse, walk
from reread.analyzers.text import Document

SIGNS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
VALUES = [each / 2 for each in range(-2, 9)]
"""The constants, what lies between them, and what lies beyond."""


def compared(code):
    tree = parse(Document("file:///x.py", code, language="python"))
    node = next(each for each in walk(tree.root) if each.type == "comparison_operator")
    return comparison(node, code.encode())


@given(st.sampled_from(sorted(SIGNS)), st.integers(0, 3), st.sampled_from(sorted(SIGNS)), st.integers(0, 3))
def test_what_is_always_so_holds_for_every_value(one, first, other, second):
    pair = [Comparison(b"x", sign, float(number), None) for sign, number in ((one, first), (other, second))]
    held = [(SIGNS[one](value, first), SIGNS[other](value, second)) for value in VALUES]

    assert (outcome(*pair, "and") == "false") == (not any(a and b for a, b in held))
    assert (outcome(*pair, "or") == "true") == all(a or b for a, b in held)


def test_a_constant_on_the_left_is_read_as_on_the_right():
    assert compared("5 < a.b")[:3] == (b"a.b", ">", 5.0)


@pytest.mark.parametrize("code", ["a() == 1", "a == b", "a == None", "A.B == None", 'a < "b"', "a in 5", "0 < a < 5"])
def test_what_is_no_comparison_with_a_constant_is_none(code):
    assert compared(code) is None


def test_values_that_cannot_be_compared_decide_nothing():
    assert outcome(compared("a == 1"), compared("a == '1'"), "and") == ""
    assert outcome(compared("a == 1"), compared("b == 2"), "and") == ""
