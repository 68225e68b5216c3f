"""Whether the call of a sink or source is of the library that its pattern means, or of something else of that name.

A pattern such as `request.get($URL)` or `$DB.query($SQL)` goes by names. Here is asked what the name that the call
begins with is in the file: what it is imported from, which type it is declared with, what made it. Only what is known
to be something else counts; where the file does not tell, the pattern is believed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reread.analyzers.constants.code_words import first_name, has_sql, names, words
from reread.analyzers.constants.unwrapping import strip
from reread.analyzers.dataflow.cross_file.imports import ANY_CLASS, EVERYTHING, Links, links_of
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import callee_of, child_at
from reread.analyzers.pattern.metavariables.declarations import declaration, members
from reread.analyzers.pattern.metavariables.types import Pointer, type_of
from reread.analyzers.roles import runs_in_browser
from reread.analyzers.rules.models.model import NAME
from reread.analyzers.syntax import Node, SyntaxTree
from reread.analyzers.taint.bound_names import bound_by, has_parameter

_DATA = tomllib.loads(Path(__file__).with_name("resolution.toml").read_text(encoding="utf-8"))
_MODELS, _HANDLES = (frozenset(_DATA[key]) for key in ("models", "handles"))
_OWN_HANDLES = {"nosql-injection": _MODELS, "sql-injection": _MODELS | _HANDLES}
"""Words of the names of a project's own modules that give access to a database, by the class of weaknesses."""
_OTHERS = {group: tuple(modules) for group, modules in _DATA["others"].items()}
"""The beginnings of modules whose methods of such names are no sinks, by the class of weaknesses."""
_QUOTES = str.maketrans("\"'", "  ")
_OWN_MODULES, _DATABASES = (tuple(_DATA[key]) for key in ("own_modules", "databases"))
_OWN = "."
"""The module of what the file or its package declares itself."""
_DEEPEST = 4

Modules = frozenset[str] | None
"""The modules that something comes from, `_OWN` for this one; None where that is not known."""


class CodeRange(NamedTuple):
    """A sink or source in a file, in bytes. A `focused` one is an argument of the call that is asked about."""

    start: int
    end: int
    focused: bool = False


def is_other_sink(
    tree: SyntaxTree,
    place: CodeRange,
    group: str,
    way: Sequence[CodeRange],
    context: MatchContext,
    modelled: frozenset[str] = frozenset(),
) -> bool:
    """Whether the call of a sink of a class of weaknesses is known to be of something else than a library for it.

    `way` are the places of what the value goes through, the source first. Calls of names that a library model of the
    workspace has (`modelled`) are of that library. A page makes no requests for anybody else.
    """
    if group == "ssrf" and runs_in_browser(tree.document.data):
        return True
    call = _call_at(tree, place, context.language)
    if call is None or _is_modelled(tree, call, modelled):
        return False
    if any(each.start == call.start_byte and each.end == call.end_byte for each in way[:1]):
        # What reads a request is no sink beside that, whatever it is called.
        return True
    file = _File(tree, context)
    modules = file.callee(call)
    if not modules or any(_may_be_library(module, file.package, context.language, group) for module in modules):
        return False
    data = tree.document.data
    return group != "sql-injection" or not any(
        has_sql(data[each.start : each.end].decode(errors="replace")) for each in (*way, place)
    )


def is_statement(
    tree: SyntaxTree, place: CodeRange, way: Sequence[CodeRange], context: MatchContext, modelled: frozenset[str]
) -> bool:
    """Whether what a sink is given is SQL for sure: by its text on the way, or by where what is called comes from."""
    data = tree.document.data
    if any(has_sql(data[each.start : each.end].decode(errors="replace")) for each in (*way, place)):
        return True
    call = _call_at(tree, place, context.language)
    if call is None or _is_modelled(tree, call, modelled):
        return call is not None
    file = _File(tree, context)
    modules = file.callee(call)
    return bool(modules) and any(
        _may_be_library(each, file.package, context.language, "sql-injection") for each in modules or ()
    )


