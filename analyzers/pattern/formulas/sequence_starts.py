"""Where a sequence of statements may begin in a block: looked at once, and asked for by all candidates in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    def among(self, known: Iterable[Bindings]) -> list[Start]:
        """The starts that may go together with what is bound in one of several ways, in order."""
        places: set[int] = set()
        for bindings in known:
            promising = [
                (*index.get(text, ()), *index.get(None, ()))
                for variable in self._variables
                if variable in bindings and (text := plain_essence(bindings[variable].text)) is not None
                for index in (self._index(variable),)
            ]
            if not promising:
                return self._found
            fewest: Sequence[int] = min(promising, key=len)
            places.update(fewest)
        return [self._found[each] for each in sorted(places)]

    def _index(self, variable: str) -> dict[bytes | None, list[int]]:
        """The starts by what the variable stands for; under None those that may go together with anything."""
        index = self._by_text.get(variable)
        if index is None:
            index = self._by_text[variable] = {}
            for place, (_, bindings) in enumerate(self._found):
                text = plain_essence(bindings[variable].text) if variable in bindings else None
                index.setdefault(text, []).append(place)
        return index
