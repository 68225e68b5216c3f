"""Builds the question for a fix: the code, its context, the problem, and the result of an earlier attempt."""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.findings import Finding
from reread.analyzers.review import prompts
from reread.analyzers.review.answer.schema import FIX_SCHEMA, ModelEdit
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.questions import question_about
from reread.analyzers.review.ask.sections import code_section, context_section, import_section, redacted, secrets_of
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.proposals import Proposal
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.redact import PREFIX, Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.text import Document

_MOST_LINES_OF_A_FINDING = 30
_OUTPUT = "(output of a tool)"
"""What stands in the audit log in the place of a path."""


def fix_question(
    subject: Subject,
    finding: Finding,
    context: Sequence[ContextPiece],
    rejected: Proposal | None,
    redactor: Redactor,
) -> Question:
    """The question about a finding in the unit. `rejected` is an earlier attempt that did not hold.

    What a tool wrote is not part of the identity of the question: it differs from run to run in times and addresses.
    """
    problem = f"{finding.rule}: {finding.message}\n\nIt is about this:\n{lines_of(subject.document, finding)}"
    sections = [
        *import_section([subject]),
        *map(context_section, context),
        code_section(subject),
        Section("PROBLEM", problem),
    ]
    output = ""
    if rejected is not None and rejected.objection is not None:
        sections.append(Section("REJECTED", _reported(subject, rejected.edits, rejected.objection.reason)))
        output = rejected.objection.output.strip()
    redactor.learn(secrets_of(subject.document, subject.personal))
    sections = redacted(sections, redactor)
    identity = repr([(section.name, section.text, sorted(section.attributes.items())) for section in sections])
    if output:
        # Last: its placeholders must not change those of the rest.
        sections += redacted([Section("OUTPUT", output)], redactor)
    prompt = prompts.render(prompts.FIX, {"secret_prefix": PREFIX}, sections)
    question = question_about("fix", prompt, FIX_SCHEMA, [subject], context, identity, redactor)
    reported = (AuditedPiece(_OUTPUT, 1, output.count("\n") + 1),) if output else ()
    return question._replace(context=(*question.context, *reported))


def _reported(subject: Subject, edits: Sequence[ModelEdit], reason: str) -> str:
    """An attempt in words. Not as JSON: its escapes would hide secrets from those who look for them."""
    reported = [
        f"In {edit.file or subject.relative} the lines\n{edit.search}\nwere to become\n{edit.replace}" for edit in edits
    ]
    return "\n\n".join((*reported, f"This did not hold: {reason}"))


def lines_of(document: Document, finding: Finding) -> str:
    """The lines that a finding marks, whole."""
    lines = document.lines
    first, last = lines.line_of(finding.span.start), lines.line_of(max(finding.span.start, finding.span.end - 1))
    last = min(last, first + _MOST_LINES_OF_A_FINDING - 1)
    return document.text[lines.line_span(first).start : lines.line_span(last).end]
