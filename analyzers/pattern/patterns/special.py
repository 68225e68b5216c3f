"""Patterns with a special meaning: member chains with `...`, parameter names, parts of text."""

from __future__ import annotations

import re
from typing import Any

from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Binding, Bindings
from reread.analyzers.pattern.matching.import_scopes import imported_name, is_in_import
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import callee_of, child_at, object_and_member
from reread.analyzers.pattern.matching.unification import bind
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.pattern import Ellipsis, Metavariable, Name, Pattern
from reread.analyzers.pattern.patterns.sequences import Subset
from reread.analyzers.syntax import Node

_LONGEST_CHAIN = 200
_LONGEST_TEXT = 5_000
_FEW_PARTS = 2


class Decorated(Pattern):
    """A member of a class with decorators that are before it, in any order and beside others."""

    __slots__ = ("decorators", "kinds", "member")

    def __init__(self, decorators: tuple[Pattern, ...], member: Pattern) -> None:
        self.decorators = Subset(decorators)
        self.member = member
        self.kinds = member.kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        before: list[Node] = []
        sibling = node.prev_named_sibling
        while sibling is not None and (sibling.type == "decorator" or sibling.is_extra):
            before += [] if sibling.is_extra else [sibling]
            sibling = sibling.prev_named_sibling
        if before:
            for found in self.member.match(node, bindings, context):
                yield from self.decorators(before, found, context)


