"""Searches that give a position: what is sanitized where something was found."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.domain.value import CONSTANT
from reread.analyzers.dataflow.ir.nodes import Operation
from reread.analyzers.dataflow.sanitizers.index_guards import searched, where_found
from tests.analyzers.dataflow.states import TAINTED, condition, state_of


@pytest.mark.parametrize(
    ("language", "text", "holds", "sanitized"),
    [
        ("javascript", "KNOWN.indexOf(x) >= 0", True, {"x"}),
        ("javascript", "KNOWN.indexOf(x) > -1", True, {"x"}),
        ("javascript", "KNOWN.indexOf(x) < 0", False, {"x"}),
        ("javascript", "KNOWN.indexOf(x) < 0", True, set()),
        ("javascript", "y.indexOf(x) >= 0", True, set()),
        ("javascript", "KNOWN.indexOf(x) > 3", True, set()),
        ("go", "slices.Index(KNOWN, x) >= 0", True, {"x"}),
        ("go", "other.Index(KNOWN, x) >= 0", True, set()),
    ],
)
def test_an_element_that_was_found_is_a_known_one(language, text, holds, sanitized):
    state = state_of(language, x=TAINTED, y=TAINTED, KNOWN=CONSTANT)
    operation = condition(language, text)
    assert isinstance(operation, Operation)
    assert {name for name, _ in where_found(state, operation, holds)} == sanitized


def test_a_call_of_another_name_is_no_search():
    state = state_of("javascript", x=TAINTED)
    assert searched(state, condition("javascript", "KNOWN.at(x)")) is None
