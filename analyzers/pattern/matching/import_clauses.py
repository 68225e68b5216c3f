"""Reads what imports, re-exports and declarations with `require` take of a module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.constants.unwrapping import only_child
from reread.analyzers.languages.import_kinds import ItemKinds
from reread.analyzers.languages.table import Matching
from reread.analyzers.syntax import Node


class ClauseName(NamedTuple):
    """One name that a module gives. `name` is None for what it exports by default; `local` is None where the file does
    not say by which name it knows it.
    """

    name: Node | None
    local: Node | None


class ImportClause(NamedTuple):
    """What an import takes: names in one list, or the module itself as `whole`. `by_call` for `require('m')`."""

    source: Node
    names: tuple[ClauseName, ...] = ()
    whole: Node | None = None
    by_call: bool = False


def statement_kinds(language: Matching) -> frozenset[str]:
    """The kinds of all nodes that may take something of a module."""
    items = language.imports.items
    assert items is not None
    return frozenset(language.imports.module_fields) | items.exports | language.statements.declarations


def clauses_of(node: Node, data: bytes, language: Matching) -> Iterator[ImportClause]:
    """What a statement takes of modules: the default export of an import and the rest, each name that is exported
    again, and what each variable of a declaration gets.
    """
    kinds = language.imports.items
    assert kinds is not None
    if node.type in kinds.exports:
        yield from _exported(node, kinds)
    elif node.type in language.statements.declarations:
        for declarator in node.named_children:
            yield from _required(declarator, data, language, kinds)
    else:
        yield from _imported(node, kinds)


def _imported(node: Node, kinds: ItemKinds) -> Iterator[ImportClause]:
    source = node.child_by_field_name("source")
    names: list[ClauseName] = []
    default = whole = None
    for clause in node.named_children:
        if clause.type in kinds.whole:
            source, whole = clause.child_by_field_name("source"), clause.named_child(0)
        for part in clause.named_children if clause.type in kinds.clauses else ():
            if part.type in kinds.lists:
                names += _listed(part)
            elif part.type in kinds.whole:
                whole = only_child(part)
            else:
                default = ClauseName(None, part)
    if source is not None and default is not None:
        yield ImportClause(source, (default,))
    if source is not None and (default is None or names or whole is not None):
        yield ImportClause(source, tuple(names), whole)


def _listed(part: Node) -> Iterator[ClauseName]:
    for item in part.named_children:
        name = item.child_by_field_name("name")
        if name is not None:
            yield ClauseName(name, item.child_by_field_name("alias"))


def _exported(node: Node, kinds: ItemKinds) -> Iterator[ImportClause]:
    """Each name by itself: the file knows it by no other one, whatever it is exported as."""
    source = node.child_by_field_name("source")
    if source is None or any(child.type == "type" for child in node.children):
        return
    for part in node.named_children:
        for item in _listed(part) if part.type in kinds.lists else ():
            yield ImportClause(source, (ClauseName(item.name, item.name),))


def _required(declarator: Node, data: bytes, language: Matching, kinds: ItemKinds) -> Iterator[ImportClause]:
    value, target = declarator.child_by_field_name("value"), declarator.child_by_field_name("name")
    field = None if value is None else language.names.callees.get(value.type)
    if value is None or target is None or field is None:
        return
    callee, arguments = value.child_by_field_name(field), value.child_by_field_name("arguments")
    source = None if arguments is None else only_child(arguments)
    if callee is None or source is None or data[callee.start_byte : callee.end_byte] != kinds.call.encode():
        return
    if target.type in kinds.destructured:
        yield ImportClause(source, tuple(_destructured(target)), by_call=True)
    elif target.type in language.names.leaves:
        yield ImportClause(source, by_call=True)


def _destructured(target: Node) -> Iterator[ClauseName]:
    for part in target.named_children:
        if not part.named_child_count and not part.is_extra:
            yield ClauseName(part, part)
        key, value = part.child_by_field_name("key"), part.child_by_field_name("value")
        if key is not None and value is not None and not value.named_child_count:
            yield ClauseName(key, value)
