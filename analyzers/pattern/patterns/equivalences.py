"""Equivalent short and long forms: `x => 1` and `(x) => 1`, `{a}` and `{a: a}`, `error` and `(err error)`."""

from __future__ import annotations

from reread.analyzers.constants.unwrapping import only_child
from reread.analyzers.pattern.bindings import AllBindings, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Group, Pattern
from reread.analyzers.pattern.patterns.sequences import OneItem
from reread.analyzers.syntax import Node

_SHORT = frozenset({"shorthand_property_identifier", "shorthand_property_identifier_pattern"})


class OnlyOne(Pattern):
    """The only one of a list, with brackets around it or without: a parameter, or the variable of a loop."""

    __slots__ = ("inner",)

    def __init__(self, inner: Pattern) -> None:
        self.inner = inner

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        one = only_child(node) if node.type.endswith(("parameters", "_list")) else node
        if one is not None:
            yield from self.inner.match(one, bindings, context)


class ParameterList(Pattern):
    """A list of parameters, or one parameter alone without brackets around it."""

    __slots__ = ("kinds", "listed")

    def __init__(self, listed: Branch) -> None:
        self.listed = listed
        self.kinds = None

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type in self.listed.kinds:
            yield from self.listed.match(node, bindings, context)
        elif len(self.listed.groups) == 1:
            yield from self.listed.groups[0].match([node], bindings, context)


class Result(Pattern):
    """The type of a result, which may have a name and brackets around it. Several are one list."""

    __slots__ = ("inner",)

    def __init__(self, inner: Pattern) -> None:
        self.inner = inner

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        declared = only_child(node) if node.type == "parameter_list" else None
        if declared is not None and len(declared.children_by_field_name("name")) < 2:
            node = declared.child_by_field_name("type") or node
        yield from self.inner.match(node, bindings, context)


class ShortPair(Pattern):
    """`a` in an object, which is its own key and value."""

    __slots__ = ("key", "kinds", "value")
    kinds: frozenset[str]

    def __init__(self, key: Pattern, value: Pattern) -> None:
        self.key = key
        self.value = value
        self.kinds = _SHORT

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type in self.kinds:
            for found in self.key.match(node, bindings, context):
                yield from self.value.match(node, found, context)


def pair_or_short(pair: Branch) -> Pattern:
    """The pattern for a pair of an object, `a: $V`, or for the short form of `a: a`."""
    parts = {group.field: _one(group) for group in pair.groups}
    key, value = parts.get("key"), parts.get("value")
    return pair if key is None or value is None else Alternatives((pair, ShortPair(key, value)))


def _one(group: Group) -> Pattern | None:
    return group.match.pattern if isinstance(group.match, OneItem) else None
