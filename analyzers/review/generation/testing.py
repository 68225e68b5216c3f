"""Suggests a test that demonstrates a finding: it must be complete, parse without errors, and have a location."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reread.analyzers.findings import Finding
from reread.analyzers.review import prompts
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.sections import code_section, context_section, import_section, secrets_of
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.fix.fix_question import lines_of
from reread.analyzers.review.generation.forms import TEST_SCHEMA, SuggestedTest
from reread.analyzers.review.generation.prompting import Material, QuestionForm, ask
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.redact import PREFIX, Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.shown.characters import hidden
from reread.analyzers.syntax import language_of, parse
from reread.analyzers.text import Document

_TEST = QuestionForm("test", prompts.TEST, TEST_SCHEMA, "code")

IsPlace = Callable[[str], bool]
"""Whether a file of that path with `/` may be in the workspace folder."""


async def suggested(
    asker: CachedClient, subject: Subject, finding: Finding, context: Sequence[ContextPiece], is_place: IsPlace
) -> tuple[SuggestedTest, str]:
    """A test for a finding, and why it does not hold, "" when it does. Raises ProviderError."""
    redactor = Redactor(subject.personal)
    redactor.learn(secrets_of(subject.document, subject.personal))
    problem = f"{finding.rule}: {finding.message}\n\nIt is about this:\n{lines_of(subject.document, finding)}"
    sections = (
        *import_section([subject]),
        *map(context_section, context),
        code_section(subject),
        Section("PROBLEM", problem),
    )
    lines, span = subject.document.lines, subject.unit.span
    code = (AuditedPiece(subject.relative, lines.line_of(span.start) + 1, lines.line_of(span.end) + 1),)
    pieces = tuple(
        AuditedPiece(piece.path, piece.start_line, piece.start_line + piece.text.rstrip("\n").count("\n"))
        for piece in context
    )
    material = Material(subject.folder, sections, redactor, code, pieces)
    return await ask(asker, _TEST, material, SuggestedTest, lambda said: objection(said, is_place))


def objection(said: SuggestedTest, is_place: IsPlace) -> str:
    """The problem with a test, in one line; "" if there is none, or if the model says that there is no test."""
    if not said.code.strip():
        return ""
    language = language_of(said.file)
    if not language or not is_place(said.file):
        return f"{said.file or 'it'} is no path of a file with tests in this project"
    if unseen := hidden(said.code + said.file):
        return f"it has a character that nobody sees (U+{ord(min(unseen)):04X})"
    if PREFIX in said.code:
        return "it has a placeholder of a value that was taken out"
    tree = parse(Document("", said.code, path=said.file, language=language))
    if tree is None or tree.root.has_error:
        return "it cannot be parsed"
    return ""
