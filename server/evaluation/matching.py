"""Matches findings with annotations: by place, and by class or by what the message says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from reread.server.evaluation.classes import class_of
from reread.server.evaluation.values import AnnotatedLines, Annotation, Reported

NEAR = 2
"""Lines that a finding may be away from the annotated ones: people and models quote the line before or after."""

Fits = Callable[[Reported, Annotation], bool]


class Matched(Struct, frozen=True):
    """The outcome of a case by the places of findings and annotations in their lists.

    `pairs` are (finding, annotation), each of them once. `repeated` are findings about an annotation that another
    finding is matched with: they are neither right nor wrong. `wrong` and `missed` are the findings and the annotations
    that are left.
    """

    pairs: tuple[tuple[int, int], ...]
    repeated: tuple[int, ...]
    wrong: tuple[int, ...]
    missed: tuple[int, ...]


def is_near(one: AnnotatedLines, other: AnnotatedLines) -> bool:
    """True for places of a file that overlap or are at most NEAR lines apart."""
    return one.path == other.path and one.first <= other.last + NEAR and other.first <= one.last + NEAR


def by_place(finding: Reported, annotation: Annotation) -> bool:
    """True if the finding is at one of the annotation's places."""
    return any(is_near(finding.place, place) for place in annotation.places)


def by_place_and_class(finding: Reported, annotation: Annotation) -> bool:
    """The same, for a finding of that class, or one whose message says what it must; where the annotation asks for no
    words, one with a category that names no class will do, and where it has no class either, any.

    What a judge took for its description is one anywhere.
    """
    if finding.describes is not None and finding.describes == annotation:
        return True
    if not by_place(finding, annotation):
        return False
    if not annotation.kind and not annotation.says:
        return True
    kind = class_of(finding.category)
    return kind == annotation.kind or (
        _is_described(finding.message, annotation.says) if annotation.says else kind == ""
    )


def _is_described(message: str, parts: Sequence[Sequence[str]]) -> bool:
    """Whether a message has a word of each part, or one that begins with it."""
    text = message.lower()
    return all(any(re.search(rf"(?<!\w){re.escape(word)}", text) for word in part) for part in parts)


def match(findings: Sequence[Reported], annotations: Sequence[Annotation], fits: Fits = by_place_and_class) -> Matched:
    """As many pairs as there can be; of equal findings the one with the higher confidence."""
    order = sorted(range(len(findings)), key=lambda place: -findings[place].confidence)
    fitting = {
        place: [number for number, annotation in enumerate(annotations) if fits(findings[place], annotation)]
        for place in order
    }
    taken: dict[int, int] = {}
    for place in order:
        _assign(place, fitting, taken, set())
    paired = set(taken.values())
    left = [place for place in range(len(findings)) if place not in paired]
    return Matched(
        tuple(sorted((place, number) for number, place in taken.items())),
        tuple(place for place in left if fitting[place]),
        tuple(place for place in left if not fitting[place]),
        tuple(number for number in range(len(annotations)) if number not in taken),
    )


def _assign(place: int, fitting: dict[int, list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """Gives a finding an annotation, moving others if need be (augmenting paths of bipartite matching)."""
    for number in fitting[place]:
        if number not in seen:
            seen.add(number)
            if number not in taken or _assign(taken[number], fitting, taken, seen):
                taken[number] = place
                return True
    return False
