"""Schemas of JavaScript's libraries for validation, and what they let through: zod, Joi, yup, valibot, TypeBox, vine.

A schema is a value with one field: a number or a choice of few values lets no text through, an object has the schemas
of its fields, and of all others nothing is said. What was parsed by the schema of an object has its fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.flow.checked_places import ALL, Places
from reread.analyzers.flow.folding import UNKNOWN
from reread.analyzers.flow.implied import Implied
from reread.analyzers.flow.patterns import Regex, is_narrow
from reread.analyzers.flow.program import Call, Expression, Member, Name
from reread.analyzers.flow.values import CLEAN, CONSTANT, Value, field_of

if TYPE_CHECKING:
    from reread.analyzers.flow.closures import Closures

_SCHEMA = "\0schema"
_ANY = Value(fields={_SCHEMA: Value(literal="any")})
_TEXTLESS = Value(fields={_SCHEMA: CONSTANT})
_LIBRARIES = frozenset({"z", "zod", "Joi", "joi", "yup", "Yup", "v", "valibot", "vine", "Type", "t", "celebrate"})
_NO_TEXT = frozenset(
    {
        *("number", "int", "int32", "float32", "float64", "integer", "boolean", "bool", "date", "bigint", "enum"),
        *("nativeEnum", "literal", "picklist", "enum_", "enums", "Number", "Integer", "Boolean", "Literal", "Enum"),
        *("Date", "uuid", "uuidv4", "uuidv6", "uuidv7", "guid", "cuid", "cuid2", "ulid", "nanoid", "datetime"),
        *(
            "isoDate",
            "alphanum",
            "alphaNumeric",
            "hex",
            "ip",
            "ipv4",
            "ipv6",
            "valid",
            "oneOf",
            "equal",
            "only",
            "null",
        ),
        *("isoTimestamp", "isoDateTime", "decimal", "digits", "undefined", "void"),
    }
)
"""What is called on a library or a schema, and lets only a number, a harmless form or one of a few values through."""
_PATTERNS = frozenset({"regex", "pattern", "matches"})
_OBJECTS = frozenset({"object", "strictObject", "looseObject", "Object", "strict_object", "interface"})
_LISTS = frozenset({"array", "Array", "set", "Set", "items", "of"})
_CHOICES = frozenset({"union", "Union", "or", "alternatives", "try", "discriminatedUnion", "and", "concat", "pipe"})
_MORE_FIELDS = frozenset({"extend", "keys", "shape", "append", "merge", "safeExtend"})
_OTHERS = frozenset({"transform", "preprocess", "custom", "catch", "allow", "when", "external", "rename", "mixed"})
_PARSERS = frozenset(
    {*("parse", "parseAsync", "cast", "validateSync", "attempt", "Parse", "Decode", "parseSync", "assert"), "create"}
)
_REPORTERS = frozenset({"safeParse", "safeParseAsync", "validate", "validateAsync", "spa", "Check"})
_MOST_DEEP = 5


def of_schema(name: str, call: Call, receiver: Value, arguments: list[Value], run: Closures) -> Value | None:
    """What a call that makes a schema, or parses something with one, gives; None for all others."""
    is_schema = _kind(receiver) is not None
    if name in _PARSERS or name in _REPORTERS:
        found = _parsing(call, receiver, arguments)
        return None if found is None else _parsed_by(name, *found, run)
    if is_schema or (isinstance(call.callee, Member) and _is_library(call.callee.object, run)):
        return _made(name, receiver, arguments)
    return None


def _kind(value: Value) -> Value | None:
    return None if value.fields is None else value.fields.get(_SCHEMA)


def _is_library(e: Expression, run: Closures) -> bool:
    """True for `z`, `z.coerce` and the like, which no variable of a function is."""
    while isinstance(e, Member):
        e = e.object
    while isinstance(e, Call):
        e = e.callee.object if isinstance(e.callee, Member) else e.callee
    return isinstance(e, Name) and e.name in _LIBRARIES and not run.variable(e.name).mask


def _made(name: str, receiver: Value, arguments: list[Value]) -> Value:
    known = _kind(receiver)
    if name in _OTHERS:
        return _ANY
    if name in _OBJECTS or name in _MORE_FIELDS:
        given = (arguments[0].fields or {}) if arguments else {}
        added = _kind(arguments[0]) if arguments else None
        fields = dict((known.fields or {}) if known is not None else {})
        fields.update((added.fields or {}) if added is not None else given)
        return Value(fields={_SCHEMA: Value(fields=fields)})
    if name in _CHOICES or name in _LISTS:
        kinds = [receiver] if known is not None else []
        # Joi's `array()` and `alternatives()` are told later what they are about.
        kinds = [] if kinds and _is_empty(known) else kinds
        given_all = [*kinds, *(each for value in arguments for each in _elements(value))]
        if not given_all:
            return Value(fields={_SCHEMA: Value(literal="empty")})
        return _TEXTLESS if all(_lets_no_text(each) for each in given_all) or _pipes(name, given_all) else _ANY
    if name in _NO_TEXT or (name in _PATTERNS and arguments and _is_narrow(arguments[0])):
        return _TEXTLESS
    return receiver if known is not None else _ANY


def _is_empty(kind: Value | None) -> bool:
    return kind is not None and kind.literal == "empty"


def _pipes(name: str, values: list[Value]) -> bool:
    """Of what is checked one after the other, any may be strict enough."""
    return name == "pipe" and any(_lets_no_text(each) for each in values)


def _elements(value: Value) -> list[Value]:
    if value.size is not None and value.fields and _SCHEMA not in value.fields:
        return [field_of(value, str(at)) for at in range(value.size)]
    return [value]


def _lets_no_text(schema: Value) -> bool:
    kind = _kind(schema)
    return kind is not None and kind.constant and kind.literal is UNKNOWN and not kind.fields


def _is_narrow(pattern: Value) -> bool:
    return isinstance(pattern.literal, Regex) and is_narrow(str(pattern.literal), False)


def _parsing(call: Call, receiver: Value, arguments: list[Value]) -> tuple[Value, Value, Expression] | None:
    """The schema and what is parsed with it: `schema.parse(x)`, `v.parse(schema, x)`, `Joi.attempt(x, schema)`."""
    if _kind(receiver) is not None:
        return (receiver, arguments[0], call.arguments[0].value) if arguments else None
    if len(arguments) < 2:
        return None
    for at, other in ((0, 1), (1, 0)):
        if _kind(arguments[at]) is not None:
            return arguments[at], arguments[other], call.arguments[other].value
    return None


def _parsed_by(name: str, schema: Value, value: Value, given: Expression, run: Closures) -> Value:
    result = _parsed(value, schema)
    if name in _PARSERS:
        return result
    place = run.place_of(given)
    checked = {} if place is None or place[1] is None else _places((place[0], place[1]), schema)
    outcome = {
        "data": result,
        "value": result,
        "output": result,
        "error": Value(test=Implied(checked, {})),  # type: ignore[arg-type]
        "success": Value(test=Implied({}, checked)),  # type: ignore[arg-type]
    }
    # yup's `validate` gives what it has parsed itself.
    return Value(result.mask, result.trace, {**outcome, **(result.fields or {})})


def _parsed(value: Value, schema: Value, deep: int = 0) -> Value:
    """What a schema lets through of a value."""
    kind = _kind(schema)
    if kind is None or deep > _MOST_DEEP:
        return value
    if _lets_no_text(schema):
        return CLEAN
    if not kind.fields:
        return value
    fields = {key: _parsed(field_of(value, key), inner, deep + 1) for key, inner in kind.fields.items()}
    return Value(value.mask, value.trace, {**(value.fields or {}), **fields}, owner=value.owner)


def _places(place: tuple[str, tuple[str, ...]], schema: Value, deep: int = 0) -> Places:
    """What of a variable is harmless once a schema has found nothing wrong with it."""
    kind = _kind(schema)
    if _lets_no_text(schema):
        return {place: ALL}
    found: Places = {}
    for key, inner in ((kind.fields or {}) if kind is not None and deep <= _MOST_DEEP else {}).items():
        found.update(_places((place[0], (*place[1], key)), inner, deep + 1))
    return found
