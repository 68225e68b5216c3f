"""The taint rules of an engine and the numbers of their entries: equal entries of several rules have one number."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.words import Requirement, words_in

DEFAULT_LABEL = "__SOURCE__"


class Entry(NamedTuple):
    """One source, sink, sanitizer or propagator.

    `effect` is `by-side-effect`: 0 for no, 1 for yes, 2 for only. `requires` is a condition on labels: `["label", a]`,
    `["not", r]`, `["and", [r, ...]]`, `["or", [r, ...]]`; `needs` pairs metavariables with such. `flag` is `control`,
    `at-exit` or `not-conflicting`. `route` are the metavariables from and to, `replaced` the labels that a propagator
    replaces (None: it adds). A sanitizer with `guard` is a condition: `route` is the metavariable that it vouches for
    where it holds, or does not, which `flag` says. A source that is not `interfile` says nothing about other files.
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


def compact(formula: list[Any]) -> list[Any]:
    """The formula of a taint rule with those of its entries as pairs of a digest and bytes: most are shared with other
    rules, and few are needed for one document.
    """
    from hashlib import sha256

    kind, entries, options = formula
    compacted = []
    for each in entries:
        digest = sha256(repr(each[1]).encode()).digest()[:16]
        compacted.append([each[0], (digest, marshal.dumps(each[1])), *each[2:]])
    return [kind, compacted, options]


class TaintRule(NamedTuple):
    """A taint rule made ready. `entries` pairs each entry with the number of its formula, and `sinks`, `sources` and
    `others` are these numbers; `origins` those of sources that need no taint before them.

    `labels` gives the bit of each label, counted from the first of the rule.
    """

    number: int
    entries: tuple[tuple[int, Entry], ...]
    options: Mapping[str, bool]
    labels: Mapping[str, int]
    sinks: frozenset[int]
    sources: frozenset[int]
    others: frozenset[int]
    origins: frozenset[int]


class TaintRules:
    """Gives numbers to the formulas of entries, from the number of rules on, and remembers what was read."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._known: dict[int, TaintRule] = {}
        self._numbers: dict[str | bytes, int] = {}
        self._formulas: list[Any] = []
        self._possible: dict[int, dict[str, frozenset[int]]] = {}
        self._words: set[bytes] = set()
        self._met: dict[int, bool] = {}
        self._asked: dict[int, frozenset[bytes]] = {}
        self._required: dict[int, tuple[frozenset[bytes], list[Requirement]]] = {}

    def rule(self, number: int) -> TaintRule | None:
        """The rule of a number; None when it is no taint rule."""
        if number >= len(self._rules) or self._rules[number].mode != "taint":
            return None
        found = self._known.get(number)
        if found is None:
            _, plain, options = self._rules[number].formula
            entries = tuple(self._entry(each) for each in plain)
            labels = labels_of(entry for _, entry in entries)
            sinks = frozenset(each for each, entry in entries if entry.kind == "sink")
            sources = frozenset(each for each, entry in entries if entry.kind == "source")
            others = frozenset(each for each, _ in entries) - sinks - sources
            origins = frozenset(each for each, entry in entries if is_origin(entry))
            found = self._known[number] = TaintRule(number, entries, options, labels, sinks, sources, others, origins)
        return found

    def _entry(self, plain: list[Any]) -> tuple[int, Entry]:
        number = self._number(plain[1])
        # One object for all rules that share the entry.
        return number, Entry(plain[0], self._formulas[number - len(self._rules)], *plain[2:])

    def formula(self, number: int) -> list[Any]:
        """The formula of an entry by its number."""
        kept = self._formulas[number - len(self._rules)]
        found: list[Any] = marshal.loads(kept[1]) if isinstance(kept, tuple) else kept
        return found

    def with_sinks(self, active: tuple[int, ...], words: set[bytes]) -> tuple[int, ...]:
        """The numbers of rules, and of the sinks of those that can find both a source and a sink.

        Where no sink is, nothing else of a rule is looked for.
        """
        found: set[int] = set()
        for number in active:
            rule = self.rule(number)
            if rule is not None:
                possible = self._possible_of(rule, words)
                if possible["source"]:
                    found |= possible["sink"]
        return (*active, *sorted(found))

    def needed(self, active: tuple[int, ...], matched: set[int], words: set[bytes]) -> set[int]:
        """The entries to try where those in `matched` were found: sources of rules with a sink, then all others of
        rules with both.
        """
        found: set[int] = set()
        for number in active:
            rule = self.rule(number)
            if rule is None or rule.sinks.isdisjoint(matched):
                continue
            possible = self._possible_of(rule, words)
            found |= possible["source"]
            if not rule.sources.isdisjoint(matched):
                found |= possible["other"]
        return found

    def words(self, number: int) -> frozenset[bytes]:
        """All words that the entries of a rule ask for."""
        found = self._asked.get(number)
        if found is None:
            rule = self.rule(number)
            entries = () if rule is None else rule.entries
            found = self._asked[number] = frozenset(word for _, entry in entries for word in words_in(entry.words))
        return found

    def numbers(self, number: int) -> frozenset[int]:
        """The numbers of all entries of a rule."""
        rule = self.rule(number)
        return frozenset() if rule is None else rule.sinks | rule.sources | rule.others

    def possible(self, rule: TaintRule, words: set[bytes], kind: str) -> frozenset[int]:
        """The entries of a rule, of the kind origin, source, sink or other, whose words there are."""
        return self._possible_of(rule, words)[kind]

    def _possible_of(self, rule: TaintRule, words: set[bytes]) -> dict[str, frozenset[int]]:
        """The entries of a rule whose words there are, by kind. Remembered while the words are the same set."""
        if words is not self._words:
            self._words, self._possible, self._met = words, {}, {}
        found = self._possible.get(rule.number)
        if found is None:
            met = {number for number, entry in rule.entries if self._is_met(number, entry, words)}
            found = {"sink": rule.sinks & met, "source": rule.sources & met, "other": rule.others & met}
            found["origin"] = rule.origins & met
            self._possible[rule.number] = found
        return found

    def _is_met(self, number: int, entry: Entry, words: set[bytes]) -> bool:
        known = self._met.get(number)
        if known is None:
            required = self._required.get(number)
            if required is None:
                required = self._required[number] = _required(entry.words)
            known = self._met[number] = required[0] <= words and all(_may_be_met(part, words) for part in required[1])
        return known

    def _number(self, formula: list[Any] | tuple[bytes, bytes]) -> int:
        key = formula[0] if isinstance(formula, tuple) else repr(formula)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._rules) + len(self._formulas)
            self._formulas.append(formula)
        return number


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


def _required(requirement: Requirement) -> tuple[frozenset[bytes], list[Requirement]]:
    """The words that a requirement asks for in any case, and what else it asks for."""
    words: set[bytes] = set()
    rest: list[Requirement] = []
    stack = [requirement]
    while stack:
        part = stack.pop()
        kind, argument = part
        if kind == "word":
            words.add(argument.encode())
        elif kind == "and":
            stack += argument
        elif kind == "or":
            rest.append(part)
    return frozenset(words), rest


def _may_be_met(requirement: Requirement, words: set[bytes]) -> bool:
    """True when a text with these words can meet a requirement, whatever else is in it."""
    kind, argument = requirement
    if kind == "word":
        return argument.encode() in words
    if kind == "text":
        return True
    if kind == "and":
        return all(_may_be_met(part, words) for part in argument)
    return any(_may_be_met(part, words) for part in argument)
