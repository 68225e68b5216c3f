"""The judge of `reread eval --judge`: its settings, its questions, and the cases with its decisions."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from reread.analyzers.review import prompts
from reread.server.cli import writing
from reread.server.cli.progress import Bar
from reread.server.evaluation import stored_answers
from reread.server.evaluation.judging import Decisions, JudgeReport, decided, doubts, reported, sample
from reread.server.evaluation.stored_answers import StoredAnswers
from reread.server.evaluation.values import Judged
from reread.server.settings import Settings


class JudgedCases(NamedTuple):
    """The cases of a variant with the judge's decisions, and its report; None without a judge."""

    cases: list[Judged]
    report: JudgeReport | None = None


class JudgeLimits(NamedTuple):
    """How many questions are asked at once, and the money that is left for them (US dollars; None: no limit)."""

    at_once: int
    budget: float | None


def settings_of_judge(settings: Settings, model: str | None) -> Settings:
    """The settings with one model alone, so that the report can name who judged, and without the limits of a review:
    all decisions together are one run.
    """
    review = msgspec.structs.replace(settings.review, fallback=(), panel=(), tokens_per_run=0, cost_per_run=0.0)
    if model:
        review = msgspec.structs.replace(review, model=model)
    return msgspec.structs.replace(settings, review=review)


def judged(
    variants: Sequence[list[Judged]], settings: Settings, workspace: str, limits: JudgeLimits, *, quiet: bool
) -> tuple[list[JudgedCases], bool]:
    """The cases of all variants with the decisions of one judge, and whether it answered all questions."""
    from reread.server.generation import judge

    asked = [*(each.doubt for each in sample()), *(doubt for cases in variants for doubt in doubts(cases))]
    place = judge.JudgePlace(workspace, StoredAnswers(workspace).requests)
    with Bar("Judging", quiet=quiet) as bar:
        decisions = asyncio.run(
            judge.decisions(asked, settings, place, at_once=limits.at_once, budget=limits.budget, on_answer=bar.at)
        )
    for problem in dict.fromkeys(each.problem for each in decisions.values() if each.failed):
        writing.say(f"the judge did not decide all: {problem}")
    return [_of_variant(cases, settings, decisions) for cases in variants], not any(
        each.failed for each in decisions.values()
    )


def _of_variant(cases: list[Judged], settings: Settings, decisions: Decisions) -> JudgedCases:
    after = [decided(each, decisions) for each in cases]
    model = stored_answers.model_of(settings.review)
    return JudgedCases(after, reported(model, prompts.JUDGE, cases, after, decisions))
