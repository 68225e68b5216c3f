"""All functions of one document, followed where it can matter, with what they know of each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.environment import Hit, Outcome
from reread.analyzers.dataflow.domain.request_state import FILLED
from reread.analyzers.dataflow.domain.trace import sources_of
from reread.analyzers.dataflow.domain.value import CONSTANT, Captured, Value, joined, without
from reread.analyzers.dataflow.sanitizers.regex_guards import Regex
from reread.analyzers.dataflow.summaries.call_sites import gets_fixed_values, parameter_at
from reread.analyzers.dataflow.summaries.caller_taint import bits_of, brings_nothing, gets_requests, of_entry
from reread.analyzers.dataflow.summaries.function_units import Unit
from reread.analyzers.dataflow.summaries.table import Outcomes

_MOST_NAMES = 200


class File(Outcomes):
    """The functions of one document while they are being followed; `elsewhere` where other files are known as well."""

    def hits(self) -> Iterator[Hit]:
        """The sinks that taint reaches, each once.

        Functions with sinks are followed first. Who calls one is followed only if a sink is left there that is reached
        by what is given to the function.
        """
        reach = self.reach
        waiting = reach.starts()
        feeding = reach.feeding()
        if not waiting and not feeding:
            return
        self.follow_module()
        if self.settings.calls and self.collect(feeding):
            waiting = reach.sinking()
        queued = {id(unit) for unit in waiting}
        seen: set[tuple[int, int, int, int]] = set()
        for unit in waiting:
            outcome = self.outcome(unit)
            for hit in outcome.hits:
                if (place := _place(hit)) not in seen and not self.only_given_fixed_values(unit, hit):
                    seen.add(place)
                    yield hit
            left = 0
            for hit in outcome.reached:
                if _place(hit) not in seen:
                    left |= hit.sink.bits
            for caller in reach.bringing(unit, left) if left else ():
                if id(caller) not in queued:
                    queued.add(id(caller))
                    waiting.append(caller)

    def only_given_fixed_values(self, unit: Unit, hit: Hit) -> bool:
        """True where only a suspicion about the parameters of a function leads to a sink, and the file itself calls it
        with nothing but what is written there.
        """
        if hit.mask & self.settings.masks.full & hit.sink.bits or not unit.site.name or not self.settings.extras:
            return False
        if unit.site.owner and unit.site.name in _CALLED_BY_OTHERS:
            return False
        callers = map(self.function_of, self.reach.callers(unit))
        places = sources_of(hit.trace, hit.sink.bits << self.settings.masks.width, unit)
        if gets_fixed_values(self.function_of(unit), callers, self.semantics, places):
            return True
        return self.semantics.hides_members and self.is_brought_nothing(unit, hit, places)

    def is_brought_nothing(self, unit: Unit, hit: Hit, places: list[tuple[int, int]]) -> bool:
        """True where what the file gives a function is followed, and it is nothing that the rule asks for."""
        numbers = {parameter_at(place, self.function_of(unit)) for place in places}
        if not numbers or -1 in numbers:
            return False
        bits = bits_of(hit.trace, self.settings.masks.width, self.settings.masks.full)
        return brings_nothing(unit, tuple(sorted(numbers)), bits, self)

    def summary(self, unit: Unit) -> Outcome:
        """What a function does for those who call it in other files, whatever was asked before.

        Of code that is not looked at itself names are believed: it checks what it says that it checks.
        """
        if self.module_outcome is None:
            self.follow_module()
            self.module_outcome = self.outcomes
        self.outcomes = dict(self.module_outcome)
        return self.outcome(unit)

    def follow_module(self) -> None:
        module = self.units[0]
        outcome = self.outcome(module)
        for name, value in (outcome.environment or {}).items():
            # Switches of a module are there to be changed, so no branch is decided by them; constants of Go stay.
            certain = self.certain(value)
            certain = certain if name in self.declarations.constants else _without_literal(certain)
            self.variables[name] = self.of_package(certain) if self.semantics.has_packages else certain
        # What was followed from there did not know these variables yet.
        self.outcomes = {id(module): outcome}
        self.inherited = {}

    def of_package(self, value: Value) -> Value:
        """A variable of a package of Go, whose functions are followed where they are called: alone or in a table."""
        if value.fields:
            fields = {key: self.of_package(each) if each.closure else each for key, each in value.fields.items()}
            value = value.replaced(value.mask, value.trace, fields)
        if value.closure is None or isinstance(value.closure, Captured):
            return value
        module = self.units[0]
        closure = Captured(value.closure, module, self.marks(module), {}, "", 1)
        return Value(value.mask, value.trace, value.fields, closure, value.owner)

    def collect(self, feeding: list[Unit]) -> bool:
        """Learns what functions put into fields of their objects and into variables of the module.

        True when it is a variable, which all functions see.
        """
        learnt = seen_by_all = False
        changes = self.change_of_variable()
        for unit in feeding:
            if not unit.site.owner and not changes(unit.key[1]):
                continue
            outcome = self.outcome(unit)
            handed = self.semantics.annotates_parameters and gets_requests(self.function_of(unit))
            for parameter, path, value in outcome.effects:
                certain = self.certain(of_entry(value, self.settings.masks) if handed else value)
                if parameter == -1 and path and unit.site.owner and _is_tainted(certain):
                    fields = self.fields.setdefault(unit.site.owner, {})
                    fields[path[0]] = joined(fields[path[0]], certain) if path[0] in fields else certain
                    learnt = True
            for name, value in outcome.globals:
                certain = self.certain(value)
                if _is_tainted(certain):
                    known = self.variables.get(name)
                    self.variables[name] = certain if known is None else joined(known, certain)
                    learnt = seen_by_all = True
        if learnt:
            self.outcomes = {}
            self.inherited = {}
        return seen_by_all

    def change_of_variable(self) -> Callable[[bytes], object]:
        """Tells of the text of a function whether it may change a variable of the module."""
        if self.semantics.names_globals:
            return lambda text: b"global" in text or FILLED.search(text)
        names = [name for name, value in self.variables.items() if value.closure is None and name.isidentifier()]
        if not names:
            return FILLED.search
        either = "|".join(re.escape(name) for name in names[:_MOST_NAMES])
        change = rf"\b(?:{either})\s*(?:=[^=>]|\+=|\[|\.\w+\s*=[^=>]|\.(?:{_CHANGERS})\()"
        return re.compile(b"%b|%b" % (change.encode(), FILLED.pattern)).search

    def certain(self, value: Value) -> Value:
        """A value with the taint that it has whoever calls."""
        found = without(value, ~self.settings.masks.full & (value.mask | _in_fields(value)))
        closed = found.closure
        if isinstance(closed, Captured):
            variables = {name: self.certain(each) for name, each in closed.variables.items()}
            closed = closed._replace(variables=variables)
            return Value(found.mask, found.trace, found.fields, closed, found.owner, size=found.size)
        return found


_CALLED_BY_OTHERS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
"""Methods of views, which the framework calls. What the file calls by such a name is nearly always something else."""

_CHANGERS = "append|add|push|put|set|update|extend|insert|setdefault|write|unshift|offer"


def _place(hit: Hit) -> tuple[int, int, int, int]:
    return id(hit.unit), hit.sink.start, hit.sink.end, hit.sink.rule


def _is_tainted(value: Value) -> bool:
    return bool(value.mask or _in_fields(value))


def _without_literal(value: Value) -> Value:
    return value if value.literal is UNKNOWN or isinstance(value.literal, Regex) else CONSTANT


def _in_fields(value: Value) -> int:
    mask = 0
    for field in (value.fields or {}).values():
        mask |= field.mask | _in_fields(field)
    return mask
