"""The order in which units of whole files are reviewed: the least important come last, in case a limit is reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reread.analyzers.review.change.folding import risk
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import ReviewUnit
from reread.analyzers.text import Span

_WORD = re.compile(r"[^\W\d]\w*")


def ordered(subjects: Sequence[Subject], changed: Mapping[str, Sequence[ReviewUnit]]) -> list[Subject]:
    """Changed units first, then units that mention them, then the rest; the largest of each first (`folding.risk`).

    `changed` are the changed units of documents by URI. Without any, the order stays.
    """
    if not any(changed.values()):
        return list(subjects)
    names = {name for units in changed.values() for unit in units if (name := _own_name(unit))}

    def rank(subject: Subject) -> tuple[int, int]:
        if _touches(subject.unit.span, (unit.span for unit in changed.get(subject.document.uri, ()))):
            return 0, 0
        text = subject.document.text[slice(*subject.unit.span)]
        return (1 if names.intersection(_WORD.findall(text)) else 2), -risk(subject.document, subject.unit)

    return sorted(subjects, key=rank)


def _own_name(unit: ReviewUnit) -> str:
    """The name of a definition without what it is in."""
    return unit.name.rpartition(".")[2]


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) or span == other for other in others)
