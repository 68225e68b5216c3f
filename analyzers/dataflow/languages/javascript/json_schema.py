"""JSON Schema, as Ajv and Fastify are given it: what it lets through, in the form of the schemas of libraries."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.regex import is_narrow
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, Fields
from reread.analyzers.dataflow.languages.javascript.schema_values import (
    ANY,
    TEXTLESS,
    is_schema,
    lets_no_text,
    object_of,
)

_NO_TEXT = frozenset({"integer", "number", "boolean", "null"})
_FORMATS = frozenset({"uuid", "date", "date-time", "time", "duration", "ipv4", "ipv6"})
_CHOICES = ("anyOf", "oneOf")
_MOST_DEEP = 5


def of_json(value: AbstractValue, deep: int = 0) -> AbstractValue:
    """The schema that a dictionary of JSON Schema is; what is a schema of a library already is left as it is."""
    if is_schema(value):
        return value
    fields = value.fields or {}
    if deep > _MOST_DEEP or any(key in fields for key in _CHOICES):
        return ANY
    if "properties" in fields:
        return object_of({key: of_json(each, deep + 1) for key, each in (fields["properties"].fields or {}).items()})
    return TEXTLESS if _lets_no_text(fields, deep) else ANY


def _lets_no_text(fields: Fields, deep: int) -> bool:
    if any(key in fields and not fields[key].taint for key in ("enum", "const")):
        return True
    kind = _text(fields, "type")
    if kind == "array":
        return "items" in fields and lets_no_text(of_json(fields["items"], deep + 1))
    pattern = _text(fields, "pattern")
    return kind in _NO_TEXT or _text(fields, "format") in _FORMATS or (pattern != "" and is_narrow(pattern, False))


def _text(fields: Fields, key: str) -> str:
    literal = fields.get(key, CLEAN).literal
    return literal if literal is not UNKNOWN and isinstance(literal, str) else ""
