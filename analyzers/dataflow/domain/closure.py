"""Functions that leave the one they were made in, with the variables of it that they can see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from reread.analyzers.dataflow.ir.nodes import Function

if TYPE_CHECKING:
    from reread.analyzers.dataflow.domain.taint_specs import Marks
    from reread.analyzers.dataflow.domain.value import Value

MOST_DEEP = 3
"""How many functions that were made one in the other are kept with their variables."""

LONGEST = 2_000
"""Bytes of a function that is followed once more where it is called."""


class Captured(NamedTuple):
    """A function with the variables around it as they were when it was given back.

    The places in it count from the start of the function of `unit`, to which `marks` belong; `owner` is the class whose
    object `this` is there.
    """

    function: Function
    unit: Any
    marks: Marks
    variables: dict[str, Value]
    owner: str
    deep: int


Closed: TypeAlias = "Function | Captured"


def function_of(closed: Closed) -> Function:
    return closed.function if isinstance(closed, Captured) else closed


def is_inside(closed: Closed, function: Function) -> bool:
    """True for a closure that is written in the body of a function of the same unit."""
    inner = function_of(closed)
    return function.start <= inner.start and inner.end <= function.end
