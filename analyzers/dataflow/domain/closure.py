"""Functions that leave the one they were made in, with the variables of it that they can see."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import Captured, ClosureValue
from reread.analyzers.dataflow.ir.nodes import Function

MOST_DEEP = 3
"""How many functions that were made one in the other are kept with their variables."""

LONGEST = 2_000
"""Bytes of a function that is interpreted once more where it is called."""


def function_of(closed: ClosureValue) -> Function:
    return closed.function if isinstance(closed, Captured) else closed


def is_inside(closed: ClosureValue, function: Function) -> bool:
    """True for a closure that is written in the body of a function of the same unit."""
    inner = function_of(closed)
    return function.start <= inner.start and inner.end <= function.end
