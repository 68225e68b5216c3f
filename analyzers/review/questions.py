"""Builds what is asked about a review unit: redacted sections, rendered into a prompt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.review import prompts
from reread.analyzers.review.anchor import Anchor, locate
from reread.analyzers.review.answer import AnswerReader
from reread.analyzers.review.asking import Question
from reread.analyzers.review.audit import AuditedPiece
from reread.analyzers.review.context import ContextPiece
from reread.analyzers.review.personal import NOTHING, Personal
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.redact import PREFIX, Redactor, candidates
from reread.analyzers.review.schema import FIX_SCHEMA, REVIEW_SCHEMA
from reread.analyzers.review.tokens import estimate
from reread.analyzers.review.units import ReviewUnit
from reread.analyzers.syntax import language_of, parse
from reread.analyzers.text import Document

_PLACEHOLDER = re.compile(rf"{PREFIX}_\d+_\w+")
_MOST_FINDINGS = 5
_IMPORT_LINES = 40
_MOST_LINES_OF_A_FINDING = 30


class Subject(NamedTuple):
    """A unit in its document. `relative` is the document's path in the workspace folder, with `/`.

    `personal` is what is kept back of it besides secrets.
    """

    folder: str
    relative: str
    document: Document
    unit: ReviewUnit
    personal: Personal = NOTHING


def review_question(
    subject: Subject, context: Sequence[ContextPiece], context_tokens: int, redactor: Redactor
) -> Question:
    """What to ask about a changed unit. Context beyond the tokens is left out, whole pieces at a time.

    Of the context only the identities of its pieces belong to the identity of the question, so that an edit to one
    function is no new question about all others. Context with secrets counts whole: an answer may name their
    placeholders.
    """
    used = _within(context, context_tokens)
    imports = _import_section(subject)
    sections = [*imports, *_unit_sections(subject)]
    fields = {**_fields(subject), "most_findings": str(_MOST_FINDINGS)}
    # The unit first: then its placeholders are the same whatever the context is.
    fields, own = _redacted(fields, sections, redactor)
    redactor.learn(_secrets_of(subject.document, subject.personal))
    _, around = _redacted({}, [_context_section(piece) for piece in used], redactor)
    fields, own = _spread(fields, own, redactor)
    prompt = prompts.render(prompts.REVIEW, fields, [*own[: len(imports)], *around, *own[len(imports) :]])
    if placeholders(around) - placeholders(own):
        return _question("review", prompt, REVIEW_SCHEMA, subject, used)
    question = _question("review", prompt, REVIEW_SCHEMA, subject, used, _identity(fields, own, used))
    known = redactor.copy()
    return question._replace(
        alike=_alike(subject, fields, own, used, redactor), fits=lambda text: _fits(subject, text, known)
    )


def placeholders(sections: Iterable[Section]) -> set[str]:
    """The placeholders in the texts of sections."""
    return {word for section in sections for word in _PLACEHOLDER.findall(section.text)}


@lru_cache(maxsize=8)
def _secrets_of(document: Document, personal: Personal) -> tuple[tuple[str, str], ...]:
    """What is secret in a document, with its kind: what gives it away may stand outside of the unit."""
    found = candidates(document.text, is_code=bool(document.language), private=personal)
    return tuple(dict.fromkeys((document.text[span.start : span.end], kind) for span, kind in found))


def _identity(fields: Mapping[str, str], own: Sequence[Section], context: Sequence[ContextPiece]) -> str:
    around = sorted((piece.path, piece.identity) for piece in context if piece.identity)
    sections = [(section.name, section.text, sorted(section.attributes.items())) for section in own]
    return repr((sorted(fields.items()), sections, around))


def _fits(subject: Subject, answer: str, redactor: Redactor) -> bool:
    """Whether all that an answer quotes is in the unit as it is now."""
    reader = AnswerReader()
    said = [*reader.feed(answer), *reader.finish()]
    quotes = (redactor.restore(finding.quote) for finding in said)
    return all(isinstance(locate(subject.document, subject.unit.span, quote), Anchor) for quote in quotes)


def _alike(
    subject: Subject,
    fields: Mapping[str, str],
    own: Sequence[Section],
    context: Sequence[ContextPiece],
    redactor: Redactor,
) -> str:
    """The same for units of the same meaning, as long as placeholders mean the same."""
    if not subject.unit.meaning:
        return ""
    hidden = sorted((word, redactor.restore(word)) for word in placeholders(own))
    imports = [section.text for section in own if section.name == "CONTEXT"]
    return repr((_identity(fields, (), context), imports, subject.unit.meaning, subject.unit.old_text, hidden))


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
    redactor.learn(_secrets_of(subject.document, subject.personal))
    sections = [*map(_context_section, context), *_unit_sections(subject), *more]
    prompt = prompts.render(version, *_redacted(_fields(subject), sections, redactor))
    return _question(kind, prompt, schema, subject, context, identity)


def fix_question(subject: Subject, finding: Finding, rejected: str, redactor: Redactor) -> Question:
    """What to ask about a finding in the unit. `rejected` says why an earlier attempt did not hold, or is ""."""
    problem = f"{finding.rule}: {finding.message}\n\nIt is about this:\n{_lines_of(subject.document, finding)}"
    sections = [
        *_import_section(subject),
        _code_section(subject),
        Section("PROBLEM", problem),
    ]
    if rejected:
        sections.append(Section("REJECTED", rejected))
    redactor.learn(_secrets_of(subject.document, subject.personal))
    prompt = prompts.render(prompts.FIX, *_redacted(_fields(subject), sections, redactor))
    return _question("fix", prompt, FIX_SCHEMA, subject, ())


def _redacted(
    fields: dict[str, str], sections: Sequence[Section], redactor: Redactor
) -> tuple[dict[str, str], list[Section]]:
    """All texts without their secrets.

    In two rounds, since what gives a secret away may come after a place where nothing does.
    """
    hidden = [
        Section(name, redactor.redact(text, is_code=_is_code(attributes)), attributes)
        for name, text, attributes in sections
    ]
    hidden = [
        Section(name, text, {key: redactor.redact(value) for key, value in attributes.items()})
        for name, text, attributes in hidden
    ]
    return _spread({key: redactor.redact(value) for key, value in fields.items()}, hidden, redactor)


def _spread(
    fields: dict[str, str], sections: Sequence[Section], redactor: Redactor
) -> tuple[dict[str, str], list[Section]]:
    """All texts without the secrets that are known by now."""
    spread = [
        Section(name, redactor.spread(text), {key: redactor.spread(value) for key, value in attributes.items()})
        for name, text, attributes in sections
    ]
    return {key: _plain(redactor.spread(value)) for key, value in fields.items()}, spread


def _is_code(attributes: Mapping[str, str]) -> bool:
    return bool(language_of(attributes.get("path", "")))


def _question(
    kind: str,
    prompt: prompts.Prompt,
    schema: dict[str, object],
    subject: Subject,
    context: Sequence[ContextPiece],
    identity: str = "",
) -> Question:
    lines = subject.document.lines
    first, last = lines.line_of(subject.unit.span.start) + 1, lines.line_of(subject.unit.span.end) + 1
    pieces = tuple(
        AuditedPiece(piece.path, piece.start_line, piece.start_line + piece.text.rstrip("\n").count("\n"))
        for piece in context
    )
    kept_back = len(set(_PLACEHOLDER.findall(prompt.user)))
    code = (AuditedPiece(subject.relative, first, last),)
    return Question(kind, prompt, schema, subject.folder, code, pieces, kept_back, identity)


def _fields(subject: Subject) -> dict[str, str]:
    return {
        "path": subject.relative,
        "language": subject.document.language or "unknown",
        "name": f", {subject.unit.name}" if subject.unit.name else "",
        "secret_prefix": PREFIX,
    }


def _plain(text: str) -> str:
    """A path or a name as a field outside of the sections: nothing that could look like their marks."""
    return re.sub(r"[<>\s]+", " ", text)[:300]


def _code_section(subject: Subject) -> Section:
    start, end = subject.unit.span
    return Section("CODE", subject.document.text[start:end], {"path": subject.relative})


def _unit_sections(subject: Subject) -> list[Section]:
    """The code as it is, as it was, and what of it changed."""
    document, unit = subject.document, subject.unit
    sections = [_code_section(subject)]
    if unit.old_text is not None:
        sections.append(Section("BEFORE", unit.old_text, {"path": subject.relative}))
    if not _covers(unit):
        changed = "\n".join(document.text[start:end] for start, end in unit.changed)
        sections.append(Section("CHANGED", changed, {"path": subject.relative}))
    return sections


def _context_section(piece: ContextPiece) -> Section:
    attributes = {"path": piece.path, "line": str(piece.start_line), "reason": piece.reason}
    return Section("CONTEXT", piece.text.rstrip("\n"), attributes)


def _import_section(subject: Subject) -> list[Section]:
    """The imports whose names the unit uses, so that an unrelated import changes no question."""
    document, (start, end) = subject.document, subject.unit.span
    words = set(re.findall(r"\w+", document.text[start:end]))
    found = [
        text
        for place, text in _imports(document)
        if not start <= place < end and words.intersection(re.findall(r"\w+", text)) - {"import", "from"}
    ]
    attributes = {"path": subject.relative, "reason": "imports"}
    return [Section("CONTEXT", "\n".join(found[:_IMPORT_LINES]), attributes)] if found else []


@lru_cache(maxsize=4)
def _imports(document: Document) -> tuple[tuple[int, str], ...]:
    """The import statements at the top level with their places, in code points. Asked for by every unit in turn."""
    tree = parse(document)
    if tree is None:
        return ()
    nodes = (node for node in tree.root.children if node.type in tree.language.imports)
    return tuple((document.lines.code_point(node.start_byte), tree.text(node)) for node in nodes)


def _within(context: Sequence[ContextPiece], tokens: int) -> tuple[ContextPiece, ...]:
    used: list[ContextPiece] = []
    for piece in context:
        needed = estimate(piece.text)
        if needed <= tokens:
            tokens -= needed
            used.append(piece)
    return tuple(used)


def _covers(unit: ReviewUnit) -> bool:
    """True when all of the unit is new, so that there is nothing to point out."""
    return len(unit.changed) == 1 and unit.changed[0].contains(unit.span)


def _lines_of(document: Document, finding: Finding) -> str:
    """The lines that a finding marks, whole."""
    lines = document.lines
    first, last = lines.line_of(finding.span.start), lines.line_of(max(finding.span.start, finding.span.end - 1))
    last = min(last, first + _MOST_LINES_OF_A_FINDING - 1)
    return document.text[lines.line_span(first).start : lines.line_span(last).end]
