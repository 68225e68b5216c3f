"""Which units are asked about in one request: small ones that belong together, so that what they share is sent once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.review.answer.anchor import Miss, locate
from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.questions import joint_question, review_question, within
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.tokens import estimate

_SMALL = 1_500
"""Tokens. A larger unit is asked about alone: what it would share is little beside it."""

_LARGEST = 4_000
"""Tokens of all units of a request."""

_MORE_CONTEXT = 0.125
"""How much of the context of one unit there is for each further one: models review worse the more they are shown."""


class Asked(NamedTuple):
    """A unit with what its review is made of. `place` is its number in the review.

    The question is that about the unit alone, and what the answer is kept under, whatever it is asked together with.
    """

    place: int
    subject: Subject
    context: Sequence[ContextPiece]
    question: Question
    redactor: Redactor

    @property
    def shown(self) -> list[ContextPiece]:
        """The pieces of the context that there was room for in the question."""
        sent = {(piece.path, piece.first_line) for piece in self.question.context}
        return [piece for piece in self.context if (piece.path, piece.start_line) in sent]


def asked_of(place: int, subject: Subject, context: Sequence[ContextPiece], settings: ReviewSettings) -> Asked:
    """The unit with the question about it."""
    redactor = Redactor(subject.personal)
    question = review_question(subject, context, settings.context_tokens, redactor)
    return Asked(place, subject, context, question, redactor)


class Packer:
    """Is given units in order, and hands out those that make up a request as soon as it is full.

    Together are small units of one folder. Not among them are those with secrets: placeholders belong to one request.
    """

    def __init__(self, settings: ReviewSettings) -> None:
        self._most_units = settings.parts_per_request
        # A local model with little room must not get its request cut.
        self._most_tokens = min(_LARGEST, settings.ollama_context_size // 4)
        self._open: list[Asked] = []
        self._tokens = 0

    def add(self, unit: Asked) -> list[list[Asked]]:
        """The requests that are full with this unit, or by it."""
        size = tokens_of(unit.subject)
        if self._most_units == 1 or size > _SMALL or unit.question.placeholders:
            return [[unit]]
        full = []
        if self._open and (not _related(self._open[-1], unit) or self._tokens + size > self._most_tokens):
            full = self.rest()
        self._open.append(unit)
        self._tokens += size
        return [*full, *self.rest()] if len(self._open) == self._most_units else full

    def rest(self) -> list[list[Asked]]:
        """The request that is not full, if there is one."""
        batch, self._open, self._tokens = self._open, [], 0
        return [batch] if batch else []


def tokens_of(subject: Subject) -> int:
    """Tokens of the unit as it is and as it was."""
    start, end = subject.unit.span
    return estimate(subject.document.text[start:end]) + estimate(subject.unit.old_text or "")


def together(units: Sequence[Asked], settings: ReviewSettings) -> Question | None:
    """What is asked about units in one request; None where they must be asked about one by one."""
    if len(units) == 1:
        return units[0].question
    return joint_question([unit.subject for unit in units], _shared(units, settings.context_tokens))


def owner(units: Sequence[Asked], said: ModelFinding) -> Asked | Drop:
    """The unit that a finding of an answer about several is about: the one it names, or else the only one with its
    quote. A wrong number is no place.
    """
    if len(units) == 1:
        return units[0]
    if 1 <= said.unit <= len(units):
        return units[said.unit - 1]
    having = [unit for unit in units if _has(unit.subject, said.quote)]
    if len(having) == 1:
        return having[0]
    return Drop.QUOTE_AMBIGUOUS if having else Drop.QUOTE_MISSING


def _has(subject: Subject, quote: str) -> bool:
    return locate(subject.document, subject.unit.span, quote) is not Miss.MISSING


def _related(one: Asked, other: Asked) -> bool:
    return posixpath.dirname(one.subject.relative) == posixpath.dirname(other.subject.relative)


def _shared(units: Sequence[Asked], tokens: int) -> tuple[ContextPiece, ...]:
    """The best context of each unit first, then the second of each and so on; what is under review is no context."""
    own = [within(unit.context, tokens) for unit in units]
    ranked = [pieces[rank] for rank in range(max(map(len, own))) for pieces in own if rank < len(pieces)]
    found: dict[tuple[str, int], ContextPiece] = {}
    for piece in ranked:
        found.setdefault((piece.path, piece.start_line), piece)
    room = int(tokens * (1 + _MORE_CONTEXT * (len(units) - 1)))
    return within([piece for piece in found.values() if not _under_review(piece, units)], room)


def _under_review(piece: ContextPiece, units: Iterable[Asked]) -> bool:
    last = piece.start_line + piece.text.rstrip("\n").count("\n")
    return any(
        piece.path == code.path and code.first_line <= piece.start_line and last <= code.last_line
        for unit in units
        for code in unit.question.code
    )
