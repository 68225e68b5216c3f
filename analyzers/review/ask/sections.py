"""The sections about a unit and its surroundings that a model is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.intent import Intent
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import ReviewUnit
from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.privacy.redact import PREFIX, Redactor, candidates
from reread.analyzers.review.prompts import INTENT, Section
from reread.analyzers.syntax import language_of, parse, table_of
from reread.analyzers.text import Document

_PLACEHOLDER = re.compile(rf"{PREFIX}_\d+_\w+")
_IMPORT_LINES = 40


def code_section(subject: Subject, number: int = 0) -> Section:
    """The code of the unit as it is, and of which file and what it is. With a `number` it is one of several."""
    start, end = subject.unit.span
    about = {"unit": str(number or ""), **fields_of(subject)}
    return Section("CODE", subject.document.text[start:end], {key: value for key, value in about.items() if value})


def unit_sections(subject: Subject, number: int = 0) -> list[Section]:
    """The code as it is, as it was, and what of it changed."""
    document, unit = subject.document, subject.unit
    sections = [code_section(subject, number)]
    about = {"path": subject.relative}
    if number:
        about["unit"] = str(number)
    if unit.old_text is not None:
        sections.append(Section("BEFORE", unit.old_text, about))
    if not _covers(unit):
        changed = "\n".join(document.text[start:end] for start, end in unit.changed)
        sections.append(Section("CHANGED", changed, about))
    return sections


def context_section(piece: ContextPiece) -> Section:
    """A piece of other code, with its place and why it is shown; or of the team's guidance or verdicts."""
    if piece.verdict:
        return Section("VERDICTS", piece.text.rstrip("\n"))
    if piece.guidance:
        return Section("GUIDANCE", piece.text.rstrip("\n"), {"path": piece.path, "line": str(piece.start_line)})
    attributes = {"path": piece.path, "line": str(piece.start_line), "reason": piece.reason}
    return Section("CONTEXT", piece.text.rstrip("\n"), attributes)


def intent_sections(intent: Intent) -> list[Section]:
    """The intent of the change, a section for each kind of text."""
    return [Section(INTENT, text, {"kind": kind}) for kind, text in intent.parts()]


def import_section(subjects: Sequence[Subject]) -> list[Section]:
    """The imports whose names units of one file use, so that an unrelated import changes no question."""
    document = subjects[0].document
    spans = [subject.unit.span for subject in subjects]
    words = {word for start, end in spans for word in re.findall(r"\w+", document.text[start:end])}
    found = [
        text
        for place, text in _imports(document)
        if not any(start <= place < end for start, end in spans)
        and words.intersection(re.findall(r"\w+", text)) - {"import", "from"}
    ]
    attributes = {"path": subjects[0].relative, "reason": "imports"}
    return [Section("CONTEXT", "\n".join(found[:_IMPORT_LINES]), attributes)] if found else []


def fields_of(subject: Subject) -> dict[str, str]:
    """The fields of a prompt about a unit, besides its text."""
    return {
        "path": subject.relative,
        "language": subject.document.language or "unknown",
        "name": subject.unit.name,
    }


def redacted(sections: Sequence[Section], redactor: Redactor) -> list[Section]:
    """The sections without their secrets.

    In two rounds, since what gives a secret away may come after a place where nothing does.
    """
    hidden = [
        Section(name, _without_secrets(text, attributes.get("path", ""), redactor), attributes)
        for name, text, attributes in sections
    ]
    hidden = [
        Section(name, text, {key: redactor.redact(value) for key, value in attributes.items()})
        for name, text, attributes in hidden
    ]
    return spread(hidden, redactor)


def spread(sections: Sequence[Section], redactor: Redactor) -> list[Section]:
    """The sections without the secrets that are known by now."""
    return [
        Section(name, redactor.spread(text), {key: redactor.spread(value) for key, value in attributes.items()})
        for name, text, attributes in sections
    ]


def placeholders(sections: Iterable[Section]) -> set[str]:
    """The placeholders in sections."""
    return {
        word
        for section in sections
        for text in (section.text, *section.attributes.values())
        for word in _PLACEHOLDER.findall(text)
    }


@lru_cache(maxsize=8)
def secrets_of(document: Document, personal: Personal) -> tuple[tuple[str, str], ...]:
    """The secrets in a document, each with its kind; evidence for them may be outside the unit."""
    language = code_language(document.path or document.uri, document.language)
    found = candidates(document.text, is_code=bool(language), language=language, private=personal)
    return tuple(dict.fromkeys((document.text[span.start : span.end], kind) for span, kind in found))


def _without_secrets(text: str, path: str, redactor: Redactor) -> str:
    language = code_language(path, language_of(path))
    return redactor.redact(text, is_code=bool(language), language=language)


def code_language(path: str, language: str) -> str:
    """The language that a file is all of; "" where code stands among other text, which is searched as well."""
    table = table_of(path)
    return "" if table is not None and table.code is not None else language


@lru_cache(maxsize=4)
def _imports(document: Document) -> tuple[tuple[int, str], ...]:
    """The import statements at the top level with their places, in code points. Asked for by every unit in turn."""
    tree = parse(document)
    if tree is None:
        return ()
    nodes = (node for node in tree.root.children if node.type in tree.language.imports)
    return tuple((document.lines.code_point(node.start_byte), tree.text(node)) for node in nodes)


def _covers(unit: ReviewUnit) -> bool:
    """True when all of the unit is new, so that there is nothing to point out."""
    return len(unit.changed) == 1 and unit.changed[0].contains(unit.span)
