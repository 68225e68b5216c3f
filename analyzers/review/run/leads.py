"""Leads: hints of rules that a model confirms or refutes.

A confirmed lead needs a quote of the unit's code and the case in which it fails, a refuted one a quote of what was
shown. Everything else leaves the hint as it is: no answer, a doubtful one, or a failed request.
"""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.review.answer.anchor import Anchor, locate
from reread.analyzers.review.answer.answer import read_object
from reread.analyzers.review.answer.schema import LeadAnswer, LeadAnswers
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.lead_questions import lead_question
from reread.analyzers.review.provider import NonsenseError, ProviderError
from reread.analyzers.review.run.outcome import AnsweredLead, ReviewRun
from reread.analyzers.review.run.triage import complaint
from reread.analyzers.shown.lines import line

_LEAST_CONFIDENCE = 0.7
"""How sure a model must be of a verdict that moves a rule's finding up or takes it away."""

_UNDECIDED = "hints of rules were not decided"


async def answered(asker: CachedClient, run: ReviewRun, unit: UnitQuestion) -> list[AnsweredLead]:
    """The leads of a unit that a model decides. A failure is noted, and takes nothing from the review."""
    if run.stopped or run.goes_without(_UNDECIDED):
        return []
    question = lead_question(unit)
    try:
        answer = asker.cached(question) or await asker.ask(question, lambda text: None, run.note)
        read = read_object(answer.text, "answers", LeadAnswers)
        if read is None:
            raise NonsenseError(complaint(answer))
    except ProviderError as error:
        run.go_without(error, _UNDECIDED)
        return []
    asker.store(question, answer)
    return _decided(unit, read.answers)


def _decided(unit: UnitQuestion, answers: Sequence[LeadAnswer]) -> list[AnsweredLead]:
    numbers = [each.question for each in answers]
    # Said twice of the same lead: neither counts.
    single = {each.question: each for each in answers if numbers.count(each.question) == 1}
    decided = []
    for number, finding in enumerate(unit.subject.leads, 1):
        said = single.get(number)
        words = _words(unit, said) if said is not None else ""
        if said is not None and words:
            decided.append(AnsweredLead(unit.subject, finding, said.verdict == "real", words))
    return decided


def _words(unit: UnitQuestion, said: LeadAnswer) -> str:
    """What is shown of a verdict; "" for one that decides nothing.

    It is kept on disk, so placeholders of secrets stay in it.
    """
    if said.verdict == "unclear" or said.confidence < _LEAST_CONFIDENCE:
        return ""
    quote = unit.redactor.restore(said.quote)
    if said.verdict == "real":
        return line(said.failure) if _is_in_unit(unit, quote) else ""
    return line(said.reason) if _is_shown(unit, quote) else ""


def _is_in_unit(unit: UnitQuestion, quote: str) -> bool:
    return isinstance(locate(unit.subject.document, unit.subject.unit.span, quote), Anchor)


def _is_shown(unit: UnitQuestion, quote: str) -> bool:
    """Whether a quote is of whole lines of the unit or its context, whatever their white space."""
    start, end = unit.subject.unit.span
    texts = (unit.subject.document.text[start:end], *(piece.text for piece in unit.shown))
    shown = {"".join(line.split()) for text in texts for line in text.splitlines()}
    wanted = {"".join(line.split()) for line in quote.splitlines()} - {""}
    return bool(wanted) and wanted <= shown
