"""`$F(...)` in grammars that separate the receiver of a method from its name, or have key words that are called."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import NameKinds
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Pattern
from reread.analyzers.pattern.patterns.sequences import OneItem
from reread.analyzers.syntax import Node


def with_methods(branch: Branch, field: str, names: NameKinds) -> Alternatives:
    """A call of anything: of a function, of a method with its object, or of a key word."""
    return Alternatives((branch, _OfMethod(branch, field, names.methods), _OfWord(branch, field, names.words)))


class _OfMethod(Pattern):
    """`a.b(...)` for `$F(...)`: the variable stands for `a.b`."""

    __slots__ = ("alone", "kinds", "methods", "target")
    kinds: frozenset[str]

    def __init__(self, branch: Branch, field: str, methods: Mapping[str, tuple[str, str]]) -> None:
        """`methods` maps the kinds of calls of methods to the fields of the object and of the name."""
        self.kinds = frozenset(methods)
        self.methods = methods
        self.target = branch.variable
        groups = tuple(group for group in branch.groups if group.field != field)
        self.alone = Branch(self.kinds, None, groups, tuple(branch.tokens), open=True)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        object_field, name_field = self.methods.get(node.type, ("", ""))
        receiver = node.child_by_field_name(object_field) if object_field else None
        name = node.child_by_field_name(name_field) if receiver is not None else None
        if receiver is None or name is None:
            return
        start, end = receiver.start_byte, name.end_byte
        bound = bind(self.target, Binding(start, end, context.data[start:end], None), bindings, context)
        if bound is not None:
            yield from self.alone.match(node, bound, context)


class _OfWord(Pattern):
    """`print $x` for `$F(...)`: the variable stands for the key word."""

    __slots__ = ("groups", "kinds", "target")
    kinds: frozenset[str]

    def __init__(self, branch: Branch, field: str, kinds: frozenset[str]) -> None:
        self.kinds = kinds
        self.target = branch.variable
        # What is between the brackets of a call: the words have no node around it.
        lists = [
            group.match.pattern for group in branch.groups if isinstance(group.match, OneItem) and group.field != field
        ]
        self.groups = tuple(group for each in lists if isinstance(each, Branch) for group in each.groups)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        word = node.child(0) if node.type in self.kinds else None
        if word is None or word.is_named:
            return
        start, end = word.start_byte, word.end_byte
        bound = bind(self.target, Binding(start, end, context.data[start:end], None), bindings, context)
        if bound is not None:
            yield from self._arguments(0, _arguments_of(node, context), bound, context)

    def _arguments(self, index: int, nodes: list[Node], bindings: Bindings, context: MatchContext) -> AllBindings:
        if index == len(self.groups):
            yield bindings
            return
        for found in self.groups[index].match(nodes, bindings, context):
            yield from self._arguments(index + 1, nodes, found, context)


def _arguments_of(node: Node, context: MatchContext) -> list[Node]:
    """What a key word is called with, in brackets or without."""
    nodes = [strip(child, context.language) for child in node.named_children if not child.is_extra]
    if len(nodes) == 1 and nodes[0].type in context.language.leeway.opaque:
        return [child for child in nodes[0].named_children if not child.is_extra]
    return nodes
