"""What is inside of expressions and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    Function,
    If,
    Index,
    Leave,
    Loop,
    Member,
    Operation,
    Parts,
    Sequence,
    Statement,
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
        else:
            stack += values_of(statement)
    while stack:
        e = stack.pop()
        if isinstance(e, Call):
            yield e
        elif isinstance(e, Closure):
            yield from calls_in(e.function.body)
        stack += _all_parts_of(e)


def values_between(block: Block, start: int, end: int) -> Iterator[Expression]:
    """The longest expressions of a body that lie between two places: what the statements there compute.

    Those of a function that is inside of such an expression are not among them.
    """
    for statement in statements(block):
        if isinstance(statement, Define):
            for inner in statement.functions:
                yield from values_between(inner.body, start, end)
            yield from values_between(statement.body, start, end)
        values = list(values_of(statement))
        if isinstance(statement, Assign) and (statement.operator or isinstance(statement.target, (Member, Index))):
            values.append(statement.target)
        for value in values:
            if start <= value.start and value.end <= end:
                yield _unwrapped(value)
            elif value.start <= start and end <= value.end:
                for function in _functions_in(value):
                    yield from values_between(function.body, start, end)


def values_of(statement: Statement) -> Iterator[Expression]:
    """The expressions that a statement evaluates, without those of the statements inside of it."""
    if isinstance(statement, If):
        yield statement.condition
    elif isinstance(statement, Loop):
        yield from (each for each in (statement.condition, statement.iterable) if each is not None)
    elif isinstance(statement, (Assign, Evaluate, Leave)) and statement.value is not None:
        yield statement.value


def _unwrapped(e: Expression) -> Expression:
    while isinstance(e, Parts) and len(e.parts) == 1:
        e = e.parts[0]
    return e


def _functions_in(e: Expression) -> Iterator[Function]:
    stack = [e]
    while stack:
        e = stack.pop()
        if isinstance(e, Closure):
            yield e.function
        stack += _all_parts_of(e)


def _all_parts_of(e: Expression) -> Iterable[Expression]:
    """The same as `parts_of`, of all expressions."""
    if isinstance(e, Collection):
        return [entry.value for entry in e.entries]
    if isinstance(e, Choice):
        return [e.condition, e.then, e.other]
    if isinstance(e, Yield):
        return [e.value]
    return e.parts if isinstance(e, Text) else parts_of(e)
