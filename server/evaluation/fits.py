"""Calibrations from evaluations, stored in the user's state by model and prompt versions."""

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
    """A calibration and its data: `dataset` is the path, `findings` the number of findings."""

    model: str
    prompts: tuple[str, ...]
    dataset: str
    findings: int
    steps: tuple[Step, ...]

    def threshold(self, precision: float) -> float | None:
        """The least confidence from which on findings are right with this precision; None if there is none."""
        return next((step.confidence for step in self.steps if step.precision >= precision), None)


def fit(model: str, prompts: tuple[str, ...], dataset: str, samples: Sequence[Sample]) -> Fit | None:
    """The calibration from findings of one model; None from too few."""
    if len(samples) < FEWEST:
        return None
    return Fit(model, prompts, dataset, len(samples), fitted(samples))


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
