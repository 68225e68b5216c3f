"""Schemas of validators, as values that are interpreted: what each of them lets through.

A schema has one field: a number or a choice of few values lets no text through, an object has the schemas of its
fields, and of all others nothing is said.
"""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.facets import SCHEMA, Path
from reread.analyzers.dataflow.domain.value import CLEAN, CONSTANT, AbstractValue, Fields, field_of, without
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL, SanitizedPaths

ANY = AbstractValue(fields={SCHEMA: AbstractValue(literal="any")})
EMPTY = AbstractValue(fields={SCHEMA: AbstractValue(literal="empty")})
"""One that gets to know later what it is about."""
TEXTLESS = AbstractValue(fields={SCHEMA: CONSTANT})
JUDGED = AbstractValue(fields={SCHEMA: AbstractValue(literal="judged")})
"""One with a rule of which nothing is known"""
_MOST_DEEP = 5


def kind_of(value: AbstractValue) -> AbstractValue | None:
    return None if value.fields is None else value.fields.get(SCHEMA)


def is_schema(value: AbstractValue) -> bool:
    return kind_of(value) is not None


def is_empty(schema: AbstractValue) -> bool:
    kind = kind_of(schema)
    return kind is not None and kind.literal == "empty"


def object_of(fields: Fields) -> AbstractValue:
    """The schema of an object with these of its fields."""
    return AbstractValue(fields={SCHEMA: AbstractValue(fields=fields)})


def lets_no_text(schema: AbstractValue) -> bool:
    kind = kind_of(schema)
    return kind is not None and kind.constant and kind.literal is UNKNOWN and not kind.fields


def parsed(value: AbstractValue, schema: AbstractValue, lowers: int, deep: int = 0) -> AbstractValue:
    """What a schema lets through of a value. `lowers` is the mask of what is only possible where nothing is known."""
    kind = kind_of(schema)
    if kind is None or deep > _MOST_DEEP:
        return value
    if lets_no_text(schema):
        return CLEAN
    if kind.literal == "judged":
        return without(value, lowers)
    if not kind.fields:
        return value
    fields: Fields = {key: parsed(field_of(value, key), inner, lowers, deep + 1) for key, inner in kind.fields.items()}
    return AbstractValue(value.taint, value.trace, {**(value.fields or {}), **fields}, type=value.type)


def places(place: tuple[str, Path], schema: AbstractValue, lowers: int, deep: int = 0) -> SanitizedPaths:
    """What of a variable is harmless once a schema has found nothing wrong with it."""
    kind = kind_of(schema)
    if lets_no_text(schema):
        return {place: ALL}
    if kind is not None and kind.literal == "judged":
        return {place: lowers}
    found: SanitizedPaths = {}
    for key, inner in ((kind.fields or {}) if kind is not None and deep <= _MOST_DEEP else {}).items():
        found.update(places((place[0], (*place[1], key)), inner, lowers, deep + 1))
    return found
