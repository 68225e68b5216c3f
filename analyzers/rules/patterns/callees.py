"""`$F(...)` where the grammar keeps the object of a method apart from its name."""

from __future__ import annotations

from reread.analyzers.rules.matching.bindings import Bound, Environment, Environments
from reread.analyzers.rules.matching.match_context import Scan, bind
from reread.analyzers.rules.patterns.pattern import Alternatives, Branch, Pattern
from reread.analyzers.syntax import Node


class WithMethods(Alternatives):
    """A call of anything: of a function, or of a method with its object."""

    __slots__ = ()

    def __init__(self, branch: Branch, field: str) -> None:
        super().__init__((branch, _OfMethod(branch, field)))


class _OfMethod(Pattern):
    """`a.b(...)` for `$F(...)`: the variable stands for `a.b`."""

    __slots__ = ("alone", "field", "kinds", "target")
    kinds: frozenset[str]

    def __init__(self, branch: Branch, field: str) -> None:
        self.kinds = branch.kinds
        self.field = field
        self.target = branch.variable
        groups = tuple(group for group in branch.groups if group.field != field)
        self.alone = Branch(branch.kinds, None, groups, tuple(branch.tokens), open=True)

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        receiver = node.child_by_field_name("object") if node.type in self.kinds else None
        name = node.child_by_field_name(self.field) if receiver is not None else None
        if receiver is None or name is None:
            return
        start, end = receiver.start_byte, name.end_byte
        bound = bind(self.target, Bound(start, end, scan.data[start:end], None), environment, scan)
        if bound is not None:
            yield from self.alone.match(node, bound, scan)
