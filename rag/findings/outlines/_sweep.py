"""Visits the nodes of a tree in order, each with its enclosing functions and classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.syntax import Node, SyntaxTree


class Item(NamedTuple):
    """A node that a query captured under the name `kind`. `around` are the scopes that it is in, outermost first."""

    kind: str
    node: Node
    around: tuple[Scope, ...]


class Scope:
    """A function or class. `bound` are the names that it binds for itself, filled in while the sweep goes on."""

    __slots__ = ("bound", "kind", "name", "node")

    def __init__(self, kind: str, node: Node, name: str) -> None:
        self.kind = kind
        self.node = node
        self.name = name
        self.bound: set[str] = set()


FUNCTION = "function"
CLASS = "class"


def sweep(tree: SyntaxTree, query: syntax.Query, name_field: str = "name") -> Iterator[Item]:
    """All that the query captures, in order; a `function` or `class` is a scope for what is inside it."""
    found = syntax.captures(query, tree.root)
    nodes = sorted(
        ((node, kind) for kind, nodes in found.items() for node in nodes),
        key=lambda pair: (pair[0].start_byte, -pair[0].end_byte, pair[1] not in (FUNCTION, CLASS)),
    )
    around: tuple[Scope, ...] = ()
    for node, kind in nodes:
        while around and around[-1].node.end_byte <= node.start_byte:
            around = around[:-1]
        yield Item(kind, node, around)
        if kind in (FUNCTION, CLASS):
            name = node.child_by_field_name(name_field)
            around = (*around, Scope(kind, node, tree.text(name) if name is not None else ""))


def owner(around: tuple[Scope, ...]) -> str:
    """The name of the innermost class around, "" for none."""
    return next((scope.name for scope in reversed(around) if scope.kind == CLASS), "")


def in_function(around: tuple[Scope, ...]) -> bool:
    return any(scope.kind == FUNCTION for scope in around)


def is_bound(name: str, around: tuple[Scope, ...]) -> bool:
    """Whether a function around binds the name for itself."""
    return any(name in scope.bound for scope in around if scope.kind == FUNCTION)


def bind(name: str, around: tuple[Scope, ...]) -> None:
    """Note that the innermost scope binds a name."""
    if around:
        around[-1].bound.add(name)


def identifiers(node: Node, kinds: frozenset[str]) -> Iterator[Node]:
    """The leaves of these kinds at and below a node."""
    return (each for each in syntax.walk(node) if each.type in kinds)
