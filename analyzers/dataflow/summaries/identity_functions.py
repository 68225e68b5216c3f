"""Functions that do little with what they are given, whatever their names promise."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Call,
    Expression,
    Function,
    Leave,
    Literal,
    Member,
    Name,
    Operation,
    Parts,
    Text,
)
from reread.analyzers.dataflow.summaries.call_sites import calls_in

_MOST_STATEMENTS = 3
_KEEPING = frozenset(
    {
        *("trim", "trimStart", "trimEnd", "strip", "lstrip", "rstrip", "toString", "toLowerCase", "toUpperCase"),
        *("lower", "upper", "String", "str", "concat", "valueOf", "TrimSpace", "ToLower", "ToUpper"),
    }
)
"""Calls that leave in a text what could do harm."""

_INSIDE = _KEEPING | frozenset(
    {
        *("push", "unshift", "pop", "shift", "set", "add", "has", "delete", "get", "keys", "values", "entries"),
        *("includes", "indexOf", "startsWith", "endsWith", "slice", "substring", "split", "join", "padStart", "padEnd"),
        *("map", "filter", "forEach", "some", "every", "find", "findIndex", "reverse", "sort", "repeat", "charAt"),
        *("Number", "Boolean", "parseInt", "parseFloat", "isNaN", "Error", "TypeError", "Date", "Map", "Set"),
    }
)
"""Calls that start nothing, and show nothing to anybody."""
_SHOWN = frozenset({"console", "Math", "JSON", "Object", "Date", "Number"})
"""Objects whose methods do the same, or write to the terminal."""

_JOINING = frozenset({"+", "||", "??", "or"})


def passes_on(function: Function, replaces_once: bool) -> bool:
    """True for a body in which nothing is checked and nothing taken away: `return text.trim()`."""
    body = function.body
    if not function.parameters or not 0 < len(body) <= _MOST_STATEMENTS:
        return False
    last = body[-1]
    if not isinstance(last, Leave) or last.kind != "return" or last.value is None:
        return False
    for statement in body[:-1]:
        if not isinstance(statement, Assign) or not isinstance(statement.target, Name):
            return False
        if not _keeps(statement.value, replaces_once):
            return False
    names = {parameter.name for parameter in function.parameters}
    names |= {each.target.name for each in body[:-1] if isinstance(each, Assign) and isinstance(each.target, Name)}
    return _keeps(last.value, replaces_once) and _has_name(last.value, names)


def stays_inside(function: Function) -> bool:
    """True for a body that only computes and remembers: nothing in it goes to a shell, a database or another host."""
    return all(_is_inside(call.callee) for call in calls_in(function.body))


def _is_inside(callee: Expression) -> bool:
    if isinstance(callee, Member) and isinstance(callee.object, Name) and callee.object.name in _SHOWN:
        return True
    return isinstance(callee, (Name, Member)) and callee.name in _INSIDE


def _keeps(e: Expression, replaces_once: bool) -> bool:
    if isinstance(e, (Name, Literal)):
        return True
    if isinstance(e, Call):
        return _is_keeping(e, replaces_once) and all(_keeps(each, replaces_once) for each in _inside(e))
    if isinstance(e, Operation):
        return e.operator in _JOINING and all(_keeps(each, replaces_once) for each in e.operands)
    return isinstance(e, (Text, Parts)) and all(_keeps(part, replaces_once) for part in e.parts)


def _is_keeping(call: Call, replaces_once: bool) -> bool:
    callee = call.callee
    if not isinstance(callee, (Name, Member)):
        return False
    if callee.name in _KEEPING:
        return True
    first = call.arguments[0].value if call.arguments else None
    is_text = isinstance(first, Literal) and isinstance(first.value, str) and not first.value.startswith("/")
    return callee.name == "replace" and is_text and replaces_once


def _inside(call: Call) -> list[Expression]:
    found = [argument.value for argument in call.arguments]
    return [*found, call.callee.object] if isinstance(call.callee, Member) else found


def _has_name(e: Expression, names: set[str]) -> bool:
    if isinstance(e, Name):
        return e.name in names
    if isinstance(e, Call):
        return any(_has_name(each, names) for each in _inside(e))
    if isinstance(e, Operation):
        return any(_has_name(each, names) for each in e.operands)
    return isinstance(e, (Text, Parts)) and any(_has_name(part, names) for part in e.parts)
