"""The taint rules of an engine and the numbers of their specs: equal specs of several rules have one number."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from reread.analyzers.pattern.prefilter.prefilter_index import WordIndex
from reread.analyzers.pattern.prefilter.requirement import RequiredTokens, may_be_met, spelled, tokens_required_by
from reread.analyzers.recent import Recent
from reread.analyzers.rules.cache.serialization import GROUPS, DamagedError, LazyPiece, group_in, group_of
from reread.analyzers.rules.profiles import is_builtin
from reread.analyzers.rules.rule import Rule, Taint, Wanted
from reread.analyzers.rules.taint_spec import TaintSpec, labels_of, without_formula
from reread.analyzers.taint.spec_formulas import Origin, SpecFormulas

_MOST_CACHED = 32
"""Answers for that many sets of active rules: the documents that are edited have one each, most of the time."""


_WITHOUT_REFERENCES = 2
"""The version of marshal's format in which equal values are equal bytes."""


Specs = tuple[TaintSpec, ...] | Mapping[str, LazyPiece]
"""The specs of a rule: as they were read, or packed by the names of `GROUPS`."""


def _taint_of(wanted: Wanted) -> Taint:
    assert isinstance(wanted, Taint)
    return wanted


class Group:
    """Entries of one kind, each with the number of its formula. Rules that list the same ones share it.

    `origins` are the numbers of sources that need no taint before them.
    """

    __slots__ = ("_order", "_specs", "numbers", "origins")

    def __init__(self, specs: Iterable[tuple[int, TaintSpec]]) -> None:
        pairs = tuple(specs)
        # Two columns take a third of the memory of pairs.
        self._order = tuple(number for number, _ in pairs)
        self._specs = tuple(spec for _, spec in pairs)
        # A set that grows has up to eight times the room that it needs, a copy of a set at most four times.
        self.numbers = frozenset(set(self._order))
        origins = frozenset({number for number, spec in pairs if spec.is_origin})
        self.origins = self.numbers if origins == self.numbers else origins

    @property
    def specs(self) -> Iterator[tuple[int, TaintSpec]]:
        return zip(self._order, self._specs, strict=True)

    @property
    def size(self) -> int:
        return len(self._order)


class TaintRule:
    """A taint rule made ready. `sources` and `sinks` are the numbers of such specs, `origins` those of sources that
    need no taint before them; `options` are as in its source.
    """

    __slots__ = ("_groups", "_known", "_labels", "number", "options")

    def __init__(self, number: int, options: Mapping[str, bool], groups: Callable[[str], Group]) -> None:
        """`groups` gives the specs of a group, always the same."""
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
    def specs(self) -> Iterator[tuple[int, TaintSpec]]:
        """Each spec with the number of its formula."""
        return chain.from_iterable(self.group(name).specs for name in GROUPS)

    @property
    def size(self) -> int:
        """How many specs there are."""
        return sum(self.group(name).size for name in GROUPS)

    @property
    def labels(self) -> Mapping[str, int]:
        """The bit of each label, counted from the first of the rule."""
        if self._labels is None:
            self._labels = labels_of(spec for _, spec in self.specs)
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

    def with_specs(self, specs: Iterable[tuple[int, TaintSpec]]) -> TaintRule:
        """The same rule, with the same labels, and with these of its specs."""
        chosen = tuple(specs)
        return self.with_groups(
            {name: Group(each for each in chosen if group_of(each[1].role) == name) for name in GROUPS}
        )


