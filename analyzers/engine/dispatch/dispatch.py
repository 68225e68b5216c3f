"""Selects the rules to try at each node: one query for all active rules, and a table by kind and name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reread.analyzers.engine.dispatch.candidate_index import Choice
from reread.analyzers.engine.dispatch.plan import ANY_KIND, Attempt, Kinds, Plan
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.import_scopes import imported, imported_name
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import callee_of, child_at, in_one_case, last_name
from reread.analyzers.pattern.matching.nodes import may_hold
from reread.analyzers.pattern.regex.regex_safety import regex
from reread.analyzers.pattern.regex.search import matches_value
from reread.analyzers.syntax import Node, Query, captures, has_kind, language, query


def _place(node: Node) -> tuple[int, int]:
    return node.start_byte, -node.end_byte


class Slot:
    """The attempts at nodes of one kind: those for any name, and those by the name that a node calls, selects or
    computes.
    """

    __slots__ = ("_chosen", "always", "by_name", "field")

    def __init__(self, field: str | None) -> None:
        self.always: list[Attempt] = []
        self.by_name: dict[str, list[Attempt]] = {}
        self.field = field
        self._chosen: dict[tuple[str, str], Choice] = {}

    def choice(self, name: str, meant: str, matching: Matching) -> Choice:
        """For nodes of a name that means another one, as an import says, or the same."""
        name = name if name in self.by_name else ""
        meant = meant if meant in self.by_name else ""
        chosen = self._chosen.get((name, meant))
        if chosen is None:
            named = [attempt for each in dict.fromkeys((name, meant)) for attempt in self.by_name.get(each, ())]
            chosen = self._chosen[name, meant] = Choice([*self.always, *named], matching)
        return chosen


class Dispatch:
    """The table for some rules in one language.

    `names` are attempts at plain names, by name; `aliases` those at dotted names, which are plain ones where a file
    imports them. Both are found by searching the text for the word, not by looking at every name in the file.
    """

    __slots__ = ("_anything", "_matching", "aliases", "from_text", "kinds", "language", "names", "slots")

    def __init__(self, language_name: str, plans: tuple[Plan, ...]) -> None:
        table = language(language_name)
        assert table is not None and table.matching is not None
        self.language = language_name
        self._matching: Matching = table.matching
        self.slots: dict[str, Slot] = {}
        self.names: dict[str, list[Attempt]] = {}
        self.aliases: dict[tuple[str, ...], list[Attempt]] = {}
        self.from_text = tuple(plan for plan in plans if plan.from_text)
        for plan in plans:
            self._add(plan)
        self.kinds: Kinds = frozenset(self.slots)
        anything = self.slots.get(ANY_KIND)
        self._anything = () if anything is None else tuple(anything.always)

    def _add(self, plan: Plan) -> None:
        slots = self.slots
        for kind, field, names, attempt in plan.rows:
            slot = slots.get(kind)
            if slot is None:
                slot = slots[kind] = Slot(field)
            if not names:
                slot.always.append(attempt)
            for name in {in_one_case(name, self._matching) for name in names}:
                slot.by_name.setdefault(name, []).append(attempt)
        for alias, attempt in plan.attempts:
            if alias:
                self.aliases.setdefault(alias, []).append(attempt)
                if len(alias) == 1:
                    self.names.setdefault(alias[0], []).append(attempt)

    def attempts(self, node: Node, context: MatchContext) -> tuple[Attempt, ...]:
        """The attempts at a node that `candidates` found, as far as the kinds of its children can tell."""
        kind = node.type
        slot = self.slots.get(kind)
        if slot is None:
            return self._anything
        name = meant = self._name(node, kind, slot, context) if slot.by_name else ""
        if name in context.imports.paths:
            meant = (imported(name, node.start_byte, context) or (name,))[-1]
        name, meant = in_one_case(name, self._matching), in_one_case(meant, self._matching)
        found = slot.choice(name, meant, self._matching).at(node)
        return found + self._anything if self._anything else found

    def _name(self, node: Node, kind: str, slot: Slot, context: MatchContext) -> str:
        if slot.field is None:
            return last_name(node, context.data, self._matching)
        head = node.child_by_field_name(slot.field) if slot.field else child_at(node, 0)
        if head is None:
            return ""
        if kind in self._matching.names.operators:
            return head.type
        name = last_name(head, context.data, self._matching)
        while not name and head is not None and may_hold(head.type, self._matching):
            head = child_at(head, 0)
            name = "" if head is None else last_name(head, context.data, self._matching)
        return name

    def named(self, context: MatchContext, byte_range: tuple[int, int] | None) -> Iterator[tuple[Node, list[Attempt]]]:
        """The plain names to try something at."""
        words = dict(self.names)
        if self.aliases:
            for path, attempts in self.aliases.items():
                for word in context.imports.names_of(path):
                    words[word] = words.get(word, []) + attempts
        for word, attempts in words.items():
            for start in _places(word.encode(), context.data, byte_range):
                node = context.root.descendant_for_byte_range(start, start + len(word.encode()))
                if node is not None and node.type in self._matching.names.leaves:
                    yield node, attempts

    def candidates(self, root: Node, byte_range: tuple[int, int] | None) -> tuple[list[Node], list[Node]]:
        """The nodes to try, and the imports, in the order of the text."""
        table = language(self.language)
        assert table is not None
        found = captures(_shape_query(self.language, self.kinds), root, byte_range)
        # In the order of the text, what is around first, `MatchContext.ancestors` is cheap.
        return sorted(found.get("candidate", []), key=_place), found.get("import", [])


def callees_of(node: Node, context: MatchContext) -> tuple[bytes, ...]:
    """The callee of a call or the name of a member, in full and by its last name, also by the one that an imported name
    has in its module; empty if unknown.
    """
    callee = node if node.type in context.language.names.members else callee_of(node, context.language)
    if callee is None or callee.type in context.language.leeway.transparent:
        return ()
    whole = context.data[callee.start_byte : callee.end_byte]
    heads = (whole, last_name(callee, context.data, context.language).encode())
    path = imported_name(callee, context)
    return (*heads, path[-1].encode()) if path else heads


def may_call(heads: tuple[bytes, ...], expressions: tuple[str, ...]) -> bool:
    """False when no way to read what is called matches an expression."""
    return not heads or all(any(matches_value(regex(each), head) for head in heads) for each in expressions)


@lru_cache(maxsize=200)
def _shape_query(language_name: str, kinds: Kinds) -> Query:
    table = language(language_name)
    assert table is not None and table.matching is not None
    imports = table.matching.imports.kinds or table.imports
    imported = [kind for kind in sorted(imports) if has_kind(language_name, kind)]
    parts = [f"[{' '.join(f'({kind})' for kind in imported)}] @import"] if imported else []
    if ANY_KIND in kinds:
        parts.append("(_) @candidate")
    elif known := [kind for kind in sorted(kinds) if has_kind(language_name, kind)]:
        parts.append(f"[{' '.join(f'({kind})' for kind in known)}] @candidate")
    return query(language_name, "\n".join(parts))


def _places(word: bytes, data: bytes, byte_range: tuple[int, int] | None) -> Iterator[int]:
    """Where a word stands, as a whole, within or at the edges of a range."""
    start, end = (0, len(data)) if byte_range is None else byte_range
    start, end = max(0, start - len(word)), min(len(data), end + len(word))
    while (start := data.find(word, start, end)) >= 0:
        following = start + len(word)
        if not _WORD_BYTES[data[start - 1] if start else 32] and not (
            following < len(data) and _WORD_BYTES[data[following]]
        ):
            yield start
        start = following


_WORD_BYTES = [byte >= 128 or chr(byte).isalnum() or chr(byte) in "_$" for byte in range(256)]
