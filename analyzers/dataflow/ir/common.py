"""What the lowering of all languages shares: places, tables by kind of node, chains that are lowered in a loop.

Code may nest deeper than Python can follow. Everything that leans to the left, `a + b + c` or `a.b().c()`, is lowered
in a loop, and below `MOST_LEVELS` only the names of an expression are kept. What is made here nests no deeper than that
either, so that what reads it may use recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from reread.analyzers.constants.literals import number
from reread.analyzers.dataflow.ir.nodes import (
    Block,
    Collection,
    Evaluate,
    Expression,
    Function,
    Literal,
    Name,
    Operation,
    Parts,
    Statement,
)
from reread.analyzers.syntax import Node

MOST_LEVELS = 100

Lower: TypeAlias = Callable[[Any, Node], Expression]
Link: TypeAlias = Callable[[Any, Node, Expression], Expression]
LowerStatement: TypeAlias = Callable[[Any, Node, list[Statement]], None]


@dataclass(frozen=True)
class Grammar:
    """How one language is lowered: tables of functions by the kind of a node.

    `leaves` and `expressions` make expressions; `links` are expressions whose first child is an expression too, which
    is lowered before them; `statements` append to a block, those of `no_statements` do nothing, and all others are
    expressions, which `evaluate` appends. `transparent` kinds are seen through when they hold one thing, as patterns
    do. `names` are the kinds of names, `function` lowers a closure, `head` gives the first child of a link.
    """

    leaves: Mapping[str, Lower]
    expressions: Mapping[str, Lower]
    links: Mapping[str, Link]
    statements: Mapping[str, LowerStatement]
    no_statements: frozenset[str]
    transparent: frozenset[str]
    function: Callable[..., Function]
    evaluate: LowerStatement
    head: Callable[[Any, Node], Node | None]
    names: frozenset[str] = frozenset({"identifier"})


class Lowering:
    """One document while its functions are lowered. `offset` is where the function begins that is being lowered.

    `declared` and `assigned` are the names of variables that the function declares and assigns.
    """

    __slots__ = ("assigned", "data", "declared", "depth", "grammar", "offset")

    def __init__(self, data: bytes, grammar: Grammar) -> None:
        self.data = data
        self.grammar = grammar
        self.offset = 0
        self.depth = 0
        self.declared: set[str] = set()
        self.assigned: set[str] = set()

    def text(self, node: Node) -> str:
        return self.data[node.start_byte : node.end_byte].decode()

    def named(self, node: Node) -> list[Node]:
        """The named children that are no comments."""
        return [child for child in node.named_children if not child.is_extra]

    def strip(self, node: Node) -> Node:
        """The node inside of brackets and the like."""
        while node.type in self.grammar.transparent:
            inner = self.named(node)
            if len(inner) != 1:
                break
            node = inner[0]
        return node

    def nothing(self, node: Node) -> Expression:
        """An expression at the place of a node of which nothing is known."""
        return Parts(node.start_byte - self.offset, node.end_byte - self.offset, ())

    def name(self, node: Node) -> Expression:
        start, end = node.start_byte, node.end_byte
        if start == end:
            return Parts(start - self.offset, end - self.offset, ())
        return Name(start - self.offset, end - self.offset, self.data[start:end].decode())

    def expression(self, node: Node | None) -> Expression:
        """The expression that a node stands for."""
        if node is None:
            return Parts(0, 0, ())
        kind = node.type
        leaf = self.grammar.leaves.get(kind)
        if leaf is not None:
            return leaf(self, node)
        if kind in self.grammar.transparent:
            node = self.strip(node)
            kind = node.type
            leaf = self.grammar.leaves.get(kind)
            if leaf is not None:
                return leaf(self, node)
        if self.depth >= MOST_LEVELS:
            return self.flat(node)
        if kind in self.grammar.links:
            return self._chain(node)
        self.depth += 1
        result = self.grammar.expressions.get(kind, _parts)(self, node)
        self.depth -= 1
        return result

    def _chain(self, node: Node) -> Expression:
        """`a.b(c).d` and `a + b + c`: the innermost first, in a loop."""
        links: list[tuple[Link, Node]] = []
        while True:
            link = self.grammar.links.get(node.type)
            if link is None:
                inner = self.strip(node)
                if inner is node or inner.type not in self.grammar.links:
                    break
                node = inner
                continue
            links.append((link, node))
            following = self.grammar.head(self, node)
            if following is None:
                break
            node = following
        before = self.depth
        deepest = MOST_LEVELS - before
        if len(links) > deepest:
            self.depth = max(before + 1, MOST_LEVELS - 1)
            result = self._joined(links[deepest - 1 :])
            del links[deepest - 1 :]
            self.depth = before + len(links)
        else:
            self.depth += len(links)
            result = self.expression(node) if links[-1][1] is not node else self.nothing(node)
        for link, each in reversed(links):
            result = link(self, each, result)
            self.depth -= 1
        self.depth = before
        return result

    def _joined(self, links: Sequence[tuple[Link, Node]]) -> Expression:
        """The innermost links of a chain that is too long, as one expression with all their operands."""
        operators = {self.operator(node) for _, node in links}
        operands: list[Expression] = []
        innermost = self.grammar.head(self, links[-1][1])
        if innermost is not None:
            operands.append(self.expression(innermost))
        for _, node in reversed(links):
            operands += [self.expression(child) for child in self.named(node)[1:]]
        start, end = self.place(links[0][1])
        operator = operators.pop() if len(operators) == 1 else ""
        return Operation(start, end, operator, tuple(operands)) if operator else Parts(start, end, tuple(operands))

    def operator(self, node: Node) -> str:
        """The operator of a node with two operands; "" for every other node."""
        operator = node.child_by_field_name("operator")
        return "" if operator is None else operator.type

    def place(self, node: Node) -> tuple[int, int]:
        return node.start_byte - self.offset, node.end_byte - self.offset

    def many(self, nodes: Sequence[Node]) -> tuple[Expression, ...]:
        expression = self.expression
        return tuple([expression(node) for node in nodes])

    def flat(self, node: Node) -> Expression:
        """The names in code that nests too deep."""
        found: list[Expression] = []
        stack = [node]
        while stack:
            current = stack.pop()
            if current.type in self.grammar.names:
                found.append(self.name(current))
            else:
                stack.extend(reversed(current.children))
        return Parts(node.start_byte - self.offset, node.end_byte - self.offset, tuple(found))

    def scope(self) -> tuple[set[str], set[str]]:
        """Starts the names of an inner function; gives those of the function around, for `leave`."""
        around = (self.declared, self.assigned)
        self.declared, self.assigned = set(), set()
        return around

    def leave(self, around: tuple[set[str], set[str]]) -> tuple[str, ...]:
        """Goes back to the function around; gives the names that were assigned but not declared in the inner one."""
        shared = self.assigned - self.declared
        self.declared, self.assigned = around
        self.assigned |= shared
        return tuple(sorted(shared))

    def statement(self, node: Node, block: list[Statement]) -> None:
        """Appends what a statement does; of one that is nested too deep only the names in it are kept."""
        if node.is_extra or node.type in self.grammar.no_statements:
            return
        if self.depth >= MOST_LEVELS:
            value = self.flat(node)
            block.append(Evaluate(value.start, value.end, value))
            return
        self.depth += 1
        self.grammar.statements.get(node.type, self.grammar.evaluate)(self, node, block)
        self.depth -= 1

    def block(self, node: Node | None) -> Block:
        """The statements of a node that is a block or a single statement."""
        result: list[Statement] = []
        if node is not None:
            self.statement(node, result)
        return tuple(result)


def first_child(lowering: Lowering, node: Node) -> Node | None:
    """The first child of a link; None where there is none."""
    for child in node.children:
        if not child.is_extra:
            return child if child.is_named else None
    return None


def evaluate(lowering: Lowering, node: Node, block: list[Statement]) -> None:
    """Appends an expression that stands as a statement."""
    value = lowering.expression(node)
    block.append(Evaluate(value.start, value.end, value))


def names_of(target: Expression, names: set[str]) -> None:
    """Adds the names of the variables that a target assigns."""
    stack = [target]
    while stack:
        current = stack.pop()
        if isinstance(current, Name) and current.name != "_":
            names.add(current.name)
        elif isinstance(current, Collection):
            stack += [entry.value for entry in current.entries]
        elif isinstance(current, Parts):
            # `*p` of Go
            stack += current.parts


def _parts(lowering: Lowering, node: Node) -> Expression:
    """Any other expression: its value depends on all that is in it."""
    start, end = lowering.place(node)
    return Parts(start, end, lowering.many(lowering.named(node)))


def literal(lowering: Lowering, node: Node, value: str | float | bool | None) -> Literal:
    start, end = lowering.place(node)
    return Literal(start, end, value)


def number_literal(lowering: Lowering, node: Node) -> Expression:
    value = number(lowering.text(node))
    return lowering.nothing(node) if value is None else literal(lowering, node, value)