class AliasedName(Pattern):
    """The name in `name as alias`."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, inner: Pattern) -> None:
        self.inner = inner
        self.kinds = frozenset({"aliased_import"})

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        name = node.child_by_field_name("name") if node.type in self.kinds else None
        if name is not None:
            yield from self.inner.match(name, bindings, context)


class ImportedName(Pattern):
    """`$X` in `from m import $X`: the name, under whatever other one the file knows it."""

    __slots__ = ("inner",)

    def __init__(self, inner: Metavariable) -> None:
        self.inner = inner

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        name = node.child_by_field_name("name") if node.type == "aliased_import" else node
        if name is not None:
            yield from self.inner.match(name, bindings, context)


class Written(Pattern):
    """What a metavariable or `...` stands for where it must be written in one of some ways, such as in braces."""

    __slots__ = ("inner", "kinds")
    kinds: frozenset[str]

    def __init__(self, inner: Pattern, kinds: frozenset[str]) -> None:
        self.inner = inner
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        if node.named_child_count > 0 and all(child.is_extra for child in node.named_children):
            return  # Braces with nothing but a comment in them.
        if isinstance(self.inner, Ellipsis):
            yield bindings
        else:
            yield from self.inner.match(node, bindings, context)


class MemberChain(Pattern):
    """`start. ... .member`: any number of members and calls between."""

    __slots__ = ("kinds", "member", "name", "start")
    kinds: frozenset[str]

    def __init__(self, start: Pattern, member: Pattern, language: Matching) -> None:
        self.start = start
        self.member = member
        self.kinds = frozenset(language.names.members)
        self.name = member.name if isinstance(member, Name) else None

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        member = object_and_member(node, context.language)[1]
        if member is None:
            return
        for found in self.member.match(member, bindings, context):
            yield from self._start(inner_of_chain(node, context), found, context)

    def _start(self, node: Node | None, bindings: Bindings, context: MatchContext) -> AllBindings:
        if isinstance(self.start, Ellipsis):
            if node is not None:
                yield bindings
            return
        for _ in range(_LONGEST_CHAIN):
            if node is None:
                return
            yield from self.start.match(node, bindings, context)
            node = inner_of_chain(strip(node, context.language), context)


class TargetMember(Pattern):
    """`$X.member` that is assigned to, where no node holds the object of a longer target, the `a.b` of `a.b.member`."""

    __slots__ = ("kinds", "member", "variable")
    kinds: frozenset[str]

    def __init__(self, kind: str, variable: str, member: Pattern) -> None:
        self.kinds = frozenset({kind})
        self.variable = variable
        self.member = member

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        *parts, member = [child for child in node.named_children if not child.is_extra]
        if not parts:
            return
        start, end = parts[0].start_byte, parts[-1].end_byte
        whole = Binding(start, end, context.data[start:end], parts[0] if len(parts) == 1 else None)
        found = bind(self.variable, whole, bindings, context)
        if found is not None:
            yield from self.member.match(member, found, context)


class ChainStart(Pattern):
    """`start. ...`: a chain that begins so, with any number of members and calls after it. `kinds` are those that the
    last of these must have.
    """

    __slots__ = ("kinds", "start")

    def __init__(self, start: Pattern, kinds: frozenset[str] | None = None) -> None:
        self.start = start
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        current: Node | None = node if self.kinds is None else strip(node, context.language)
        if current is None or (self.kinds is not None and current.type not in self.kinds):
            return
        for _ in range(_LONGEST_CHAIN):
            if current is None:
                return
            yield from self.start.match(current, bindings, context)
            current = inner_of_chain(strip(current, context.language), context)


class GenericType(Pattern):
    """A type by its name alone, whatever its arguments: `List` for `List<String>`."""

    __slots__ = ("kinds", "named")
    kinds: frozenset[str]

    def __init__(self, named: Name) -> None:
        self.named = named
        self.kinds = frozenset({"generic_type"})

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        inner = node.named_child(0) if node.type in self.kinds and node.named_child_count else None
        if inner is not None:
            yield from self.named.match(inner, bindings, context)


class NamedMember(Pattern):
    """`module.$X`: a member of a module, whichever way the file names it; `$X` stands for its name in the module."""

    __slots__ = ("kinds", "member", "module", "variable")
    kinds: frozenset[str]

    def __init__(self, module: tuple[str, ...], member: Metavariable, language: Matching) -> None:
        self.module = Name(module, language)
        self.member = member
        self.variable = member.variable
        self.kinds = frozenset(language.names.members) | language.names.leaves

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        fields = context.language.names.members.get(node.type)
        if fields is None:
            path = imported_name(node, context)
            if path and path[:-1] == self.module.parts and not is_in_import(node, context):
                yield from self._renamed(node, path[-1].encode(), bindings, context)
            return
        module, member = node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
        if module is not None and member is not None:
            for found in self.module.match(module, bindings, context):
                yield from self.member.match(member, found, context)

    def _renamed(self, node: Node, name: bytes, bindings: Bindings, context: MatchContext) -> AllBindings:
        if context.data[node.start_byte : node.end_byte] == name:
            yield from self.member.match(node, bindings, context)
            return
        bound = bind(self.variable, Binding(node.start_byte, node.end_byte, name, None), bindings, context)
        if bound is not None:
            yield bound


class ParameterMetavariable(Pattern):
    """`$X` in a list of parameters: the name of one, whatever its type and default."""

    __slots__ = ("inner", "named")

    def __init__(self, kinds: frozenset[str], variable: Metavariable) -> None:
        self.named = ParameterName(kinds, variable)
        self.inner = variable

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type in self.named.kinds:
            return self.named.match(node, bindings, context)
        return self.inner.match(node, bindings, context)


class ParameterName(Pattern):
    """The name of a parameter that has a type or a default."""

    __slots__ = ("kinds", "name_pattern")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], name: Name | Metavariable) -> None:
        self.kinds = kinds
        self.name_pattern = name

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        if node.type not in self.kinds:
            return
        for field in ("name", "pattern", "left"):
            inner = node.child_by_field_name(field)
            if inner is not None:
                yield from self.name_pattern.match(inner, bindings, context)
                return
        inner = child_at(node, 0)
        if inner is not None:
            yield from self.name_pattern.match(inner, bindings, context)


def inner_of_chain(node: Node, context: MatchContext) -> Node | None:
    """The `a` of `a.b` and the `f` of `f(x)`; None if a chain begins."""
    language = context.language
    fields = language.names.members.get(node.type)
    if fields is not None:
        return node.child_by_field_name(fields[0]) if fields[0] else child_at(node, 0)
    if node.type in language.names.callees:
        inner = node.child_by_field_name("object")
        return inner if inner is not None else callee_of(node, language)
    return None


def _compiled(expression: bytes) -> Any:
    """The expression of a template. Of many parts each may end at many places, which only a linear engine can try."""
    if expression.count(b"*?") + expression.count(b"+?") <= _FEW_PARTS:
        return re.compile(expression)
    import re2  # type: ignore[import-untyped]

    options = re2.Options()
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1  # Bytes, whatever they mean.
    try:
        return re2.compile(expression, options)
    except re2.error as error:
        raise metavariable_encoding.PatternError("the pattern has too many metavariables and `...`") from error


class TextTemplate(Pattern):
    """A leaf whose text has metavariables and `...` in it, each for some of the text."""

    __slots__ = ("expression", "kinds", "variables")
    kinds: frozenset[str]

    def __init__(self, kinds: frozenset[str], text: str) -> None:
        expression, self.variables = metavariable_encoding.template(text)
        self.expression: re.Pattern[bytes] = _compiled(expression.encode())
        self.kinds = kinds

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        node = strip(node, context.language)
        if node.type not in self.kinds or node.end_byte - node.start_byte > _LONGEST_TEXT:
            return
        match = self.expression.fullmatch(context.data, node.start_byte, node.end_byte)
        if match is None:
            return
        bound: Bindings | None = bindings
        for number, variable in enumerate(self.variables, 1):
            if bound is not None:
                bound = bind(variable, Binding(*match.span(number), match[number], None), bound, context)
        if bound is not None:
            yield bound
