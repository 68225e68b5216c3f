"""Which rules to try at which nodes: one query for all rules that are active, and a table by kind and name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reread.analyzers.languages.table import Matching
from reread.analyzers.rules.formula import Entry, Formula, Matches
from reread.analyzers.rules.names import Imports, last_name
from reread.analyzers.rules.pattern import Scan
from reread.analyzers.rules.ruleset import Rule
from reread.analyzers.rules.words import Requirement
from reread.analyzers.syntax import Node, Query, captures, has_kind, language, query

Kinds = frozenset[str]
ANY_KIND = "_"


class Plan(NamedTuple):
    """A rule, compiled for one language. `number` is its place among the rules of the engine."""

    number: int
    rule: Rule
    formula: Formula
    entries: tuple[Entry, ...]
    local_words: Requirement
    from_text: bool


class Attempt(NamedTuple):
    """Try `at`, which is one way into the rule of `plan`."""

    plan: Plan
    at: Callable[[Node, Scan], Matches]


class Slot:
    """What to try at nodes of one kind: whatever their name, and by the name of what they call or select."""

    __slots__ = ("always", "by_name")

    def __init__(self) -> None:
        self.always: list[Attempt] = []
        self.by_name: dict[str, list[Attempt]] = {}


class Dispatch:
    """The table for some rules in one language."""

    __slots__ = ("_callees", "_matching", "aliases", "from_text", "kinds", "language", "slots")

    def __init__(self, language_name: str, plans: tuple[Plan, ...]) -> None:
        table = language(language_name)
        assert table is not None and table.matching is not None
        self.language = language_name
        self._matching: Matching = table.matching
        self.slots: dict[str, Slot] = {}
        self.aliases: dict[tuple[str, ...], list[Attempt]] = {}
        self.from_text = tuple(plan for plan in plans if plan.from_text)
        for plan in plans:
            for entry in plan.entries:
                self._add(entry, Attempt(plan, entry.at))
        self.kinds: Kinds = frozenset(self.slots)

    def _add(self, entry: Entry, attempt: Attempt) -> None:
        kinds = {ANY_KIND} if entry.kinds is None else set(entry.kinds)
        if len(entry.alias) > 1:
            kinds -= self._matching.names
            self.aliases.setdefault(entry.alias, []).append(attempt)
        for kind in kinds:
            slot = self.slots.setdefault(kind, Slot())
            named = entry.name and (kind in self._matching.callees or kind in self._matching.members)
            if named and entry.name:
                slot.by_name.setdefault(entry.name, []).append(attempt)
            else:
                slot.always.append(attempt)

    def attempts(self, node: Node, scan: Scan) -> Iterator[Attempt]:
        """What to try at a node."""
        kind = node.type
        slot = self.slots.get(kind)
        if slot is not None:
            yield from slot.always
            if slot.by_name:
                name = self._name(node, kind, scan)
                yield from slot.by_name.get(name, ())
                meant = scan.imports.last(name)
                if meant != name:
                    yield from slot.by_name.get(meant, ())
        anything = self.slots.get(ANY_KIND)
        if anything is not None:
            yield from anything.always
        if self.aliases and kind in self._matching.names:
            yield from self._aliased(node, scan)

    def _name(self, node: Node, kind: str, scan: Scan) -> str:
        field = self._matching.callees.get(kind)
        if field is None:
            return last_name(node, scan.data, self._matching)
        callee = node.child_by_field_name(field)
        while callee is not None and callee.type in self._matching.transparent:
            callee = callee.named_child(0)
        return "" if callee is None else last_name(callee, scan.data, self._matching)

    def _aliased(self, node: Node, scan: Scan) -> Iterator[Attempt]:
        text = scan.data[node.start_byte : node.end_byte].decode()
        for path, attempts in self.aliases.items():
            if scan.imports.means((text,), path):
                yield from attempts

    def needs_names(self, imports: Imports) -> bool:
        """True when plain names in a file with these imports can be dotted names that a rule looks for."""
        if not self.aliases:
            return False
        paths = set(imports.paths.values())
        return any(path in paths or path[:-1] in imports.wildcards for path in self.aliases)

    def candidates(self, root: Node, byte_range: tuple[int, int] | None) -> tuple[list[Node], list[Node]]:
        """The nodes to try, and the imports, in the order of the text."""
        table = language(self.language)
        assert table is not None
        found = captures(_shape_query(self.language, self.kinds), root, byte_range)
        return found.get("candidate", []), found.get("import", [])

    def names(self, root: Node, byte_range: tuple[int, int] | None) -> list[Node]:
        """The plain names, for `aliases`."""
        kinds = frozenset(self._matching.names - self.kinds)
        return captures(_names_query(self.language, kinds), root, byte_range).get("candidate", []) if kinds else []


@lru_cache(maxsize=200)
def _shape_query(language_name: str, kinds: Kinds) -> Query:
    table = language(language_name)
    assert table is not None and table.matching is not None
    imports = table.matching.import_kinds or table.imports
    parts = [f"[{' '.join(f'({kind})' for kind in sorted(imports) if has_kind(language_name, kind))}] @import"]
    if ANY_KIND in kinds:
        parts.append("(_) @candidate")
    elif known := [kind for kind in sorted(kinds) if has_kind(language_name, kind)]:
        parts.append(f"[{' '.join(f'({kind})' for kind in known)}] @candidate")
    return query(language_name, "\n".join(parts))


@lru_cache(maxsize=20)
def _names_query(language_name: str, kinds: Kinds) -> Query:
    known = [kind for kind in sorted(kinds) if has_kind(language_name, kind)]
    return query(language_name, f"[{' '.join(f'({kind})' for kind in known)}] @candidate")
