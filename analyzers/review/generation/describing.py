"""Asks a model which of the known defects of a change a remark describes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers.review import prompts
from reread.analyzers.review.ask.cached_client import Answer, Question
from reread.analyzers.review.generation.forms import DESCRIBED_SCHEMA, Described
from reread.analyzers.review.generation.prompting import Material, NothingGeneratedError, QuestionForm, question, read
from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.prompts import Section

_JUDGE = QuestionForm("judge", prompts.JUDGE, DESCRIBED_SCHEMA, "number")

_SHORTEST_QUOTE = 12
"""Characters. A word or two are in any text."""


class DescriptionQuestion(NamedTuple):
    """Which of some `defects`, each of them why it is one, a `remark` describes; `sent` is the question to a model."""

    remark: str
    defects: tuple[str, ...]
    sent: Question
    redactor: Redactor

    def chosen(self, answer: Answer) -> int | None:
        """The defect by its place, from 0; None for none of them.

        Raises NothingGeneratedError for what decides nothing: an answer out of form, a number that no defect has, or a
        choice without words of the remark that say so.
        """
        said = read(answer, _JUDGE, Described)
        if said.number == 0:
            return None
        if not 0 < said.number <= len(self.defects):
            raise NothingGeneratedError("the model's answer names no defect")
        quote, remark = _plain(self.redactor.restore(said.quote)), _plain(self.remark)
        if not quote or quote not in remark or len(quote) < min(_SHORTEST_QUOTE, len(remark)):
            raise NothingGeneratedError("the model's answer has no quote of the remark")
        return said.number - 1


def description_question(folder: str, remark: str, defects: Sequence[str], personal: Personal) -> DescriptionQuestion:
    """The question about a remark on code of a workspace folder."""
    sections = (
        *(Section("DEFECT", why, {"number": str(number)}) for number, why in enumerate(defects, 1)),
        Section("REMARK", remark),
    )
    material = Material(folder, sections, Redactor(personal))
    return DescriptionQuestion(remark, tuple(defects), question(_JUDGE, material), material.redactor)


def _plain(text: str) -> str:
    """The text with single blanks, which a model may have quoted otherwise."""
    return " ".join(text.split())
