"""What a judge model is asked where place, class and words match nothing, and how well it agrees with people.

A judge says which known defect the message of a finding describes. How far its word can be trusted is measured with
`judged.yaml`: remarks in our own words, each labelled whether it describes a defect.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import yaml
from msgspec import Struct

from reread.server.evaluation import intervals, metrics
from reread.server.evaluation.intervals import Interval
from reread.server.evaluation.matching import match
from reread.server.evaluation.metrics import Counts
from reread.server.evaluation.values import Annotation, Answer, Case, Judged, Reported


class Doubt(NamedTuple):
    """A question to the judge: which of the `defects`, each of them why it is one, a `remark` describes."""

    remark: str
    defects: tuple[str, ...]


class Decision(NamedTuple):
    """The defect that the judge chose, by its place; None for none of them, and where `problem` says why it decided
    nothing. `failed` is True where the judge was not reached, so that another evaluation may get a decision.
    """

    chosen: int | None = None
    problem: str = ""
    failed: bool = False


Decisions = Mapping[Doubt, Decision]


class LabelledRemark(Struct, frozen=True):
    """A remark of the sample: `same` is True if it describes the defect."""

    remark: str
    defect: str
    same: bool

    @property
    def doubt(self) -> Doubt:
        return Doubt(self.remark, (self.defect,))


class LabelAgreement(Struct, frozen=True):
    """How a judge agrees with the labels of `pairs`, of which it left some `undecided`.

    `share` is of those that it decided, and `kappa` Cohen's: the agreement beyond that by chance, None where chance
    alone agrees in all.
    """

    pairs: int
    undecided: int
    share: Interval | None
    kappa: float | None


class JudgeReport(Struct, frozen=True):
    """What a judge did to the figures: of the `requested` findings, which matched nothing, some are `undecided`.

    `without` are the counts by place, class and words alone, `found` the defects that are found by its word only, and
    `repeated` the findings that are not wrong because they say again what another one says.
    """

    model: str
    prompt: str
    agreement: LabelAgreement
    requested: int
    undecided: int
    found: int
    repeated: int
    without: Counts


@cache
def sample() -> tuple[LabelledRemark, ...]:
    """The labelled sample."""
    path = os.path.join(os.path.dirname(__file__), "judged.yaml")
    with open(path, encoding="utf-8") as file:
        table = yaml.safe_load(file)
    return tuple(
        LabelledRemark(" ".join(remark.split()), " ".join(entry["defect"].split()), same)
        for entry in table
        for same, remarks in ((True, entry["same"]), (False, entry["other"]))
        for remark in remarks
    )


def doubts(cases: Iterable[Judged]) -> list[Doubt]:
    """What to ask the judge: each finding that matches nothing, in a case of which something is missed."""
    return [
        doubt for judged in cases for answer in judged.answers for doubt, _ in _in_doubt(judged.case, answer).values()
    ]


def decided(judged: Judged, decisions: Decisions) -> Judged:
    """The case with what the judge took its findings for."""
    return Judged(judged.case, tuple(_with_decisions(judged.case, answer, decisions) for answer in judged.answers))


def reported(
    model: str, prompt: str, before: Sequence[Judged], after: Sequence[Judged], decisions: Decisions
) -> JudgeReport:
    """What the decisions did to cases."""
    requested = doubts(before)
    without, counts = (metrics.total(map(metrics.counts_of, cases)) for cases in (before, after))
    return JudgeReport(
        model=model,
        prompt=prompt,
        agreement=agreement(sample(), decisions),
        requested=len(requested),
        undecided=sum(bool(decisions[doubt].problem) for doubt in requested),
        found=counts.found - without.found,
        repeated=counts.repeated - without.repeated,
        without=without,
    )


def agreement(labelled: Sequence[LabelledRemark], decisions: Decisions) -> LabelAgreement:
    """How the decisions agree with the labels."""
    known = [(each.same, decisions[each.doubt]) for each in labelled]
    said = [(same, decision.chosen is not None) for same, decision in known if not decision.problem]
    count, agreed = len(said), sum(same == yes for same, yes in said)
    return LabelAgreement(len(known), len(known) - count, intervals.share(agreed, count), _kappa(said))


def _kappa(said: Sequence[tuple[bool, bool]]) -> float | None:
    if not said:
        return None
    count = len(said)
    by_label, by_judge = (sum(pair[place] for pair in said) / count for place in (0, 1))
    chance = by_label * by_judge + (1 - by_label) * (1 - by_judge)
    agreed = sum(same == yes for same, yes in said) / count
    return (agreed - chance) / (1 - chance) if chance < 1 else None


def _in_doubt(case: Case, answer: Answer) -> dict[int, tuple[Doubt, list[Annotation]]]:
    """The question about each finding by its place, and the annotations that may be chosen: those in its file."""
    outcome = match(answer.findings, case.annotations)
    if not outcome.missed:
        return {}
    return {place: found for place in outcome.wrong if (found := _doubt(case, answer.findings[place])) is not None}


def _doubt(case: Case, finding: Reported) -> tuple[Doubt, list[Annotation]] | None:
    near = list(_same_file(case, finding))
    if not near or not finding.message.strip():
        return None
    return Doubt(finding.message, tuple(annotation.why for annotation in near)), near


def _same_file(case: Case, finding: Reported) -> Iterator[Annotation]:
    for annotation in case.annotations:
        if annotation.why and any(place.path == finding.place.path for place in annotation.places):
            yield annotation


def _with_decisions(case: Case, answer: Answer, decisions: Decisions) -> Answer:
    findings = list(answer.findings)
    for place, (doubt, near) in _in_doubt(case, answer).items():
        chosen = decisions[doubt].chosen
        if chosen is not None:
            findings[place] = msgspec.structs.replace(findings[place], describes=near[chosen])
    return msgspec.structs.replace(answer, findings=tuple(findings))
