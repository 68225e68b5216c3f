"""Asks a model about the leads of a unit: hints of rules in its code that only more context can decide."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reread.analyzers.findings import Finding
from reread.analyzers.review import prompts
from reread.analyzers.review.answer.schema import LEADS_SCHEMA
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.ask.questions import short_question
from reread.analyzers.review.prompts import Section
from reread.analyzers.text import Document

_MOST_LINES = 6
_MOST_STEPS = 12


def lead_question(unit: UnitQuestion) -> Question:
    """All leads of a unit in one question, with the context that its review is shown.

    The question is the same as long as that of the review and the leads are.
    """
    document = unit.subject.document
    sections = [
        Section("QUESTION", "\n\n".join(_parts(finding, document)), {"number": str(number)})
        for number, finding in enumerate(unit.subject.leads, 1)
    ]
    review = unit.question
    identity = repr((review.identity, [section.text for section in sections])) if review.identity else ""
    return short_question(
        "leads", prompts.LEADS, LEADS_SCHEMA, unit.subject, unit.shown, sections, unit.redactor.copy(), identity
    )


def _parts(finding: Finding, document: Document) -> Iterator[str]:
    yield finding.message
    yield f"It is about these lines:\n{_marked_lines(finding, document)}"
    steps = [
        f"{os.path.basename(each.path)}: {each.message}: {_line(document, each.line)}"
        if each.path == document.path
        else f"{os.path.basename(each.path)}: {each.message}"
        for each in finding.related[:_MOST_STEPS]
        if each.flow
    ]
    if steps:
        yield "The value goes through these steps:\n" + "\n".join(steps)


def _marked_lines(finding: Finding, document: Document) -> str:
    lines, span = document.lines, finding.span
    first, last = lines.line_of(span.start), lines.line_of(max(span.start, span.end - 1))
    return "\n".join(_line(document, line) for line in range(first, min(last + 1, first + _MOST_LINES)))


def _line(document: Document, line: int) -> str:
    return document.text[slice(*document.lines.line_span(line))].strip()
