"""Patterns with a meaning of their own: chains of members with `...`, names of parameters, pieces of text."""

from __future__ import annotations

import re

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.matching.bindings import Bound, Environment, Environments
from reread.analyzers.rules.matching.match_context import Scan, bind
from reread.analyzers.rules.matching.names import callee_of
from reread.analyzers.rules.patterns import metavariable_encoding
from reread.analyzers.rules.patterns.pattern import Ellipsis, Metavariable, Name, Pattern
from reread.analyzers.syntax import Node

_LONGEST_CHAIN = 200
_LONGEST_TEXT = 5_000


class ImportOf(Pattern):
    """`import module`: any statement that imports it, something in it or something from it."""

    __slots__ = ("kinds", "module")
    kinds: frozenset[str]

    def __init__(self, module: str, language: Matching) -> None:
        self.module = "".join(module.split())
        self.kinds = language.open_imports | {"import_from_statement"}

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        if node.type not in self.kinds:
            return
        for name in node.children_by_field_name("module_name") or node.children_by_field_name("name"):
            inner = name.child_by_field_name("name") or name
            path = "".join(scan.data[inner.start_byte : inner.end_byte].decode().split())
            if path == self.module or path.startswith(f"{self.module}."):
                yield environment
                return


class ImportAny(Pattern):
    """`import $M`: any statement that imports something; the variable stands for the module, once for each of them."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, variable: Metavariable, language: Matching) -> None:
        self.inner = variable
        self.kinds = language.open_imports | {"import_from_statement"}

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        for name in node.children_by_field_name("module_name") or node.children_by_field_name("name"):
            yield from self.inner.match(name.child_by_field_name("name") or name, environment, scan)


class AliasedName(Pattern):
    """The name in `name as alias`."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, inner: Pattern) -> None:
        self.inner = inner
        self.kinds = frozenset({"aliased_import"})

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        name = node.child_by_field_name("name") if node.type in self.kinds else None
        if name is not None:
            yield from self.inner.match(name, environment, scan)


class ImportedName(Pattern):
    """`$X` in `from m import $X`: the name, under whatever other one the file knows it."""

    __slots__ = ("inner",)

    def __init__(self, inner: Metavariable) -> None:
        self.inner = inner

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        name = node.child_by_field_name("name") if node.type == "aliased_import" else node
        if name is not None:
            yield from self.inner.match(name, environment, scan)


class MemberChain(Pattern):
    """`start. ... .member`: any number of members and calls between."""

    __slots__ = ("kinds", "member", "name", "start")
    kinds: frozenset[str]

    def __init__(self, start: Pattern, member: Pattern, language: Matching) -> None:
        self.start = start
        self.member = member
        self.kinds = frozenset(language.members)
        self.name = member.name if isinstance(member, Name) else None

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        node = strip(node, scan.language)
        fields = scan.language.members.get(node.type)
        member = node.child_by_field_name(fields[1]) if fields else None
        if member is None:
            return
        for found in self.member.match(member, environment, scan):
            yield from self._start(inner_of_chain(node, scan), found, scan)

    def _start(self, node: Node | None, environment: Environment, scan: Scan) -> Environments:
        if isinstance(self.start, (Ellipsis, Metavariable)):
            # The longest start is the natural reading of `$X. ... .f()`; all others would say the same again.
            if node is not None:
                yield from self.start.match(node, environment, scan)
            return
        for _ in range(_LONGEST_CHAIN):
            if node is None:
                return
            yield from self.start.match(node, environment, scan)
            node = inner_of_chain(strip(node, scan.language), scan)


class ChainStart(Pattern):
    """`start. ...`: a chain that begins so, with any number of members and calls after it."""

    __slots__ = ("start",)

    def __init__(self, start: Pattern) -> None:
        self.start = start

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        current: Node | None = node
        for _ in range(_LONGEST_CHAIN):
            if current is None:
                return
            yield from self.start.match(current, environment, scan)
            current = inner_of_chain(strip(current, scan.language), scan)


class GenericType(Pattern):
    """A type by its name alone, whatever its arguments: `List` for `List<String>`."""

    __slots__ = ("kinds", "named")
    kinds: frozenset[str]

    def __init__(self, named: Name) -> None:
        self.named = named
        self.kinds = frozenset({"generic_type"})

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        inner = node.named_child(0) if node.type in self.kinds and node.named_child_count else None
        if inner is not None:
            yield from self.named.match(inner, environment, scan)


class ExpressionBody(Pattern):
    """A metavariable for the body of a lambda, which stands for a value and no block."""

    __slots__ = ("inner",)

    def __init__(self, variable: Metavariable) -> None:
        self.inner = variable

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        if node.type not in scan.language.blocks:
            yield from self.inner.match(node, environment, scan)


class NamedMember(Pattern):
    """`module.$X`: a member of a module, whichever way the file names it."""

    __slots__ = ("kinds", "member", "module", "variable")
    kinds: frozenset[str]

    def __init__(self, module: tuple[str, ...], member: Metavariable, language: Matching) -> None:
        self.module = Name(module, language)
        self.member = member
        self.variable = member.variable
        self.kinds = frozenset(language.members) | language.names

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        node = strip(node, scan.language)
        fields = scan.language.members.get(node.type)
        if fields is None:
            path = scan.imports.path_of(node, scan.data, scan.language)
            if path and path[:-1] == self.module.parts:
                yield from self.member.match(node, environment, scan)
            return
        module, member = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
        if module is not None and member is not None:
            for found in self.module.match(module, environment, scan):
                yield from self.member.match(member, found, scan)


class ParameterMetavariable(Pattern):
    """`$X` in a list of parameters: the name of one, whatever its type and default."""

    __slots__ = ("inner", "named")

    def __init__(self, kinds: frozenset[str], variable: Metavariable) -> None:
        self.named = ParameterName(kinds, variable)
        self.inner = variable

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        if node.type in self.named.kinds:
            return self.named.match(node, environment, scan)
        return self.inner.match(node, environment, scan)


class ParameterName(Pattern):
    """The name of a parameter that has a type or a default."""

    __slots__ = ("kinds", "name_pattern")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], name: Name | Metavariable) -> None:
        self.kinds = kinds
        self.name_pattern = name

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        if node.type not in self.kinds:
            return
        for field in ("name", "pattern", "left"):
            inner = node.child_by_field_name(field)
            if inner is not None:
                yield from self.name_pattern.match(inner, environment, scan)
                return
        inner = node.named_child(0)
        if inner is not None:
            yield from self.name_pattern.match(inner, environment, scan)


def inner_of_chain(node: Node, scan: Scan) -> Node | None:
    """The `a` of `a.b` and the `f` of `f(x)`; None where a chain begins."""
    language = scan.language
    fields = language.members.get(node.type)
    if fields is not None:
        return node.child_by_field_name(fields[0]) if fields[0] else node.named_child(0)
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

    def match(self, node: Node, environment: Environment, scan: Scan) -> Environments:
        node = strip(node, scan.language)
        if node.type not in self.kinds or node.end_byte - node.start_byte > _LONGEST_TEXT:
            return
        match = self.expression.fullmatch(scan.data, node.start_byte, node.end_byte)
        if match is None:
            return
        bound: Environment | None = environment
        for number, variable in enumerate(self.variables, 1):
            if bound is not None:
                bound = bind(variable, Bound(*match.span(number), match[number], None), bound, scan)
        if bound is not None:
            yield bound
