"""What calls of functions that have a summary do: to arguments, objects and globals; and what such calls vouch for."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.environment import Hit, Outcome
from reread.analyzers.dataflow.domain.value import CLEAN, Path, Symbol, Value, gathered, joined, whole
from reread.analyzers.dataflow.interpreter.state import Place
from reread.analyzers.dataflow.interpreter.substitution import Translation, given_expression, result_number
from reread.analyzers.dataflow.ir.nodes import Call, Expression, Member, Name
from reread.analyzers.dataflow.languages.go.functional_options import followed_again, is_given_functions

_ITSELF = Symbol(-1, ())
"""What a method gives back that can be called again right away: `return this;`"""


class Summaries(Translation):
    """What the summaries of functions say about a call."""

    def applied(
        self, outcome: Outcome, call: Call, receiver: Value, arguments: list[Value], instance: Expression | None
    ) -> Value:
        """What a call does, by the summary of the function."""
        if outcome.again is not None and is_given_functions(outcome, arguments):
            return followed_again(outcome.again, call, receiver, arguments, instance, self)
        if self.world.semantics.has_plain_members:
            self.note_given(call, arguments)
        arguments, expanded = self.spread_out(arguments, call.arguments)
        if expanded is not call.arguments:
            call = call._replace(arguments=expanded)
        given: list[Value] = []
        for symbol in outcome.symbols:
            if result_number(symbol) >= 0:
                given.append(self.given_result(symbol, outcome, call, given))
            else:
                given.append(self.given(symbol, outcome, call, receiver, arguments))
        for hit in outcome.reached:
            mask, trace = self.translated(hit.mask, hit.trace, given, call)
            if mask and outcome.elsewhere:
                # What is wrong in this file is what it hands to the other one.
                sink = hit.sink._replace(start=call.start, end=call.end, focused=False, loose=False)
                beyond = ((hit.unit, hit.sink.start), *hit.beyond)
                self.note(Hit(sink, self.unit, mask, trace, beyond))
            elif mask:
                self.note(Hit(hit.sink, hit.unit, mask, trace, hit.beyond))
        gives_itself = outcome.returned.symbol == _ITSELF
        changes_itself = gives_itself or any(parameter == -1 for parameter, _, _ in outcome.effects)
        own = self.own_place(instance, receiver) if changes_itself else None
        # What is put in the place of a value comes after what is known to be gone.
        for parameter, path, bits in outcome.cleans:
            known = self.cleaned_place(parameter, outcome, call, instance)
            if known is not None:
                self.vouch(known[0], (*known[1], *path), self.masks.spread(bits))
        for parameter, path, value in outcome.effects:
            target = None if parameter == -1 else given_expression(parameter, outcome, call)
            place = own if target is None else self.place_of(target)
            if place is not None and place[1] is not None:
                self.apply_effect(place[0], (*place[1], *path), self.translated_value(value, given, call))
        for name, value in outcome.globals:
            if self.is_module or name not in self.own:
                self.env[name] = joined(self.variable(name), self.translated_value(value, given, call))
        told = {result_number(symbol) for symbol in outcome.symbols}
        for number, (parameter, values) in enumerate(outcome.handed):
            if number in told:
                continue
            function = self.given(Symbol(parameter, ()), outcome, call, receiver, arguments)
            handed = [self.translated_value(value, given, call) for value in values]
            if function.closure is not None:
                self.call_closure(function.closure, handed, ())
            else:
                self.hand(function, handed)
        if outcome.thrown is not CLEAN and gathered(thrown := self.translated_value(outcome.thrown, given, call))[0]:
            self.thrown = thrown if self.thrown is CLEAN else joined(self.thrown, thrown)
        returned = outcome.returned
        if gives_itself and own is not None and own[1] is not None:
            self.own_objects[call.start, call.end] = own
            found = self.at_path(self.variable(own[0]), own[1])
            if found is not None:
                return found
        if outcome.is_fixed and returned.literal is not UNKNOWN:
            return Value(constant=True, literal=returned.literal)
        return self.translated_value(returned, given, call)

    def note_given(self, call: Call, arguments: list[Value]) -> None:
        """Remembers what a call gives; one in a loop may give more the next time."""
        masks = tuple(gathered(value)[0] for value in arguments)
        known = self.known_calls.get(call.start, masks)
        if len(known) == len(masks):
            masks = tuple(one | other for one, other in zip(known, masks, strict=True))
        self.known_calls[call.start] = masks

    def own_place(self, instance: Expression | None, receiver: Value) -> Place | None:
        """Where the object of a call is kept. One that has no name yet gets one: `new Query().where(x).build()`."""
        place = None if instance is None else self.place_of(instance)
        if place is None and isinstance(instance, Call):
            place = self.own_objects[instance.start, instance.end] = (f"\0{instance.start}-{instance.end}", ())
            self.env[place[0]] = receiver
        return place

    def cleaned_place(
        self, parameter: int, outcome: Outcome, call: Call, instance: Expression | None
    ) -> tuple[str, Path] | None:
        """The variable or field that a call gives for a parameter or calls a method of."""
        if parameter >= 0:
            return self.argument_place(parameter, outcome, call)
        place = None if instance is None else self.place_of(instance)
        return None if place is None or place[1] is None else (place[0], place[1])

    def argument_place(self, parameter: int, outcome: Outcome, call: Call) -> tuple[str, Path] | None:
        """The variable or field that a call gives for a parameter."""
        e = given_expression(parameter, outcome, call) if parameter >= 0 else None
        place = None if e is None else self.place_of(e)
        return None if place is None or place[1] is None else (place[0], place[1])

    def vouched_by_call(self, call: Call, holds: bool) -> dict[tuple[str, Path], int]:
        """What a function of this file says about its arguments by returning something true or false, or no error."""
        outcome = self.outcome_for(call) or self.closure_outcome(call)
        found: dict[tuple[str, Path], int] = {}
        if outcome is None:
            return found
        instance = call.callee.object if isinstance(call.callee, Member) else None
        for parameter, path, bits in outcome.vouches if holds else outcome.accepts:
            place = self.cleaned_place(parameter, outcome, call, instance)
            if place is not None:
                found[place[0], (*place[1], *path)] = self.masks.spread(bits)
        return found

    def outcome_for(self, call: Call) -> Outcome | None:
        callee = call.callee
        if isinstance(callee, Name) and (callee.name not in self.env or self.world.semantics.has_plain_members):
            return self.world.outcome_of("", callee.name) or (
                self.world.outcome_of(self.owner, callee.name) if self.owner else None
            )
        if isinstance(callee, Member) and isinstance(callee.object, Name):
            owner = self.variable(callee.object.name).owner
            if callee.object.name in ("self", "this", "cls"):
                owner = owner or self.owner
            elif self.world.is_class(callee.object.name):
                owner = callee.object.name
            if not owner and self.world.owner_of is not None:
                owner = self.owner_elsewhere(callee.object)
            return self.world.outcome_of(owner, callee.name) if owner else None
        return None

    def owner_elsewhere(self, e: Expression) -> str:
        """What a dotted name is as the owner of functions in other files: a module or a class."""
        parts: list[str] = []
        while isinstance(e, Member):
            parts.append(e.name)
            e = e.object
        if (
            not isinstance(e, Name)
            or self.world.owner_of is None
            or (e.name in self.env and not self.may_be_imported())
        ):
            return ""
        return self.world.owner_of((e.name, *reversed(parts)))

    def may_be_imported(self) -> bool:
        """True where variables may stand for what other files export: `const f = require("./f")` in a module's code."""
        return self.is_module and self.world.owner_of is not None

    def apply_effect(self, root: str, path: Path, value: Value) -> None:
        if path:
            self.write(root, path[:4], value)
        else:
            self.taint_place((root, ()), whole(value))
