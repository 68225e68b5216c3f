"""The taint rules of an engine and the numbers of their entries: equal entries of several rules have one number."""

from __future__ import annotations

import marshal
from _thread import allocate_lock
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from reread.analyzers.rules.cache.serialization import (
    GROUPS,
    DamagedError,
    PackedEntry,
    Part,
    entries_of,
    entry_of,
    group_of,
)
from reread.analyzers.rules.formulas.lazy_formula import Ways
from reread.analyzers.rules.prefilter.prefilter_index import WordIndex
from reread.analyzers.rules.prefilter.profiles import is_builtin
from reread.analyzers.rules.prefilter.required_tokens import (
    Asked,
    Requirement,
    asked_by,
    may_be_met,
    prepared,
    some_of,
    spelled,
)
from reread.analyzers.rules.rule import Rule

DEFAULT_LABEL = "__SOURCE__"
T = TypeVar("T")
_MOST_KEPT = 200


class Entry(NamedTuple):
    """One source, sink, sanitizer or propagator.

    `effect` is `by-side-effect`: 0 for no, 1 for yes, 2 for only. `requires` is a condition on labels: `["label", a]`,
    `["not", r]`, `["and", [r, ...]]`, `["or", [r, ...]]`; `needs` pairs metavariables with such. `flag` is `control`,
    `at-exit` or `not-conflicting`. `route` are the metavariables from and to, `replaced` the labels that a propagator
    replaces (None: it adds). A sanitizer with `guard` is a condition: `route` is the metavariable that it vouches for
    where it holds, or does not, which `flag` says. A source that is not `interfile` says nothing about other files.
    One of two guards that vouch together has a `part`. A sanitizer that is `unfollowed` says nothing of calls of
    functions that are followed themselves, and one `as_a_whole` nothing of what is taken out of a value.
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

    __slots__ = ("entries", "numbers", "origins")

    def __init__(self, entries: Iterable[tuple[int, Entry]]) -> None:
        self.entries = tuple(entries)
        self.numbers = frozenset(number for number, _ in self.entries)
        self.origins = frozenset(number for number, entry in self.entries if is_origin(entry))


class TaintRule:
    """A taint rule made ready. `sources` and `sinks` are the numbers of such entries, `origins` those of sources that
    need no taint before them; `options` are as in its source.
    """

    __slots__ = ("_entries", "_groups", "_known", "_labels", "number", "options")

    def __init__(self, number: int, options: Mapping[str, bool], groups: Callable[[str], Group]) -> None:
        """`groups` gives the entries of a group, always the same."""
        self.number = number
        self.options = options
        self._groups = groups
        self._known: dict[str, Group] = {}
        self._entries: tuple[tuple[int, Entry], ...] | None = None
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
    def entries(self) -> tuple[tuple[int, Entry], ...]:
        """Each entry with the number of its formula."""
        if self._entries is None:
            self._entries = tuple(each for name in GROUPS for each in self.group(name).entries)
        return self._entries

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

    def with_entries(self, entries: Iterable[tuple[int, Entry]]) -> TaintRule:
        """The same rule, with the same labels, and with these of its entries."""
        chosen = tuple(entries)
        groups = {name: Group(each for each in chosen if group_of(each[1].kind) == name) for name in GROUPS}
        rule = TaintRule(self.number, self.options, groups.__getitem__)
        rule._labels = dict(self.labels)
        return rule


def _keep(answers: dict[tuple[int, ...], T], active: tuple[int, ...], answer: T) -> None:
    if len(answers) >= _MOST_KEPT:
        answers.clear()
    answers[active] = answer


class TaintRules:
    """Gives numbers to the formulas of entries, from the number of rules on, and remembers what was read."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._known: dict[int, TaintRule] = {}
        self._numbers: dict[object, int] = {}
        self._formulas: list[PackedEntry] = []
        self._groups: dict[object, Group] = {}
        self._ours: set[int] = set()
        self._memory = _Memory(set())
        self._lock = allocate_lock()
        self._asked: dict[Group, Asked] = {}
        self._indexes: dict[Group, WordIndex] = {}
        self._among: dict[tuple[int, ...], tuple[TaintRule, ...]] = {}
        self._asked_by: dict[tuple[int, ...], Asked] = {}

    def rule(self, number: int) -> TaintRule | None:
        """The rule of a number; None when it is no taint rule."""
        if number >= len(self._rules) or self._rules[number].mode != "taint":
            return None
        found = self._known.get(number)
        if found is None:
            _, entries, options = self._rules[number].formula
            found = TaintRule(number, options, lambda name: self._group(number, entries, name))
            self._known[number] = found
        return found

    def _group(self, number: int, entries: list[Any] | Mapping[str, Part], name: str) -> Group:
        """One group of the entries of a rule, in source form or packed."""
        ours = is_builtin(self._rules[number])
        key = ((number, name) if isinstance(entries, list) else entries[name], ours)
        found = self._groups.get(key)
        if found is None:
            if isinstance(entries, list):
                found = Group(self._entry(each, ours) for each in entries if group_of(each[0]) == name)
            else:
                try:
                    found = Group(self._unpacked(*each, ours) for each in entries_of(entries[name]))
                except DamagedError:
                    found = self._group(number, self._rules[number].details.anew().formula[1], name)
            found = self._groups.setdefault(key, found)
        return found

    def is_builtin(self, number: int) -> bool:
        """Whether an entry belongs to rules that came with the program. It never belongs to others as well."""
        return number in self._ours

    def _entry(self, plain: list[Any], ours: bool) -> tuple[int, Entry]:
        kind, formula, words, *rest = plain
        number = self._number((repr(formula), ours), lambda: _packed_entry(formula, words))
        return number, Entry(kind, formula, self._packed(number).words, *rest)

    def _unpacked(self, part: Part, plain: list[Any], ours: bool) -> tuple[int, Entry]:
        kind, *rest = plain
        number = self._number((part, ours), lambda: entry_of(part))
        return number, Entry(kind, [], self._packed(number).words, *rest)

    def _number(self, key: tuple[object, bool], read: Callable[[], PackedEntry]) -> int:
        number = self._numbers.get(key)
        if number is None:
            packed = read()
            # Documents are analysed in several threads at once, and each entry must have one number.
            with self._lock:
                number = self._numbers.get(key)
                if number is None:
                    number = len(self._rules) + len(self._formulas)
                    self._formulas.append(packed)
                    if key[1]:
                        self._ours.add(number)
                    self._numbers[key] = number
        return number

    def _packed(self, number: int) -> PackedEntry:
        return self._formulas[number - len(self._rules)]

    def formula(self, number: int) -> list[Any]:
        """The formula of an entry by its number."""
        found: list[Any] = marshal.loads(self._packed(number).formula)
        return found

    def ways(self, number: int) -> Ways:
        """The ways into the formula of an entry; empty when nobody has prepared them."""
        packed = self._packed(number)
        found: Ways = marshal.loads(packed.ways) if packed.ways else {}
        return found

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
        found = self._among.get(active)
        if found is None:
            found = tuple(rule for number in active if (rule := self.rule(number)) is not None)
            _keep(self._among, active, found)
        return found

    def ask_for(self, active: tuple[int, ...], fresh: set[bytes], words: set[bytes]) -> bool:
        """True when fresh words beside others may make a difference to the entries of the active rules."""
        found = self._asked_by.get(active)
        if found is None:
            groups = [self._asked_of(rule.group(name)) for rule in self.among(active) for name in GROUPS]
            found = Asked(*(frozenset().union(*each) for each in zip(*groups, strict=True))) if groups else Asked()
            _keep(self._asked_by, active, found)
        return found.is_changed_by(fresh, words)

    def numbers(self, number: int) -> frozenset[int]:
        """The numbers of all entries of a rule."""
        rule = self.rule(number)
        return frozenset() if rule is None else frozenset().union(*(rule.group(name).numbers for name in GROUPS))

    def _asked_of(self, group: Group) -> Asked:
        found = self._asked.get(group)
        if found is None:
            found = self._asked[group] = asked_by([self._packed(number).words for number in group.numbers])
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
            found = self._indexes[group] = WordIndex((number, self._packed(number).some) for number in group.numbers)
        return found

    def _is_met(self, number: int, memory: _Memory) -> bool:
        known = memory.met.get(number)
        if known is None:
            known = memory.met[number] = may_be_met(self._packed(number).words, memory.words, memory.joined)
        return known


def _packed_entry(formula: list[Any], words: Requirement) -> PackedEntry:
    needed = prepared(words)
    return PackedEntry(needed, some_of(needed), marshal.dumps(formula), b"")


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
