"""The taint rules of an engine and the numbers of their entries: equal entries of several rules have one number."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from reread.analyzers.recent import Recent
from reread.analyzers.rules.cache.serialization import GROUPS, DamagedError, Part, entries_of, group_of
from reread.analyzers.rules.prefilter.prefilter_index import WordIndex
from reread.analyzers.rules.prefilter.profiles import is_builtin
from reread.analyzers.rules.prefilter.required_tokens import Asked, asked_by, may_be_met, spelled
from reread.analyzers.rules.rule import Rule
from reread.analyzers.taint.entry_formulas import EntryFormulas, Origin

DEFAULT_LABEL = "__SOURCE__"
_MOST_KEPT = 32
"""Answers for that many sets of active rules: the documents that are edited have one each, most of the time."""


_WITHOUT_REFERENCES = 2
"""The version of marshal's format in which equal values are equal bytes."""


class Entry(NamedTuple):
    """One source, sink, sanitizer or propagator. Once its formula has a number, `formula` and `words` are empty.

    `effect` is `by-side-effect`: 0 for no, 1 for yes, 2 for only. `requires` is a condition on labels: `["label", a]`,
    `["not", r]`, `["and", [r, ...]]`, `["or", [r, ...]]`; `needs` pairs metavariables with such. `flag` is `control`,
    `at-exit` or `not-conflicting`. `route` are the metavariables from and to, `replaced` the labels that a propagator
    replaces (None: it adds). A sanitizer with `guard` is a condition: `route` is the metavariable that it sanitizes
    where it holds, or does not, which `flag` says. A source that is not `interfile` says nothing about other files.
    One of two guards that sanitize together has a `part`. A sanitizer that is `unfollowed` says nothing of calls of
    functions that are followed themselves, and one `as_a_whole` nothing of what is taken out of a value. A `summary`
    says by its `route` (from, to, kind) what a call does to values; one without a route gives nothing on.
    """

    kind: str
    formula: list[Any]
    words: Sequence[Any]
    exact: bool = False
    effect: int = 0
    label: str = ""
    requires: list[Any] | None = None
    needs: list[Any] = []
    flag: bool = False
    route: list[str] = []
    replaced: list[str] | None = None
    focused: bool = False
    interfile: bool = True
    unfollowed: bool = False
    as_a_whole: bool = False
    part: int = 0


class Group:
    """Entries of one kind, each with the number of its formula. Rules that list the same ones share it.

    `origins` are the numbers of sources that need no taint before them.
    """

    __slots__ = ("_entries", "_order", "numbers", "origins")

    def __init__(self, entries: Iterable[tuple[int, Entry]]) -> None:
        pairs = tuple(entries)
        # Two columns take a third of the memory of pairs.
        self._order = tuple(number for number, _ in pairs)
        self._entries = tuple(entry for _, entry in pairs)
        self.numbers = frozenset(self._order)
        origins = frozenset(number for number, entry in pairs if is_origin(entry))
        self.origins = self.numbers if origins == self.numbers else origins

    @property
    def entries(self) -> Iterator[tuple[int, Entry]]:
        return zip(self._order, self._entries, strict=True)

    @property
    def size(self) -> int:
        return len(self._order)


class TaintRule:
    """A taint rule made ready. `sources` and `sinks` are the numbers of such entries, `origins` those of sources that
    need no taint before them; `options` are as in its source.
    """

    __slots__ = ("_groups", "_known", "_labels", "number", "options")

    def __init__(self, number: int, options: Mapping[str, bool], groups: Callable[[str], Group]) -> None:
        """`groups` gives the entries of a group, always the same."""
        self.number = number
        self.options = options
        self._groups = groups
        self._known: dict[str, Group] = {}
        self._labels: dict[str, int] | None = None

    @property
    def sinks(self) -> frozenset[int]:
        return self.group("sink").numbers

    @property
    def sources(self) -> frozenset[int]:
        return self.group("source").numbers

    @property
    def origins(self) -> frozenset[int]:
        return self.group("source").origins

    @property
    def entries(self) -> Iterator[tuple[int, Entry]]:
        """Each entry with the number of its formula."""
        return chain.from_iterable(self.group(name).entries for name in GROUPS)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return sum(self.group(name).size for name in GROUPS)

    @property
    def labels(self) -> Mapping[str, int]:
        """The bit of each label, counted from the first of the rule."""
        if self._labels is None:
            self._labels = labels_of(entry for _, entry in self.entries)
        return self._labels

    def group(self, name: str) -> Group:
        # Each edit asks several times, of every rule.
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._groups(name)
        return found

    def with_groups(self, groups: Mapping[str, Group]) -> TaintRule:
        """The same rule, with the same labels, and with these groups in place of its own."""
        rule = TaintRule(self.number, self.options, lambda name: groups[name] if name in groups else self.group(name))
        rule._labels = dict(self.labels)
        return rule

    def with_entries(self, entries: Iterable[tuple[int, Entry]]) -> TaintRule:
        """The same rule, with the same labels, and with these of its entries."""
        chosen = tuple(entries)
        return self.with_groups(
            {name: Group(each for each in chosen if group_of(each[1].kind) == name) for name in GROUPS}
        )


