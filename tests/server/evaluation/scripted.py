"""Models of known quality: they know the data set, and say of it what they are told to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reread.server.evaluation.values import AnnotatedLines, Annotation, Case
from tests.standin import reviewer

Say = Callable[[Case, int, Annotation], float]
"""The confidence with which a model reports an annotation of a case; 0 is silence."""

_CODE = re.compile(
    r'^<<<CODE ([0-9a-f]{12}) unit="(\d+)" path="([^"]+)"[^\n]*>>>\n(.*?)\n<<<END \1>>>$', re.DOTALL | re.MULTILINE
)


class Scripted:
    """Answers reviews: annotations by `say`, and for each unit what `besides` gives: lines with a confidence."""

    def __init__(
        self,
        cases: Iterable[Case],
        say: Say = lambda case, number, annotation: 0.9,
        besides: Callable[[str], Iterator[tuple[str, float]]] = lambda code: iter(()),
    ) -> None:
        self._say = say
        self._besides = besides
        self._by_line: dict[tuple[str, str], list[tuple[Case, int, Annotation, str]]] = {}
        for case in cases:
            for number, annotation in enumerate(case.annotations):
                for place in annotation.places:
                    quote = quoted(case, place)
                    entry = (case, number, annotation, quote)
                    self._by_line.setdefault((place.path, quote.splitlines()[0]), []).append(entry)

    def __call__(self, prompt: str) -> str:
        kind = reviewer.kind_of(prompt)
        if kind == "triage":
            units = [{"unit": unit, "reason": "It is one.", "review": True} for unit in reviewer.units(prompt)]
            return json.dumps({"units": units})
        if kind not in ("review", "change"):
            return reviewer.answer(prompt)
        return json.dumps({"findings": list(self._findings(prompt))})

    def _findings(self, prompt: str) -> Iterator[dict[str, Any]]:
        for match in _CODE.finditer(prompt):
            number, path, code = int(match[2]), match[3], match[4]
            said = set()
            for line in code.splitlines():
                for case, place, annotation, quote in self._by_line.get((path, line), ()):
                    confidence = self._say(case, place, annotation)
                    if confidence and quote in code and (case.name, place) not in said:
                        said.add((case.name, place))
                        yield _finding(number, quote, annotation.kind, confidence)
            for line, confidence in self._besides(code):
                yield _finding(number, line, "wrong-result", confidence)


def quoted(case: Case, place: AnnotatedLines) -> str:
    """The lines of a place."""
    return "\n".join(case.after[place.path].splitlines()[place.first - 1 : place.last])


def _finding(unit: int, quote: str, category: str, confidence: float) -> dict[str, Any]:
    return {
        "unit": unit,
        "title": f"{category} in {quote.strip()[:40]}",
        "message": "It goes wrong.",
        "severity": "warning",
        "category": category,
        "confidence": confidence,
        "quote": quote,
        "failure": "f(1) returns 2",
        "why": "It was annotated.",
        "edits": [],
    }
