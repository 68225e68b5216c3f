"""Matches comments with findings, even after lines moved, files were renamed and history was rewritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reread.server.pull_requests.markers import Marker
from reread.server.pull_requests.values import Posted


class WantedComment(NamedTuple):
    """A finding that is to have a comment. `first` and `last` are the lines that the comment is on, `line` its own.

    `body` is the text without a marker, `summary` the line that stands for it where no comment can.
    """

    marker: Marker
    path: str
    line: int
    first: int
    last: int
    body: str
    summary: str = ""


class Ours(NamedTuple):
    """One of Reread's comments, with its marker."""

    posted: Posted
    marker: Marker


def matched(wanted: Sequence[WantedComment], ours: Sequence[Ours]) -> dict[int, int]:
    """The places of findings with those of their comments; each comment is about one finding.

    A finding is known by its fingerprint, or by its rule and the code that it marks. Of several comments on equal code
    the one that is nearest by line and file is taken, open ones first, then those whose line the host still shows.
    """
    pairs = sorted((_distance(wanted[new], ours[old]), new, old) for new, old in _candidates(wanted, ours))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, new, old in pairs:
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _candidates(wanted: Sequence[WantedComment], ours: Sequence[Ours]) -> Iterator[tuple[int, int]]:
    by_key: dict[tuple[str, str], set[int]] = defaultdict(set)
    for place, (_, marker) in enumerate(ours):
        by_key[marker.rule, marker.text].add(place)
        by_key["", marker.id].add(place)
    for place, each in enumerate(wanted):
        for old in by_key[each.marker.rule, each.marker.text] | by_key["", each.marker.id]:
            yield place, old


def _distance(new: WantedComment, old: Ours) -> tuple[bool, bool, bool, bool, bool, int]:
    posted, marker = old
    line = posted.line or posted.original_line
    return (
        marker.fixed,
        posted.path != new.path,
        posted.line is None,
        marker.line != new.marker.line,
        marker.id != new.marker.id,
        abs(line - new.line),
    )
