"""What is inside of expressions and statements."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Assigned,
    Block,
    Call,
    Choice,
    Closure,
    Collection,
    Define,
    Evaluate,
    Expression,
    If,
    Index,
    Leave,
    Loop,
    Member,
    Operation,
    Parts,
    Sequence,
    Text,
    Yield,
)
from reread.analyzers.dataflow.ir.scopes import statements


def parts_of(e: Expression) -> list[Expression]:
    """The expressions right inside of one, without those of closures."""
    if isinstance(e, Member):
        return [e.object]
    if isinstance(e, Index):
        return [e.object, e.key]
    if isinstance(e, Call):
        return [e.callee, *(argument.value for argument in e.arguments)]
    if isinstance(e, Operation):
        return list(e.operands)
    if isinstance(e, (Parts, Sequence)):
        return list(e.parts)
    if isinstance(e, Assigned):
        return [e.target, e.value]
    return []


def calls_in(block: Block) -> Iterator[Call]:
    """All calls in a body, those in the functions inside of it as well."""
    stack: list[Expression] = []
    for statement in statements(block):
        if isinstance(statement, Define):
            for inner in statement.functions:
                yield from calls_in(inner.body)
            yield from calls_in(statement.body)
        elif isinstance(statement, Assign):
            stack += (statement.target, statement.value)
        elif isinstance(statement, If):
            stack.append(statement.condition)
        elif isinstance(statement, Loop):
            stack += (each for each in (statement.condition, statement.iterable) if each is not None)
        elif isinstance(statement, (Evaluate, Leave)) and statement.value is not None:
            stack.append(statement.value)
    while stack:
        e = stack.pop()
        if isinstance(e, Call):
            yield e
        elif isinstance(e, Closure):
            yield from calls_in(e.function.body)
        elif isinstance(e, Collection):
            stack += (entry.value for entry in e.entries)
        elif isinstance(e, Choice):
            stack += (e.condition, e.then, e.other)
        elif isinstance(e, Yield):
            stack.append(e.value)
        stack += e.parts if isinstance(e, Text) else parts_of(e)
