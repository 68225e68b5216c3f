"""Builds questions about review units: redacted sections, rendered into a prompt, with a cache key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reread.analyzers.review import prompts
from reread.analyzers.review.answer.anchor import Anchor, locate
from reread.analyzers.review.answer.answer import AnswerReader
from reread.analyzers.review.answer.schema import REVIEW_SCHEMA, TRIAGE_SCHEMA
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.sections import (
    context_section,
    fields_of,
    import_section,
    intent_sections,
    placeholders,
    redacted,
    secrets_of,
    spread,
    unit_sections,
)
from reread.analyzers.review.change.intent import NO_INTENT, Intent
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.redact import PREFIX, Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.tokens import estimate

_MOST_FINDINGS = 5
_MORE_FINDINGS = 2
"""For each unit besides the first."""


def review_question(
    subject: Subject,
    context: Sequence[ContextPiece],
    context_tokens: int,
    redactor: Redactor,
    intent: Intent = NO_INTENT,
) -> Question:
    """The question about a changed unit. Context beyond the tokens is left out, whole pieces at a time.

    Of the context only the identities of its pieces belong to the identity of the question, so that an edit to one
    function is not a new question about all others; nor does the intent, so that a reworded commit message asks nothing
    again, nor do the names of files, so that a renamed one is not a new question. Context or intent with secrets counts
    whole: an answer may name their placeholders.
    """
    used = within(context, context_tokens)
    imports = import_section([subject])
    # The unit first: then its placeholders are the same whatever the context is.
    own = redacted([*imports, *unit_sections(subject, 1)], redactor)
    redactor.learn(secrets_of(subject.document, subject.personal))
    around = redacted([*intent_sections(intent), *(context_section(piece) for piece in used)], redactor)
    own = spread(own, redactor)
    sections = [*own[: len(imports)], *around, *own[len(imports) :]]
    question = question_about(
        "review", _rendered(prompts.REVIEW, sections, 1), REVIEW_SCHEMA, [subject], used, "", redactor
    )
    if placeholders(around) - placeholders(own):
        return question
    known = redactor.copy()
    return question._replace(
        identity=_identity(own, used),
        similar_identity=_similar(subject, own, used, redactor),
        fits=lambda text: _fits(subject, text, known),
    )


def joint_question(
    subjects: Sequence[Subject], context: Sequence[ContextPiece], intent: Intent = NO_INTENT
) -> Question | None:
    """The question about several units in one request; None if it would show a placeholder.

    The placeholders of a request are its own, so an answer that may name one could not be kept for a unit alone.
    """
    files: dict[str, list[Subject]] = {}
    for subject in subjects:
        files.setdefault(subject.relative, []).append(subject)
    imports = [section for of_file in files.values() for section in import_section(of_file)]
    around = [*intent_sections(intent), *(context_section(piece) for piece in context)]
    sections = _without_secrets([*imports, *around, *_numbered(subjects)], subjects)
    if sections is None:
        return None
    return question_about(
        "review", _rendered(prompts.REVIEW, sections, len(subjects)), REVIEW_SCHEMA, subjects, context
    )


def triage_question(subject: Subject, redactor: Redactor) -> Question:
    """Whether a unit deserves a review. The question is the same as long as the unit means the same.

    `redactor` is the one of the review, for what is secret may show in the context alone. It is left as it is.
    """
    redactor = redactor.copy()
    redactor.learn(secrets_of(subject.document, subject.personal))
    sections = redacted(unit_sections(subject, 1), redactor)
    unit = subject.unit
    identity = repr((_without_path(fields_of(subject)), unit.meaning, unit.old_text)) if unit.meaning else ""
    return question_about(
        "triage", _rendered(prompts.TRIAGE, sections, 1), TRIAGE_SCHEMA, [subject], (), identity, redactor
    )


def joint_triage_question(subjects: Sequence[Subject]) -> Question | None:
    """Which of several units deserve a review; None if that would show a placeholder."""
    sections = _without_secrets(_numbered(subjects), subjects)
    if sections is None:
        return None
    return question_about("triage", _rendered(prompts.TRIAGE, sections, len(subjects)), TRIAGE_SCHEMA, subjects, ())


def short_question(
    kind: str,
    version: str,
    schema: dict[str, object],
    subject: Subject,
    context: Sequence[ContextPiece],
    more: Sequence[Section],
    redactor: Redactor,
    identity: str = "",
) -> Question:
    """A question about a changed unit that has a short answer; `more` is what it is about besides the unit."""
    redactor.learn(secrets_of(subject.document, subject.personal))
    sections = redacted([*map(context_section, context), *unit_sections(subject), *more], redactor)
    prompt = prompts.render(version, {"secret_prefix": PREFIX}, sections)
    return question_about(kind, prompt, schema, [subject], context, identity, redactor)


def within(context: Sequence[ContextPiece], tokens: int) -> tuple[ContextPiece, ...]:
    """The pieces that there is room for, in their order; what does not fit is left out, whole."""
    used: list[ContextPiece] = []
    for piece in context:
        needed = estimate(piece.text)
        if needed <= tokens:
            tokens -= needed
            used.append(piece)
    return tuple(used)


def _numbered(subjects: Sequence[Subject]) -> list[Section]:
    return [section for number, subject in enumerate(subjects, 1) for section in unit_sections(subject, number)]


def _without_secrets(sections: Sequence[Section], subjects: Sequence[Subject]) -> list[Section] | None:
    redactor = Redactor(subjects[0].personal)
    for subject in subjects:
        redactor.learn(secrets_of(subject.document, subject.personal))
    found = redacted(sections, redactor)
    return None if placeholders(found) else found


def _rendered(version: str, sections: Sequence[Section], units: int) -> prompts.Prompt:
    most = _MOST_FINDINGS + _MORE_FINDINGS * (units - 1)
    return prompts.render(version, {"secret_prefix": PREFIX, "most_findings": str(most)}, sections)


def _identity(own: Sequence[Section], context: Sequence[ContextPiece]) -> str:
    around = sorted(piece.identity for piece in context if piece.identity)
    return repr(([(section.name, section.text, _without_path(section.attributes)) for section in own], around))


def _without_path(attributes: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted((name, value) for name, value in attributes.items() if name != "path")


def _fits(subject: Subject, answer: str, redactor: Redactor) -> bool:
    """Whether all that an answer quotes is in the unit as it is now."""
    reader = AnswerReader()
    said = [*reader.feed(answer), *reader.finish()]
    quotes = (redactor.restore(finding.quote) for finding in said)
    return all(isinstance(locate(subject.document, subject.unit.span, quote), Anchor) for quote in quotes)


def _similar(subject: Subject, own: Sequence[Section], context: Sequence[ContextPiece], redactor: Redactor) -> str:
    """The same for units of the same meaning, as long as placeholders mean the same."""
    if not subject.unit.meaning:
        return ""
    hidden = sorted((word, redactor.restore(word)) for word in placeholders(own))
    imports = [section.text for section in own if section.name == "CONTEXT"]
    return repr(
        (
            _without_path(fields_of(subject)),
            _identity((), context),
            imports,
            subject.unit.meaning,
            subject.unit.old_text,
            hidden,
        )
    )


def question_about(
    kind: str,
    prompt: prompts.Prompt,
    schema: dict[str, object],
    subjects: Sequence[Subject],
    context: Sequence[ContextPiece],
    identity: str = "",
    redactor: Redactor | None = None,
) -> Question:
    """The question, with what the audit log says about it: the units, and the pieces of context that it shows.

    Names of files are written there as they are sent: without what is secret in them, as far as `redactor` knows.
    """
    known = Redactor(subjects[0].personal) if redactor is None else redactor.copy()
    pieces = tuple(
        AuditedPiece(_path(piece.path, known), piece.start_line, piece.start_line + piece.text.rstrip("\n").count("\n"))
        for piece in context
    )
    kept_back = len(placeholders([Section("", prompt.user)]))
    code = tuple(_audited(subject, known) for subject in subjects)
    return Question(kind, prompt, schema, subjects[0].folder, code, pieces, kept_back, identity)


def _audited(subject: Subject, redactor: Redactor) -> AuditedPiece:
    lines, span = subject.document.lines, subject.unit.span
    first, last = lines.line_of(span.start) + 1, lines.line_of(span.end) + 1
    return AuditedPiece(_path(subject.relative, redactor), first, last)


def _path(path: str, redactor: Redactor) -> str:
    return redactor.spread(redactor.redact(path))
