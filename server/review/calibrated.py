"""Applies the calibration of the model to its confidences: the share of such findings that is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from reread.analyzers.findings import Finding, OwnConfidence
from reread.analyzers.review.availability import chain, panel
from reread.analyzers.review.settings import ReviewSettings
from reread.server.evaluation import calibration, fits, stored_answers
from reread.server.evaluation.fits import Fit


class Calibrated(NamedTuple):
    """The settings with the threshold of the model's own confidence; `shown` gives a finding with its precision in the
    place of that, and keeps the model's own. `note` says in one line why it is not what was wanted, or "".
    """

    options: ReviewSettings
    shown: Callable[[Finding], Finding]
    note: str = ""


def calibrated(options: ReviewSettings) -> Calibrated:
    """By the precision that the settings want; without one, or without a calibration, confidences are the model's own.

    Where no confidence has that precision, only the surest findings are shown.
    """
    made = _made_by(options)
    if options.precision is None:
        return Calibrated(options, made)
    model = stored_answers.model_of(options)
    fit = fits.load(model, stored_answers.prompt_versions())
    if fit is None:
        note = f"there is no calibration of {model} with these prompts (`reread eval --calibrate` makes one)"
        return Calibrated(options, made, f"review.precision is left out: {note}")
    threshold = fit.threshold(options.precision)
    if threshold is not None:
        return Calibrated(_from(options, threshold), _shown_by(fit, made))
    surest = fit.steps[-1]
    reached = f"only {surest.precision:.2f}"
    note = f"no finding of {model} has a precision of {options.precision:g} by its calibration, {reached}"
    return Calibrated(_from(options, surest.confidence), _shown_by(fit, made), note)


def _from(options: ReviewSettings, threshold: float) -> ReviewSettings:
    return msgspec.structs.replace(options, minimum_confidence=threshold)


def _made_by(options: ReviewSettings) -> Callable[[Finding], Finding]:
    """Notes the model's own confidence in a finding, where it is known who made it: only one model is asked."""
    if len(chain(options)) + len(panel(options)) > 1:
        return lambda finding: finding
    model, prompts = stored_answers.model_of(options), stored_answers.prompt_versions()
    return lambda finding: finding._replace(own_confidence=OwnConfidence(finding.confidence, model, prompts))


def _shown_by(fit: Fit, made: Callable[[Finding], Finding]) -> Callable[[Finding], Finding]:
    def shown(finding: Finding) -> Finding:
        precision = calibration.calibrated(fit.steps, finding.confidence)
        finding = made(finding)
        return finding if precision is None else finding._replace(confidence=round(precision, 3))

    return shown
