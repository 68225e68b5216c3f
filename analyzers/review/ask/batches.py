"""Groups small related units into one request, so that shared context is sent once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.review.answer.anchor import Miss, locate
from reread.analyzers.review.answer.ranking import Drop
from reread.analyzers.review.answer.schema import ModelFinding
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.evidence import Gather
from reread.analyzers.review.ask.guidelines import PLACE, pieces
from reread.analyzers.review.ask.questions import joint_question, review_question, within
from reread.analyzers.review.ask.sections import secrets_of
from reread.analyzers.review.change.intent import NO_INTENT, Intent
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.tokens import estimate

_SMALL = 1_500
"""Tokens. A larger unit is asked about alone: what it would share is little beside it."""

_LARGEST = 4_000
"""Tokens of all units of a request."""

_MORE_CONTEXT = 0.125
"""How much of the context of one unit there is for each further one: models review worse the more they are shown."""


class UnitQuestion(NamedTuple):
    """A unit with what its review is made of. `place` is its number in the review.

    The question is that about the unit alone, and what the answer is kept under, whatever it is asked together with.
    `others` are other parts of the change that were shown with the unit by the look at the change as a whole.
    """

    place: int
    subject: Subject
    context: Sequence[ContextPiece]
    question: Question
    redactor: Redactor
    others: tuple[ContextPiece, ...] = ()

    @property
    def shown(self) -> list[ContextPiece]:
        """The pieces of the context that there was room for in the question, and other parts of the change."""
        sent = {(piece.path, piece.first_line) for piece in self.question.context}
        return [*(piece for piece in self.context if (piece.path, piece.start_line) in sent), *self.others]


def question_of(
    place: int,
    subject: Subject,
    context: Sequence[ContextPiece],
    settings: ReviewSettings,
    intent: Intent = NO_INTENT,
) -> UnitQuestion:
    """The unit with the question about it. The team's guidelines come first, and take no room from the context."""
    redactor = Redactor(subject.personal)
    written = pieces(subject.guidelines)
    context = [*written, *context]
    room = settings.context_tokens + _size(written)
    question = review_question(subject, context, room, redactor, intent)
    return UnitQuestion(place, subject, context, question, redactor)


def with_evidence(unit: UnitQuestion, gather: Gather | None, settings: ReviewSettings) -> UnitQuestion:
    """The unit, with what may be looked up for the question about it."""
    if gather is None or settings.evidence != "always":
        return unit
    evidence = gather(unit.redactor, unit.subject.personal)
    return unit._replace(question=unit.question._replace(evidence=evidence))


class Packer:
    """Takes units in order, and returns those that make up a request as soon as it is full.

    Together are small units of one folder. Not among them are those with secrets: placeholders belong to one request.
    """

    def __init__(self, settings: ReviewSettings) -> None:
        self._most_units = settings.parts_per_request
        # A local model with little room must not get its request cut.
        self._most_tokens = min(_LARGEST, settings.ollama_context_size // 4)
        self._open: list[UnitQuestion] = []
        self._tokens = 0

    def add(self, unit: UnitQuestion) -> list[list[UnitQuestion]]:
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

    def rest(self) -> list[list[UnitQuestion]]:
        """The request that is not full, if there is one."""
        batch, self._open, self._tokens = self._open, [], 0
        return [batch] if batch else []


def tokens_of(subject: Subject) -> int:
    """Tokens of the unit as it is and as it was."""
    start, end = subject.unit.span
    return estimate(subject.document.text[start:end]) + estimate(subject.unit.old_text or "")


def together(
    units: Sequence[UnitQuestion], settings: ReviewSettings, intent: Intent = NO_INTENT, gather: Gather | None = None
) -> Question | None:
    """The question about units in one request; None if they need separate requests."""
    if len(units) == 1:
        return units[0].question
    subjects = [unit.subject for unit in units]
    written = {piece.text: piece for unit in units for piece in unit.context if piece.path == PLACE}
    question = joint_question(subjects, _shared(units, settings.context_tokens + _size(written.values())), intent)
    if question is None or gather is None or settings.evidence != "always":
        return question
    redactor = Redactor(subjects[0].personal)
    for subject in subjects:
        redactor.learn(secrets_of(subject.document, subject.personal))
    return question._replace(evidence=gather(redactor, subjects[0].personal))


def _size(shown: Iterable[ContextPiece]) -> int:
    return sum(estimate(piece.text) for piece in shown)


def owner(units: Sequence[UnitQuestion], said: ModelFinding) -> UnitQuestion | Drop:
    """The unit that a finding of an answer about several is about: the one it names, or else the only one with its
    quote. A wrong number is not a place.
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


def _related(one: UnitQuestion, other: UnitQuestion) -> bool:
    return posixpath.dirname(one.subject.relative) == posixpath.dirname(other.subject.relative)


def _shared(units: Sequence[UnitQuestion], tokens: int) -> tuple[ContextPiece, ...]:
    """The best context of each unit first, then the second of each and so on; what is under review is no context."""
    own = [within(unit.context, tokens) for unit in units]
    ranked = [pieces[rank] for rank in range(max(map(len, own))) for pieces in own if rank < len(pieces)]
    found: dict[tuple[str, int], ContextPiece] = {}
    for piece in ranked:
        found.setdefault((piece.path, piece.start_line), piece)
    room = int(tokens * (1 + _MORE_CONTEXT * (len(units) - 1)))
    return within([piece for piece in found.values() if not _under_review(piece, units)], room)


def _under_review(piece: ContextPiece, units: Iterable[UnitQuestion]) -> bool:
    last = piece.start_line + piece.text.rstrip("\n").count("\n")
    return any(
        piece.path == code.path and code.first_line <= piece.start_line and last <= code.last_line
        for unit in units
        for code in unit.question.code
    )
