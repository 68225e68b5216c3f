"""Matches dotted names in patterns with undotted names in code that were imported."""

from __future__ import annotations

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Bindings
from reread.analyzers.pattern.matching.import_scopes import imported, imported_name
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.member_patterns import plain_parts
from reread.analyzers.pattern.patterns.pattern import Alternatives, Branch, Metavariable, Pattern
from reread.analyzers.syntax import Node, SyntaxTree


def or_imported(branch: Branch, node: Node, tree: SyntaxTree, matching: Matching, *, inside: bool) -> Pattern:
    """A pattern with a dot, or the name alone, which code may have as a plain name that it imports.

    `inside` says that the node is not all of the pattern.
    """
    fields = matching.names.members.get(node.type)
    object = node.child_by_field_name(fields[0] if fields is not None and fields[0] else "object")
    if object is None:
        return branch
    if fields is not None:
        member = node.child_by_field_name(fields[1])
        name = "" if member is None else tree.text(member)
        variable = metavariable_encoding.metavariable(tree.text(object))
        if not inside or not variable or metavariable_encoding.is_encoded(name):
            return branch
        return Alternatives((branch, ImportedMember(variable, name, matching)), imported=True)
    parts = plain_parts(object, tree, matching)
    if parts is None or branch.name is None or node.type not in matching.names.callees:
        return branch
    groups = tuple(group for group in branch.groups if group.field != "object")
    alone = Branch(branch.kinds, branch.name, groups, tuple(branch.tokens), open=branch.open)
    return Alternatives((branch, ImportedMethod((*parts, branch.name), alone)), imported=True)


class ImportedMember(Pattern):
    """`$X.f` where code has the plain name of an `f` that it imports from somewhere; `$X` stands for that name then."""

    __slots__ = ("kinds", "member", "object")
    kinds: frozenset[str]

    def __init__(self, variable: str, member: str, language: Matching) -> None:
        self.object = Metavariable(variable)
        self.member = member
        self.kinds = language.names.leaves

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        path = imported_name(node, context)
        if len(path) > 1 and path[-1] == self.member:
            yield from self.object.match(node, bindings, context)


class ImportedMethod(Pattern):
    """`a.B.f(...)` where code has `f(...)`, imported from `a.B`; the pattern may leave out the first part of that."""

    __slots__ = ("call", "kinds", "parts")
    kinds: frozenset[str]

    def __init__(self, parts: tuple[str, ...], call: Branch) -> None:
        self.parts = parts
        self.call = call
        self.kinds = call.kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if (
            node.type in self.kinds
            and node.child_by_field_name("object") is None
            and self._is_imported(node.start_byte, context)
        ):
            yield from self.call.match(node, bindings, context)

    def _is_imported(self, place: int, context: MatchContext) -> bool:
        path = imported(self.parts[-1], place, context)
        if path:
            return path[-len(self.parts) :] == self.parts
        owner = self.parts[:-1]
        return any(wildcard[-len(owner) :] == owner for wildcard in context.imports.wildcards)
