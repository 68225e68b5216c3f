"""Patterns of import statements: of a module, of a name in it, of everything below a path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from reread.analyzers.constants.string_content import content, is_constant
from reread.analyzers.constants.unwrapping import only_child
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.clause_patterns import Build, clause_pattern
from reread.analyzers.pattern.patterns.pattern import Metavariable, Pattern
from reread.analyzers.syntax import Node, SyntaxTree

Range: TypeAlias = tuple[int, int, bytes]
"""Start and end in bytes, and the text between."""


def import_pattern(
    node: Node, tree: SyntaxTree, matching: Matching, strings: frozenset[str], build: Build
) -> Pattern | None:
    """The pattern of an import that stands for more than the statement itself; None for every other node."""
    if node.type in matching.imports.open:
        module = only_child(node)
        variable = "" if module is None else metavariable_encoding.metavariable(tree.text(module))
        if variable:
            return ImportAny(Metavariable(variable), matching)
        if module is not None and module.type == "dotted_name":
            return ImportOf(tree.text(module), matching)
    if node.type in matching.imports.namespaces and node.named_child_count == 1:
        path = tree.text(node.named_children[0])
        variable = metavariable_encoding.metavariable(path)
        if variable or not metavariable_encoding.is_template(path):
            return ImportBelow(node.type, Metavariable(variable) if variable else "".join(path.split()).encode())
    if node.type in matching.imports.paths:
        listed = matching.imports.paths[node.type]
        return ImportPath(node.type, listed, next(import_paths(node, listed, tree.document.data), ()))
    if matching.imports.items is not None:
        return clause_pattern(node, tree, matching, build)
    return _module(node, tree, matching, strings)


def _module(node: Node, tree: SyntaxTree, matching: Matching, strings: frozenset[str]) -> Pattern | None:
    """The pattern of an import that names a module and nothing of it."""
    field = matching.imports.module_fields.get(node.type)
    source = node.child_by_field_name(field) if field and node.named_child_count == 1 else None
    if source is None or source.type not in strings or not is_constant(source, matching):
        return None
    text = content(source, tree.document.data)[2]
    if text == b"..." or metavariable_encoding.is_encoded(text.decode()) or text.startswith(b"=~/"):
        return None
    return ImportFrom(node.type, str(field), text)


class ImportOf(Pattern):
    """`import module`: any statement that imports it, something in it or something from it."""

    __slots__ = ("kinds", "module")
    kinds: frozenset[str]

    def __init__(self, module: str, language: Matching) -> None:
        self.module = "".join(module.split())
        self.kinds = language.imports.open | {"import_from_statement"}

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        for name in node.children_by_field_name("module_name") or node.children_by_field_name("name"):
            inner = name.child_by_field_name("name") or name
            path = "".join(context.data[inner.start_byte : inner.end_byte].decode().split())
            if path == self.module or path.startswith(f"{self.module}.") or self._is_imported(node, path, context):
                yield bindings
                return

    def _is_imported(self, node: Node, path: str, context: MatchContext) -> bool:
        """True for `from a import b` where the module is `a.b`."""
        if node.type != "import_from_statement" or not self.module.startswith(f"{path}."):
            return False
        wanted = self.module[len(path) + 1 :]
        names = (each.child_by_field_name("name") or each for each in node.children_by_field_name("name"))
        return any(context.data[each.start_byte : each.end_byte].decode() == wanted for each in names)


class ImportFrom(Pattern):
    """`import 'module'`: any statement that imports it by its name, something of it, or a module below it."""

    __slots__ = ("field", "kinds", "module")
    kinds: frozenset[str]

    def __init__(self, kind: str, field: str, module: bytes) -> None:
        self.kinds = frozenset({kind})
        self.field = field
        self.module = module

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        source = node.child_by_field_name(self.field) if node.type in self.kinds else None
        if source is not None and node.child_by_field_name("name") is None:
            text = content(source, context.data)[2]
            if text == self.module or text.startswith(self.module + b"/"):
                yield bindings


class ImportBelow(Pattern):
    """`using A;`: any statement that imports the names of a namespace, or of one below it, without another name."""

    __slots__ = ("kinds", "path")
    kinds: frozenset[str]

    def __init__(self, kind: str, path: bytes | Metavariable) -> None:
        self.kinds = frozenset({kind})
        self.path = path

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        named = [child for child in node.named_children if not child.is_extra] if node.type in self.kinds else []
        if len(named) != 1:
            return
        if isinstance(self.path, Metavariable):
            yield from self.path.match(named[0], bindings, context)
            return
        path = b"".join(context.data[named[0].start_byte : named[0].end_byte].split())
        if path == self.path or path.startswith(self.path + b"."):
            yield bindings


class ImportPath(Pattern):
    """`import a.b.$X`: any statement that imports such a path, be it in a list, `import a.b.{c, d}`."""

    __slots__ = ("kinds", "listed", "parts")
    kinds: frozenset[str]

    def __init__(self, kind: str, listed: str, parts: tuple[Range, ...]) -> None:
        self.kinds = frozenset({kind})
        self.listed = listed
        self.parts = tuple(text for _, _, text in parts)

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        for path in import_paths(node, self.listed, context.data):
            bound = self._bound(path, bindings, context)
            if bound is not None:
                yield bound

    def _bound(self, path: tuple[Range, ...], bindings: Bindings, context: MatchContext) -> Bindings | None:
        found: Bindings | None = bindings
        for wanted, (start, end, text) in zip(self.parts, path, strict=False):
            variable = metavariable_encoding.metavariable(wanted.decode())
            if found is not None and variable:
                found = bind(variable, Binding(start, end, text, None), found, context)
            elif text != wanted and text not in (b"_", b"*"):
                return None
        return found if len(self.parts) <= len(path) else None


def import_paths(node: Node, listed: str, data: bytes) -> Iterator[tuple[Range, ...]]:
    """The paths that a statement imports, by their parts; `listed` is the kind of a list of last parts."""
    first: list[Range] = []
    last: list[Range] = []
    for child in node.named_children:
        into = last if child.type == listed else first
        nodes = child.named_children if child.type == listed else [child]
        into += [(each.start_byte, each.end_byte, data[each.start_byte : each.end_byte]) for each in nodes]
    if not last:
        yield tuple(first)
    for each in last:
        yield (*first, each)


class ImportAny(Pattern):
    """`import $M`: any statement that imports something; the variable is bound to each module in turn."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, variable: Metavariable, language: Matching) -> None:
        self.inner = variable
        self.kinds = language.imports.open | {"import_from_statement"}

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        for name in node.children_by_field_name("module_name") or node.children_by_field_name("name"):
            yield from self.inner.match(name.child_by_field_name("name") or name, bindings, context)
