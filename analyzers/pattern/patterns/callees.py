"""`$F(...)` in grammars that separate the receiver of a method from its name."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Pattern
from reread.analyzers.syntax import Node


def with_methods(branch: Branch, field: str, methods: Mapping[str, tuple[str, str]]) -> Alternatives:
    """A call of anything: of a function, or of a method with its object."""
    return Alternatives((branch, _OfMethod(branch, field, methods)))


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