class TaintRules:
    """Gives numbers to the formulas of specs, from the number of rules on, and remembers what was read."""

    def __init__(self, rules: Sequence[Rule], joined: Mapping[int, Sequence[TaintSpec]] = {}) -> None:
        """`joined` are more specs of rules by their numbers: those of library models."""
        self._rules = rules
        self._joined = joined
        self._known: dict[int, TaintRule] = {}
        self.formulas = SpecFormulas(len(rules), self._anew)
        self._groups: dict[object, Group] = {}
        self._specs: dict[bytes, TaintSpec] = {}
        self._memory = _Memory(set())
        self._indexes: dict[Group, WordIndex] = {}
        self._among: Recent[tuple[int, ...], tuple[TaintRule, ...]] = Recent(_MOST_CACHED)
        self._required_by_active: Recent[tuple[int, ...], RequiredTokens] = Recent(_MOST_CACHED)

    def rule(self, number: int) -> TaintRule | None:
        """The rule of a number; None when it is no taint rule."""
        if number >= len(self._rules) or self._rules[number].mode != "taint":
            return None
        found = self._known.get(number)
        if found is None:
            wanted = _taint_of(self._rules[number].formula)
            found = TaintRule(number, wanted.options, lambda name: self._with_joined(number, wanted.specs, name))
            self._known[number] = found
        return found

    def _with_joined(self, number: int, specs: Specs, name: str) -> Group:
        """One group of the specs of a rule, with those of library models."""
        own = self._group(number, specs, name)
        more = [self._read(each, False) for each in self._joined.get(number, ()) if group_of(each.role) == name]
        return Group((*own.specs, *more)) if more else own

    def _group(self, number: int, specs: Specs, name: str) -> Group:
        """One group of the specs of a rule, as they were read or packed."""
        ours = is_builtin(self._rules[number])
        key = ((number, name) if isinstance(specs, tuple) else specs[name], ours)
        found = self._groups.get(key)
        if found is None:
            if isinstance(specs, tuple):
                found = Group(self._read(each, ours) for each in specs if group_of(each.role) == name)
            else:
                try:
                    found = self._unpacked(number, specs[name], name, ours)
                except DamagedError:
                    found = self._group(number, self._anew_of(number), name)
            found = self._groups.setdefault(key, found)
        return found

    def _anew_of(self, number: int) -> Specs:
        """The specs of a rule from where they were written first."""
        return _taint_of(self._rules[number].details.anew().formula).specs

    def _read(self, spec: TaintSpec, ours: bool) -> tuple[int, TaintSpec]:
        role, _, _, *rest = spec.plain()
        return self.formulas.number_of_source(spec.formula, spec.words, ours=ours), self._spec(role, rest)

    def _unpacked(self, rule: int, group: LazyPiece, name: str, ours: bool) -> Group:
        """Raises DamagedError."""
        packed = group_in(group)
        specs = [self._spec(role, rest) for role, *rest in packed.fields]
        numbers = self.formulas.numbers_of_rows(group, packed.rows, Origin(rule, GROUPS.index(name), 0), ours=ours)
        return Group((number, specs[place]) for number, (_, _, place) in zip(numbers, packed.rows, strict=True))

    def _spec(self, role: str, rest: list[Any]) -> TaintSpec:
        """Always the same one for equal fields: tens of thousands of specs differ in a hundred ways."""
        key = marshal.dumps((role, rest), _WITHOUT_REFERENCES)
        found = self._specs.get(key)
        return self._specs.setdefault(key, without_formula(role, rest)) if found is None else found

    def _anew(self, origin: Origin) -> TaintSpec:
        """A spec as its rule has it."""
        specs = self._anew_of(origin.rule)
        group = [each for each in specs if isinstance(each, TaintSpec) and group_of(each.role) == GROUPS[origin.group]]
        return group[origin.place]

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
        """The specs to try where those in `matched` were found: sources of rules with a sink, then all others of
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
        """True when fresh words beside others may make a difference to the specs of the active rules."""
        return self._required_by_active.get(active, lambda: self._required_by_all(active)).is_changed_by(fresh, words)

    def _required_by_all(self, active: tuple[int, ...]) -> RequiredTokens:
        groups = (rule.group(name) for rule in self.among(active) for name in GROUPS)
        numbers = {number for group in groups for number in group.numbers}
        return tokens_required_by([self.formulas.words(number) for number in numbers])

    def numbers(self, number: int) -> frozenset[int]:
        """The numbers of all specs of a rule."""
        rule = self.rule(number)
        return frozenset() if rule is None else frozenset().union(*(rule.group(name).numbers for name in GROUPS))

    def _possible_of(self, rule: TaintRule, name: str, words: set[bytes]) -> frozenset[int]:
        """The specs of a group whose words there are."""
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
    """What is known of the specs that a file with these words may match."""

    __slots__ = ("joined", "met", "possible", "words")

    def __init__(self, words: set[bytes]) -> None:
        self.words = words
        self.joined = spelled(words)
        self.possible: dict[Group, frozenset[int]] = {}
        self.met: dict[int, bool] = {}
