"""Schemas of validators, as values that are followed: what each of them lets through.

A schema has one field: a number or a choice of few values lets no text through, an object has the schemas of its
fields, and of all others nothing is said.
"""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, Value, field_of
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL, Places

_SCHEMA = "\0schema"
ANY = Value(fields={_SCHEMA: Value(literal="any")})
EMPTY = Value(fields={_SCHEMA: Value(literal="empty")})
"""One that is told later what it is about."""
TEXTLESS = Value(fields={_SCHEMA: CONSTANT})
_MOST_DEEP = 5


def kind_of(value: Value) -> Value | None:
    return None if value.fields is None else value.fields.get(_SCHEMA)


def is_schema(value: Value) -> bool:
    return kind_of(value) is not None


def is_empty(schema: Value) -> bool:
    kind = kind_of(schema)
    return kind is not None and kind.literal == "empty"


def object_of(fields: dict[str, Value]) -> Value:
    """The schema of an object with these of its fields."""
    return Value(fields={_SCHEMA: Value(fields=fields)})


def lets_no_text(schema: Value) -> bool:
    kind = kind_of(schema)
    return kind is not None and kind.constant and kind.literal is UNKNOWN and not kind.fields


def parsed(value: Value, schema: Value, deep: int = 0) -> Value:
    """What a schema lets through of a value."""
    kind = kind_of(schema)
    if kind is None or deep > _MOST_DEEP:
        return value
    if lets_no_text(schema):
        return CLEAN
    if not kind.fields:
        return value
    fields = {key: parsed(field_of(value, key), inner, deep + 1) for key, inner in kind.fields.items()}
    return Value(value.mask, value.trace, {**(value.fields or {}), **fields}, owner=value.owner)


def places(place: tuple[str, tuple[str, ...]], schema: Value, deep: int = 0) -> Places:
    """What of a variable is harmless once a schema has found nothing wrong with it."""
    kind = kind_of(schema)
    if lets_no_text(schema):
        return {place: ALL}
    found: Places = {}
    for key, inner in ((kind.fields or {}) if kind is not None and deep <= _MOST_DEEP else {}).items():
        found.update(places((place[0], (*place[1], key)), inner, deep + 1))
    return found
