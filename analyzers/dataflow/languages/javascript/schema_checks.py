"""Schemas that are asked whether a value fits: functions that Ajv compiled, `Value.Check(T, x)`, `isValidSync(x)`."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.languages.javascript.json_schema import of_json
from reread.analyzers.dataflow.languages.javascript.schema_values import is_schema, places
from reread.analyzers.dataflow.memory.access_paths import access_path
from reread.analyzers.dataflow.memory.reads import peek
from reread.analyzers.dataflow.sanitizers.guard_subjects import SanitizedPaths

_COMPILERS = re.compile(r"(?i)^(\w*ajv\w*|typecompiler|\w*schemas?compiler|\w*validator)$")
_QUESTIONS = frozenset({"Check", "is", "isValidSync", "isValid", "validate", "allows"})


def compiled(name: str, call: Call, arguments: list[AbstractValue]) -> AbstractValue | None:
    """The schema that a call compiles, which is a function from then on; None for all other calls."""
    callee = call.callee
    is_made = name in ("compile", "Compile") and isinstance(callee, Member) and _is_compiler(callee.object)
    return of_json(arguments[0]) if is_made and arguments else None


def fitting(state: State, call: Call, holds: bool) -> SanitizedPaths:
    """What of a variable is harmless where a schema says that the value fits."""
    if not holds or not call.arguments or not isinstance(call.callee, (Name, Member)):
        return {}
    schema, asked = _question(state, call, call.callee)
    place = access_path(state, asked) if is_schema(schema) else None
    return {} if place is None or place[1] is None else places((place[0], place[1]), schema, state.taint_bits.lowers)


def _question(state: State, call: Call, callee: Name | Member) -> tuple[AbstractValue, Expression]:
    """The schema, if it is one, and what it is asked about."""
    first = call.arguments[0].value
    if isinstance(callee, Name):
        return peek(state, callee), first
    is_compiler = callee.name in ("validate", "validateSchema") and _is_compiler(callee.object)
    if len(call.arguments) > 1 and is_compiler:
        return of_json(state.evaluator.evaluate(state, first)), call.arguments[1].value
    if callee.name not in _QUESTIONS:
        return CLEAN, first
    schema = peek(state, callee.object)
    if is_schema(schema) or len(call.arguments) < 2:
        return schema, first
    return peek(state, first), call.arguments[1].value


def _is_compiler(e: Expression) -> bool:
    if isinstance(e, Call):
        e = e.callee
    name = e.name if isinstance(e, (Name, Member)) else ""
    return _COMPILERS.match(name) is not None