def is_set_up_elsewhere(tree: SyntaxTree, place: CodeRange, context: MatchContext) -> bool:
    """Whether the call of a sink is a method of a client that something else has set up: a parameter, or a field that
    is given one. It may refuse addresses.
    """
    call = _call_at(tree, place, context.language)
    receiver = (
        None if call is None or call.type not in context.language.names.methods else _object(call, context.language)
    )
    return receiver is not None and _File(tree, context).is_given(receiver)


def is_other_source(
    tree: SyntaxTree, place: CodeRange, context: MatchContext, modelled: frozenset[str] = frozenset()
) -> bool:
    """Whether a source is known to be of the project's own, by the value or by the type that it begins with."""
    node = tree.root.descendant_for_byte_range(place.start, place.end)
    if node is None or node.type in context.language.names.leaves or _is_modelled(tree, node, modelled):
        return False
    file = _File(tree, context)
    is_call = _is_call(node, context.language)
    if not is_call and _is_nominal(context.language):
        return False  # Fields of own types are what some rules are about.
    modules = file.callee(node) if is_call else file.value(_object(node, context.language))
    return modules is not None and bool(modules) and all(map(_is_own, modules))


def _is_own(module: str) -> bool:
    return module.startswith(_OWN_MODULES)


def _may_be_library(module: str, package: str, language: Matching, group: str) -> bool:
    """Whether a module may be a library for a class of weaknesses, or holds the models of documents for it."""
    if module.startswith(_OTHERS.get(group, ())):
        return False
    if language.imports.packages and package and _project(module) == _project(package):
        return group == "sql-injection" and any(part in module.lower() for part in _DATABASES)
    if _is_own(module):
        return not _OWN_HANDLES.get(group, frozenset()).isdisjoint(words(module.lower()))
    if group != "sql-injection" or language.imports.packages:
        # The name of a package tells who made it, not what for.
        return True
    return any(part in module.lower() for part in _DATABASES)


def _project(module: str) -> list[str]:
    """The part of the name of a package that all packages of a project share."""
    return module.split(".")[:2]


def _is_modelled(tree: SyntaxTree, call: Node, modelled: frozenset[str]) -> bool:
    return bool(modelled) and not modelled.isdisjoint(NAME.findall(tree.text(call).partition("(")[0]))


def _is_nominal(language: Matching) -> bool:
    return language.typing is not None and language.typing.nominal


def _is_call(node: Node, language: Matching) -> bool:
    return node.type in language.names.callees


def _call_at(tree: SyntaxTree, place: CodeRange, language: Matching) -> Node | None:
    """The call that a place is, or is an argument of, in options too."""
    node = tree.root.descendant_for_byte_range(place.start, place.end)
    if node is not None and not place.focused:
        node = strip(node, language)
        return node if _is_call(node, language) else None
    while node is not None and node.parent is not None:
        node = node.parent
        if node.type in language.statements.functions or node.type in language.statements.blocks:
            return None
        arguments = node.child_by_field_name("arguments")
        if arguments is not None and _is_call(node, language):
            return node if arguments.start_byte <= place.start else None
    return None


def _object(node: Node, language: Matching) -> Node | None:
    """The `a` of `a.b` and of `a.b()`; None for all else."""
    fields = language.names.methods.get(node.type) or language.names.members.get(node.type)
    if fields is None:
        return None
    return node.child_by_field_name(fields[0]) if fields[0] else child_at(node, 0)


