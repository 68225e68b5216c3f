"""Patterns of imports that also stand for other ways to import the same: `export ... from`, `require`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from reread.analyzers.constants.string_content import content, is_constant
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.bindings import AllBindings, Bindings
from reread.analyzers.pattern.matching.import_clauses import ClauseName, ImportClause, clauses_of, statement_kinds
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns import metavariable_encoding
from reread.analyzers.pattern.patterns.pattern import Metavariable, Name, Pattern
from reread.analyzers.syntax import Node, SyntaxTree

_DEFAULT = "default"
"""The name of what a module exports by default."""

Part: TypeAlias = Metavariable | str
"""What a pattern says of a name: anything, or the name itself."""

Parts: TypeAlias = tuple[Part, Part | None]
"""What it says of a name in the module, and of the one in the file."""

Judged: TypeAlias = Callable[[ImportClause, Bindings, MatchContext], AllBindings]

Build: TypeAlias = Callable[[Node], Pattern]


def clause_pattern(node: Node, tree: SyntaxTree, matching: Matching, build: Build) -> Pattern | None:
    """The pattern of an import that takes names of a module, or the module itself, not both; None for others."""
    if matching.imports.items is None or node.type not in matching.imports.module_fields:
        return None
    parts = list(clauses_of(node, tree.document.data, matching))
    if len(parts) != 1 or _is_of_types(node):
        return None
    found = parts[0]
    text, module = _text(found.source, tree, matching), build(found.source)
    if found.whole is not None:
        local = _part(found.whole, tree, matching)
        return None if local is None else ClausePattern(text, module, [local], matching, partial(_whole, local))
    if found.names and found.names[0].name is None:
        local = _part(found.names[0].local, tree, matching)
        return None if local is None else _of_names(text, module, ((_DEFAULT, local),), matching)
    if node.named_child_count == 1:
        return ClausePattern(text, module, [], matching, _any)
    return _of_names(text, module, tuple(_wanted(found.names, tree, matching)), matching)


def _of_names(text: bytes | None, module: Pattern, wanted: tuple[Parts, ...], matching: Matching) -> Pattern:
    names = [part for parts in wanted for part in parts if part is not None and part != _DEFAULT]
    return ClausePattern(text, module, names, matching, partial(_named, wanted))


def _text(source: Node, tree: SyntaxTree, matching: Matching) -> bytes | None:
    """The name of the module; None where it has a metavariable or is a regular expression."""
    if not is_constant(source, matching):
        return None
    text = content(source, tree.document.data)[2]
    is_special = text == b"..." or text.startswith(b"=~/") or metavariable_encoding.is_encoded(text.decode())
    return None if is_special or metavariable_encoding.is_template(text.decode()) else text


def _is_of_types(node: Node) -> bool:
    """True for `import type`, and where one of the names has the word."""
    return any(child.type == "type" or (child.is_named and _is_of_types(child)) for child in node.children)


def _wanted(names: tuple[ClauseName, ...], tree: SyntaxTree, matching: Matching) -> Iterator[Parts]:
    for each in names:
        name = _part(each.name, tree, matching)
        if name is not None:
            yield name, _part(each.local, tree, matching)


def _part(node: Node | None, tree: SyntaxTree, matching: Matching) -> Part | None:
    """What a pattern says of a name; None for nothing, and for `...`."""
    if node is None or metavariable_encoding.is_ellipsis(tree.text(node), matching.reading.ellipses):
        return None
    variable = metavariable_encoding.metavariable(tree.text(node))
    return Metavariable(variable) if variable else tree.text(node)


class ClausePattern(Pattern):
    """A pattern that names a module, in `text` if it is constant; then it stands for modules below that one, too.

    `judged` finds what the pattern says of the names in a clause of that module.
    """

    __slots__ = ("items", "judged", "kinds", "module", "text")
    kinds: frozenset[str]

    def __init__(
        self, text: bytes | None, module: Pattern, names: list[Part], language: Matching, judged: Judged
    ) -> None:
        self.text = text
        self.module = module
        self.kinds = statement_kinds(language)
        words = [Name((each,), language) for each in names if isinstance(each, str) and each.isidentifier()]
        self.items: tuple[Pattern, ...] = (module, *words)
        """What the code must have the words of."""
        self.judged = judged

    def match(self, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
        for found in clauses_of(node, context.data, context.language) if node.type in self.kinds else ():
            for bound in self._of_module(found, bindings, context):
                yield from self.judged(found, bound, context)

    def _of_module(self, found: ImportClause, bindings: Bindings, context: MatchContext) -> AllBindings:
        if self.text is None:
            # As in Semgrep, where a call with a variable for the module is no import.
            if not found.by_call:
                yield from self.module.match(found.source, bindings, context)
        elif found.source.type in context.table.strings and is_constant(found.source, context.language):
            path = content(found.source, context.data)[2]
            if path == self.text or (not found.by_call and path.startswith(self.text + b"/")):
                yield bindings


def _any(found: ImportClause, bindings: Bindings, context: MatchContext) -> AllBindings:
    """`import 'm'`: any way to import the module or something of it."""
    yield bindings


def _whole(local: Part, found: ImportClause, bindings: Bindings, context: MatchContext) -> AllBindings:
    """`import * as $X from 'm'`."""
    if found.whole is not None:
        yield from _matches(local, found.whole, bindings, context)


def _named(wanted: tuple[Parts, ...], found: ImportClause, bindings: Bindings, context: MatchContext) -> AllBindings:
    """`import {a, b as $X} from 'm'`: what imports these names of the module, in any order and beside others."""
    if found.names or (found.by_call and not wanted):
        yield from _each(wanted, found, found.names, bindings, context)


def _each(
    wanted: tuple[Parts, ...],
    found: ImportClause,
    names: tuple[ClauseName, ...],
    bindings: Bindings,
    context: MatchContext,
) -> AllBindings:
    if not wanted:
        yield bindings
        return
    for place, each in enumerate(names):
        context.step()
        for bound in _of_name(wanted[0], each, found, bindings, context):
            yield from _each(wanted[1:], found, names[:place] + names[place + 1 :], bound, context)


def _of_name(
    wanted: Parts, each: ClauseName, found: ImportClause, bindings: Bindings, context: MatchContext
) -> AllBindings:
    name, local = wanted
    if local is None and found.by_call and each.local != each.name:
        return  # `{a}` in the pattern of an import stands for `{a as b}`, but not for `{a: b}`.
    if each.name is None:
        named = iter((bindings,)) if name == _DEFAULT else iter(())
        if isinstance(name, Metavariable) and each.local is not None:
            named = iter(tuple(name.match(each.local, bindings, context)))
    else:
        named = _matches(name, each.name, bindings, context)
    for bound in named:
        if local is None:
            yield bound
        elif each.local is not None:
            yield from _matches(local, each.local, bound, context)


def _matches(wanted: Part, node: Node, bindings: Bindings, context: MatchContext) -> AllBindings:
    if isinstance(wanted, Metavariable):
        yield from wanted.match(node, bindings, context)
    elif context.data[node.start_byte : node.end_byte] == wanted.encode():
        yield bindings
