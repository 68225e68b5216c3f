"""Loops lowered by the table of a grammar that go through a collection, or count."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.nodes import Argument, Assign, Call, Expression, Loop, Name, Statement
from reread.analyzers.dataflow.ir.tabled_context import Tabled
from reread.analyzers.dataflow.ir.tabled_expressions import target_of
from reread.analyzers.syntax import Node

_KEYS = "array_keys"


def lower_walk(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    target, iterable, body = (lowering.part(node, part) for part in lowering.table.walks[node.type])
    source = lowering.expression(iterable)
    before: list[Statement] = []
    if target is not None and target.type in lowering.table.pairs:
        key, target = (lowering.part(target, part) for part in lowering.table.pairs[target.type])
        before.append(_key_of(lowering, key, source))
    element = target_of(lowering, target)
    block.append(Loop(*lowering.place(node), None, element, source, (*before, *lowering.block(body))))


def _key_of(lowering: Tabled, key: Node | None, source: Expression) -> Statement:
    """`foreach ($a as $key => $value)`: who sends a collection chooses the keys as well."""
    start, end = source.start, source.end
    keys = Call(start, end, Name(start, start, _KEYS), (Argument(start, end, source),))
    target = target_of(lowering, key)
    return Assign(target.start, target.end, target, keys)


def lower_counted(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    before, condition, after, body = (lowering.part(node, part) for part in lowering.table.counted[node.type])
    block += lowering.block(before)
    test = None if condition is None else lowering.expression(condition)
    block.append(Loop(*lowering.place(node), test, None, None, (*lowering.block(body), *lowering.block(after))))