class _File:
    """What the names of one file stand for."""

    def __init__(self, tree: SyntaxTree, context: MatchContext) -> None:
        self._tree = tree
        self._context = context
        self._language = context.language
        self._links: Links = links_of(tree)
        self.package = self._links.package
        self._imported = {each.local: each.module for each in self._links.imports if each.local != EVERYTHING}

    def callee(self, call: Node) -> Modules:
        """Where what is called comes from: the object of a method, else the function or class itself."""
        if call.type in self._language.names.methods:
            receiver = _object(call, self._language)
            name = call.child_by_field_name(self._language.names.methods[call.type][1])
        else:
            name = callee_of(call, self._language)
            name = None if name is None else strip(name, self._language)
            receiver = None if name is None else _object(name, self._language)
        if receiver is not None:
            return self.value(receiver)
        if name is None or name.type not in self._language.names.leaves:
            return None
        return self._function(name)

    def is_given(self, node: Node) -> bool:
        """Whether an object is a parameter, or a field of the object itself that one is put into."""
        node = strip(node, self._language)
        if node.type in self._language.names.members:
            owner = _object(node, self._language)
            typing = self._language.typing
            if owner is None or typing is None or self._tree.text(owner).encode() not in typing.receivers:
                return False
            return self._is_field_given(self._tree.text(node).rpartition(".")[2].encode(), node)
        name = self._tree.text(node)
        return self._is_parameter(name, node) or self._is_field_given(name.encode(), node)

    def _is_field_given(self, name: bytes, node: Node) -> bool:
        typing = self._language.typing
        if typing is None:
            return False
        for around in reversed(self._context.ancestors(node)):
            if around.type in self._context.table.containers:
                found = members(around, typing, self._context).get(name, ())
                return bool(found) and all(
                    each.value is None or each.value.type in self._language.names.leaves for each in found
                )
        return False

    def _function(self, name: Node) -> Modules:
        text = self._tree.text(name)
        if self._is_parameter(text, name):
            return None
        if text in self._imported:
            return frozenset({self._imported[text]})
        if self._links.bases.get(text):
            return None  # A class that builds on a library's has the methods of that.
        return frozenset({_OWN}) if self._is_defined(text, name) else None

    def value(self, node: Node | None, depth: int = 0) -> Modules:
        """Where a value comes from."""
        if node is None or depth > _DEEPEST:
            return None
        node = strip(node, self._language)
        bound = bound_by(node, self._context) if node.type in self._language.names.leaves else None
        if bound is not None:
            return self.value(bound.value, depth + 1)
        typing = self._language.typing
        found = None if typing is None else type_of(node, typing, self._context)
        if isinstance(found, Pointer):
            found = found.node
        if isinstance(found, Node):
            return self._type(found)
        if found is not None:
            return None
        if named := self._named_module(node):
            return frozenset({named})
        if _is_call(node, self._language):
            return self._made(node, depth)
        if node.type in self._language.leeway.awaits:
            return self.value(child_at(node, 0), depth + 1)
        if node.type in self._language.names.members:
            return self._member(node, depth)
        return self._variable(node, depth) if node.type in self._language.names.leaves else None

    def _named_module(self, node: Node) -> str:
        """The module that is named where it is used, `require("./client")`; "" for all else."""
        module_of = self._language.imports.module_of
        return "" if module_of is None else module_of(strip(node, self._language), self._tree.text)

    def _made(self, call: Node, depth: int) -> Modules:
        """What a call gives comes from where the function is from, or from what it is given."""
        callee = callee_of(call, self._language)
        receiver = _object(call, self._language)
        if receiver is None and callee is not None:
            receiver = _object(strip(callee, self._language), self._language)
        if receiver is not None:
            modules = self.value(receiver, depth + 1)
        elif callee is None:
            return None
        elif named := self._imported.get(self._tree.text(callee)) or self._named_module(callee):
            modules = frozenset({named})
        else:
            return None
        arguments = call.child_by_field_name("arguments")
        given = () if arguments is None else names(self._tree.text(arguments))
        return None if modules is None else modules | {self._imported[each] for each in given if each in self._imported}

    def _member(self, node: Node, depth: int) -> Modules:
        """What is in a module is of that module; what the fields of other values hold is not known."""
        inner = _object(node, self._language)
        while inner is not None and inner.type in self._language.names.members:
            inner = _object(inner, self._language)
        if inner is None or self._tree.text(inner) not in self._imported:
            return self._field(node, depth)
        return None if self._is_parameter(self._tree.text(inner), node) else self._variable(inner, depth)

    def _field(self, node: Node, depth: int) -> Modules:
        """A field of the object itself comes from what its class puts there."""
        typing, owner = self._language.typing, _object(node, self._language)
        if typing is None or owner is None or self._tree.text(owner).encode() not in typing.receivers:
            return None
        name = self._tree.text(node).rpartition(".")[2].encode()
        for around in reversed(self._context.ancestors(node)):
            if around.type in self._context.table.containers:
                found = members(around, typing, self._context).get(name, ())
                return self.value(found[0].value, depth + 1) if found else None
        return None

    def _variable(self, node: Node, depth: int) -> Modules:
        text = self._tree.text(node)
        if self._is_parameter(text, node):
            return None
        if text in self._imported:
            return frozenset({self._imported[text]})
        typing = self._language.typing
        declared = None if typing is None else declaration(node, typing, self._context)
        if declared is not None:
            return self.value(declared.value, depth + 1)
        return frozenset({_OWN}) if self._is_defined(text, node) else None

    def _type(self, node: Node) -> Modules:
        """Where a type is declared. One that builds on another has the methods of that one as well."""
        if named := self._named_module(node):
            return frozenset({named})
        text = self._tree.text(node).translate(_QUOTES).lstrip("*&[]: ")
        name = first_name(text)
        if not name:
            return None
        if not _is_nominal(self._language) and len(parts := names(text)) > 1:
            return self._type_of_parts(parts)
        if name in self._imported:
            return frozenset({self._imported[name]})
        typing = self._language.typing
        if typing is not None and typing.qualified and "." in text:
            return None  # Of a package that the file does not import.
        is_declared = self._is_defined(name, node)
        if self._links.bases.get(name) or not (is_declared or _is_nominal(self._language)):
            return None
        if self._language.imports.packages and not is_declared:
            # Without imports it is a part of a file.
            opened = {each.module for each in self._links.imports if each.local == EVERYTHING}
            packages = {each.removesuffix(ANY_CLASS).removesuffix(".") for each in opened} - {self.package}
            if (
                any(_project(each) != _project(self.package) for each in packages)
                or not self._imported
                or not self._links.package
                or name in self._language.imports.predeclared
                or len(name) < 2
                or "." in text
                or not name[0].isupper()
            ):
                return None
            return frozenset({_OWN, *packages})
        return frozenset({_OWN})

    def _type_of_parts(self, parts: Sequence[str]) -> Modules:
        """Where the types are from that a type has in it: `Client | None`, `Optional[Client]`."""
        typing = self._language.typing
        assert typing is not None  # Else nothing has a type.
        found: set[str] = set()
        for part in parts:
            if part in self._imported:
                found.add(self._imported[part])
            elif part not in typing.no_modules:
                if not self._is_defined(part, self._tree.root) or self._links.bases.get(part):
                    return None
                found.add(_OWN)
        return frozenset(found - typing.only_around)

    def _is_parameter(self, name: str, node: Node) -> bool:
        """Whether a function around has a parameter of a name, whose type the file does not tell."""
        return any(has_parameter(around, name, self._context) for around in self._context.ancestors(node))

    def _is_defined(self, name: str, node: Node) -> bool:
        """Whether the file defines a function or class of a name where a node sees it."""
        return any(name == self._tree.text(each) for around in self._blocks(node) for each in self._defined(around))

    def _blocks(self, node: Node) -> Sequence[Node]:
        return [self._tree.root, *self._context.ancestors(node)]

    def _defined(self, block: Node) -> Iterator[Node]:
        table, typing = self._tree.language, self._language.typing
        for child in block.named_children:
            if child.type in table.wrappers:
                yield from self._defined(child)
            elif child.type in table.definitions and (name := child.child_by_field_name(table.name_field)) is not None:
                value = child.child_by_field_name("value")
                is_variable = typing is not None and child.type in typing.declarations
                if not is_variable or (value is not None and value.type in self._language.statements.functions):
                    yield name
