"""Where a sequence of statements may begin in a block: looked at once, and asked for by all candidates in it."""

from __future__ import annotations

from typing import TypeAlias

from reread.analyzers.pattern.bindings import Bindings
from reread.analyzers.pattern.matching.unification import plain_essence

Start: TypeAlias = tuple[int, Bindings]
"""The place of a statement in its block, and what the first item of the sequence binds there."""


class Starts:
    """The statements of a block that the first item matches, in order.

    A module of hundreds of declarations has as many starts as candidates, so those with another value of a
    metavariable are not even looked at.
    """

    __slots__ = ("_by_text", "_found", "_variables")

    def __init__(self, found: list[Start]) -> None:
        self._found = found
        self._variables = dict.fromkeys(variable for _, bindings in found for variable in bindings)
        self._by_text: dict[str, dict[bytes | None, list[int]]] = {}

    def among(self, bindings: Bindings) -> list[Start]:
        """The starts that may go together with what is bound, in order."""
        for variable in self._variables:
            known = bindings.get(variable)
            text = None if known is None else plain_essence(known.text)
            if text is not None:
                index = self._index(variable)
                return [self._found[each] for each in sorted((*index.get(text, ()), *index.get(None, ())))]
        return self._found

    def _index(self, variable: str) -> dict[bytes | None, list[int]]:
        """The starts by what the variable stands for; under None those that may go together with anything."""
        index = self._by_text.get(variable)
        if index is None:
            index = self._by_text[variable] = {}
            for place, (_, bindings) in enumerate(self._found):
                text = plain_essence(bindings[variable].text) if variable in bindings else None
                index.setdefault(text, []).append(place)
        return index
