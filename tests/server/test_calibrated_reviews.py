"""Reviews by a calibration: the threshold is a precision, and so is the confidence that is shown."""

from __future__ import annotations

import msgspec
import pytest

from reread.analyzers.review.settings import Fallback, ReviewSettings
from reread.server.case_reviews import case_runs
from reread.server.evaluation import fits
from reread.server.evaluation.stored_answers import prompt_versions
from reread.server.evaluation.values import Case
from reread.server.review import stored_reviews
from reread.server.settings import Settings
from tests.server.test_reviewing import TEXT, asked, model, reviewed
from tests.standin import Reply

__all__ = ["model"]

MODEL = "openai/gpt-5-mini"
SAMPLES = [*[(0.5, False)] * 30, *[(0.7, True)] * 15, *[(0.7, False)] * 5, *[(0.9, True)] * 9, (0.9, False)]
"""Right: none at .5, three of four at .7, nine of ten at .9."""


@pytest.fixture
def said(model):
    """Finds the same with three confidences, in three units."""
    model.always(Reply(kind="refute", text='{"reason": "", "verdict": "real", "confidence": 1}'))
    quote = {"quote": TEXT.splitlines()[1], "category": "division-by-zero"}
    model.script(
        Reply(
            kind="review",
            findings=[
                {**quote, "message": f"It fails {each}.", "confidence": each, "category": f"c{each}"}
                for each in (0.5, 0.7, 0.9)
            ],
        )
    )
    return model


def of(precision: float | None) -> Settings:
    return Settings(review=ReviewSettings(precision=precision, profile="pedantic", second_pass=False, triage="off"))


def calibrate(prompts: tuple[str, ...] | None = None) -> None:
    made = fits.measured(MODEL, prompts or prompt_versions(), "golden", SAMPLES)
    assert made is not None and fits.store(made)


@pytest.mark.parametrize(
    ("precision", "shown"), [(0.7, [0.75, 0.9]), (0.9, [0.9]), (0.99, [0.9]), (0.0, [0.0, 0.75, 0.9])]
)
async def test_findings_of_the_wanted_precision_are_shown_with_it(said, precision, shown):
    calibrate()
    outcome = await reviewed(asked(), settings=of(precision))
    assert sorted(finding.confidence for _, finding in outcome.findings) == shown
    assert any("only 0.90" in note for note in outcome.notes) == (precision == 0.99)


@pytest.mark.parametrize("prompts", [None, ("review-0",)], ids=["none", "of other prompts"])
async def test_without_a_calibration_it_says_so_and_the_model_s_own_confidence_counts(said, prompts):
    if prompts is not None:
        calibrate(prompts)
    settings = of(0.7)
    settings = msgspec.structs.replace(settings, review=msgspec.structs.replace(settings.review, profile="quiet"))
    outcome = await reviewed(asked(), settings=settings)
    assert sorted(finding.confidence for _, finding in outcome.findings) == [0.7, 0.9]
    assert any(f"there is no calibration of {MODEL}" in note for note in outcome.notes)


async def test_without_a_wanted_precision_a_calibration_changes_nothing(said):
    calibrate()
    outcome = await reviewed(asked(), settings=of(None))
    assert sorted(finding.confidence for _, finding in outcome.findings) == [0.5, 0.7, 0.9]


async def test_a_finding_keeps_the_model_s_own_confidence(said):
    calibrate()
    outcome = await reviewed(asked(), settings=of(0.7))
    own = [finding.own_confidence for _, finding in outcome.findings]
    assert sorted(own) == [(0.7, MODEL, prompt_versions()), (0.9, MODEL, prompt_versions())]


async def test_where_several_models_are_asked_nobody_is_said_to_have_made_it(said, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "a-key")
    review = msgspec.structs.replace(of(None).review, provider="openai", fallback=(Fallback(provider="anthropic"),))
    outcome = await reviewed(asked(), settings=Settings(review=review))
    assert {finding.own_confidence for _, finding in outcome.findings} == {None}


def test_an_evaluation_measures_the_model_s_own_confidence():
    assert case_runs([Case("mean", "python", {}, {"a.py": TEXT})], of(0.7), 1)[0].settings.review.precision is None


def test_a_review_that_a_calibration_decides_is_not_kept_whole(tmp_path):
    assert stored_reviews.key_of(None, of(0.7), context=True) == ""
