""" "Fix this with the model": asks for edits that solve a finding, and verifies them."""

from __future__ import annotations

from typing import NamedTuple

from reread.analyzers.findings import Finding, Fix
from reread.analyzers.fixes import Check
from reread.analyzers.review.answer import read_fix
from reread.analyzers.review.asking import Answer, Asker
from reread.analyzers.review.definitions import definitions
from reread.analyzers.review.edits import EditError
from reread.analyzers.review.judging import verified_fix
from reread.analyzers.review.markdown import one_line
from reread.analyzers.review.personal import NOTHING, Personal
from reread.analyzers.review.provider import ProviderError, Stop
from reread.analyzers.review.questions import Subject, fix_question
from reread.analyzers.review.redact import Redactor
from reread.analyzers.review.units import ReviewUnit
from reread.analyzers.text import Document, Span

_LINES_AROUND = 30
_ROUNDS = 2
"""The first attempt, and one more with the verifier's objection."""


class FixAttempt(NamedTuple):
    """A verified fix, or one line why there is none."""

    fix: Fix | None
    problem: str


async def fix_finding(
    asker: Asker,
    folder: str,
    relative: str,
    document: Document,
    finding: Finding,
    check: Check | None,
    private: Personal = NOTHING,
) -> FixAttempt:
    """Ask for a fix of a finding, of whatever source. Failures of the provider become the problem's line."""
    subject = Subject(folder, relative, document, unit_around(document, finding.span), private)
    rejected = ""
    for _ in range(_ROUNDS):
        redactor = Redactor(subject.personal)
        question = fix_question(subject, finding, rejected, redactor)
        try:
            answer = asker.cached(question) or await asker.ask(question, _ignore)
        except ProviderError as error:
            return FixAttempt(None, str(error))
        attempt = _judged(subject, finding, answer, redactor, check)
        if isinstance(attempt, FixAttempt):
            if attempt.fix is not None:
                asker.keep(question, answer)
            return attempt
        rejected = str(attempt)
    return FixAttempt(None, f"the model's fix was not offered: {rejected}")


def _judged(
    subject: Subject, finding: Finding, answer: Answer, redactor: Redactor, check: Check | None
) -> FixAttempt | EditError:
    """The end of the attempt, or the objection that a second round can be tried with."""
    if answer.stop is Stop.LENGTH:
        return FixAttempt(None, "the model's answer was cut at review.max-output-tokens")
    said = read_fix(answer.text)
    if said is None:
        return FixAttempt(None, "the model's answer is not in the form that was asked for")
    explanation = one_line(redactor.restore(said.explanation))
    if not said.edits:
        return FixAttempt(None, f"the model proposes no fix{': ' + explanation if explanation else ''}")
    title = one_line(f"Fix with the model: {explanation or finding.rule}")
    try:
        return FixAttempt(verified_fix(subject, said.edits, title, redactor, check, finding), "")
    except EditError as error:
        return error


def unit_around(document: Document, span: Span) -> ReviewUnit:
    """What to show for a fix at a place: the definition that it is in, or else some lines around it."""
    lines = document.lines
    at, to = lines.line_of(span.start), lines.line_of(span.end)
    first, last = max(0, at - _LINES_AROUND), min(lines.count - 1, to + _LINES_AROUND)
    name = ""
    for entry in definitions(document).leaves:
        if entry.first <= at and to < entry.end:
            name, first, last = entry.name, entry.first, entry.end - 1
    whole = Span(lines.starts[first], lines.line_span(last).end)
    return ReviewUnit(name, whole, (whole,), None)


def _ignore(text: str) -> None:
    """A fix is of no use before it is whole."""
