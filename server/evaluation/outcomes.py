"""What became of each finding and each known defect of a case, and the cases that two settings differ in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from reread.server.evaluation.matching import match
from reread.server.evaluation.metrics import Counts, kind_of
from reread.server.evaluation.values import AnnotatedLines, Judged, Reported

Fate = Literal["found", "wrong", "missed", "repeated"]


class Outcome(Struct, frozen=True):
    """A finding of a run (from 1) that is right, wrong or repeated, or a defect that a run missed.

    `kind` is the class of the defect, of a wrong finding that which its category means. `message` is what the model
    said, of a missed defect why it is one. `defect` is the number of the annotation, from 0. `by_judge` is True where a
    judge model decided that the finding is about a defect.
    """

    fate: Fate
    run: int
    place: AnnotatedLines
    kind: str
    message: str = ""
    confidence: float | None = None
    defect: int | None = None
    by_judge: bool = False


class CaseOutcome(Struct, frozen=True):
    """A case over all runs. `outcomes` has the wrong ones first, then those missed, found and repeated."""

    counts: Counts
    runs: int
    outcomes: tuple[Outcome, ...] = ()


class CaseChange(Struct, frozen=True):
    """A defect, or a wrong finding, that two settings differ in: in how many of their runs each of them has it.

    `fate` is "found" for a defect, else "wrong".
    """

    case: str
    fate: Fate
    place: AnnotatedLines
    kind: str
    message: str
    first: int
    other: int


def case_outcome(judged: Judged) -> CaseOutcome:
    """What became of the findings and the defects of a case."""
    found = sorted(_outcomes(judged), key=lambda each: (_ORDER.index(each.fate), each.run))
    count = Counter(each.fate for each in found)
    counts = Counts(count["found"], count["wrong"], count["missed"], count["repeated"])
    return CaseOutcome(counts, len(judged.answers), tuple(found))


_ORDER: tuple[Fate, ...] = ("wrong", "missed", "found", "repeated")


def _outcomes(judged: Judged) -> Iterator[Outcome]:
    known = judged.case.annotations
    for run, answer in enumerate(judged.answers, 1):
        outcome = match(answer.findings, known)
        for place, number in outcome.pairs:
            yield _of("found", run, answer.findings[place], known[number].kind, number)
        for place in outcome.repeated:
            yield _of("repeated", run, answer.findings[place], kind_of(answer.findings[place].category))
        for place in outcome.wrong:
            yield _of("wrong", run, answer.findings[place], kind_of(answer.findings[place].category))
        for number in outcome.missed:
            yield Outcome("missed", run, known[number].places[0], known[number].kind, known[number].why, defect=number)


def _of(fate: Fate, run: int, finding: Reported, kind: str, defect: int | None = None) -> Outcome:
    by_judge = finding.describes is not None
    return Outcome(fate, run, finding.place, kind, finding.message, finding.confidence, defect, by_judge)


def by_class(cases: Iterable[CaseOutcome]) -> dict[str, list[Counts]]:
    """The counts of each case by class."""
    found: dict[str, list[Counts]] = {}
    for case in cases:
        count = Counter((each.kind, each.fate) for each in case.outcomes if each.fate != "repeated")
        for kind in {kind for kind, _ in count}:
            counts = Counts(count[kind, "found"], count[kind, "wrong"], count[kind, "missed"])
            found.setdefault(kind, []).append(counts)
    return dict(sorted(found.items()))


def changes(first: Mapping[str, CaseOutcome], other: Mapping[str, CaseOutcome]) -> Iterator[CaseChange]:
    """What differs in the cases that both have, by case.

    A wrong finding is the same at the same lines and of the same class, whatever its words.
    """
    for name in sorted(first.keys() & other.keys()):
        one, another = _reported(first[name]), _reported(other[name])
        said = {**_words(other[name]), **_words(first[name])}
        for key in sorted(one.keys() | another.keys(), key=str):
            shares = one[key] / first[name].runs, another[key] / other[name].runs
            if shares[0] != shares[1]:
                about = said[key]
                fate: Fate = "wrong" if about.fate == "wrong" else "found"
                yield CaseChange(name, fate, about.place, about.kind, about.message, one[key], another[key])


_Key = tuple[object, ...]


def _key(outcome: Outcome) -> _Key:
    return (outcome.place, outcome.kind) if outcome.defect is None else (outcome.defect,)


def _reported(case: CaseOutcome) -> Counter[_Key]:
    """How often each defect is found and each wrong finding reported."""
    return Counter(_key(each) for each in case.outcomes if each.fate in ("found", "wrong"))


def _words(case: CaseOutcome) -> dict[_Key, Outcome]:
    """An outcome for each key; of a defect rather that which says why it is one."""
    return {_key(each): each for each in reversed(case.outcomes) if each.fate != "repeated"}