class TaintRules:
    """Gives numbers to the formulas of entries, from the number of rules on, and remembers what was read."""

    def __init__(self, rules: Sequence[Rule], joined: Mapping[int, Sequence[list[Any]]] = {}) -> None:
        """`joined` are more entries of rules by their numbers, in source form: those of library models."""
        self._rules = rules
        self._joined = joined
        self._known: dict[int, TaintRule] = {}
        self.formulas = EntryFormulas(len(rules), self._anew)
        self._groups: dict[object, Group] = {}
        self._entries: dict[bytes, Entry] = {}
        self._memory = _Memory(set())
        self._asked: dict[Group, Asked] = {}
        self._indexes: dict[Group, WordIndex] = {}
        self._among: Recent[tuple[int, ...], tuple[TaintRule, ...]] = Recent(_MOST_KEPT)
        self._asked_by: Recent[tuple[int, ...], Asked] = Recent(_MOST_KEPT)

    def rule(self, number: int) -> TaintRule | None:
        """The rule of a number; None when it is no taint rule."""
        if number >= len(self._rules) or self._rules[number].mode != "taint":
            return None
        found = self._known.get(number)
        if found is None:
            _, entries, options, *_ = self._rules[number].formula
            found = TaintRule(number, options, lambda name: self._with_joined(number, entries, name))
            self._known[number] = found
        return found

    def _with_joined(self, number: int, entries: list[Any] | Mapping[str, Part], name: str) -> Group:
        """One group of the entries of a rule, with those of library models."""
        own = self._group(number, entries, name)
        more = [self._read(each, False) for each in self._joined.get(number, ()) if group_of(each[0]) == name]
        return Group((*own.entries, *more)) if more else own

    def _group(self, number: int, entries: list[Any] | Mapping[str, Part], name: str) -> Group:
        """One group of the entries of a rule, in source form or packed."""
        ours = is_builtin(self._rules[number])
        key = ((number, name) if isinstance(entries, list) else entries[name], ours)
        found = self._groups.get(key)
        if found is None:
            if isinstance(entries, list):
                found = Group(self._read(each, ours) for each in entries if group_of(each[0]) == name)
            else:
                try:
                    found = self._unpacked(number, entries[name], name, ours)
                except DamagedError:
                    found = self._group(number, self._rules[number].details.anew().formula[1], name)
            found = self._groups.setdefault(key, found)
        return found

    def _read(self, plain: list[Any], ours: bool) -> tuple[int, Entry]:
        kind, formula, words, *rest = plain
        return self.formulas.number_of_source(formula, words, ours=ours), self._entry(kind, *rest)

    def _unpacked(self, rule: int, group: Part, name: str, ours: bool) -> Group:
        """Raises DamagedError."""
        place = GROUPS.index(name)
        return Group(
            (self.formulas.number_of_part(part, Origin(rule, place, number), ours=ours), self._entry(*plain))
            for number, (part, plain) in enumerate(entries_of(group))
        )

    def _entry(self, kind: str, *rest: Any) -> Entry:
        """Always the same one for equal fields: tens of thousands of entries differ in a hundred ways."""
        key = marshal.dumps((kind, rest), _WITHOUT_REFERENCES)
        found = self._entries.get(key)
        return self._entries.setdefault(key, Entry(kind, [], (), *rest)) if found is None else found

    def _anew(self, origin: Origin) -> list[Any]:
        """The formula of an entry as its rule has it."""
        entries = self._rules[origin.rule].details.anew().formula[1]
        group = [each for each in entries if group_of(each[0]) == GROUPS[origin.group]]
        formula: list[Any] = group[origin.place][1]
        return formula

    def with_sinks(self, active: tuple[int, ...], words: set[bytes]) -> tuple[int, ...]:
        """The numbers of rules without those of taint rules that cannot find both a source and a sink, and the numbers
        of the sinks of the others.

        Where no sink is, nothing else of a rule is looked for.
        """
        kept = []
        found: set[int] = set()
        for number in active:
            rule = self.rule(number)
            if rule is not None:
                sinks = self._possible_of(rule, "sink", words)
                if not sinks or not self._possible_of(rule, "source", words):
                    continue
                found |= sinks
            kept.append(number)
        return (*kept, *sorted(found))

    def needed(self, active: tuple[int, ...], matched: set[int], words: set[bytes]) -> set[int]:
        """The entries to try where those in `matched` were found: sources of rules with a sink, then all others of
        rules with both.
        """
        found: set[int] = set()
        for rule in self.among(active):
            if rule.sinks.isdisjoint(matched):
                continue
            found |= self._possible_of(rule, "source", words)
            if not rule.sources.isdisjoint(matched):
                found |= self._possible_of(rule, "other", words)
        return found

    def among(self, active: tuple[int, ...]) -> tuple[TaintRule, ...]:
        """The taint rules among the active ones, kept for the next edit, which most often has the same."""
        return self._among.get(
            active, lambda: tuple(rule for number in active if (rule := self.rule(number)) is not None)
        )

    def ask_for(self, active: tuple[int, ...], fresh: set[bytes], words: set[bytes]) -> bool:
        """True when fresh words beside others may make a difference to the entries of the active rules."""
        return self._asked_by.get(active, lambda: self._asked_of_all(active)).is_changed_by(fresh, words)

    def _asked_of_all(self, active: tuple[int, ...]) -> Asked:
        groups = {rule.group(name) for rule in self.among(active) for name in GROUPS}
        asked = [self._asked_of(group) for group in groups]
        return Asked(*(frozenset().union(*each) for each in zip(*asked, strict=True))) if asked else Asked()

    def numbers(self, number: int) -> frozenset[int]:
        """The numbers of all entries of a rule."""
        rule = self.rule(number)
        return frozenset() if rule is None else frozenset().union(*(rule.group(name).numbers for name in GROUPS))

    def _asked_of(self, group: Group) -> Asked:
        found = self._asked.get(group)
        if found is None:
            found = self._asked[group] = asked_by([self.formulas.words(number) for number in group.numbers])
        return found

    def _possible_of(self, rule: TaintRule, name: str, words: set[bytes]) -> frozenset[int]:
        """The entries of a group whose words there are."""
        # Documents are analysed in several threads at once: each goes on with what it took here.
        memory = self._memory
        if memory.words is not words:
            memory = self._memory = _Memory(words)
        group = rule.group(name)
        found = memory.possible.get(group)
        if found is None:
            met = (number for number in self._index_of(group).possible(words) if self._is_met(number, memory))
            found = memory.possible[group] = frozenset(met)
        return found

    def _index_of(self, group: Group) -> WordIndex:
        found = self._indexes.get(group)
        if found is None:
            found = self._indexes[group] = WordIndex(
                (number, self.formulas.some(number)) for number in sorted(group.numbers)
            )
        return found

    def _is_met(self, number: int, memory: _Memory) -> bool:
        known = memory.met.get(number)
        if known is None:
            known = memory.met[number] = may_be_met(self.formulas.words(number), memory.words, memory.joined)
        return known


