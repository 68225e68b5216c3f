"""Conditions that give names to what they look at: `if let a = b, a > 1 { ... }`, `guard let a = b else { ... }`."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.branches import Branch, alternatives
from reread.analyzers.dataflow.ir.nodes import Assign, Block, Expression, Operation, Parts, Statement
from reread.analyzers.dataflow.ir.tabled_context import Tabled
from reread.analyzers.dataflow.ir.tabled_expressions import target_of
from reread.analyzers.syntax import Node


def lower_conditional(lowering: Tabled, node: Node, block: list[Statement]) -> None:
    """A branch whose names are known in it, and after it where it leaves if its condition does not hold."""
    test = bound_conditions(lowering, node, block)
    then, other = _branches(lowering, node)
    block += alternatives(*lowering.place(node), [Branch(test, then)], other)


def bound_conditions(lowering: Tabled, node: Node, block: list[Statement]) -> Expression:
    """What all conditions of a statement are together. Appends the assignments of the names that they give."""
    held, bound = lowering.table.bindings[node.type]
    tests: list[Expression] = []
    target: Expression | None = None
    for number, child in enumerate(node.children):
        field = node.field_name_for_child(number)
        name = child if field == bound else child.child_by_field_name(bound)
        if name is not None and field in (bound, held):
            target = target_of(lowering, name)
        elif field == held and child.is_named and child.type not in lowering.table.ignored:
            value = lowering.expression(child)
            if target is None:
                tests.append(value)
                continue
            block.append(Assign(*lowering.place(child), target, value))
            # That there is a value says nothing of it.
            tests.append(Parts(value.start, value.end, (value,)))
            target = None
    if not tests:
        return lowering.nothing(node)
    return tests[0] if len(tests) == 1 else Operation(tests[0].start, tests[-1].end, "&&", tuple(tests))


def _branches(lowering: Tabled, node: Node) -> tuple[Block, Block]:
    """What is done if the condition holds, and what if not, which stands behind a word."""
    then: Block = ()
    other: Block = ()
    is_other = False
    for child in node.children:
        if child.type == "else":
            is_other = True
        elif child.type in lowering.table.blocks or child.type in lowering.table.bindings:
            then, other = (then, lowering.block(child)) if is_other else (lowering.block(child), other)
    return then, other
