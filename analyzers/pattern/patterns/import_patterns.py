"""Patterns of import statements: of a module, of a name in it, of everything below a path; and of other directives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.constants.string_content import is_constant
from reread.analyzers.constants.unwrapping import only_child
from reread.analyzers.languages.import_kinds import ImportWriting
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.import_paths import ImportPath, PathPart, import_marks, import_paths
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.clause_patterns import Build, clause_pattern
from reread.analyzers.pattern.patterns.pattern import Metavariable, Pattern
from reread.analyzers.syntax import Node, SyntaxTree


def import_pattern(node: Node, tree: SyntaxTree, matching: Matching, build: Build) -> Pattern | None:
    """The pattern of an import that stands for more than the statement itself, or of another directive; None for every
    other node.
    """
    if node.type in matching.imports.directives:
        return directive(node, tree)
    if node.type in matching.imports.open:
        module = only_child(node)
        variable = "" if module is None else metavariable_encoding.metavariable(tree.text(module))
        if variable:
            return ImportAny(Metavariable(variable), matching)
        if module is not None and module.type == "dotted_name":
            return ImportOf(tree.text(module), matching)
    if matching.imports.writing is not None and node.type in matching.imports.writing.statements:
        return _paths_pattern(node, tree, matching.imports.writing, matching, build)
    if matching.imports.items is not None:
        return clause_pattern(node, tree, matching, build)
    return None


def _paths_pattern(
    node: Node, tree: SyntaxTree, writing: ImportWriting, matching: Matching, build: Build
) -> Pattern | None:
    """The pattern of the paths of a statement; None where a part of one is `...`."""
    wanted: list[WantedPath] = []
    for path in import_paths(node, tree.document.data, writing):
        source = None
        if path.source is not None:
            text = tree.text(path.source)[1:-1]
            if not is_constant(path.source, matching):
                return None
            is_any = metavariable_encoding.is_template(text) or text == "..." or text.startswith("=~/")
            source = build(path.source) if is_any else None
        names = () if source is not None else path.parts
        for part in names if path.alias is None else (*names, path.alias):
            text = part.text.decode()
            if metavariable_encoding.is_template(text) and not metavariable_encoding.metavariable(text):
                return None
        wanted.append(WantedPath(path, source))
    return ImportPaths(tuple(wanted), import_marks(node, tree.document.data, writing), writing) if wanted else None


_COMPARISON = "^~<>="
"""What may be before a version."""


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


class WantedPath(NamedTuple):
    """A path of a pattern. `source` is for a string that stands for more than one path, such as `"$X"`."""

    path: ImportPath
    source: Pattern | None


class ImportPaths(Pattern):
    """`import a.b`: any statement that imports this path or one below it, be it in a list or by another name.

    With several paths, `use a::{b, c}`, a statement that imports them all.
    """

    __slots__ = ("kinds", "marks", "wanted", "writing")
    kinds: frozenset[str]

    def __init__(self, wanted: tuple[WantedPath, ...], marks: frozenset[bytes], writing: ImportWriting) -> None:
        self.kinds = writing.statements
        self.wanted = wanted
        self.marks = marks
        self.writing = writing

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds or not self.marks <= import_marks(node, context.data, self.writing):
            return
        yield from self._matches(0, import_paths(node, context.data, self.writing), bindings, context)

    def texts(self) -> Iterator[bytes]:
        """The parts that every match has."""
        for path, source in self.wanted:
            parts = path.parts if source is None else ()
            yield from (part.text for part in parts if not metavariable_encoding.is_encoded(part.text.decode()))

    def _matches(
        self, index: int, paths: tuple[ImportPath, ...], bindings: Bindings, context: MatchContext
    ) -> AllBindings:
        if index == len(self.wanted):
            yield bindings
            return
        for place, path in enumerate(paths):
            context.step()
            others = paths[:place] + paths[place + 1 :]
            for bound in self._match_path(self.wanted[index], path, bindings, context):
                yield from self._matches(index + 1, others, bound, context)
                if bound is bindings and index == len(self.wanted) - 1:
                    return  # The other paths add nothing.

    def _match_path(
        self, wanted: WantedPath, path: ImportPath, bindings: Bindings, context: MatchContext
    ) -> AllBindings:
        alias = wanted.path.alias
        if wanted.path.all_names and not path.all_names:
            return
        if alias is not None:
            is_other = not self.writing.renames_whole and len(path.parts) != len(wanted.path.parts)
            if path.alias is None or is_other:
                return
            bound = _bound(alias, path.alias, bindings, context)
            if bound is None:
                return
            bindings = bound
        if wanted.source is not None:
            if path.source is not None:
                yield from wanted.source.match(path.source, bindings, context)
            return
        below = self._bound_parts(wanted.path.parts, path, bindings, context)
        if below is not None:
            yield below

    def _bound_parts(
        self, wanted: tuple[PathPart, ...], path: ImportPath, bindings: Bindings, context: MatchContext
    ) -> Bindings | None:
        """The bindings where the path begins with all parts; a metavariable at the end stands for what is below."""
        if len(wanted) > len(path.parts):
            return None
        for index, part in enumerate(wanted):
            there = path.parts[index]
            if index == len(wanted) - 1 and metavariable_encoding.metavariable(part.text.decode()):
                there = self._last(path, index)
            found = _bound(part, there, bindings, context)
            if found is None:
                return None
            bindings = found
        return bindings

    def _last(self, path: ImportPath, index: int) -> PathPart:
        """What a metavariable after `index` parts stands for: the name that is imported, or a path of several names."""
        parts = path.parts[index:] if not index or path.all_names else path.parts[-1:]
        return PathPart(parts[0].start, parts[-1].end, self.writing.separator.join(each.text for each in parts))


def _bound(wanted: PathPart, found: PathPart, bindings: Bindings, context: MatchContext) -> Bindings | None:
    variable = metavariable_encoding.metavariable(wanted.text.decode())
    if variable:
        return bind(variable, Binding(found.start, found.end, found.text, None), bindings, context)
    return bindings if found.text == wanted.text else None


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


class Directive(Pattern):
    """A directive, of which space between its parts means nothing.

    A metavariable for the text stands for all that is behind the word, with the space before it, as in Semgrep.
    With a comparison before it (`^$V`), it stands for the version behind the same one.
    """

    __slots__ = ("kinds", "wanted")
    kinds: frozenset[str]

    def __init__(self, kind: str, word: str, text: str) -> None:
        self.kinds = frozenset({kind})
        # Where the grammar asks for a certain text behind a word, a pattern is read with another one.
        self.wanted = (word.rstrip("_"), "".join(text.split()))

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        places = _places(node) if node.type in self.kinds else None
        if places is None:
            return
        found: Bindings | None = bindings
        for wanted, (start, end) in zip(self.wanted, places, strict=True):
            name = wanted.lstrip(_COMPARISON)
            text, variable = context.data[start:end], metavariable_encoding.metavariable(name)
            if variable and name != wanted:
                version = text.strip().removeprefix(wanted[: -len(name)].encode()).strip()
                if version == text.strip() or not version[:1].isdigit() or len(version.split()) > 1:
                    return  # Another comparison, or a range.
                start = end - len(text) + text.rindex(version)
                text = version
            if found is not None and variable:
                found = bind(variable, Binding(start, end, text, None), found, context)
            elif b"".join(text.split()) != wanted.encode() and not metavariable_encoding.is_template(wanted):
                return
        if found is not None:
            yield found


def directive(node: Node, tree: SyntaxTree) -> Directive | None:
    """The pattern of a directive; None for one that has no text."""
    places = _places(node)
    if places is None:
        return None
    word, text = (tree.document.data[start:end].decode() for start, end in places)
    return Directive(node.type, word, text)


def _places(node: Node) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the word of a directive is, and the text behind it (bytes)."""
    content = node.named_child(0)
    word = None if content is None else content.child(0)
    if content is None or word is None or word.end_byte == content.end_byte:
        return None
    return (word.start_byte, word.end_byte), (word.end_byte, content.end_byte)
