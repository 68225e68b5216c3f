"""Verdicts on similar code, as examples for a model: few, short, and from several people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.tokens import estimate
from reread.server.known import FEEDBACK, in_force
from reread.server.known.feedback import Event, FeedbackError

MOST_TOKENS = 400
"""Of all examples for a unit together."""

_MOST = 4
_MOST_OF_ONE = 2
"""Of one person, so that nobody alone chooses what a model is shown."""

_LEAST_SHARE = 0.5
"""Of the words and pairs of words of a verdict's code that the unit must have."""

_WORD = re.compile(r"[A-Za-z_]\w*|\d+|[^\w\s]")
_VERDICTS = {"accepted": "Accepted", "dismissed": "Dismissed", "edited": "Accepted, and mended in another way"}


class Example(NamedTuple):
    """A verdict as a piece of context, and the path of the file that it was given in."""

    piece: ContextPiece
    path: str


class Examples:
    """The verdicts in force in a folder, read on first use."""

    def __init__(self) -> None:
        self._events: list[tuple[int, Event, frozenset[str]]] | None = None

    def like(self, subject: Subject) -> list[Example]:
        """The verdicts on code most like that of a unit. Reads files: it belongs into a thread."""
        if self._events is None:
            self._events = list(_known(subject.folder))
        if not self._events:
            return []
        start, end = subject.unit.span
        own = _features(subject.document.text[start:end])
        alike = [(len(words & own) / len(words), number, event) for number, event, words in self._events]
        ranked = sorted((each for each in alike if each[0] >= _LEAST_SHARE), key=lambda each: (-each[0], -each[1]))
        return list(_chosen((number, event) for _, number, event in ranked))


def _known(folder: str) -> Iterator[tuple[int, Event, frozenset[str]]]:
    try:
        events: Sequence[Event] = in_force.verdicts(folder)
    except FeedbackError:
        # Whoever runs rules is told; a review does without examples.
        return
    for number, event in enumerate(events, 1):
        words = _features(event.code)
        if event.verdict in _VERDICTS and event.message and words:
            yield number, event, words


def _chosen(ranked: Iterable[tuple[int, Event]]) -> Iterator[Example]:
    of_each: Counter[str] = Counter()
    room, left = MOST_TOKENS, _MOST
    for number, event in ranked:
        text = _text(event)
        size = estimate(text)
        if not left or of_each[event.who] == _MOST_OF_ONE or size > room:
            continue
        of_each[event.who] += 1
        room, left = room - size, left - 1
        piece = ContextPiece(FEEDBACK.replace("\\", "/"), number, text, "verdict on similar code", text, verdict=True)
        yield Example(piece, event.path)


def _text(event: Event) -> str:
    reason = f": {event.reason}" if event.reason else ""
    return f"{event.code.strip()}\n\nRemark ({event.rule}): {event.message}\n{_VERDICTS[event.verdict]}{reason}"


def _features(text: str) -> frozenset[str]:
    words = _WORD.findall(text)
    return frozenset((*words, *map(" ".join, pairwise(words))))
