"""Lists and dictionaries whose keys and positions are known."""

from __future__ import annotations

from functools import cache

from reread.analyzers.dataflow.domain.facets import KEYS, position_of
from reread.analyzers.dataflow.domain.type_ref import TypeRef, class_type
from reread.analyzers.dataflow.domain.value import (
    CONSTANT,
    AbstractValue,
    Fields,
)
from reread.analyzers.dataflow.models.library_names import names


@cache
def stacks(library: str) -> frozenset[TypeRef]:
    """As classes of values: collections whose newest element comes last where other queues have it first."""
    return frozenset(map(class_type, names("stack-class", library)))


def turned(current: AbstractValue) -> AbstractValue:
    """A list of known positions with its last element first."""
    last = (current.size or 0) - 1
    fields: Fields = {
        key if (at := position_of(key)) is None else str(last - at): field
        for key, field in (current.fields or {}).items()
    }
    return with_elements(current, fields, current.size)


def has_known_keys(value: AbstractValue) -> bool:
    """True for a dictionary of which all keys are written in the code."""
    fields = value.fields
    if not fields or value.taint or value.type or value.size is not None or KEYS in fields:
        return False
    return all(position_of(key) is None for key in fields)


def numbered(element: AbstractValue) -> AbstractValue:
    """What `enumerate` gives: pairs of a number, which no input is in, and an element."""
    return pairs([CONSTANT, element])


def pairs(parts: list[AbstractValue]) -> AbstractValue:
    """What gives such pairs, or more than two together, one after the other."""
    return AbstractValue(
        fields={"0": AbstractValue(fields={str(at): part for at, part in enumerate(parts)}, size=len(parts))}
    )


def with_elements(value: AbstractValue, fields: Fields, size: int | None) -> AbstractValue:
    return AbstractValue(value.taint, value.trace, fields, value.closure, value.type, value.symbol, size=size)
