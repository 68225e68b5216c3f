"""Which functions of a document are worth interpreting: those in which taint can meet a sink, as far as names tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from reread.analyzers.dataflow.summaries.class_hierarchy import bases_of
from reread.analyzers.dataflow.summaries.function_units import Unit


class Relevance:
    """The sources and sinks of functions, by the bits of their rules, and who may call whom.

    A function may call those whose names, or names of their classes, stand in its text, or in a table of the module
    that it names. What it calls can bring it taint, and so can the other methods of its class and of those it builds
    on (`bases`), through fields. All this is found out as far as it is asked for.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        sources: Mapping[int, int],
        sinks: Mapping[int, int],
        labelled: Set[int],
        *,
        calls: bool,
    ) -> None:
        self.units = units
        self._labelled = labelled
        self._meeting: dict[int, bool] = {}
        self.sinks = sinks
        self._own = sources
        self._calls = calls
        self._called: dict[int, list[Unit]] = {}
        self._naming: dict[frozenset[bytes], list[Unit]] = {}
        self._by_word: dict[bytes, list[Unit]] = {}
        self._methods: dict[str, list[Unit]] = {}
        for unit in units[1:] if calls else ():
            self._by_word.setdefault(unit.word, []).append(unit)
            if unit.site.owner:
                self._by_word.setdefault(unit.site.owner.encode(), []).append(unit)
                self._methods.setdefault(unit.site.owner, []).append(unit)
        self.bases = bases_of(units) if calls else {}
        for owner, bases in self.bases.items():
            self._methods[owner] = self._methods[owner] + [m for base in bases for m in units if m.site.owner == base]
        self._names = frozenset(self._by_word)
        held = units[0].functions_by_literal() if calls and units else {}
        self._tables = {name: words for name, inside in held.items() if (words := inside & self._names)}

    def starts(self) -> list[Unit]:
        """The functions with sinks that taint may come to, from inside or from those who call them."""
        module = self.units[0]
        return [
            unit
            for unit in self.sinking()
            if self._receives(unit, self.sinks[id(unit)])
            or self._receives(module, self.sinks[id(unit)])
            or any(self._receives(caller, self.sinks[id(unit)]) for caller in self._above(unit))
        ]

    def sinking(self) -> list[Unit]:
        """The functions with sinks."""
        return [unit for unit in self.units if id(unit) in self.sinks]

    def bringing(self, unit: Unit, bits: int) -> list[Unit]:
        """The functions that may call one with taint of some bits, their own or what they are given themselves."""
        return [
            caller
            for caller in self.callers(unit)
            if self._receives(caller, bits) or any(self._receives(above, bits) for above in self._above(caller))
        ]

    def feeding(self) -> list[Unit]:
        """The functions that sources reach and that may fill fields for a function with a sink, or variables."""
        if not self._calls:
            return []
        sinking = self.sinking()
        classes = {unit.site.owner for unit in sinking} - {""}
        classes.update(base for owner in tuple(classes) for base in self.bases.get(owner, ()))
        anywhere = 0
        for unit in sinking:
            anywhere |= self.sinks[id(unit)]
        return [
            unit
            for unit in self.units[1:]
            if (not unit.site.owner or unit.site.owner in classes) and self._receives(unit, anywhere)
        ]

    def meets_taint(self, unit: Unit) -> bool:
        """True when rules have something to say about a function or about one that it may call."""
        found = self._meeting.get(id(unit))
        if found is None:
            found = self._meeting[id(unit)] = any(id(each) in self._labelled for each in self.below(unit))
        return found

    def below(self, unit: Unit) -> Iterator[Unit]:
        """A function, those it may call, and those they may call."""
        seen = {id(unit)}
        stack = [unit]
        while stack:
            current = stack.pop()
            yield current
            for other in self.called(current):
                if id(other) not in seen:
                    seen.add(id(other))
                    stack.append(other)

    def touched(self) -> list[Unit]:
        """The functions that what sources give may come into: those with sources, who calls them, what those call."""
        methods: dict[str, None] = {}
        found = {id(unit): unit for unit in self.units if id(unit) in self._own}
        stack = list(found.values())
        while stack:
            unit = stack.pop()
            methods[unit.site.owner] = None
            for caller in self.callers(unit):
                if id(caller) not in found:
                    found[id(caller)] = caller
                    stack.append(caller)
        stack = list(found.values())
        for owner in methods:
            stack += self._methods.get(owner, ())
        for unit in stack:
            found[id(unit)] = unit
        while stack:
            for other in self.called(stack.pop()):
                if id(other) not in found:
                    found[id(other)] = other
                    stack.append(other)
        return list(found.values())

    def callers(self, unit: Unit) -> Iterator[Unit]:
        """The functions that may call one."""
        if not self._calls or not unit.site.name:
            return
        names = {unit.word, unit.site.owner.encode()}
        names.update(table for table, words in self._tables.items() if not names.isdisjoint(words))
        key = frozenset(names)
        naming = self._naming.get(key)
        if naming is None:
            naming = self._naming[key] = [each for each in self.units if not names.isdisjoint(each.words)]
        # No list for each of thousands of functions of one name
        yield from (each for each in naming if each is not unit)

    def called(self, unit: Unit) -> list[Unit]:
        """The functions that one may call."""
        found = self._called.get(id(unit))
        if found is None:
            words = unit.words
            for table in self._tables.keys() & words:
                words |= self._tables[table]
            found = [other for word in words & self._names for other in self._by_word[word]]
            self._called[id(unit)] = found
        return found

    def _receives(self, unit: Unit, bits: int) -> bool:
        """True when sources of some of the bits are in a function, in what it calls or in the methods of its class."""
        seen = {id(unit)}
        stack = [unit, *self._methods.get(unit.site.owner, ())]
        while stack:
            current = stack.pop()
            if self._own.get(id(current), 0) & bits:
                return True
            for other in self.called(current):
                if id(other) not in seen:
                    seen.add(id(other))
                    stack.append(other)
        return False

    def _above(self, unit: Unit) -> Iterator[Unit]:
        """Those who call a function, and those who call them."""
        seen = {id(unit)}
        stack = [unit]
        while stack:
            for caller in self.callers(stack.pop()):
                if id(caller) not in seen:
                    seen.add(id(caller))
                    stack.append(caller)
                    yield caller
