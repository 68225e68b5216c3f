"""Several independent looks at the same units, by one model or several, and their agreement.

Merging several looks finds more than any of them: published measurements have three looks raise F1 by up to 44 %
(SWR-Bench, arXiv 2509.01494), and a second model of another vendor find much of what the first one misses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.review.answer.agreement import is_similar
from reread.analyzers.review.answer.answer import as_answer
from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.batches import UnitQuestion, owner
from reread.analyzers.review.ask.cached_client import CachedClient, Question
from reread.analyzers.review.provider import ProviderError
from reread.analyzers.review.run.outcome import ReviewRun
from reread.analyzers.review.run.reading import read_answer

_EMPHASES = (
    "",
    "Begin with what can go wrong around each CODE: callers, errors and early returns, steps that fail half-way.",
    "Begin with the data: empty, missing, repeated and very large values, encodings, units, and shared state.",
    "Begin with time and resources: order, concurrency, retries, and what is opened, locked or allocated.",
    "Begin with those who mean harm: what can an outsider reach, choose or repeat that they should not?",
)
"""What each look begins with, so that looks of one model are not the same. At the end of the prompt: what is before it
is the same for all looks, and providers charge less for a beginning that they have seen.
"""

MOST_LOOKS = len(_EMPHASES)

_MOST_SURE = 0.98


class Look(NamedTuple):
    """Whom to ask, and which look it is, from 0. `several`: the same model has other looks, at the same prompt."""

    asker: CachedClient
    number: int
    several: bool = False

    def __str__(self) -> str:
        return f"look {self.number + 1} by {self.asker.lines[0].model}"

    def question(self, question: Question) -> Question:
        """The question of this look; that of the first one is the question itself."""
        if self.several:
            question = question._replace(shared=len(question.prompt.user))
        if not self.number:
            return question
        suffix = f"\0look {self.number + 1}"
        return question._replace(
            prompt=question.prompt._replace(user=f"{question.prompt.user}\n\n{_EMPHASES[self.number]}"),
            identity=question.identity and question.identity + suffix,
            similar_identity=question.similar_identity and question.similar_identity + suffix,
        )

    def knows(self, units: Sequence[UnitQuestion]) -> list[UnitQuestion]:
        """The units that the cache answers for this look; nothing is entered into the ledger."""
        return [unit for unit in units if self.asker.cached_for_plan(self.question(unit.question)) is not None]


class LookResult(NamedTuple):
    """The findings of a look at units, by their places. `cached`: it asked nothing; `missing` are the places of units
    of which the answer is not whole.
    """

    findings: dict[int, list[ModelFinding]]
    cached: bool
    missing: frozenset[int]


class Agreed(NamedTuple):
    """A finding as the surest look worded it, and how many of the looks have it."""

    finding: ModelFinding
    votes: int


def looks_of(asker: CachedClient, number: int) -> list[Look]:
    """So many looks by the first model, and one by each of the panel."""
    return [
        *(Look(asker, each, number > 1) for each in range(number)),
        *(Look(asker.by(line), 0) for line in asker.panel),
    ]


async def ask(
    look: Look,
    run: ReviewRun,
    units: Sequence[UnitQuestion],
    together: Callable[[Sequence[UnitQuestion]], Question | None],
) -> LookResult:
    """The result of a look at units. What goes wrong is noted in the run, and takes nothing from what was whole.

    `together` makes one question of several units, or None if each needs its own.
    """
    said: dict[int, list[ModelFinding]] = {unit.place: [] for unit in units}
    unknown = []
    for unit in units:
        kept = look.asker.cached(look.question(unit.question))
        if kept is None:
            unknown.append(unit)
        else:
            await read_answer(look.asker, unit.question, kept, said[unit.place].append)
    missing: set[int] = set()
    joint = together(unknown) if unknown else None
    groups: list[Sequence[UnitQuestion]] = [unknown] if joint is not None else [[unit] for unit in unknown]
    for group in groups:
        if run.left(look.asker):
            missing |= {unit.place for unit in group}
            continue
        question = joint if joint is not None and group is unknown else group[0].question
        try:
            await _requested(look, run, group, question, said)
        except ProviderError as error:
            run.answered(look.asker, error)
            if run.asks_alone(look.asker, group, error):
                said |= {unit.place: [] for unit in group}
                groups += ([unit] for unit in group)
                continue
            missing |= {unit.place for unit in group}
            run.went_wrong(group, error, f"{look}, {group[0].subject}", look.asker)
    return LookResult(said, not unknown, frozenset(missing))


async def _requested(
    look: Look,
    run: ReviewRun,
    units: Sequence[UnitQuestion],
    question: Question,
    said: dict[int, list[ModelFinding]],
) -> None:
    """Ask about units, and keep the answer for each of them; raises ProviderError, with what was whole in `said`."""

    def found(finding: ModelFinding) -> None:
        unit = owner(units, finding)
        if isinstance(unit, Drop):
            run.dropped(unit)
        else:
            said[unit.place].append(finding)

    answer = await read_answer(look.asker, look.question(question), None, found, run.note)
    run.answered(look.asker)
    for unit in units:
        text = as_answer(said[unit.place], unit.subject.relative)
        look.asker.store(look.question(unit.question), answer._replace(text=text))


def agreed(unit: UnitQuestion, placed: Sequence[tuple[int, ModelFinding, Finding]]) -> list[Agreed]:
    """The findings of several looks at a unit, those of the same place and meaning as one.

    `placed` has the number of the look with each finding. Agreement raises confidence as independent looks do: what is
    left of the doubt is the product of the doubts.
    """
    groups: list[list[tuple[int, ModelFinding, Finding]]] = []
    for entry in placed:
        same = next((group for group in groups if is_similar(group[0][2], entry[2], unit.subject.document)), None)
        if same is None:
            groups.append([entry])
        else:
            same.append(entry)
    return [_merged(group) for group in groups]


def _merged(group: Sequence[tuple[int, ModelFinding, Finding]]) -> Agreed:
    surest: dict[int, float] = {}
    for look, said, _ in group:
        surest[look] = max(said.confidence, surest.get(look, 0.0))
    best = max((said for _, said, _ in group), key=lambda said: said.confidence)
    confidence = max(best.confidence, min(_MOST_SURE, 1 - prod(1 - each for each in surest.values())))
    return Agreed(best.model_copy(update={"confidence": confidence}), len(surest))
