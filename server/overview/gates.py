"""Conditions on the health of folders that fail a run: `health:core>=B`, `health:core>=70`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reread.server.overview.health import GRADES, grade

_GATE = re.compile(r"health:(.+?)>=([A-E]|\d{1,3}(?:\.\d+)?)\Z")


class Gate(NamedTuple):
    """`least` is a score from 0 to 100; `folder` is "*" for every folder."""

    folder: str
    least: float
    text: str


def parse(text: str) -> Gate:
    """The condition that a text says. Raises ValueError with a line for the user."""
    found = _GATE.match(text.replace(" ", ""))
    if found is None:
        raise ValueError(f"{text!r} is no gate such as 'health:core>=B' or 'health:*>=70'")
    letter = dict(GRADES).get(found[2])
    return Gate(found[1].rstrip("/") or ".", float(found[2]) if letter is None else letter, text)


def failures(gates: tuple[Gate, ...], scores: Mapping[str, float]) -> list[str]:
    """A line for each folder that does not come up to a gate, or that has no code."""
    lines = []
    for gate in gates:
        if gate.folder == "*" and not scores:
            lines.append(f"{gate.text}: there is no code in this folder")
        folders = scores if gate.folder == "*" else {gate.folder: scores.get(gate.folder)}
        for folder, score in folders.items():
            if score is None:
                lines.append(f"{gate.text}: there is no code in {folder}")
            elif score < gate.least:
                lines.append(f"{gate.text}: {folder} has {score:g} ({grade(score)})")
    return lines
