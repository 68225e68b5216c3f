"""Calls of JavaScript's libraries for validation, and what they let through: zod, Joi, yup, valibot, TypeBox, vine.

They make schemas, and what was parsed by the schema of an object has its fields.
"""

from __future__ import annotations

from reread.analyzers.dataflow.domain.regex import Regex, is_narrow
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, Fields, deep_taint, field_of
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.languages.javascript.json_schema import of_json
from reread.analyzers.dataflow.languages.javascript.schema_checks import compiled
from reread.analyzers.dataflow.languages.javascript.schema_values import (
    ANY,
    EMPTY,
    JUDGED,
    TEXTLESS,
    is_empty,
    is_schema,
    kind_of,
    lets_no_text,
    object_of,
    parsed,
    places,
)
from reread.analyzers.dataflow.memory.access_paths import access_path
from reread.analyzers.dataflow.memory.reads import read_variable
from reread.analyzers.dataflow.sanitizers.correlated_guards import CorrelatedGuard

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
_OTHERS = frozenset({"transform", "preprocess", "custom", "allow", "when", "external", "rename", "mixed"})
_JUDGES = frozenset(
    {
        *(
            "refine",
            "superRefine",
            "check",
            "test",
            "transform",
            "preprocess",
            "custom",
            "external",
            "when",
            "codec",
            "use",
        )
    }
)
"""What is given a function that decides about values, or changes them"""
_ASKS = frozenset({"refine", "superRefine", "check", "test"})
_OTHERWISE = frozenset({"catch", "default", "prefault", "failover"})
"""What says which value stands in for one that is missing or wrong."""
_WRAPPERS = frozenset(
    {
        *("optional", "Optional", "nullable", "Nullable", "nullish", "exactOptional", "fallback", "undefinedable"),
        *("Readonly", "readonly", "nonOptional", "nonNullable", "nonNullish", "required", "Required", "partial"),
        *("Partial", "lazy", "promise", "Composite", "strict", "Strict"),
    }
)
"""What is called with a schema, and lets through what that does, or nothing at all."""
_PARSERS = frozenset(
    {*("parse", "parseAsync", "cast", "validateSync", "attempt", "Parse", "Decode", "parseSync", "assert"), "create"}
)
_REPORTERS = frozenset({"safeParse", "safeParseAsync", "validate", "validateAsync", "spa", "Check"})


def of_schema(
    state: State, name: str, call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> AbstractValue | None:
    """What a call that makes a schema, or parses something with one, gives; None for all others."""
    if name in _PARSERS or name in _REPORTERS:
        found = _parsing(call, receiver, arguments)
        return None if found is None else _parsed_by(state, name, *found)
    if (function := compiled(name, call, arguments)) is not None:
        return function
    if is_schema(receiver) or (isinstance(call.callee, Member) and _is_library(state, call.callee.object)):
        return _made(name, receiver, arguments)
    return None


def _is_library(state: State, e: Expression) -> bool:
    """True for `z`, `z.coerce` and the like, which no variable of a function is."""
    while isinstance(e, Member):
        e = e.object
    while isinstance(e, Call):
        e = e.callee.object if isinstance(e.callee, Member) else e.callee
    return isinstance(e, Name) and e.name in _LIBRARIES and not read_variable(state, e.name).taint


def _made(name: str, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue:
    known = kind_of(receiver)
    if name in _OTHERWISE and known is not None and not any(deep_taint(each)[0] for each in arguments):
        return receiver
    if name in _WRAPPERS and known is None and arguments and is_schema(arguments[0]):
        return arguments[0]
    if name in _JUDGES or (name in _PATTERNS and not (arguments and _is_narrow(arguments[0]))):
        return receiver if name in _ASKS and lets_no_text(receiver) else JUDGED
    if name in _OTHERS or name in _OTHERWISE:
        return ANY
    if name in _OBJECTS or name in _MORE_FIELDS:
        given = (arguments[0].fields or {}) if arguments else {}
        added = kind_of(arguments[0]) if arguments else None
        fields = dict((known.fields or {}) if known is not None else {})
        fields.update((added.fields or {}) if added is not None else given)
        return object_of(fields)
    if name in _CHOICES or name in _LISTS:
        return _of_several(name, receiver, arguments)
    if name in _NO_TEXT or (name in _PATTERNS and arguments and _is_narrow(arguments[0])):
        return TEXTLESS
    if name == "String" and arguments:
        return of_json(arguments[0])
    return receiver if known is not None else ANY


def _of_several(name: str, receiver: AbstractValue, arguments: list[AbstractValue]) -> AbstractValue:
    # Joi's `array()` and `alternatives()` get to know later what they are about.
    kinds = [receiver] if is_schema(receiver) and not is_empty(receiver) else []
    given = [*kinds, *(each for value in arguments for each in _elements(value))]
    if not given:
        return EMPTY
    return TEXTLESS if all(lets_no_text(each) for each in given) or _pipes(name, given) else ANY


def _pipes(name: str, values: list[AbstractValue]) -> bool:
    """Of what is checked one after the other, any may be strict enough."""
    return name == "pipe" and any(lets_no_text(each) for each in values)


def _elements(value: AbstractValue) -> list[AbstractValue]:
    if value.size is not None and value.fields and not is_schema(value):
        return [field_of(value, str(at)) for at in range(value.size)]
    return [value]


def _is_narrow(pattern: AbstractValue) -> bool:
    return isinstance(pattern.literal, Regex) and is_narrow(str(pattern.literal), False)


def _parsing(
    call: Call, receiver: AbstractValue, arguments: list[AbstractValue]
) -> tuple[AbstractValue, AbstractValue, Expression] | None:
    """The schema and what is parsed with it: `schema.parse(x)`, `v.parse(schema, x)`, `Joi.attempt(x, schema)`."""
    if is_schema(receiver):
        return (receiver, arguments[0], call.arguments[0].value) if arguments else None
    if len(arguments) < 2:
        return None
    for at, other in ((0, 1), (1, 0)):
        if is_schema(arguments[at]):
            return arguments[at], arguments[other], call.arguments[other].value
    return None


def _parsed_by(
    state: State, name: str, schema: AbstractValue, value: AbstractValue, given: Expression
) -> AbstractValue:
    lowers = state.taint_bits.lowers
    result = parsed(value, schema, lowers)
    if name in _PARSERS:
        return result
    place = access_path(state, given)
    checked = {} if place is None or place[1] is None else places((place[0], place[1]), schema, lowers)
    summary: Fields = {
        "data": result,
        "value": result,
        "output": result,
        "error": AbstractValue(test=CorrelatedGuard(checked, {})),  # type: ignore[arg-type]
        "success": AbstractValue(test=CorrelatedGuard({}, checked)),  # type: ignore[arg-type]
    }
    # yup's `validate` gives what it has parsed itself.
    return AbstractValue(result.taint, result.trace, {**summary, **(result.fields or {})})
