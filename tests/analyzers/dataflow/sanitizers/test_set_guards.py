"""Comparisons of sets and of sizes that say something of each element."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.value import CONSTANT
from reread.analyzers.dataflow.ir.nodes import Call, Operation
from reread.analyzers.dataflow.sanitizers.set_guards import counted_in, within, within_by_name
from tests.analyzers.dataflow.states import TAINTED, condition, state_of


@pytest.mark.parametrize(
    ("text", "holds", "sanitized"),
    [
        ("set(x) <= KNOWN", True, {"x"}),
        ("set(x) <= KNOWN", False, set()),
        ("KNOWN >= set(x)", True, {"x"}),
        ("set(x) - KNOWN", False, {"x"}),
        ("set(x) - KNOWN", True, set()),
        ("x <= KNOWN", True, set()),
        ("set(x) <= y", True, set()),
    ],
)
def test_a_set_within_a_known_one_sanitizes_its_elements(text, holds, sanitized):
    state = state_of("python", x=TAINTED, y=TAINTED, KNOWN=CONSTANT)
    operation = condition("python", text)
    assert isinstance(operation, Operation)
    assert {name for name, _ in within(state, operation, holds)} == sanitized


@pytest.mark.parametrize(
    ("text", "holds", "sanitized"),
    [
        ("set(x).issubset(KNOWN)", True, {"x"}),
        ("KNOWN.issuperset(x)", True, {"x"}),
        ("set(x).difference(KNOWN)", False, {"x"}),
        ("set(x).issubset(y)", True, set()),
        ("set(x).union(KNOWN)", True, set()),
    ],
)
def test_methods_of_sets_say_the_same(text, holds, sanitized):
    state = state_of("python", x=TAINTED, y=TAINTED, KNOWN=CONSTANT)
    call = condition("python", text)
    assert isinstance(call, Call)
    assert {name for name, _ in within_by_name(state, call, holds)} == sanitized


@pytest.mark.parametrize(
    ("language", "text", "is_count"),
    [
        ("python", "len(x)", True),
        ("python", "x.count(y)", False),
        ("javascript", "x.length", True),
        ("javascript", "x.name", False),
    ],
)
def test_what_is_counted_is_known_by_the_name(language, text, is_count):
    assert (counted_in(condition(language, text), language) is not None) is is_count
