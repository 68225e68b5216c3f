"""What patterns write with a dot and code without one, because the name was imported."""

from __future__ import annotations

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.matching.bindings import AllBindings, Bindings
from reread.analyzers.rules.matching.match_context import MatchContext
from reread.analyzers.rules.patterns.pattern import Alternatives, Branch, Metavariable, Pattern
from reread.analyzers.syntax import Node


def with_imported(branch: Branch, alone: Pattern) -> Alternatives:
    """A pattern with a dot, or the name alone."""
    return Alternatives((branch, alone), imported=True)


class ImportedMember(Pattern):
    """`$X.f` where code has the plain name of an `f` that it imports from somewhere; `$X` stands for that name then."""

    __slots__ = ("kinds", "member", "object")
    kinds: frozenset[str]

    def __init__(self, variable: str, member: str, language: Matching) -> None:
        self.object = Metavariable(variable)
        self.member = member
        self.kinds = language.names

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        path = scan.imports.path_of(node, scan.data, scan.language)
        if len(path) > 1 and path[-1] == self.member:
            yield from self.object.match(node, bindings, scan)


class ImportedMethod(Pattern):
    """`a.B.f(...)` where code has `f(...)`, imported from `a.B`; the pattern may leave out the first part of that."""

    __slots__ = ("call", "kinds", "parts")
    kinds: frozenset[str]

    def __init__(self, parts: tuple[str, ...], call: Branch) -> None:
        self.parts = parts
        self.call = call
        self.kinds = call.kinds

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        if node.type in self.kinds and node.child_by_field_name("object") is None and self._is_imported(scan):
            yield from self.call.match(node, bindings, scan)

    def _is_imported(self, scan: MatchContext) -> bool:
        path = scan.imports.paths.get(self.parts[-1])
        if path is not None:
            return path[-len(self.parts) :] == self.parts
        owner = self.parts[:-1]
        return any(wildcard[-len(owner) :] == owner for wildcard in scan.imports.wildcards)
