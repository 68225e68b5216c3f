"""Functions that do little with what they are given, whatever their names promise."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.language import Semantics
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
from reread.analyzers.dataflow.models.library_names import names

_MOST_STATEMENTS = 3
_JOINING = frozenset({"+", "||", "??", "or"})


def passes_on(function: Function, semantics: Semantics) -> bool:
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
        if not _keeps(statement.value, semantics):
            return False
    own = {parameter.name for parameter in function.parameters}
    own |= {each.target.name for each in body[:-1] if isinstance(each, Assign) and isinstance(each.target, Name)}
    return _keeps(last.value, semantics) and _has_name(last.value, own)


def _keeps(e: Expression, semantics: Semantics) -> bool:
    if isinstance(e, (Name, Literal)):
        return True
    if isinstance(e, Call):
        return _is_keeping(e, semantics) and all(_keeps(each, semantics) for each in _inside(e))
    if isinstance(e, Operation):
        return e.operator in _JOINING and all(_keeps(each, semantics) for each in e.operands)
    return isinstance(e, (Text, Parts)) and all(_keeps(part, semantics) for part in e.parts)


def _is_keeping(call: Call, semantics: Semantics) -> bool:
    callee = call.callee
    if not isinstance(callee, (Name, Member)):
        return False
    if callee.name in names("identity-on-text", semantics.library):
        return True
    return semantics.texts.keeps_text(call)


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