class _Memory:
    """What is known of the entries that a file with these words may match."""

    __slots__ = ("joined", "met", "possible", "words")

    def __init__(self, words: set[bytes]) -> None:
        self.words = words
        self.joined = spelled(words)
        self.possible: dict[Group, frozenset[int]] = {}
        self.met: dict[int, bool] = {}


def labels_of(entries: Iterable[Entry]) -> dict[str, int]:
    """A bit for each label that the entries name."""
    names: dict[str, int] = {}

    def visit(condition: list[Any] | None) -> None:
        if condition is None:
            return
        kind, argument = condition
        if kind == "label":
            names.setdefault(argument, len(names))
        else:
            for part in [argument] if kind == "not" else argument:
                visit(part)

    names[DEFAULT_LABEL] = 0
    for entry in entries:
        if entry.label:
            names.setdefault(entry.label, len(names))
        visit(entry.requires)
        for _, condition in entry.needs:
            visit(condition)
    return names


def is_origin(entry: Entry) -> bool:
    """True for a source that brings taint where there was none: `requires` holds without any label."""
    return entry.kind == "source" and (entry.requires is None or _holds_of_nothing(entry.requires))


def _holds_of_nothing(condition: list[Any]) -> bool:
    kind, argument = condition
    if kind == "label":
        return False
    if kind == "not":
        return not _holds_of_nothing(argument)
    return (all if kind == "and" else any)(_holds_of_nothing(part) for part in argument)
