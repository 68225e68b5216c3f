"""The nodes around a node, kept so that deep code takes work in proportion to its nodes, not to their depths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.nodes import statements
from reread.analyzers.syntax import Node

_STATEMENT = "statement"
_HELD = "held"


class Around:
    """A node on the way from the root to a candidate. `known` keeps what is found out from here outwards.

    Candidates come in the order of the text, so that the same ones are around many of them, one after the other.
    """

    __slots__ = ("kind", "known", "node", "outer")

    def __init__(self, node: Node, outer: Around | None) -> None:
        self.node = node
        self.kind = node.type
        self.outer = outer
        self.known: dict[Any, Any] = {}


class Surroundings:
    """The nodes around the candidates of one document, or of a part of one, below its root."""

    __slots__ = ("_blocks", "_inlined", "_innermost", "_language", "_path", "_requested", "_root")

    def __init__(self, root: Node, language: Matching) -> None:
        self._root = root
        self._language = language
        kinds = language.statements
        self._blocks = kinds.blocks.union(kinds.holders)
        self._inlined = kinds.inlined
        self._path: list[Around] = []
        self._requested = -1
        self._innermost: Around | None = None

    def innermost(self, node: Node) -> Around | None:
        """The node right around a node; None for the root.

        Cheap where candidates come in the order of the text: tree-sitter finds a parent by descending from the root,
        so that asking node by node would take quadratic time.
        """
        if self._requested != node.id:
            self._requested = node.id
            self._innermost = self._found(node)
        return self._innermost

    def _found(self, node: Node) -> Around | None:
        path = self._path
        start, end = node.start_byte, node.end_byte
        # A node with the same bytes may be inside of this one, and one that ends where an empty one stands beside it.
        while path and (start == end or not _is_wider(path[-1].node, start, end)):
            path.pop()
        if not path:
            if node == self._root:
                return None
            path.append(Around(self._root, None))
        while True:
            child = path[-1].node.child_with_descendant(node)
            if child is None or child == node:
                return path[-1]
            path.append(Around(child, path[-1]))

    def outwards(self, node: Node) -> Iterator[Around]:
        """What is around a node, innermost first."""
        around = self.innermost(node)
        while around is not None:
            yield around
            around = around.outer

    def within(self, node: Node, kinds: frozenset[str] | None) -> Iterator[Node]:
        """Those of a node and the nodes around it that are of some kinds (None: of any), innermost first."""
        if kinds is None or node.type in kinds:
            yield node
        around = nearest(self.innermost(node), kinds)
        while around is not None:
            yield around.node
            around = nearest(around.outer, kinds)

    def blocks(self, node: Node) -> Iterator[Node]:
        """The blocks of statements around a node, innermost first."""
        around = nearest(self.innermost(node), self._blocks)
        while around is not None:
            if not self._is_inlined(around):
                yield around.node
            around = nearest(around.outer, self._blocks)

    def statement(self, node: Node) -> tuple[Node, Node] | None:
        """The innermost statement that a node is or is part of, and the block it is in."""
        around = self.innermost(node)
        passed = []
        while around is not None and not self._holds(around, node):
            if _STATEMENT in around.known:
                node, around = around.known[_STATEMENT]
                break
            passed.append(around)
            if not self._is_inlined(around):
                node = around.node
            around = around.outer
        for each in passed:
            if not self._is_inlined(each):
                each.known[_STATEMENT] = node, around
        return None if around is None else (node, around.node)

    def _holds(self, around: Around, node: Node) -> bool:
        """Whether a node that is right in another one is a statement of it."""
        if around.kind not in self._blocks or self._is_inlined(around):
            return False
        if around.kind not in self._language.statements.holders:
            return True
        held = around.known.get(_HELD)
        if held is None:
            held = around.known[_HELD] = {each.id for each in statements(around.node, self._language)}
        return node.id in held

    def _is_inlined(self, around: Around) -> bool:
        """Whether the statements in it are those of the block that it is right in."""
        outer = around.outer
        return around.kind in self._inlined and outer is not None and outer.kind in self._blocks

    def outermost(self, node: Node, kinds: frozenset[str]) -> Node | None:
        """The outermost of them."""
        found = _outermost(nearest(self.innermost(node), kinds), kinds)
        return found if found is not None else node if node.type in kinds else None


def nearest(around: Around | None, kinds: frozenset[str] | None) -> Around | None:
    """The innermost that is of some kinds, of what is around a node."""
    if kinds is None:
        return around
    passed = []
    while around is not None and around.kind not in kinds:
        if kinds in around.known:
            around = around.known[kinds]
            break
        passed.append(around)
        around = around.outer
    for each in passed:
        each.known[kinds] = around
    return around


def _outermost(around: Around | None, kinds: frozenset[str]) -> Node | None:
    passed, found = [], None
    while around is not None:
        found = around.known.get((kinds, "outermost"))
        if found is not None:
            break
        passed.append(around)
        around = nearest(around.outer, kinds)
    if found is None and passed:
        found = passed[-1].node
    for each in passed:
        each.known[kinds, "outermost"] = found
    return found


def _is_wider(node: Node, start: int, end: int) -> bool:
    low, high = node.start_byte, node.end_byte
    return low <= start and end <= high and (low < start or end < high)
