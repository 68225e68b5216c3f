"""Selects the attempts that fit a node by the kinds of its children."""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.engine.dispatch.plan import Attempt
from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.matching.nodes import Shape, may_hold
from reread.analyzers.syntax import Node


class Choice:
    """Some attempts at nodes of one kind.

    Many rules ask for few kinds of children, so that what fits is asked once for each combination of them that occurs.
    """

    __slots__ = ("_attempts", "_by_kinds", "_fields", "_matching")

    def __init__(self, attempts: Sequence[Attempt], matching: Matching) -> None:
        self._attempts = tuple(attempts)
        self._fields = tuple({field: None for each in attempts for field, _, _ in each.shape if field})
        self._by_kinds: dict[tuple[str | None, ...], tuple[Attempt, ...]] = {}
        self._matching = matching

    def at(self, node: Node) -> tuple[Attempt, ...]:
        """Those of which no field of the node says that they can't match."""
        if not self._fields:
            return self._attempts
        children = [node.child_by_field_name(field) for field in self._fields]
        kinds = tuple([None if child is None else child.type for child in children])
        found = self._by_kinds.get(kinds)
        if found is None:
            by_field = dict(zip(self._fields, kinds, strict=True))
            found = tuple(each for each in self._attempts if _fits(each.shape, by_field, self._matching))
            self._by_kinds[kinds] = found
        return found


def _fits(shape: Shape, by_field: dict[str, str | None], matching: Matching) -> bool:
    for field, wanted, needed in shape:
        if not field:
            continue
        kind = by_field[field]
        if kind is None:
            if needed:
                return False
        elif wanted is not None and kind not in wanted and not may_hold(kind, matching):
            return False
    return True
