"""How verdicts on similar findings change the confidence of one: within limits, per person and in all.

Two findings are similar by the words of their code and of their messages (Jaccard index of words and pairs of words).
Each verdict pulls by its similarity; all pulls of one person together count at most one, so that nobody can turn a
class of findings alone; and no number of people moves a confidence by more than `LARGEST_CHANGE`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.server.known.feedback import Event

LARGEST_CHANGE = 0.3
LEAST_SIMILARITY = 0.5
_AROUND = 400
"""Characters of a finding's code that are compared."""
_SHARE_OF_CODE = 0.75
_WORD = re.compile(r"[A-Za-z_]\w*|\d+|[^\w\s]")
_PULLS = {"dismissed": -1.0, "accepted": 1.0, "edited": 0.5}


class Influence(NamedTuple):
    """A verdict that a confidence was changed by, and how similar its finding is (0 to 1)."""

    event: Event
    similarity: float


class Verdicts:
    """The verdicts in force, by rule: only findings of the same rule are compared."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_rule: dict[str, list[Event]] = defaultdict(list)
        for each in events:
            if each.verdict in _PULLS:
                self._by_rule[each.rule].append(each)

    def influences(self, rule: str, code: str, message: str) -> list[Influence]:
        """The verdicts that count for a finding, the most similar first."""
        found = [
            Influence(each, similarity((code, message), (each.code, each.message))) for each in self._by_rule[rule]
        ]
        return sorted(
            (each for each in found if each.similarity >= LEAST_SIMILARITY), key=lambda each: -each.similarity
        )

    def confidence(self, before: float, rule: str, code: str, message: str) -> float:
        """The confidence in a finding after the verdicts on similar ones."""
        if not self._by_rule.get(rule):
            return before
        return min(1.0, max(0.0, before + change(self.influences(rule, code, message))))


def code_of(finding: Finding, text: str) -> str:
    """The lines that a finding marks, as far as verdicts compare them."""
    start = max(text.rfind("\n", 0, finding.span.start), text.rfind("\r", 0, finding.span.start)) + 1
    end = text.find("\n", finding.span.end)
    return text[start : end if end >= 0 else len(text)][:_AROUND].strip()


def change(influences: Sequence[Influence]) -> float:
    """By how much verdicts change a confidence, from -LARGEST_CHANGE to LARGEST_CHANGE."""
    pulls: dict[str, float] = defaultdict(float)
    for event, alike in influences:
        pulls[event.who] += _PULLS[event.verdict] * alike
    bounded = sum(max(-1.0, min(1.0, pull)) for pull in pulls.values())
    return LARGEST_CHANGE * math.tanh(bounded)


def similarity(one: tuple[str, str], other: tuple[str, str]) -> float:
    """How similar two findings are, each given as its code and its message: 0 to 1."""
    code, message = (_jaccard(_features(a), _features(b)) for a, b in zip(one, other, strict=True))
    return _SHARE_OF_CODE * code + (1 - _SHARE_OF_CODE) * message


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


@lru_cache(maxsize=4_096)
def _features(text: str) -> frozenset[str]:
    words = _WORD.findall(text)
    return frozenset((*words, *map(" ".join, pairwise(words))))
