"""The taint rules of an engine and the numbers of their entries: equal entries of several rules have one number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.taint_source import DEFAULT_LABEL, Entry
from reread.analyzers.rules.words import Requirement


class TaintRule(NamedTuple):
    """A taint rule made ready. `entries` pairs each entry with the number of its formula.

    `labels` gives the bit of each label, counted from the first of the rule.
    """

    number: int
    entries: tuple[tuple[int, Entry], ...]
    options: Mapping[str, bool]
    labels: Mapping[str, int]


class TaintRules:
    """Gives numbers to the formulas of entries, from the number of rules on, and remembers what was read."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._known: dict[int, TaintRule] = {}
        self._numbers: dict[str, int] = {}
        self._formulas: list[list[Any]] = []

    def rule(self, number: int) -> TaintRule | None:
        """The rule of a number; None when it is no taint rule."""
        if number >= len(self._rules) or self._rules[number].mode != "taint":
            return None
        found = self._known.get(number)
        if found is None:
            _, plain, options = self._rules[number].formula
            entries = tuple((self._number(each[1]), Entry(*each)) for each in plain)
            labels = labels_of(entry for _, entry in entries)
            found = self._known[number] = TaintRule(number, entries, options, labels)
        return found

    def formula(self, number: int) -> list[Any]:
        """The formula of an entry by its number."""
        return self._formulas[number - len(self._rules)]

    def with_entries(self, active: tuple[int, ...], words: set[bytes]) -> tuple[int, ...]:
        """The numbers of rules, and of the entries of those that can find both a source and a sink."""
        found: dict[int, None] = {}
        for number in active:
            rule = self.rule(number)
            if rule is None:
                continue
            possible = [(each, entry) for each, entry in rule.entries if _may_be_met(entry.words, words)]
            if {"source", "sink"} <= {entry.kind for _, entry in possible}:
                found.update((each, None) for each, _ in possible)
        return (*active, *sorted(found))

    def _number(self, formula: list[Any]) -> int:
        key = repr(formula)
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
