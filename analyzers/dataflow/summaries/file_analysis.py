"""All functions of one document, interpreted where it can matter, with what they know of each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.function_summary import FunctionSummary, TaintFlow
from reread.analyzers.dataflow.domain.regex import Regex
from reread.analyzers.dataflow.domain.taint_bits import folded, paired
from reread.analyzers.dataflow.domain.trace import sources_of
from reread.analyzers.dataflow.domain.value import CONSTANT, AbstractValue, Captured, joined, without
from reread.analyzers.dataflow.models.library_names import either, names
from reread.analyzers.dataflow.summaries.call_sites import MOST_CALLERS, gets_fixed_values, parameter_at
from reread.analyzers.dataflow.summaries.caller_taint import bits_of, gets_requests, is_never_tainted, of_entry
from reread.analyzers.dataflow.summaries.function_units import Unit
from reread.analyzers.dataflow.summaries.table import SummaryTable

_MOST_NAMES = 200


class FileAnalysis(SummaryTable):
    """The functions of one document while they are being interpreted; `is_elsewhere` where other files are known as
    well."""

    def flows(self) -> Iterator[TaintFlow]:
        """The sinks that taint reaches, each once.

        Functions with sinks are interpreted first. Who calls one is interpreted only if a sink is left there that is
        reached by what is given to the function.
        """
        reach = self.reach
        waiting = reach.starts()
        feeding = reach.feeding()
        if not waiting and not feeding:
            return
        self.interpret_module()
        if self.settings.calls and self.collect(feeding):
            waiting = reach.sinking()
        queued = {id(unit) for unit in waiting}
        seen: set[object] = set()
        for unit in waiting:
            summary = self.summary(unit)
            for flow in summary.flows:
                if (place := flow.place) not in seen and not self.only_given_fixed_values(unit, flow):
                    seen.add(place)
                    yield flow
            left = 0
            for flow in summary.symbolic_flows:
                if flow.place not in seen:
                    left |= flow.sink.bits
            for caller in reach.bringing(unit, left) if left else ():
                if id(caller) not in queued:
                    queued.add(id(caller))
                    waiting.append(caller)

    def only_given_fixed_values(self, unit: Unit, flow: TaintFlow) -> bool:
        """True where only a suspicion about the parameters of a function leads to a sink, and the file itself calls it
        with nothing but what is written there. Rules of users are believed what they say of parameters.
        """
        if (
            folded(flow.taint & self.settings.taint_bits.full) & flow.sink.bits
            or flow.sink.bits & self.settings.taint_bits.believing
            or not unit.site.name
            or not self.settings.extras
        ):
            return False
        if unit.site.owner and unit.site.name in names("view-method", self.semantics.library):
            # What the file calls by the name of such a method, which the framework calls, is mostly something else.
            return False
        callers = [self.function_of(caller) for caller in islice(self.reach.callers(unit), MOST_CALLERS + 1)]
        places = sources_of(flow.trace, paired(flow.sink.bits) << self.settings.taint_bits.width, unit.placement)
        if gets_fixed_values(self.function_of(unit), callers, self.semantics, places):
            return True
        return self.is_clean_at_all_calls(unit, flow, places)

    def is_clean_at_all_calls(self, unit: Unit, flow: TaintFlow, places: list[tuple[int, int]]) -> bool:
        """True where what the file gives a function is interpreted, and it is nothing that the rule asks for."""
        numbers = {parameter_at(place, self.function_of(unit)) for place in places}
        if not numbers or -1 in numbers:
            return False
        bits = bits_of(flow.trace, self.settings.taint_bits.width, self.settings.taint_bits.full)
        return is_never_tainted(unit, tuple(sorted(numbers)), bits, self)

    def exported_summary(self, unit: Unit) -> FunctionSummary:
        """What a function does for those who call it in other files, whatever was asked before.

        Of code that is not looked at itself names are believed: it checks what it says that it checks.
        """
        if self.module_summaries is None:
            self.interpret_module()
            self.module_summaries = self.summaries
        self.summaries = dict(self.module_summaries)
        return self.summary(unit)

    def interpret_module(self) -> None:
        module = self.units[0]
        summary = self.summary(module)
        for name, value in (summary.environment or {}).items():
            # Switches of a module are there to be changed, so no branch is decided by them; constants of Go stay.
            certain = self.certain(value)
            certain = certain if name in self.declarations.constants else _without_literal(certain)
            self.variables[name] = self.of_package(certain) if self.semantics.keeps_package_functions else certain
        # What was interpreted from there did not know these variables yet.
        self.summaries = {id(module): summary}
        self.inherited = {}

    def of_package(self, value: AbstractValue) -> AbstractValue:
        """A variable of a package of Go, whose functions are interpreted where they are called: alone or in a table."""
        if value.fields:
            fields = {key: self.of_package(each) if each.closure else each for key, each in value.fields.items()}
            value = value.replaced(value.taint, value.trace, fields)
        if value.closure is None or isinstance(value.closure, Captured):
            return value
        module = self.units[0]
        closure = Captured(value.closure, module.placement, self.specs(module), {}, "", 1)
        return AbstractValue(value.taint, value.trace, value.fields, closure, value.type)

    def collect(self, feeding: list[Unit]) -> bool:
        """Learns what functions put into fields of their objects and into variables of the module.

        True when it is a variable, which all functions see.
        """
        learnt = seen_by_all = False
        changes = self.change_of_variable()
        for unit in feeding:
            if not unit.site.owner and not changes(unit.key[1]):
                continue
            summary = self.summary(unit)
            is_filled = gets_requests(self.function_of(unit), self.semantics.library)
            for parameter, path, value in summary.effects:
                certain = self.certain(of_entry(value, self.settings.taint_bits) if is_filled else value)
                if parameter == -1 and path and unit.site.owner and _is_tainted(certain):
                    fields = self.fields.setdefault(unit.site.owner, {})
                    fields[path[0]] = joined(fields[path[0]], certain) if path[0] in fields else certain
                    learnt = True
            for name, value in summary.globals:
                certain = self.certain(value)
                if _is_tainted(certain):
                    known = self.variables.get(name)
                    self.variables[name] = certain if known is None else joined(known, certain)
                    learnt = seen_by_all = True
        if learnt:
            self.summaries = {}
            self.inherited = {}
        return seen_by_all

    def change_of_variable(self) -> Callable[[bytes], object]:
        """Tells of the text of a function whether it may change a variable of the module."""
        if self.semantics.assignments_declare:
            fills = re.compile(self.semantics.fills_shared_object).search
            return lambda text: b"global" in text or fills(text)
        changed = [name for name, value in self.variables.items() if value.closure is None and name.isidentifier()]
        if not changed:
            return re.compile(self.semantics.fills_shared_object).search
        changers = either(names("object-changer", self.semantics.library))
        change = rf"\b(?:{either(changed[:_MOST_NAMES])})\s*(?:=[^=>]|\+=|\[|\.\w+\s*=[^=>]|\.(?:{changers})\()"
        return re.compile(b"%b|%b" % (change.encode(), self.semantics.fills_shared_object)).search

    def certain(self, value: AbstractValue) -> AbstractValue:
        """A value with the taint that it has whoever calls."""
        found = without(value, ~self.settings.taint_bits.full)
        closed = found.closure
        if isinstance(closed, Captured):
            variables = {name: self.certain(each) for name, each in closed.variables.items()}
            closed = closed._replace(variables=variables)
            return AbstractValue(found.taint, found.trace, found.fields, closed, found.type, size=found.size)
        return found


def _is_tainted(value: AbstractValue) -> bool:
    return bool(value.taint or _in_fields(value))


def _without_literal(value: AbstractValue) -> AbstractValue:
    return value if value.literal is UNKNOWN or isinstance(value.literal, Regex) else CONSTANT


def _in_fields(value: AbstractValue) -> int:
    taint = 0
    for field in (value.fields or {}).values():
        taint |= field.taint | _in_fields(field)
    return taint
