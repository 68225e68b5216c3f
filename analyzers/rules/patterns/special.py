"""Patterns with a meaning of their own: chains of members with `...`, names of parameters, pieces of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from reread.analyzers.constants.string_content import content
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.matching.bindings import AllBindings, Binding, Bindings
from reread.analyzers.rules.matching.match_context import MatchContext, bind
from reread.analyzers.rules.matching.names import callee_of, child_at
from reread.analyzers.rules.patterns import metavariable_encoding
from reread.analyzers.rules.patterns.pattern import Ellipsis, Metavariable, Name, Pattern
from reread.analyzers.rules.patterns.sequences import Subset
from reread.analyzers.syntax import Node

Range: TypeAlias = tuple[int, int, bytes]
"""Start and end in bytes, and the text between."""

_LONGEST_CHAIN = 200
_LONGEST_TEXT = 5_000


class ImportOf(Pattern):
    """`import module`: any statement that imports it, something in it or something from it."""

    __slots__ = ("kinds", "module")
    kinds: frozenset[str]

    def __init__(self, module: str, language: Matching) -> None:
        self.module = "".join(module.split())
        self.kinds = language.open_imports | {"import_from_statement"}

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        for name in node.children_by_field_name("module_name") or node.children_by_field_name("name"):
            inner = name.child_by_field_name("name") or name
            path = "".join(scan.data[inner.start_byte : inner.end_byte].decode().split())
            if path == self.module or path.startswith(f"{self.module}.") or self._is_imported(node, path, scan):
                yield bindings
                return

    def _is_imported(self, node: Node, path: str, scan: MatchContext) -> bool:
        """True for `from a import b` where the module is `a.b`."""
        if node.type != "import_from_statement" or not self.module.startswith(f"{path}."):
            return False
        wanted = self.module[len(path) + 1 :]
        names = (each.child_by_field_name("name") or each for each in node.children_by_field_name("name"))
        return any(scan.data[each.start_byte : each.end_byte].decode() == wanted for each in names)


class ImportFrom(Pattern):
    """`import 'module'`: any statement that imports it by its name, something of it, or a module below it."""

    __slots__ = ("field", "kinds", "module")
    kinds: frozenset[str]

    def __init__(self, kind: str, field: str, module: bytes) -> None:
        self.kinds = frozenset({kind})
        self.field = field
        self.module = module

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        source = node.child_by_field_name(self.field) if node.type in self.kinds else None
        if source is not None and node.child_by_field_name("name") is None:
            text = content(source, scan.data)[2]
            if text == self.module or text.startswith(self.module + b"/"):
                yield bindings


class ImportPath(Pattern):
    """`import a.b.$X`: any statement that imports such a path, be it in a list, `import a.b.{c, d}`."""

    __slots__ = ("kinds", "listed", "parts")
    kinds: frozenset[str]

    def __init__(self, kind: str, listed: str, parts: tuple[Range, ...]) -> None:
        self.kinds = frozenset({kind})
        self.listed = listed
        self.parts = tuple(text for _, _, text in parts)

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        for path in import_paths(node, self.listed, scan.data):
            bound = self._bound(path, bindings, scan)
            if bound is not None:
                yield bound

    def _bound(self, path: tuple[Range, ...], bindings: Bindings, scan: MatchContext) -> Bindings | None:
        found: Bindings | None = bindings
        for wanted, (start, end, text) in zip(self.parts, path, strict=False):
            variable = metavariable_encoding.metavariable(wanted.decode())
            if found is not None and variable:
                found = bind(variable, Binding(start, end, text, None), found, scan)
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


class Decorated(Pattern):
    """A member of a class with decorators that stand before it, in any order and beside others."""

    __slots__ = ("decorators", "kinds", "member")

    def __init__(self, decorators: tuple[Pattern, ...], member: Pattern) -> None:
        self.decorators = Subset(decorators)
        self.member = member
        self.kinds = member.kinds

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        before: list[Node] = []
        sibling = node.prev_named_sibling
        while sibling is not None and (sibling.type == "decorator" or sibling.is_extra):
            before += [] if sibling.is_extra else [sibling]
            sibling = sibling.prev_named_sibling
        if before:
            for found in self.member.match(node, bindings, scan):
                yield from self.decorators(before, found, scan)


class ImportAny(Pattern):
    """`import $M`: any statement that imports something; the variable stands for the module, once for each of them."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, variable: Metavariable, language: Matching) -> None:
        self.inner = variable
        self.kinds = language.open_imports | {"import_from_statement"}

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        for name in node.children_by_field_name("module_name") or node.children_by_field_name("name"):
            yield from self.inner.match(name.child_by_field_name("name") or name, bindings, scan)


