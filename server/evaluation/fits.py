"""Calibrations from evaluations and from people's verdicts, stored in the user's state by model and prompt versions."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from reread.analyzers import owned_files, retention
from reread.server.evaluation.calibration import Sample, Step, fitted

FEWEST = 50
"""Findings that a calibration is made from at least: fewer say nothing of shares."""


class Fit(Struct, frozen=True):
    """A calibration and its data: `measured` are the findings of an evaluation of `dataset` (a path, "" for none),
    `verdicts` those that people judged.
    """

    model: str
    prompts: tuple[str, ...]
    dataset: str
    measured: tuple[Sample, ...]
    verdicts: tuple[Sample, ...]
    steps: tuple[Step, ...]

    def threshold(self, precision: float) -> float | None:
        """The least confidence from which on findings are right with this precision; None if there is none."""
        return next((step.confidence for step in self.steps if step.precision >= precision), None)

    def in_words(self) -> str:
        """What it was made from, and from which confidence on findings are right how often."""
        parts = [(len(self.measured), "finding"), (len(self.verdicts), "verdict")]
        made = " and ".join(f"{count:,} {name}{'' if count == 1 else 's'}" for count, name in parts if count)
        from_on = {wanted: self.threshold(wanted) for wanted in (0.7, 0.8, 0.9)}
        words = [
            f"{wanted:.0%} from {'none' if least is None else f'{least:.2f}'}" for wanted, least in from_on.items()
        ]
        return f"kept the calibration of {self.model} from {made}: precision {', '.join(words)} on"


def measured(model: str, prompts: tuple[str, ...], dataset: str, samples: Sequence[Sample]) -> Fit | None:
    """The calibration from findings of an evaluation, and the verdicts that the one before had; None from too few."""
    before = load(model, prompts)
    return _fit(model, prompts, dataset, samples, before.verdicts if before is not None else ())


def judged(model: str, prompts: tuple[str, ...], verdicts: Sequence[Sample]) -> Fit | None:
    """The calibration from people's verdicts, and from the evaluation that the one before had; None from too few.

    Only what is shown gets a verdict, so that alone they say nothing of lower confidences.
    """
    before = load(model, prompts)
    return (
        _fit(model, prompts, before.dataset, before.measured, verdicts)
        if before is not None
        else (_fit(model, prompts, "", (), verdicts))
    )


def _fit(
    model: str, prompts: tuple[str, ...], dataset: str, found: Sequence[Sample], verdicts: Sequence[Sample]
) -> Fit | None:
    samples = [*found, *verdicts]
    if len(samples) < FEWEST:
        return None
    return Fit(model, prompts, dataset, tuple(found), tuple(verdicts), fitted(samples))


def store(made: Fit) -> bool:
    """False if it cannot be written. Replaces what was kept of the same model and prompts."""
    retention.CALIBRATIONS.prune()
    return owned_files.replace(_path(made.model, made.prompts), [msgspec.json.encode(made)])


def load(model: str, prompts: tuple[str, ...]) -> Fit | None:
    """The stored calibration of a model and prompts; None if there is none, or none that can be read."""
    try:
        with open(_path(model, prompts), "rb") as file:
            found = msgspec.json.decode(file.read(), type=Fit) if owned_files.is_own(file) else None
    except (OSError, msgspec.MsgspecError):
        return None
    return found if found is not None and (found.model, found.prompts) == (model, prompts) else None


def _path(model: str, prompts: tuple[str, ...]) -> str:
    name = hashlib.sha256("\0".join((model, *prompts)).encode()).hexdigest()[:32]
    return os.path.join(retention.CALIBRATIONS.place, f"{name}.json")
