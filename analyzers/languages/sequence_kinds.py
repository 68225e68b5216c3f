"""What a call that is an item of a sequence (`...` and then `f($X);`) stands for inside the statements of the code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class SequenceKinds(NamedTuple):
    """What is looked into, and what is not. Blocks, lambdas in them included, hold statements of their own."""

    closed: frozenset[str] = frozenset()
    """Statements of which no expression is looked into, such as those with a condition and a block."""
    inner: frozenset[str] = frozenset()
    """Expressions that are looked for inside of statements, as calls, members and operations are."""
    whole: frozenset[str] = frozenset()
    """Statements of which all expressions are looked into: what a variable is declared with, and what is returned."""
    passed: frozenset[str] = frozenset()
    """Expressions that are looked into in these statements only."""
    targets: Mapping[str, str] = {}
    """Assignments, with the field of what is assigned to, which is looked into in these statements only."""
    sealed: Mapping[str, frozenset[str]] = {}
    """What is never looked into, nor for the statements in it, with the kinds right around it (none: all)."""
    held: Mapping[str, str] = {}
    """Statements with the field of another one that belongs to them and is in no block."""

    def is_sealed(self, kind: str, around: str) -> bool:
        """Whether a node of this kind, right inside of one of the other, is never looked into."""
        kinds = self.sealed.get(kind)
        return kinds is not None and (not kinds or around in kinds)
