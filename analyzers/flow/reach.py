"""Which functions of a document are worth following: those in which taint can meet a sink, as far as names tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reread.analyzers.flow.units import Unit


class Reach:
    """The sources and sinks of functions, by the bits of their rules, and who may call whom.

    A function may call those whose names, or names of their classes, stand in its text. What it calls can bring it
    taint, and so can the other methods of its class, through fields.
    """

    def __init__(
        self, units: Sequence[Unit], sources: Mapping[int, int], sinks: Mapping[int, int], *, calls: bool
    ) -> None:
        self.units = units
        self.sinks = sinks
        self.callers: dict[int, list[Unit]] = {}
        self._own = sources
        self._sources = dict(sources)
        self._calls = calls
        if calls:
            called = self._called()
            _spread(units, self._sources, called, _by_owner(units))
        self._above = dict(self._sources)
        if calls:
            _spread(units, self._above, self.callers, {})

    def starts(self) -> list[Unit]:
        """The functions with sinks that taint may come to, from inside or from those who call them."""
        module = self._sources.get(id(self.units[0]), 0)
        return [unit for unit in self.sinking() if (self._above.get(id(unit), 0) | module) & self.sinks[id(unit)]]

    def sinking(self) -> list[Unit]:
        """The functions with sinks."""
        return [unit for unit in self.units if id(unit) in self.sinks]

    def bringing(self, unit: Unit, bits: int) -> list[Unit]:
        """The functions that may call one with taint of some bits."""
        return [caller for caller in self.callers.get(id(unit), ()) if self._sources.get(id(caller), 0) & bits]

    def feeding(self) -> list[Unit]:
        """The functions that sources reach and that may fill fields for a function with a sink, or variables."""
        if not self._calls:
            return []
        sinking = self.sinking()
        classes = {unit.site.owner for unit in sinking} - {""}
        anywhere = 0
        for unit in sinking:
            anywhere |= self.sinks[id(unit)]
        return [
            unit
            for unit in self.units[1:]
            if self._sources.get(id(unit), 0) & anywhere and (not unit.site.owner or unit.site.owner in classes)
        ]

    def _called(self) -> dict[int, list[Unit]]:
        by_word: dict[bytes, list[Unit]] = {}
        for unit in self.units[1:]:
            for name in {unit.site.name, unit.site.owner} - {""}:
                by_word.setdefault(name.encode(), []).append(unit)
        names = frozenset(by_word)
        called: dict[int, list[Unit]] = {}
        for unit in self.units:
            found = called[id(unit)] = [other for word in unit.words & names for other in by_word[word]]
            for other in found:
                if other is not unit:
                    self.callers.setdefault(id(other), []).append(unit)
        return called


def _by_owner(units: Sequence[Unit]) -> dict[int, list[Unit]]:
    """The other methods of the class of each method."""
    methods: dict[str, list[Unit]] = {}
    for unit in units[1:]:
        if unit.site.owner:
            methods.setdefault(unit.site.owner, []).append(unit)
    return {id(unit): methods[unit.site.owner] for unit in units[1:] if unit.site.owner}


def _spread(
    units: Sequence[Unit], bits: dict[int, int], along: Mapping[int, list[Unit]], beside: Mapping[int, list[Unit]]
) -> None:
    """Adds to each function the bits of those it is connected to."""
    changed = True
    while changed:
        changed = False
        for unit in units:
            key = id(unit)
            before = after = bits.get(key, 0)
            for other in along.get(key, ()):
                after |= bits.get(id(other), 0)
            for other in beside.get(key, ()):
                after |= bits.get(id(other), 0)
            if after != before:
                bits[key] = after
                changed = True
