"""The question about a whole change: folded code, its callers, intent, files and known findings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reread.analyzers.review import prompts
from reread.analyzers.review.answer.schema import REVIEW_SCHEMA
from reread.analyzers.review.ask.batches import UnitQuestion
from reread.analyzers.review.ask.cached_client import Question
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.evidence import Gather
from reread.analyzers.review.ask.questions import question_about, within
from reread.analyzers.review.ask.sections import (
    context_section,
    fields_of,
    intent_sections,
    placeholders,
    redacted,
    secrets_of,
    spread,
)
from reread.analyzers.review.change.folding import folded, removed, risk
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.privacy.redact import PREFIX, Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.tokens import estimate

_FEWEST_UNITS = 2
"""What a change of one unit lacks, the review of that unit sees too."""

_MOST_FINDINGS = 6
_MOST_FILES = 200
_MOST_EVIDENCE = 40
_MOST_OTHERS = 100
"""Lines of these sections."""

_CALLERS = 0.25
"""How much of the room for the change there is for callers besides: models review worse the more they are shown."""


class WholeChange(NamedTuple):
    """The question, and the units that it shows: number n of an answer is `units[n - 1]`.

    The units have the redactor of this question, so that its placeholders can be restored, and the other parts of the
    change as context for refutations.
    """

    question: Question
    units: tuple[UnitQuestion, ...]


def has_look(units: Sequence[object], change: ChangeContext | None, settings: ReviewSettings) -> bool:
    """Whether a change is looked at as a whole: it is known to be all of a change, and has several units."""
    return change is not None and settings.change_tokens > 0 and len(units) >= _FEWEST_UNITS


def whole_change(
    units: Sequence[UnitQuestion], change: ChangeContext, settings: ReviewSettings, gather: Gather | None = None
) -> WholeChange:
    """The question about all units of a change; those for which there is no room are only named.

    Which ones are shown is decided by their risk (`folding.risk`), the order is that of the change.
    """
    # A local model with little room must not get its request cut.
    room = min(settings.change_tokens, settings.ollama_context_size // 2)
    chosen = _chosen(units, room)
    subjects = [unit.subject for unit in chosen]
    left_out = [unit.subject for unit in units if unit not in chosen]
    redactor = Redactor(subjects[0].personal)
    for subject in dict.fromkeys(unit.subject for unit in units):
        redactor.learn(secrets_of(subject.document, subject.personal))
    callers = _callers(chosen, subjects, int(room * _CALLERS))
    sections = redacted(_sections(subjects, left_out, change), redactor)
    around = redacted([context_section(piece) for piece in callers], redactor)
    # What gives a secret away may be in a caller alone.
    sections = spread(sections, redactor)
    fields = {"secret_prefix": PREFIX, "most_findings": str(_MOST_FINDINGS)}
    prompt = prompts.render(prompts.CHANGE, fields, [*sections, *around])
    # An edit to a caller is no new question, as it is none about a unit.
    identity = _identity(sections, units) if not placeholders(around) - placeholders(sections) else ""
    question = question_about("change", prompt, REVIEW_SCHEMA, subjects, callers, identity, redactor)
    if gather is not None and settings.evidence == "always":
        question = question._replace(evidence=gather(redactor, subjects[0].personal))
    pieces = [_as_context(subject) for subject in subjects]
    return WholeChange(
        question,
        tuple(
            unit._replace(
                redactor=redactor,
                question=unit.question._replace(identity=f"{question.identity} {number}", similar_identity=""),
                others=tuple(pieces[:number] + pieces[number + 1 :]),
            )
            for number, unit in enumerate(chosen)
        ),
    )


def _identity(sections: Sequence[Section], units: Sequence[UnitQuestion]) -> str:
    """What is asked, whatever the files with units are called: a renamed file is no new question."""
    paths = dict.fromkeys(unit.subject.relative for unit in units)
    numbers = {path: f"<{number}>" for number, path in enumerate(paths)}
    named = re.compile("|".join(rf"(?<![\w./-]){re.escape(path)}(?![\w/-])" for path in sorted(paths, key=len)[::-1]))

    def without(text: str) -> str:
        return named.sub(lambda found: numbers[found[0]], text)

    return repr(
        [
            (
                section.name,
                # The order of the files is that of their names.
                sorted(without(section.text).splitlines()) if section.name == "FILES" else without(section.text),
                sorted((key, without(value)) for key, value in section.attributes.items()),
            )
            for section in sections
        ]
    )


def _as_context(subject: Subject) -> ContextPiece:
    first = subject.document.lines.line_of(subject.unit.span.start) + 1
    return ContextPiece(subject.relative, first, folded(subject.document, subject.unit), "another part of the change")


def _callers(units: Sequence[UnitQuestion], changed: Sequence[Subject], room: int) -> tuple[ContextPiece, ...]:
    """Code outside of the change that calls it, as far as there is room (tokens), each piece once."""
    found = {
        (piece.path, piece.start_line): piece
        for unit in units
        for piece in unit.context
        if piece.caller and not any(_shows(subject, piece) for subject in changed)
    }
    return within(tuple(found.values()), room)


def _shows(subject: Subject, piece: ContextPiece) -> bool:
    """Whether some of a piece is in changed code."""
    if subject.relative != piece.path:
        return False
    lines, (start, end) = subject.document.lines, subject.unit.span
    last = piece.start_line + piece.text.rstrip("\n").count("\n")
    return piece.start_line <= lines.line_of(end) + 1 and lines.line_of(start) + 1 <= last


def _chosen(units: Sequence[UnitQuestion], room: int) -> list[UnitQuestion]:
    """The units that there is room for (tokens), the riskiest first, in the order that they came in; at least one."""
    ranked = sorted(units, key=lambda unit: (-risk(unit.subject.document, unit.subject.unit), unit.place))
    chosen: set[int] = set()
    for unit in ranked:
        size = sum(estimate(section.text) for section in _unit_sections(unit.subject, 1))
        if size <= room:
            chosen.add(unit.place)
            room -= size
    return [unit for unit in units if unit.place in chosen] or ranked[:1]


def _sections(subjects: Sequence[Subject], left_out: Sequence[Subject], change: ChangeContext) -> list[Section]:
    others = [f"{subject.relative} {subject.unit.name}".rstrip() for subject in left_out]
    files = [f"{fate} {path}" for path, fate in change.files]
    evidence = [line for _, line in change.evidence]
    lists = (
        ("FILES", files, _MOST_FILES),
        ("EVIDENCE", evidence, _MOST_EVIDENCE),
        ("OTHERS", others, _MOST_OTHERS),
    )
    known = [Section(name, "\n".join(lines[:most])) for name, lines, most in lists if lines]
    shown = [section for number, subject in enumerate(subjects, 1) for section in _unit_sections(subject, number)]
    return [*intent_sections(change.intent), *known, *shown]


def _unit_sections(subject: Subject, number: int) -> list[Section]:
    about = {"unit": str(number), **{key: value for key, value in fields_of(subject).items() if value}}
    sections = [Section("CODE", folded(subject.document, subject.unit), about)]
    gone = removed(subject.document, subject.unit)
    if gone:
        sections.append(Section("GONE", gone, {"unit": str(number), "path": subject.relative}))
    return sections
