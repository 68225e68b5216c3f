"""Equivalent short and long forms: `x => 1`, `(x) => 1` and `(x) => { return 1; }`, `{a}` and `{a: a}`, `error` and
`(err error)`.
"""

from __future__ import annotations

from collections.abc import Callable

from reread.analyzers.constants.unwrapping import only_child, strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import statements
from reread.analyzers.pattern.patterns.implicit_return import RETURNS
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Ellipsis, Group, Metavariable, Pattern
from reread.analyzers.pattern.patterns.sequences import OneItem, Ordered
from reread.analyzers.pattern.patterns.statements import Statements
from reread.analyzers.syntax import Node

_ELSE = frozenset({"else_clause", "else_statement", "else"})
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


class Results(Pattern):
    """The types of several results, with or without names."""

    __slots__ = ("items", "kinds")
    kinds: frozenset[str]

    def __init__(self, listed: Branch) -> None:
        self.items = (listed,)
        self.kinds = listed.kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        named = only_child(node)
        if named is None or not named.child_by_field_name("name"):
            yield from self.items[0].match(node, bindings, context)


def result_of(node: Node, item: Pattern) -> Pattern:
    """What stands for the result of a function, where the pattern has `item` at `node`."""
    if node.type != "parameter_list":
        return Result(item)
    return Results(item) if isinstance(item, Branch) and node.named_child_count > 1 else item


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


class ExpressionBody(Pattern):
    """A metavariable for the body of a lambda that is an expression, or a block that only gives one back."""

    __slots__ = ("inner",)

    def __init__(self, variable: Metavariable) -> None:
        self.inner = variable

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        value: Node | None = node
        if node.type in context.language.statements.blocks:
            said = context.statements(node)
            value = only_child(said[0]) if len(said) == 1 and said[0].type in RETURNS else None
        if value is not None:
            yield from self.inner.match(value, bindings, context)


class SingleBody(Pattern):
    """An expression as the body of a lambda, or as the only statement of a block, with or without `return`."""

    __slots__ = ("items",)

    def __init__(self, expression: Pattern) -> None:
        self.items = (expression,)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        said = _only_value(node, context) if node.type in context.language.statements.blocks else node
        if said is not None:
            yield from self.items[0].match(said, bindings, context)


def lambda_body(item: Pattern, matching: Matching) -> Pattern:
    """What stands for the body of a lambda, where the pattern has `item` there."""
    if not matching.statements.single_bodies:
        return ExpressionBody(item) if isinstance(item, Metavariable) else item
    return item if isinstance(item, (Ellipsis, Metavariable, Statements)) else SingleBody(item)


def _only_value(block: Node, context: MatchContext) -> Node | None:
    """What the only statement of a block gives back or works out; None where there is more, or none."""
    said = context.statements(block)
    if len(said) != 1:
        return None
    inner = strip(said[0], context.language)
    return only_child(inner) if inner.type in RETURNS else inner


class OnlyStatement(Pattern):
    """What a statement with its condition behind it does, which is also the only statement of a block."""

    __slots__ = ("items",)

    def __init__(self, statement: Pattern) -> None:
        self.items = (statement,)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        said = context.statements(node) if node.type in context.language.statements.blocks else [node]
        if len(said) == 1:
            yield from self.items[0].match(said[0], bindings, context)


def held_statement(item: Pattern) -> Pattern:
    """What stands for the statement before a condition, where the pattern has `item` there."""
    return item if isinstance(item, (Ellipsis, Metavariable)) else OnlyStatement(item)


def with_other_forms(node: Node, field: str, child: Node, item: Pattern, matching: Matching) -> Pattern:
    """The pattern of what is in a node: the body of a lambda, a result, the statement before a condition."""
    if field == "body" and node.type in matching.statements.lambdas:
        return lambda_body(item, matching)
    if field == "result":
        return result_of(child, item)
    held = matching.sequences.held.get(node.type)
    return held_statement(item) if held is not None and child == node.child_by_field_name(held) else item


class ElseIf(Pattern):
    """A branch with a condition, which is an `if` in the `else` before it, where a pattern says `inner` of the one
    statement in its `else`.
    """

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, kind: str, inner: Pattern) -> None:
        self.kinds = frozenset({kind})
        self.inner = inner

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type in self.kinds:
            if isinstance(self.inner, Ellipsis):
                yield bindings
            else:
                yield from self.inner.match(node, bindings, context)


class NestedIf(Pattern):
    """An `else` with nothing but an `if` in it, where a pattern has a branch with a condition."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, inner: Branch) -> None:
        self.inner = inner
        self.kinds = _ELSE

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        body = _body_of(node, context.language) if node.type in self.kinds else None
        said = [] if body is None else context.statements(body)
        if len(said) == 1 and said[0].type in self.inner.kinds:
            yield from self.inner.match(said[0], bindings, context)


def _body_of(node: Node, matching: Matching) -> Node | None:
    """The block of an `else`, which in some grammars is the `else` itself."""
    return node if node.type in matching.statements.blocks else node.child_by_field_name("body")


def valued(attribute: Branch) -> Pattern:
    """An attribute of an element, which with a metavariable as its value also stands for one that has none."""
    match = attribute.groups[0].match if len(attribute.groups) == 1 else None
    items = match.items if isinstance(match, Ordered) else ()
    if len(items) != 2 or not isinstance(items[1], Metavariable):
        return attribute
    alone = Group("", OneItem(items[0]))
    return Alternatives((attribute, Branch(attribute.kinds, attribute.name, (alone,), (), open=True)))


def with_else_if(branch: Branch, node: Node, matching: Matching, build: Callable[[Node], Pattern]) -> Pattern:
    """The pattern of a child of an `if`, which for an `else` with one statement in it also stands for a branch with a
    condition, and the other way round.
    """
    around, body = node.parent, _body_of(node, matching)
    kind = "" if around is None else matching.statements.else_ifs[around.type]
    if around is not None and node.type == kind:
        nested = Branch(frozenset({around.type}), None, branch.groups, (), open=True)
        return Alternatives((branch, NestedIf(nested)))
    if body is None or around is None or node.type == kind or node not in around.children_by_field_name("alternative"):
        return branch
    inside = statements(body, matching)
    item = build(inside[0]) if len(inside) == 1 else None
    fits = item is not None and (isinstance(item, (Ellipsis, Metavariable)) or kind in (item.kinds or ()))
    return Alternatives((branch, ElseIf(kind, item))) if fits and item is not None else branch
