"""One object for all equal sets of names: rules have tens of thousands of sets, and two thousand different ones."""

from __future__ import annotations

from typing import TypeVar

Member = TypeVar("Member")

_known: dict[frozenset[object], frozenset[object]] = {}


def shared(members: frozenset[Member]) -> frozenset[Member]:
    """The set that is kept of those equal to this one. For sets that rules are made of, of which the number is
    bounded; one of a document is not to be kept.
    """
    return _known.setdefault(members, members)  # type: ignore[return-value]
