"""Calls of functions that have a summary: what they give back, and do to arguments, objects and globals."""

from __future__ import annotations

from reread.analyzers.flow.captured import Captured, Closed
from reread.analyzers.flow.closures import Closures
from reread.analyzers.flow.folding import UNKNOWN
from reread.analyzers.flow.follower import Place
from reread.analyzers.flow.program import Argument, Call, Expression, Index, Member, Name, Parts, is_handed_over
from reread.analyzers.flow.python_objects import named_fields, own_class, shown
from reread.analyzers.flow.state import Hit, Outcome, joined_environments
from reread.analyzers.flow.structs import each_of
from reread.analyzers.flow.values import (
    CLEAN,
    CONSTANT,
    ENTRY,
    Path,
    Step,
    Symbol,
    Value,
    gathered,
    joined,
    joined_trace,
    shallow,
    whole,
)

_MOST_HANDED = 8
_ITSELF = Symbol(-1, ())
"""What a method gives back that can be called again right away: `return this;`"""

_RESULT = "\0result "
"""Before the number of what a parameter was called with: the path of what that call gave. No key of the code has it."""


class Summaries(Closures):
    """The evaluation of calls by the summaries of the functions."""

    def known_call(self, call: Call, receiver: Value, arguments: list[Value]) -> Value | None:
        """The value of a call to a function of this file; None for all others."""
        callee = call.callee
        owner, name, instance = "", "", None
        if own_class(callee, self):
            return self.construct(self.owner, call, arguments)
        if isinstance(callee, Name):
            name = callee.name
            if self.world.is_class(name) or self.is_record(name):
                return self.construct(name, call, arguments)
            if name == "super" and self.world.language == "python":
                # Its methods are called on the object itself, and nothing is made anew.
                return self.variable("self") if "self" in self.env else None
            if name == "super":
                return self.inherited_call("", call, arguments)
            if name in self.env and not self.may_be_imported() and self.world.language != "java":
                return None
        elif isinstance(callee, Member):
            name = callee.name
            if _is_super(callee.object):
                return self.inherited_call(name, call, arguments)
            owner = receiver.owner
            instance = callee.object
            if isinstance(callee.object, Name):
                if callee.object.name in ("self", "this", "cls"):
                    owner = owner or self.owner
                elif not owner and self.is_own_class(callee.object.name):
                    owner = callee.object.name
            if not owner and self.world.owner_of is not None:
                owner = self.owner_elsewhere(callee.object)
            if not owner:
                return None
        if not name:
            return None
        if len(owners := each_of(owner)) > 1 and self.world.language == "go":
            return self.called_on_each(owners, name, call, receiver, arguments)
        outcome = self.world.outcome_of(owner, name)
        if outcome is None and isinstance(callee, Name) and self.owner and self.world.language != "python":
            owner = self.owner
            outcome = self.world.outcome_of(owner, name)
            receiver, instance = self.variable("this"), Name(0, 0, "this")
        if outcome is None or outcome.failed:
            return None
        if not outcome.names and call.arguments and is_handed_over(call):
            # `Person::getName` is called on what it is given.
            return self.applied(outcome, call._replace(arguments=()), arguments[0], [], call.arguments[0].value)
        return self.applied(outcome, call, receiver, arguments, instance)

    def called_on_each(
        self, owners: list[str], name: str, call: Call, receiver: Value, arguments: list[Value]
    ) -> Value | None:
        """What a method gives of an object that may be of several classes, where all of them are known."""
        outcomes = [self.world.outcome_of(owner, name) for owner in owners]
        known = [outcome for outcome in outcomes if outcome is not None and not outcome.failed]
        if len(known) < len(owners) or not isinstance(call.callee, Member):
            return None
        before, ends = self.env, []
        results = []
        for outcome in known:
            self.env = before.copy()
            results.append(self.applied(outcome, call, receiver, arguments, call.callee.object))
            ends.append(self.env)
        self.env = ends[0]
        for env in ends[1:]:
            self.env = joined_environments(self.env, env)
        return self.union(results)

    def is_own_class(self, name: str) -> bool:
        """True for a name that stands for a class of the file, and for no variable."""
        known = self.env.get(name)
        # One of the module that has been given a field here is still that class.
        is_same = known is None or known is self.classes.get(name) or not (self.is_module or name in self.own)
        return is_same and self.world.is_class(name)

    def inherited_call(self, name: str, call: Call, arguments: list[Value]) -> Value | None:
        """`super.f(...)`, `super().f(...)` of a class that builds on one of this file; "" for `super(...)`."""
        bases = self.world.bases_of(self.owner) if self.owner else ()
        if not bases:
            return None
        outcome = self.world.outcome_of(bases[0], name) if name else self.constructor_of(bases[0])
        if outcome is None or outcome.failed:
            return None
        this = "self" if self.world.language == "python" else "this"
        return self.applied(outcome, call, self.variable(this), arguments, Name(call.start, call.end, this))

    def property(self, e: Member, value: Value) -> Value | None:
        outcome = self.world.outcome_of(value.owner, e.name)
        if outcome is None or outcome.failed or not outcome.is_getter:
            return None
        return self.applied(outcome, Call(e.start, e.end, e, ()), value, [], e.object)

    def set_property(self, target: Member, inside: Value, value: Value) -> bool:
        if isinstance(target.object, Name) and target.object.name in ("self", "this"):
            return False
        outcome = self.world.outcome_of(inside.owner, f"{target.name}=")
        if outcome is None or outcome.failed:
            return False
        given = Argument(target.start, target.end, Parts(target.start, target.end, ()))
        self.applied(outcome, Call(target.start, target.end, target, (given,)), inside, [value], target.object)
        return True

    def item(self, e: Index, inside: Value, key: Value) -> Value | None:
        """What an object of a class of this file gives for a key, where it says so itself."""
        outcome = self.world.outcome_of(inside.owner, "__getitem__")
        if outcome is None or outcome.failed:
            return None
        given = Argument(e.key.start, e.key.end, e.key)
        return self.applied(outcome, Call(e.start, e.end, e, (given,)), inside, [key], e.object)

    def construct(self, name: str, call: Call, arguments: list[Value]) -> Value:
        """A new object of a class of this file."""
        outcome = self.constructor_of(name)
        names = self.record_names(name, call) if outcome is None else ()
        made = Value(owner=name)
        if names:
            # A record: of a data class, of a table
            made = Value(fields=dict(zip(names, arguments, strict=True)), owner=name)
            if self.world.language == "python" and not set(names) <= set(self.world.record(name) or ()):
                # What a base does with them is not known: a form has its values elsewhere.
                taint = self.union(arguments)
                made = made.replaced(taint.mask, taint.trace, made.fields)
            outcome = self.world.outcome_of(name, "__post_init__") if self.world.language == "python" else None
            if outcome is None or outcome.failed:
                return made
            call, arguments = call._replace(arguments=()), []
        if outcome is None or outcome.failed:
            taint = self.union(arguments)
            fields = named_fields(call, arguments) if self.world.language == "python" and self.world.guards else None
            return Value(taint.mask, taint.trace, fields or None, owner=name)
        temporary = "\0new"
        before = self.env.get(temporary)
        self.env[temporary] = made
        self.applied(outcome, call, made, arguments, Name(call.start, call.end, temporary))
        made = self.env.pop(temporary)
        if before is not None:
            self.env[temporary] = before
        return Value(made.mask, made.trace, made.fields, owner=name)

    def shown(self, e: Expression, value: Value) -> Value:
        if not value.owner or self.world.language != "python" or not self.world.guards:
            return value
        return shown(e, value, self, ("__format__",))

    def is_record(self, name: str) -> bool:
        """Whether a name stands for a class of this file that has no methods."""
        return name.lstrip("_")[:1].isupper() and self.world.record(name) is not None

    def record_names(self, name: str, call: Call) -> tuple[str, ...]:
        """The fields that the arguments of the constructor are for; none where that is not known of all of them."""
        names = [each.name for each in call.arguments]
        if any(each.spread for each in call.arguments):
            return ()
        if not all(names):
            declared = self.world.record(name) or ()
            names = [known or field for known, field in zip(names, (*declared, *names), strict=False)]
        return tuple(names) if all(names) else ()

    def constructor_of(self, name: str) -> Outcome | None:
        return (
            self.world.outcome_of(name, "__init__")
            or self.world.outcome_of(name, "constructor")
            or self.world.outcome_of(name, name)
        )

    def applied(
        self, outcome: Outcome, call: Call, receiver: Value, arguments: list[Value], instance: Expression | None
    ) -> Value:
        """What a call does, by the summary of the function."""
        if self.world.language == "java":
            self.note_given(call, arguments)
        arguments, expanded = self.spread_out(arguments, call.arguments)
        if expanded is not call.arguments:
            call = call._replace(arguments=expanded)
        given: list[Value] = []
        for symbol in outcome.symbols:
            if _result_number(symbol) >= 0:
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
            target = None if parameter == -1 else _given_expression(parameter, outcome, call)
            place = own if target is None else self.place_of(target)
            if place is not None and place[1] is not None:
                self.apply_effect(place[0], (*place[1], *path), self.translated_value(value, given, call))
        for name, value in outcome.globals:
            if self.is_module or name not in self.own:
                self.env[name] = joined(self.variable(name), self.translated_value(value, given, call))
        told = {_result_number(symbol) for symbol in outcome.symbols}
        for number, (parameter, values) in enumerate(outcome.handed):
            if number in told:
                continue
            function = self.given(Symbol(parameter, ()), outcome, call, receiver, arguments)
            handed = [self.translated_value(value, given, call) for value in values]
            if function.closure is not None:
                self.call_closure(function.closure, handed, ())
            else:
                self.hand(function, handed)
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

    def hand(self, function: Value, values: list[Value]) -> int:
        """Notes what a parameter is called with, for those who know which function it is; -1 for all else."""
        symbol = function.symbol
        if symbol is None or symbol.parameter < 0 or symbol.path or len(self.handed) >= _MOST_HANDED:
            return -1
        self.handed.append((symbol.parameter, tuple(values)))
        return len(self.handed) - 1

    def result_of_handed(self, function: Value, number: int, result: Value) -> Value:
        """What calling a parameter gives: here it is as tainted as what it is given; who calls may know better."""
        assert function.symbol is not None
        mine = self.symbol_value(Symbol(function.symbol.parameter, (f"{_RESULT}{number}",)))
        if not mine.mask:
            return result
        certain = result.mask & ((1 << 2 * self.masks.width) - 1)
        return Value(mine.mask | certain, result.trace if certain else None)

    def given_result(self, symbol: Symbol, outcome: Outcome, call: Call, given: list[Value]) -> Value:
        """What a function gives that this call hands over, called as the other function does."""
        number = _result_number(symbol)
        handed = [self.translated_value(value, given, call) for value in outcome.handed[number][1]]
        at = outcome.symbols.index(Symbol(symbol.parameter, ()))
        function = given[at] if at < len(given) else CLEAN
        e = _given_expression(symbol.parameter, outcome, call)
        known = None if e is None else self.called_with(e, function, call, handed)
        if known is not None:
            return known
        inner = self.hand(function, handed)
        result = self.union([function, *handed])
        return result if inner < 0 else self.result_of_handed(function, inner, result)

    def called_with(self, e: Expression, function: Value, call: Call, values: list[Value]) -> Value | None:
        raise NotImplementedError

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
        e = _given_expression(parameter, outcome, call) if parameter >= 0 else None
        place = None if e is None else self.place_of(e)
        return None if place is None or place[1] is None else (place[0], place[1])

    def vouched_by_call(self, call: Call, holds: bool) -> dict[tuple[str, Path], int]:
        """What a function of this file says about its arguments by returning something true, or no error."""
        outcome = self.outcome_for(call) if holds or self.world.language == "go" else None
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
        if isinstance(callee, Name) and (callee.name not in self.env or self.world.language == "java"):
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

    def given(self, symbol: Symbol, outcome: Outcome, call: Call, receiver: Value, arguments: list[Value]) -> Value:
        """What stands for a symbol of the function in this call."""
        if symbol == ENTRY:
            return CONSTANT if all(value.constant for value in arguments) else CLEAN
        if symbol.parameter == -1:
            value: Value | None = receiver
        else:
            value = self.given_value(symbol.parameter, outcome, call, arguments)
        found = self.at_path(value, symbol.path)
        return CLEAN if found is None else found

    def given_value(self, number: int, outcome: Outcome, call: Call, arguments: list[Value]) -> Value:
        if number == outcome.rest and not any(argument.spread or argument.name for argument in call.arguments):
            later = arguments[number:]
            fields = {str(place): value for place, value in enumerate(later)}
            constant = bool(later) and all(value.constant for value in later)
            return Value(fields=fields or None, constant=constant, size=len(later))
        if number == outcome.keywords:
            return self.named_rest(arguments, call.arguments, outcome.names)
        parts: list[Value] = []
        position = 0
        for argument, value in zip(call.arguments, arguments, strict=True):
            if argument.spread:
                parts.append(self.element(value))
            elif argument.name:
                parts += [value] if outcome.names[number : number + 1] == (argument.name,) else []
            else:
                parts += [value] if position == number else []
                position += 1
        return parts[0] if len(parts) == 1 else self.union(parts)

    def translated(self, mask: int, trace: Step | None, given: list[Value], call: Call) -> tuple[int, Step | None]:
        """Taint in terms of the function called as taint in terms of this one."""
        width, full = self.masks.width, self.masks.full
        result = mask & full
        steps: Step | None = trace if result else None
        rest = mask >> width
        number = 0
        while rest:
            bits = rest & full
            if number == 0 and bits & self.masks.derived and given and not given[0].constant:
                # Nobody knows whether what it was given has the label that this one comes of.
                steps = joined_trace(result, steps, bits & self.masks.derived, trace)
                result |= bits & self.masks.derived
            elif bits and number < len(given):
                inner, inner_trace = gathered(given[number])
                inner &= bits * self.masks.everywhere
                if inner:
                    steps = joined_trace(result, steps, inner, inner_trace)
                    result |= inner
            rest >>= width
            number += 1
        if result and steps is not None:
            steps = Step(result, self.unit, call.start, call.end, "call", (steps,))
        return result, steps if result else None

    def translated_value(self, value: Value, given: list[Value], call: Call) -> Value:
        if value.symbol is not None and not value.fields:
            return self.symbol_given(value, given, call)
        mask, trace = self.translated(value.mask, value.trace, given, call)
        fields = None
        if value.fields:
            fields = {key: self.translated_value(field, given, call) for key, field in value.fields.items()}
        closure = None if value.closure is None else self.translated_closure(value.closure, given, call)
        constant = value.constant and not mask
        return Value(mask, trace, fields, closure, value.owner, constant=constant, size=value.size, lacks=value.lacks)

    def translated_closure(self, closed: Closed, given: list[Value], call: Call) -> Closed | None:
        """A function that the one called has made, with the variables that it sees as this call makes them."""
        if not isinstance(closed, Captured):
            return None
        variables = {name: self.translated_value(each, given, call) for name, each in closed.variables.items()}
        # Functions that this one hands over are followed with what is known here.
        variables = {name: self.enclosed(each, None, self.own, [self.env]) for name, each in variables.items()}
        return closed._replace(variables=variables)

    def symbol_given(self, value: Value, given: list[Value], call: Call) -> Value:
        kept = self.as_given(value, given)
        if kept is not None:
            return kept
        mask, trace = self.translated(value.mask, value.trace, given, call)
        return Value(mask, trace, owner=value.owner)

    def as_given(self, value: Value, given: list[Value]) -> Value | None:
        """The argument itself, where the function did nothing to it; None where it did, or it has no fields."""
        number = value.mask.bit_length() // self.masks.width - 2
        # What is said of parameters that anybody may fill does not count where it is known what fills them.
        entry = (self.masks.full & ~self.masks.derived) << self.masks.width if number > 0 else 0
        if not 0 <= number < len(given) or value.mask & ~entry != self.masks.full << self.masks.width * (number + 1):
            return None
        found = given[number]
        if found.fields:
            return shallow(found)
        if found.closure is not None:
            return found
        return (found if found.literal is UNKNOWN else CONSTANT) if found.constant else None


def _is_super(e: Expression) -> bool:
    return (isinstance(e, Call) and isinstance(e.callee, Name) and e.callee.name == "super" and not e.arguments) or (
        isinstance(e, Name) and e.name == "super"
    )


def _result_number(symbol: Symbol) -> int:
    """Of what a call of a parameter gave, the number of that call; -1 for all other symbols."""
    key = symbol.path[0] if symbol.path else ""
    return int(key.removeprefix(_RESULT)) if key.startswith(_RESULT) else -1


def _given_expression(number: int, outcome: Outcome, call: Call) -> Expression | None:
    """The argument that a parameter gets in a call."""
    position = 0
    for argument in call.arguments:
        if argument.name and outcome.names[number : number + 1] == (argument.name,):
            return argument.value
        if not argument.name and not argument.spread:
            if position == number:
                return argument.value
            position += 1
    return None