class AliasedName(Pattern):
    """The name in `name as alias`."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, inner: Pattern) -> None:
        self.inner = inner
        self.kinds = frozenset({"aliased_import"})

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        name = node.child_by_field_name("name") if node.type in self.kinds else None
        if name is not None:
            yield from self.inner.match(name, bindings, scan)


class ImportedName(Pattern):
    """`$X` in `from m import $X`: the name, under whatever other one the file knows it."""

    __slots__ = ("inner",)

    def __init__(self, inner: Metavariable) -> None:
        self.inner = inner

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        name = node.child_by_field_name("name") if node.type == "aliased_import" else node
        if name is not None:
            yield from self.inner.match(name, bindings, scan)


class MemberChain(Pattern):
    """`start. ... .member`: any number of members and calls between."""

    __slots__ = ("kinds", "member", "name", "start")
    kinds: frozenset[str]

    def __init__(self, start: Pattern, member: Pattern, language: Matching) -> None:
        self.start = start
        self.member = member
        self.kinds = frozenset(language.members)
        self.name = member.name if isinstance(member, Name) else None

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        fields = scan.language.members.get(node.type)
        member = node.child_by_field_name(fields[1]) if fields else None
        if member is None:
            return
        for found in self.member.match(member, bindings, scan):
            yield from self._start(inner_of_chain(node, scan), found, scan)

    def _start(self, node: Node | None, bindings: Bindings, scan: MatchContext) -> AllBindings:
        if isinstance(self.start, (Ellipsis, Metavariable)):
            # The longest start is the natural reading of `$X. ... .f()`; all others would say the same again.
            if node is not None:
                yield from self.start.match(node, bindings, scan)
            return
        for _ in range(_LONGEST_CHAIN):
            if node is None:
                return
            yield from self.start.match(node, bindings, scan)
            node = inner_of_chain(strip(node, scan.language), scan)


class ChainStart(Pattern):
    """`start. ...`: a chain that begins so, with any number of members and calls after it."""

    __slots__ = ("start",)

    def __init__(self, start: Pattern) -> None:
        self.start = start

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        current: Node | None = node
        for _ in range(_LONGEST_CHAIN):
            if current is None:
                return
            yield from self.start.match(current, bindings, scan)
            current = inner_of_chain(strip(current, scan.language), scan)


class GenericType(Pattern):
    """A type by its name alone, whatever its arguments: `List` for `List<String>`."""

    __slots__ = ("kinds", "named")
    kinds: frozenset[str]

    def __init__(self, named: Name) -> None:
        self.named = named
        self.kinds = frozenset({"generic_type"})

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        inner = node.named_child(0) if node.type in self.kinds and node.named_child_count else None
        if inner is not None:
            yield from self.named.match(inner, bindings, scan)


class ExpressionBody(Pattern):
    """A metavariable for the body of a lambda, which stands for a value and no block."""

    __slots__ = ("inner",)

    def __init__(self, variable: Metavariable) -> None:
        self.inner = variable

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        if node.type not in scan.language.blocks:
            yield from self.inner.match(node, bindings, scan)


class NamedMember(Pattern):
    """`module.$X`: a member of a module, whichever way the file names it."""

    __slots__ = ("kinds", "member", "module", "variable")
    kinds: frozenset[str]

    def __init__(self, module: tuple[str, ...], member: Metavariable, language: Matching) -> None:
        self.module = Name(module, language)
        self.member = member
        self.variable = member.variable
        self.kinds = frozenset(language.members) | language.names

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        fields = scan.language.members.get(node.type)
        if fields is None:
            path = scan.imports.path_of(node, scan.data, scan.language)
            if path and path[:-1] == self.module.parts:
                yield from self.member.match(node, bindings, scan)
            return
        module, member = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
        if module is not None and member is not None:
            for found in self.module.match(module, bindings, scan):
                yield from self.member.match(member, found, scan)


class ParameterMetavariable(Pattern):
    """`$X` in a list of parameters: the name of one, whatever its type and default."""

    __slots__ = ("inner", "named")

    def __init__(self, kinds: frozenset[str], variable: Metavariable) -> None:
        self.named = ParameterName(kinds, variable)
        self.inner = variable

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        if node.type in self.named.kinds:
            return self.named.match(node, bindings, scan)
        return self.inner.match(node, bindings, scan)


class ParameterName(Pattern):
    """The name of a parameter that has a type or a default."""

    __slots__ = ("kinds", "name_pattern")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], name: Name | Metavariable) -> None:
        self.kinds = kinds
        self.name_pattern = name

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        for field in ("name", "pattern", "left"):
            inner = node.child_by_field_name(field)
            if inner is not None:
                yield from self.name_pattern.match(inner, bindings, scan)
                return
        inner = child_at(node, 0)
        if inner is not None:
            yield from self.name_pattern.match(inner, bindings, scan)


def inner_of_chain(node: Node, scan: MatchContext) -> Node | None:
    """The `a` of `a.b` and the `f` of `f(x)`; None where a chain begins."""
    language = scan.language
    fields = language.members.get(node.type)
    if fields is not None:
        return node.child_by_field_name(fields[0]) if fields[0] else child_at(node, 0)
    if node.type in language.callees:
        inner = node.child_by_field_name("object")
        return inner if inner is not None else callee_of(node, language)
    return None


class TextTemplate(Pattern):
    """A leaf whose text has metavariables and `...` in it, each for some of the text."""

    __slots__ = ("expression", "kinds", "variables")
    kinds: frozenset[str]

    def __init__(self, kind: str, text: str) -> None:
        expression, self.variables = metavariable_encoding.template(text)
        self.expression = re.compile(expression.encode(), re.DOTALL)
        self.kinds = frozenset({kind})

    def match(self, node: Node, bindings: Bindings, scan: MatchContext) -> AllBindings:
        node = strip(node, scan.language)
        if node.type not in self.kinds or node.end_byte - node.start_byte > _LONGEST_TEXT:
            return
        match = self.expression.fullmatch(scan.data, node.start_byte, node.end_byte)
        if match is None:
            return
        bound: Bindings | None = bindings
        for number, variable in enumerate(self.variables, 1):
            if bound is not None:
                bound = bind(variable, Binding(*match.span(number), match[number], None), bound, scan)
        if bound is not None:
            yield bound
