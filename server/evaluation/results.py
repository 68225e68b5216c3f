"""The figures of an evaluation, computed from its answers, as plain values for every report format."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

from reread.server.evaluation import bootstrap, calibration, intervals, metrics
from reread.server.evaluation.calibration import Bin
from reread.server.evaluation.classes import class_of
from reread.server.evaluation.intervals import Interval
from reread.server.evaluation.judging import JudgeReport
from reread.server.evaluation.matching import by_place
from reread.server.evaluation.metrics import Clean, Counts
from reread.server.evaluation.outcomes import CaseChange, CaseOutcome, by_class, case_outcome, changes
from reread.server.evaluation.values import Answer, Judged

VERSION = 2
PERCENTILES = (50, 90, 99)


class Score(Struct, frozen=True):
    """Counts over cases, and the figures that they make, from 0 to 1: None if there is nothing to divide by."""

    counts: Counts
    precision: Interval | None = None
    recall: Interval | None = None
    f1: Interval | None = None


class Figures(Struct, frozen=True):
    """How good some reviews were. Shares are from 0 to 1, None if there is nothing to divide by.

    `by_place` is the score when a finding at the right place is right whatever its class. `incomplete` are the names
    of cases without an answer to each run, with the reason; they are in no figure. `cost` is in US dollars, `seconds`
    the sum over all reviews, `latency` what so many percent of them stay within ("p50"). `unknown` are categories that
    name no known class. `judge` is present where a judge decided about findings that matched nothing.
    """

    label: str
    model: str
    prompts: tuple[str, ...]
    cases: int
    runs: int
    score: Score
    by_place: Score
    groups: Mapping[str, Mapping[str, Score]]
    clean: Clean
    curve: tuple[Bin, ...]
    calibration_error: float | None
    repeatability: float | None
    tokens: int
    cost: float | None
    seconds: float
    latency: Mapping[str, float]
    unknown: tuple[str, ...]
    incomplete: Mapping[str, str]
    per_case: Mapping[str, CaseOutcome]
    judge: JudgeReport | None = None

    @property
    def judged_by(self) -> tuple[str, str] | None:
        """The model and the prompt of the judge."""
        return (self.judge.model, self.judge.prompt) if self.judge is not None else None


class Difference(Struct, frozen=True):
    """How the other figures differ from the first, over the cases that both have, and in which findings."""

    cases: int
    figures: Mapping[str, Interval]
    changes: tuple[CaseChange, ...] = ()


class Results(Struct, frozen=True):
    """The results of an evaluation; `other` and `difference` are present if two settings were compared."""

    dataset: str
    first: Figures
    other: Figures | None = None
    difference: Difference | None = None
    version: int = VERSION


def figures(
    label: str,
    model: str,
    prompts: tuple[str, ...],
    cases: Sequence[Judged],
    incomplete: Mapping[str, str],
    judge: JudgeReport | None = None,
) -> Figures:
    """The figures of cases with complete answers, with the decisions of a judge if there is one."""
    answers = [answer for judged in cases for answer in judged.answers]
    runs = max((len(judged.answers) for judged in cases), default=0)
    per_case = {judged.case.name: case_outcome(judged) for judged in cases}
    counts = [outcome.counts for outcome in per_case.values()]
    groups = {
        "class": by_class(per_case.values()),
        "language": metrics.grouped([judged.case.language for judged in cases], counts),
        "size": metrics.grouped([judged.case.size for judged in cases], counts),
        "changed files": metrics.grouped([judged.case.spread for judged in cases], counts),
    }
    bins = calibration.curve(calibration.samples(cases))
    return Figures(
        label=label,
        model=model,
        prompts=prompts,
        cases=len(cases),
        runs=runs,
        score=score(counts, runs),
        by_place=score([metrics.counts_of(judged, by_place) for judged in cases], runs),
        groups={group: {name: score(part, runs) for name, part in parts.items()} for group, parts in groups.items()},
        clean=metrics.on_clean_changes(cases),
        curve=tuple(bins),
        calibration_error=calibration.expected_error(bins),
        repeatability=metrics.repeatability(cases),
        tokens=sum(answer.tokens for answer in answers),
        cost=_cost(answers),
        seconds=sum(answer.seconds for answer in answers),
        latency=_latency([answer.seconds for answer in answers]),
        unknown=_unknown(answers),
        incomplete=incomplete,
        per_case=per_case,
        judge=judge,
    )


def score(counts: Sequence[Counts], runs: int) -> Score:
    """The figures of cases, given the counts of each over all runs."""
    all_of = metrics.total(counts)
    return Score(
        all_of,
        intervals.share(all_of.found, all_of.found + all_of.wrong, runs),
        intervals.share(all_of.found, all_of.found + all_of.missed, runs),
        bootstrap.interval(counts, lambda each: each.f1),
    )


def compared(first: Figures, other: Figures) -> Difference:
    """The differences of precision, recall and F1, by the paired bootstrap over the cases that both have."""
    names = sorted(first.per_case.keys() & other.per_case.keys())
    one, another = ([each.per_case[name].counts for name in names] for each in (first, other))
    figures = {
        "precision": bootstrap.difference(one, another, lambda counts: counts.precision),
        "recall": bootstrap.difference(one, another, lambda counts: counts.recall),
        "f1": bootstrap.difference(one, another, lambda counts: counts.f1),
    }
    return Difference(
        len(names),
        {name: interval for name, interval in figures.items() if interval is not None},
        tuple(changes(first.per_case, other.per_case)),
    )


def _cost(answers: Sequence[Answer]) -> float | None:
    costs = [answer.cost for answer in answers]
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None


def _latency(seconds: Sequence[float]) -> dict[str, float]:
    """Percentiles by the nearest rank; none of nothing."""
    ordered = sorted(seconds)
    return {f"p{each}": ordered[math.ceil(each / 100 * len(ordered)) - 1] for each in PERCENTILES if ordered}


def _unknown(answers: Sequence[Answer]) -> tuple[str, ...]:
    categories = {finding.category for answer in answers for finding in answer.findings}
    return tuple(sorted(category for category in categories if class_of(category) is None))
