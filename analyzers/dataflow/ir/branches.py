"""Chains of branches: `if` and `else if`, the cases of a `switch`, and the `break`s among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers.dataflow.ir.nodes import Block, Expression, If, Leave, Operation, Parts, Statement, Try

_LONGEST_CHAIN = 30
_MOST_MOVED = 20


class Branch(NamedTuple):
    """One branch of an `if` or `switch`; `before` are statements that run before its condition is looked at."""

    condition: Expression
    block: Block
    before: Block = ()


def alternatives(start: int, end: int, branches: Sequence[Branch], other: Block) -> Block:
    """The first branch whose condition holds, or else `other`. Of many branches the halves are chains of their own."""
    if not branches:
        return other
    if len(branches) > _LONGEST_CHAIN:
        half = len(branches) // 2
        conditions = tuple(branch.condition for branch in branches[:half])
        first = alternatives(start, end, branches[:half], ())
        second = alternatives(start, end, branches[half:], other)
        return (If(start, end, Parts(start, end, conditions), first, second),)
    result = other
    for condition, block, before in reversed(branches):
        result = (*before, If(start, end, condition, block, result))
    return result


class Case(NamedTuple):
    """One case of a `switch`: its conditions, none for the default one, and what it does. `through`: and goes on."""

    conditions: tuple[Expression, ...]
    block: Block
    default: bool
    through: bool


def cases(start: int, end: int, found: Sequence[Case]) -> Block:
    """A `switch`: a chain of branches. Cases that go on in the following one make one branch together."""
    branches: list[Branch] = []
    other: Block = ()
    run: list[Case] = []
    for number, case in enumerate(found):
        run.append(case)
        if case.through and number + 1 < len(found):
            continue
        block = _run(start, end, run)
        if any(each.default for each in run):
            other = block
        else:
            conditions = tuple(condition for each in run for condition in each.conditions)
            branches.append(Branch(_any(start, end, conditions), block))
        run = []
    return alternatives(start, end, branches, other)


def _run(start: int, end: int, run: Sequence[Case]) -> Block:
    """Cases of which each goes on in the next: all but the last may have been jumped over."""
    passed = [case for case in run[:-1] if case.block]
    statements = [If(start, end, _any(start, end, case.conditions), case.block, ()) for case in passed]
    return (*statements, *run[-1].block)


def _any(start: int, end: int, conditions: tuple[Expression, ...]) -> Expression:
    return conditions[0] if len(conditions) == 1 else Operation(start, end, "||", conditions)


def without_breaks(block: Block) -> Block:
    """The block of a case without its `break`s: what would be left out by one stands in the other branch."""
    return _without_breaks(block, [_MOST_MOVED])


def _without_breaks(block: Block, left: list[int]) -> Block:
    result: list[Statement] = []
    for number, statement in enumerate(block):
        if _is_break(statement):
            break
        if isinstance(statement, Try):
            handlers = tuple(_without_breaks(handler, left) for handler in statement.handlers)
            body, last = _without_breaks(statement.body, left), _without_breaks(statement.last, left)
            statement = statement._replace(body=body, handlers=handlers, last=last)
        elif isinstance(statement, If) and _has_break(statement):
            left[0] -= 1
            rest = block[number + 1 :] if left[0] > 0 else ()
            end = rest[-1].end if rest else statement.end
            then = _without_breaks(statement.then + rest, left)
            other = _without_breaks(statement.other + rest, left)
            result.append(statement._replace(end=end, then=then, other=other))
            if rest or left[0] > 0:
                break
            continue
        result.append(statement)
    return tuple(result)


def _has_break(statement: Statement) -> bool:
    if isinstance(statement, If):
        return any(map(_has_break, statement.then)) or any(map(_has_break, statement.other))
    return _is_break(statement)


def _is_break(statement: Statement) -> bool:
    """True for a `break` without a label, which is the value of one that has it."""
    return isinstance(statement, Leave) and statement.kind == "break" and statement.value is None


def goes_on(block: Block) -> bool:
    """True when the end of a block may be reached."""
    if not block:
        return True
    last = block[-1]
    if isinstance(last, Leave):
        return False
    return not isinstance(last, If) or goes_on(last.then) or goes_on(last.other)
