"""The record of readings of built-in rules, and the rules that it admits to the profile `quiet`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reread.analyzers.findings import Severity
from reread.analyzers.rules.admission import formula
from reread.analyzers.rules.admission.formula import Counts
from reread.analyzers.rules.rule import Rule


class Kind(NamedTuple):
    """A kind of evidence. A rule named in `rules` is of it, and one that has all the other values that are given.

    `folder` is what the rule's id begins with, `assumed` how often it is right where next to nothing was read of it.
    `corrected` is as for a rule.
    """

    name: str
    what: str
    rules: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    category: str = ""
    mode: str = ""
    folder: str = ""
    assumed: float | None = None
    corrected: int = 0

    def is_of(self, rule: Rule) -> bool:
        if rule.id in self.rules:
            return True
        if not (self.classes or self.category or self.mode or self.folder):
            return False
        return (
            (not self.classes or rule.group in self.classes)
            and self.category in ("", rule.category)
            and self.mode in ("", rule.mode)
            and self.folder in ("", rule.id.partition("/")[0])
        )


class Readings(NamedTuple):
    """The readings of a rule, by the numbers of rounds; `corrected` is the round after which it was last corrected."""

    rounds: Mapping[int, Counts] = {}
    outside: Mapping[int, Counts] = {}
    corrected: int = 0

    @property
    def counted(self) -> Mapping[int, Counts]:
        """The rounds that say something of the rule as it is."""
        return formula.since_correction(self.rounds, self.corrected)


class ReadingRecord(NamedTuple):
    """The content of the record file. `always` are the rules that are admitted whatever was read, `pedantic` those that
    no other profile has.
    """

    kinds: tuple[Kind, ...]
    rules: Mapping[str, Readings]
    always: frozenset[str]
    pedantic: frozenset[str] = frozenset()


class Admission(NamedTuple):
    """Whether a rule is in the profile, and may be an error there; `right` is how often it is expected to be right."""

    rule: Rule
    kind: Kind
    right: float
    is_admitted: bool
    may_be_error: bool


def parsed(content: Mapping[str, Any]) -> ReadingRecord:
    """The record from the content of its file."""
    kinds = tuple(_kind(name, entry) for name, entry in content["kinds"].items())
    rules = {name: _readings(entry) for name, entry in content["rules"].items()}
    return ReadingRecord(kinds, rules, frozenset(content["always"]), frozenset(content["pedantic"]))


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    sets = {key: frozenset(entry[key]) for key in ("rules", "classes") if key in entry}
    return Kind(name, **{**entry, **sets})


def _readings(entry: Mapping[str, Any]) -> Readings:
    rounds, outside = (
        {number: Counts(**counts) for number, counts in entry.get(key, {}).items()} for key in ("rounds", "outside")
    )
    return Readings(rounds, outside, entry.get("corrected", 0))


def kind_of(rule: Rule, record: ReadingRecord) -> Kind:
    return next(kind for kind in record.kinds if kind.is_of(rule))


def right_of_kinds(rules: Iterable[Rule], record: ReadingRecord) -> dict[str, float]:
    """How often each kind is right (0 to 1), by its name."""
    read_of: dict[str, dict[int, list[Counts]]] = {kind.name: {} for kind in record.kinds}
    for rule in rules:
        for number, counts in record.rules.get(rule.id, Readings()).counted.items():
            read_of[kind_of(rule, record).name].setdefault(number, []).append(counts)
    return {kind.name: _right(kind, read_of[kind.name]) for kind in record.kinds}


def _right(kind: Kind, read_of: Mapping[int, list[Counts]]) -> float:
    if kind.assumed is not None:
        return kind.assumed
    rounds = {number: formula.total(counts) for number, counts in read_of.items()}
    return formula.pooled(formula.total(formula.since_correction(rounds, kind.corrected).values()))


def admissions(rules: Iterable[Rule], record: ReadingRecord) -> Iterator[Admission]:
    """The admission of each high-confidence built-in rule, in the order of the rules."""
    rules = tuple(rules)
    kinds = right_of_kinds(rules, record)
    for rule in rules:
        if rule.confidence != "HIGH" or rule.category not in ("correctness", "security"):
            continue
        kind = kind_of(rule, record)
        counts = formula.total(record.rules.get(rule.id, Readings()).counted.values())
        right = formula.expected(counts, kinds[kind.name])
        is_admitted = right >= formula.LEAST_RIGHT or rule.id in record.always
        yield Admission(rule, kind, right, is_admitted, _may_be_error(rule, right))


def _may_be_error(rule: Rule, right: float) -> bool:
    return rule.severity is Severity.ERROR and right >= formula.LEAST_RIGHT_OF_ERRORS
