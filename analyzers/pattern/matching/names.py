"""Resolves names: dotted names in code, and the imports of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reread.analyzers.constants.unwrapping import is_before_types
from reread.analyzers.languages.import_kinds import ImportedName
from reread.analyzers.languages.table import Matching
from reread.analyzers.syntax import Node, walk

_LONGEST = 30


class Imports:
    """The names that a file imports, with the dotted paths that they stand for.

    Of several paths of one name the last is in `paths`; `several` has them all, with where each import begins (bytes).
    `starts` has where the first import of each name begins: above it the name means something else. `order` has all
    names with their paths as they follow each other.
    """

    __slots__ = ("order", "paths", "renamed", "several", "starts", "wildcards")

    def __init__(self, names: Iterable[ImportedName] = (), places: Iterable[tuple[str, str, int]] = ()) -> None:
        self.paths: dict[str, tuple[str, ...]] = {}
        self.renamed: set[bytes] = set()
        """The last words of paths, in UTF-8, that the file knows under other names."""
        self.wildcards: set[tuple[str, ...]] = set()
        aliases = []
        for name, path in names:
            if path[:1] == "=":
                aliases.append((name, path[1:].split(".")))
            elif name == "*":
                self.wildcards.add(tuple(path.split(".")))
            else:
                self.paths[name] = tuple(path.split("."))
        for name, parts in aliases:
            if parts[0] in self.paths and name not in self.paths:
                self.paths[name] = (*self.paths[parts[0]], *parts[1:])
        known: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self.starts: dict[str, int] = {}
        self.order: list[tuple[str, str]] = []
        for name, path, start in places:
            self.starts.setdefault(name, start)
            self.order.append((name, path))
            if name in self.paths and path[:1] != "=":
                known.setdefault(name, []).append((start, tuple(path.split("."))))
        self.several = {name: each for name, each in known.items() if len({path for _, path in each}) > 1}
        for name, path_parts in self._all_paths():
            if path_parts[-1] != name:
                self.renamed.add(path_parts[-1].encode())

    def _all_paths(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield from self.paths.items()
        for name, each in self.several.items():
            yield from ((name, path) for _, path in each)

    def same_as(self, other: Imports) -> bool:
        return (
            self.paths == other.paths
            and self.wildcards == other.wildcards
            and list(self._all_paths()) == list(other._all_paths())
            and self.order == other.order
        )

    def are_all(self, found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
        """True when all names of a module are imported, of which `found` is the `wanted` one."""
        prefix = wanted[: len(wanted) - len(found)]
        return prefix in self.wildcards and wanted[len(prefix) :] == found

    def names_of(self, wanted: tuple[str, ...]) -> list[str]:
        """The plain names that stand for a dotted one."""
        found = list(dict.fromkeys(name for name, path in self._all_paths() if path == wanted))
        return [*found, wanted[-1]] if wanted[:-1] in self.wildcards else found


def dotted(node: Node, data: bytes, language: Matching) -> tuple[str, ...] | None:
    """The parts of `a.b.c`, or None when something else than names is in it.

    In code `require("a.b").c` says the same; a pattern that says so means these very words (`pattern_parts`).
    """
    parts: list[str] = []
    current: Node | None = node
    while current is not None and len(parts) < _LONGEST:
        current = without_types(current, language)
        while current.type in language.names.members and current.named_child_count == 1:
            current = child_at(current, 0) or current  # A path of one name.
        fields = language.names.members.get(current.type)
        if fields is None:
            if current.type not in language.names.leaves and current.type not in ("this", "super"):
                return _of_module(current, parts, data, language)
            parts.append(data[current.start_byte : current.end_byte].decode())
            return tuple(reversed(parts))
        if not fields[1] and current.named_child_count > 2:
            flat = current.named_children
            if not all(child.type in language.names.leaves for child in flat):
                return None
            parts += [data[child.start_byte : child.end_byte].decode() for child in reversed(flat)]
            return tuple(reversed(parts))
        member = current.child_by_field_name(fields[1]) if fields[1] else child_at(current, 1)
        if member is None:
            return None
        parts.append(_name(without_types(member, language), data))
        current = current.child_by_field_name(fields[0]) if fields[0] else child_at(current, 0)
        if current is not None and current.type in language.leeway.transparent:
            return _of_module(current, parts, data, language)
    return None


def _of_module(node: Node, members: list[str], data: bytes, language: Matching) -> tuple[str, ...] | None:
    """The parts of `require("a").b`, which names the module where it is used."""
    if (
        not members
        or language.imports.module_of is None
        or not data.startswith(language.imports.module_starts, node.start_byte)
    ):
        return None
    path = language.imports.module_of(node, lambda part: data[part.start_byte : part.end_byte].decode())
    return (*path.split("."), *reversed(members)) if path else None


def pattern_parts(node: Node, data: bytes, language: Matching) -> tuple[str, ...] | None:
    """The parts of `a.b.c` in a pattern, or None when something else than names is in it, type arguments included."""
    if language.names.with_types and any(part.type in language.names.with_types for part in walk(node)):
        return None
    return dotted(node, data, language._replace(imports=language.imports._replace(module_of=None)))


def without_types(node: Node, language: Matching) -> Node:
    """The name alone of one with type arguments, `f` of `f<T>`; any other node itself."""
    name = child_at(node, 0) if node.type in language.names.with_types else None
    return node if name is None else name


def child_at(node: Node, number: int) -> Node | None:
    """A named child by its number; None if there are fewer."""
    return node.named_child(number) if node.named_child_count > number else None


def object_and_member(node: Node, language: Matching) -> tuple[Node | None, Node | None]:
    """The nodes of `a` and `b` in `a.b`, each None where the node has none of its own."""
    fields = language.names.members.get(node.type)
    if fields is None:
        return None, None
    if fields[0]:
        return node.child_by_field_name(fields[0]), node.child_by_field_name(fields[1])
    return (child_at(node, 0), child_at(node, 1)) if node.named_child_count == 2 else (None, None)


def last_name(node: Node, data: bytes, language: Matching) -> str:
    """The `c` of `a.b.c`, or "" when the node is neither a name nor a member."""
    node = without_types(node, language)
    fields = language.names.members.get(node.type)
    if fields is not None:
        member = node.child_by_field_name(fields[1]) if fields[1] else child_at(node, 1)
        return "" if member is None else _name(without_types(member, language), data)
    if node.type in language.names.leaves:
        return data[node.start_byte : node.end_byte].decode()
    return ""


def in_one_case(name: str, language: Matching) -> str:
    """A name by which calls are told apart: in lower case where some names of the language have no case."""
    return name.lower() if language.names.caseless else name


def callee_of(node: Node, language: Matching) -> Node | None:
    """The callee of a call, or None for any other node."""
    field = language.names.callees.get(node.type)
    if field is None:
        return None
    callee = node.child_by_field_name(field) if field else child_at(node, 0)
    return child_at(callee, 0) if callee is not None and is_before_types(callee, language) else callee


def is_list_of_call(node: Node, language: Matching) -> bool:
    """True for the arguments of a call, which have no brackets around them in `f x` of Ruby."""
    around = node.parent
    return around is not None and around.type in language.names.callees and node.type in language.leeway.arguments


def _name(member: Node, data: bytes) -> str:
    """The name of a member. In some grammars the dot before it is part of its node."""
    return data[member.start_byte : member.end_byte].decode().lstrip(".?!: ")
