"""Errors of Go: which expressions certainly give one, and what is sanitized where there is none."""

from __future__ import annotations

import re

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue
from reread.analyzers.dataflow.ir.nodes import Call, Collection, Expression, Member, Name, Parts
from reread.analyzers.dataflow.memory.reads import read_variable
from reread.analyzers.dataflow.sanitizers.name_words import name_words

_MAKERS = frozenset({"New", "Errorf", "Error", "Wrap", "Wrapf", "WithMessage", "WithStack", "NewHTTPError", "NewError"})
_PARSERS = frozenset(
    {
        *("strconv.Atoi", "strconv.ParseInt", "strconv.ParseUint", "strconv.ParseFloat", "strconv.ParseBool"),
        *("uuid.Parse", "uuid.FromString", "uuid.Validate", "netip.ParseAddr", "primitive.ObjectIDFromHex"),
    }
)
_NAMED = re.compile(r"Err[A-Z]\w*|err[A-Z]\w*")


def is_error(e: Expression) -> bool:
    """True for what is an error, alone or as the last of several results: `fmt.Errorf(...)`, `ErrNotFound`."""
    if isinstance(e, Collection):
        return is_error(e.entries[-1].value) if e.entries and not e.type else True
    if isinstance(e, Parts):
        return e.type == "&" and len(e.parts) == 1 and isinstance(e.parts[0], Collection)
    if isinstance(e, Call):
        return isinstance(e.callee, Member) and e.callee.name in _MAKERS
    return isinstance(e, (Name, Member)) and _NAMED.fullmatch(e.name) is not None


def _is_parser(call: Call) -> bool:
    """True for functions of Go that give an error for all that is no number, no address and the like."""
    callee = call.callee
    if not isinstance(callee, Member) or not isinstance(callee.object, Name) or not call.arguments:
        return False
    return f"{callee.object.name}.{callee.name}" in _PARSERS


def record_error(state: State, target: Expression, call: Call) -> None:
    """Remembers with the last result of a call, an error or whether all is well, what was asked."""
    if not state.options.guards:
        return
    is_one = not isinstance(target, Collection) or len(target.entries) < 2
    if isinstance(target, Collection) and target.entries:
        target = target.entries[-1].value
    if isinstance(target, Name) and target.name != "_" and (not is_one or "err" in name_words(target.name)):
        value = read_variable(state, target.name)
        state.env[target.name] = AbstractValue(value.taint, value.trace, value.fields, type=value.type, test=call)


def parsed_before(state: State, error: Expression) -> Expression | None:
    """What a parser of Go was given whose error this is; without an error it has the form that the parser asks for."""
    call = read_variable(state, error.name).test if isinstance(error, Name) else None
    return call.arguments[0].value if isinstance(call, Call) and _is_parser(call) else None
