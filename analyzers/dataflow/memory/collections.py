"""Lists and dictionaries whose keys and positions are known."""

from __future__ import annotations

from reread.analyzers.dataflow.declarations.structs import KEYS
from reread.analyzers.dataflow.domain.value import (
    CONSTANT,
    AbstractValue,
)

STACK = "Stack"
"""As the class of a value: of all collections of Java the one whose newest element comes last."""


def turned(current: AbstractValue) -> AbstractValue:
    """A list of known positions with its last element first."""
    last = (current.size or 0) - 1
    fields = {str(last - int(at)) if at.isdecimal() else at: field for at, field in (current.fields or {}).items()}
    return with_elements(current, fields, current.size)


def has_known_keys(value: AbstractValue) -> bool:
    """True for a dictionary of which all keys are written in the code."""
    fields = value.fields
    if not fields or value.taint or value.owner or value.size is not None or KEYS in fields:
        return False
    return not any(key.isdigit() for key in fields)


def numbered(element: AbstractValue) -> AbstractValue:
    """What `enumerate` gives: pairs of a number, which no input is in, and an element."""
    return pairs([CONSTANT, element])


def pairs(parts: list[AbstractValue]) -> AbstractValue:
    """What gives such pairs, or more than two together, one after the other."""
    return AbstractValue(
        fields={"0": AbstractValue(fields={str(at): part for at, part in enumerate(parts)}, size=len(parts))}
    )


def with_elements(value: AbstractValue, fields: dict[str, AbstractValue], size: int | None) -> AbstractValue:
    return AbstractValue(value.taint, value.trace, fields, value.closure, value.owner, value.symbol, size=size)
