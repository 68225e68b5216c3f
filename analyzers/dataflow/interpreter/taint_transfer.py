"""What marks do to values: sources taint them, sanitizers clean them, propagators pass them on, sinks report them."""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.declarations.scalar_types import (
    BOOLEANS,
    NUMBERS,
    declared_pattern,
    is_choice,
    plain_type,
)
from reread.analyzers.dataflow.declarations.structs import is_textless
from reread.analyzers.dataflow.domain.environment import Hit
from reread.analyzers.dataflow.domain.taint_specs import NO, ONLY, Propagator, Sanitizer, Sink, Source, is_met
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    PARTS,
    Path,
    Step,
    Symbol,
    Value,
    gathered,
    joined_trace,
    sealed,
    tainted_with,
    without,
)
from reread.analyzers.dataflow.interpreter.encodings import is_encoding
from reread.analyzers.dataflow.interpreter.state import Follower
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Index, Member, Operation, Parameter, Parts, Statement
from reread.analyzers.dataflow.languages.go.errors import is_error
from reread.analyzers.dataflow.sanitizers.regex_guards import is_narrow


class MarkedValues(Follower):
    """The marks of one function, applied to the values at their places."""

    def enter_ranges(self, statement: Statement) -> None:
        """What sources and sanitizers around a statement do to all that is in it."""
        for mark in self.marks.ranges:
            if mark.start <= statement.start and statement.end <= mark.end:
                self.enter_range(mark)

    def enter_range(self, mark: Source | Sanitizer) -> None:
        if isinstance(mark, Sanitizer):
            if mark.effect != ONLY:
                self.clean |= mark.bits
        elif mark.effect != ONLY and mark.requires is None:
            step = Step(mark.bits, self.unit, mark.start, mark.end, "source", bound=mark.bound)
            self.inside_trace = joined_trace(self.inside, self.inside_trace, mark.bits, step)
            self.inside |= mark.bits

    def in_ranges(self, value: Value) -> Value:
        if self.inside & ~value.mask:
            literal = value.literal
            value = tainted_with(value, Value(self.inside, self.inside_trace))
            # What is written there is still the key that it is.
            value.literal = literal
        return without(value, self.clean) if self.clean else value

    def marked_value(
        self, e: Expression, sources: list[Source], sanitizers: list[Sanitizer], sinks: list[Sink]
    ) -> Value:
        """The value of an expression at whose place there are marks."""
        if sanitizers and isinstance(e, Call) and self.only_passes_on(e):
            sanitizers = []
        if sinks and (e.start, e.end) in self.kept_inside:
            sinks = []
        inside, clean, trace, opened = self.inside, self.clean, self.inside_trace, len(self.open_sinks)
        for source in sources:
            if not source.exact:
                self.enter_range(source)
        encodes = bool(sanitizers) and self.world.guards and self.world.semantics.undoes_encodings and is_encoding(e)
        for sanitizer in sanitizers:
            if not sanitizer.exact and not encodes:
                self.enter_range(sanitizer)
        self.open_sinks += (sink for sink in sinks if not sink.exact)
        value = self.plain_value(e)
        self.inside, self.clean, self.inside_trace = inside, clean, trace
        del self.open_sinks[opened:]
        for source in sources:
            # What calls give and fields hold is no news where it is known: `newJob("convert").program`.
            is_known = source.exact and value.constant and isinstance(e, (Call, Member)) and self.world.guards
            if not is_known and not (source.unfollowed and self.was_followed(e)):
                value = self.sourced(source, value, e)
        if sources and isinstance(e, Call) and value.mask & self.masks.safe_numbers:
            value = self.as_declared(e, value)
        if sources and (lacks := self.lacking(e)):
            value = without(value, lacks)
        if sources and isinstance(e, Member) and self.is_textless(e):
            value = without(value, self.masks.safe_numbers)
        raw = value
        for sanitizer in sanitizers:
            value = self.sanitized(sanitizer, value, e)
        if encodes and gathered(raw)[0] and value is not raw:
            value = Value(value.mask, value.trace)
            value.encoded = raw
        if inside or clean:
            value = self.in_ranges(value)
        if (e.start, e.end) in self.textless:
            value = without(value, self.masks.safe_numbers)
        if sinks and isinstance(e, (Operation, Index)):
            # What is compared or looked up, even where the outcome itself carries no taint.
            inner = e.operands if isinstance(e, Operation) else (e.object, e.key)
            self.check([sink for sink in sinks if sink.focused], value)
            others = [sink for sink in sinks if not sink.focused]
            if others:
                self.check(others, self.union([value, *(self.value(each) for each in inner)]))
        elif sinks and not isinstance(e, Call):
            self.check(sinks, value)
        elif sinks:
            self.check([sink for sink in sinks if sink.focused], value)
        return value

    def only_passes_on(self, call: Call) -> bool:
        """True for a call of a function of this file that does nothing to what it is given, whatever it is called."""
        outcome = self.outcome_for(call) if self.world.guards else None
        return outcome is not None and outcome.passes_on

    def is_textless(self, e: Member) -> bool:
        """True for a field of a struct that is declared for what carries no text of an attacker."""
        owner = self.peek(e.object).owner if self.world.semantics.has_structs else ""
        return bool(owner) and is_textless(self.world.class_of_field((owner, e.name)))

    def sourced(self, source: Source, value: Value, e: Expression | Parameter) -> Value:
        if source.requires is not None and not is_met(source.requires, self.masks.certain(gathered(value)[0])):
            return value
        bits = source.bits
        if isinstance(e, Parameter) and not source.control:
            bits <<= self.masks.width
        elif source.requires is not None and not is_met(source.requires, gathered(value)[0] & self.masks.full):
            # What comes of a suspicion about parameters is one itself.
            bits <<= self.masks.width
        origin = Step(bits, self.unit, source.start, source.end, "source", bound=source.bound)
        if source.requires is not None:
            mask, trace = gathered(value)
            origin = Step(bits | mask, self.unit, source.start, source.end, "assign", (trace,) if trace else ())
        taint = Value(bits, origin)
        if source.control:
            self.control = tainted_with(self.control, taint)
            return value
        if source.effect != NO and not isinstance(e, Parameter):
            place = self.place_of(e)
            if place is not None:
                self.taint_place((place[0], place[1] or ()), taint)
        return value if source.effect == ONLY else tainted_with(value, taint)

    def sanitized(self, sanitizer: Sanitizer, value: Value, e: Expression) -> Value:
        if sanitizer.effect != NO:
            place = self.place_of(e)
            if place is not None and place[1] is not None:
                self.vouch(place[0], place[1], sanitizer.bits)
        if sanitizer.effect == ONLY or (sanitizer.unfollowed and self.was_followed(e)):
            return value
        return sealed(value, sanitizer.bits) if sanitizer.as_a_whole else without(value, sanitizer.bits)

    def was_followed(self, e: Expression) -> bool:
        """True for the call that was evaluated last, of a function that is known, and for what waits for it."""
        while isinstance(e, Parts) and len(e.parts) == 1:
            e = e.parts[0]
        return self.followed == (e.start, e.end)

    def check(self, sinks: list[Sink], value: Value) -> None:
        """Notes the sinks that the taint of a value comes to."""
        mask, trace = self.taint_of(value)
        if self.control.mask:
            trace = joined_trace(mask, trace, self.control.mask, self.control.trace)
            mask |= self.control.mask
        if not mask:
            return
        for sink in sinks:
            if (sink.start, sink.end, sink.focused) in self.own_calls and sink.bits & self.masks.own_methods:
                continue
            self.note(Hit(sink, self.unit, mask, trace))

    def note(self, hit: Hit) -> None:
        sink = hit.sink
        if sink.at_exit and not self.at_exit:
            return
        certain = self.masks.certain(hit.mask)
        if sink.needs and not self.has_needed(sink):
            return
        key = (id(hit.unit), sink.start, sink.end, sink.rule)
        if certain & sink.bits and is_met(sink.requires, certain):
            self.hits.setdefault(key, hit)
        elif (hit.mask >> 2 * self.masks.width) & (sink.bits * self.masks.everywhere):
            known = self.reached.get(key)
            if known is not None:
                mask = known.mask | hit.mask
                trace = joined_trace(known.mask, known.trace, hit.mask, hit.trace)
                hit = Hit(sink, hit.unit, mask, trace, known.beyond)
            self.reached[key] = hit

    def has_needed(self, sink: Sink) -> bool:
        """True when each metavariable that a sink names stands for what has the labels it asks for."""
        seen = self.seen
        return all(is_met(needs, self.masks.certain(seen.get((start, end), 0))) for start, end, needs in sink.needs)

    def propagated(self, e: Expression, value: Value) -> Value:
        """Carries taint where propagators say so: whichever of the two places comes last does it."""
        place = (e.start, e.end)
        for mark in self.marks.from_.get(place, ()):
            taint, trace = gathered(value)
            if is_met(mark.requires, self.masks.certain(taint)):
                taint = self.relabelled(mark, taint & (mark.bits * self.masks.everywhere))
                if taint:
                    step = Step(taint, self.unit, mark.start, mark.end, "propagate", (trace,) if trace else ())
                    self.pending[mark] = Value(taint, step)
                    if mark in self.waiting:
                        self.propagate_to(mark, self.waiting[mark])
                else:
                    self.pending.pop(mark, None)
        for mark in self.marks.to.get(place, ()):
            self.waiting[mark] = e
            if mark in self.pending:
                self.propagate_to(mark, e)
                value = tainted_with(value, self.pending[mark])
        return value

    def relabelled(self, mark: Propagator, taint: int) -> int:
        """The taint with the label of a propagator in place of those it replaces, for each symbol."""
        replaced = taint & (mark.replaced * self.masks.everywhere)
        taint &= ~replaced
        shift = 0
        while mark.adds and replaced:
            if replaced & self.masks.full:
                taint |= mark.adds << shift
            replaced >>= self.masks.width
            shift += self.masks.width
        return taint

    def propagate_to(self, mark: Propagator, target: Expression) -> None:
        place = self.place_of(target)
        if mark.effect != NO and place is not None:
            self.taint_place((place[0], place[1] or ()), self.pending[mark])

    def note_vouched(self, e: Expression, value: Value) -> None:
        """What a returned value says of parameters: where it is true, and where it is false or has no error in it."""
        if value.literal is UNKNOWN or value.literal:
            self.vouching = _agreed(self.vouching, self.vouched_now(self.vouched_places(e)))
        if self.world.semantics.gives_errors and self.world.guards and not is_error(e):
            self.accepting = _agreed(self.accepting, self.vouched_now({}))
        elif not self.world.semantics.gives_errors and (value.literal is UNKNOWN or not value.literal):
            self.accepting = _agreed(self.accepting, self.vouched_now(self.vouched_places(e, False)))

    def note_nothing(self) -> None:
        """A function that comes to its end gives nothing, which is as false."""
        if not self.world.semantics.gives_errors:
            self.accepting = _agreed(self.accepting, self.vouched_now({}))

    def vouched_now(self, places: Mapping[tuple[str, Path], int]) -> dict[tuple[int, Path], int]:
        """The bits that parameters and their fields do not have any more at a return, or do not have in some places."""
        found: dict[tuple[int, Path], int] = {}
        for name, number in self.roots.items():
            known = self.env.get(name)
            for path in {**dict.fromkeys(self.looked_at(number)), **{at: None for root, at in places if root == name}}:
                if path and path[-1] in PARTS:
                    continue
                bits = self.lost(Symbol(number, path), self.at_path(known, path)) | places.get((name, path), 0)
                for part, other in (PARTS, PARTS[::-1]) if not path else ():
                    before = ((known and known.fields) or {}).get(other, CLEAN).lacks
                    bits |= places.get((name, (part,)), 0) & before
                if bits:
                    bits = bits & self.masks.full if bits >= 0 else self.masks.full
                    found[number, path] = found.get((number, path), 0) | bits
        return found

    def vouched_places(self, e: Expression, holds: bool = True) -> dict[tuple[str, Path], int]:
        raise NotImplementedError

    def looked_at(self, number: int) -> list[Path]:
        """A parameter itself and its fields, as far as anything has asked for them."""
        return [(), *(each.path for each in self.symbols if each.parameter == number and len(each.path) == 1)]

    def lost(self, symbol: Symbol, value: Value | None) -> int:
        """The bits of one symbol that a parameter or a field of one had when it came in and has no longer."""
        known = self.symbol_values.get(symbol)
        if known is None or value is None or not known.mask or value.mask & known.mask == known.mask:
            return 0
        missing = known.mask & ~value.mask
        return missing >> (self.masks.width * (self.symbols.index(symbol) + 1)) & self.masks.full

    def number(self, name: str, value: Value) -> Value:
        """The value of a member by its name, without the taint that it cannot carry as the file declares it."""
        if value.mask & self.masks.safe_numbers and self.world.is_number(name):
            return without(value, self.masks.safe_numbers)
        return value

    def declared(self, type_: str, value: Value) -> Value:
        """The value without taint that its declared type cannot carry."""
        if value.mask and "=" in type_ and self.world.semantics.declares_patterns:
            value = self.of_pattern(declared_pattern(type_), value)
        if type_ and (self.masks.safe_numbers or self.masks.safe_booleans):
            name = plain_type(type_)
            if name in BOOLEANS:
                return without(value, self.masks.safe_booleans)
            if name in NUMBERS or is_choice(name) or self.world.is_number(name):
                return without(value, self.masks.safe_numbers)
        return value

    def of_pattern(self, pattern: str | None, value: Value) -> Value:
        """The value of a parameter that the framework compares with a regular expression before."""
        if pattern is None or not self.world.guards or not is_narrow(pattern, False):
            return value
        return without(value, value.mask & ~self.masks.unguarded)


_Vouched = dict[tuple[int, Path], int]


def _agreed(ever: _Vouched | None, found: _Vouched) -> _Vouched:
    """What each return so far says."""
    return found if ever is None else {place: both for place in ever if (both := ever[place] & found.get(place, 0))}
