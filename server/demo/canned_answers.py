"""The answers of the canned model: it recognizes the sample's code in a prompt, and finds nothing in any other."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from typing import Any, NamedTuple

_SECTION = re.compile(r"^<<<([A-Z]+) ([0-9a-f]{12})([^\n]*)>>>\n(.*?)\n<<<END \2>>>$", re.DOTALL | re.MULTILINE)
_UNIT = re.compile(r' unit="(\d+)"')
_ENDINGS = {
    "Is the REMARK real?": "refutation",
    "Fix the problem.": "fix",
    "Which changes deserve a review?": "triage",
    "Review the change as a whole.": "whole change",
    "Review the change in each CODE.": "review",
}


class CannedAnswer(NamedTuple):
    """What was asked for ("review", "refutation", "fix", "triage", "whole change", "other"), and the answer.

    `about` is the title of the finding that a refutation is about, "" otherwise.
    """

    kind: str
    about: str
    content: dict[str, Any]

    @property
    def text(self) -> str:
        return json.dumps(self.content)


def answer(prompt: str) -> CannedAnswer:
    """The answer to a prompt."""
    kind = next((kind for ending, kind in _ENDINGS.items() if prompt.endswith(ending)), "other")
    sections = [(match[1], match[3], match[4]) for match in _SECTION.finditer(prompt)]
    if kind == "refutation":
        entry = _known("title", _text("REMARK", sections))
        unsure = {"reason": "This is not in the sample.", "verdict": "unclear", "confidence": 0.5}
        return CannedAnswer(kind, entry["finding"]["title"] if entry else "", entry["refutation"] if entry else unsure)
    if kind == "fix":
        entry = _known("message", _text("PROBLEM", sections)) or {}
        nothing = {"explanation": "This is not in the sample.", "edits": []}
        return CannedAnswer(kind, "", entry.get("second_fix", nothing))
    units = [(_number(attributes), text) for name, attributes, text in sections if name == "CODE"]
    found = [{"unit": number, **finding} for number, text in units for finding in _findings(text)]
    if kind == "triage":
        worth = {finding["unit"] for finding in found}
        verdicts = [{"unit": number, "reason": "", "review": number in worth} for number, _ in units]
        return CannedAnswer(kind, "", {"units": verdicts})
    return CannedAnswer(kind, "", {"findings": found if kind == "review" else []})


@cache
def _entries() -> list[dict[str, Any]]:
    import yaml

    with open(os.path.join(os.path.dirname(__file__), "answers.yaml"), encoding="utf-8") as file:
        entries: list[dict[str, Any]] = yaml.safe_load(file)
    return entries


def _findings(code: str) -> list[dict[str, Any]]:
    lines = code.splitlines()
    return [entry["finding"] for entry in _entries() if entry["finding"]["quote"] in lines]


def _known(field: str, text: str) -> dict[str, Any] | None:
    """The entry whose finding has these words in the text."""
    return next((entry for entry in _entries() if entry["finding"][field] in text), None)


def _text(name: str, sections: list[tuple[str, str, str]]) -> str:
    return next((text for found, _, text in sections if found == name), "")


def _number(attributes: str) -> int:
    found = _UNIT.search(attributes)
    return int(found[1]) if found else 1
