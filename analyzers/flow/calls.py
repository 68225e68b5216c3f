"""Calls: of functions in this file by their summaries, of closures by following them on the spot, of all others."""

from __future__ import annotations

from typing import Any

from reread.analyzers.flow.containers import changed_by, got, is_new
from reread.analyzers.flow.expressions import Expressions
from reread.analyzers.flow.folding import UNKNOWN, called
from reread.analyzers.flow.guards import regex_text, subject_and_pattern
from reread.analyzers.flow.names import own_names
from reread.analyzers.flow.patterns import is_particular, made_regex
from reread.analyzers.flow.program import (
    Argument,
    Block,
    Call,
    Closure,
    Expression,
    Function,
    Index,
    Literal,
    Member,
    Name,
    Parts,
)
from reread.analyzers.flow.state import Environment, Hit, Outcome, joined_environments
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
    whole,
    without,
)

_MOST_NESTED = 8
_FINDERS = frozenset({"match", "fullmatch", "search", "exec", "findall", "FindString", "FindStringSubmatch"})
_GIVES_CLOSURE_RESULT = frozenset({"map", "flatMap", "then", "reduce", "reduceRight", "computeIfAbsent", "apply"})
_PASSES_ARGUMENTS = frozenset({"map", "filter", "sorted", "reduce", "min", "max", "starmap", "each", "forEach", "from"})
_SIZES = frozenset({"length", "size"})
"""Methods that give a number, whatever they are called on."""
_CONSTANT_MAKERS = frozenset(
    {"frozenset", "set", "tuple", "list", "dict", "Set", "Map", "of", "asList", "keys", "freeze"}
)


class Calls(Expressions):
    """The evaluation of calls."""

    def block(self, statements: Block) -> None:
        raise NotImplementedError

    def call(self, call: Call) -> Value:
        callee = call.callee
        receiver = CLEAN
        if isinstance(callee, Member):
            receiver = self.value(callee.object)
            self.marks_on_callee(callee, receiver)
            function = self.read(receiver, callee.name) if receiver.fields else CLEAN
        else:
            function = self.value(callee)
        arguments = [self.argument(each) for each in call.arguments]
        self.check_call(call, arguments, receiver if isinstance(callee, Member) else function)
        if self.steps and self.marks.loose_sinks:
            self.check_loose(call, arguments)
        if function.closure is not None:
            return self.call_closure(function.closure, arguments, call, call.arguments)
        known = self.known_call(call, receiver, arguments)
        return self.unknown_call(call, receiver, function, arguments) if known is None else known

    def marks_on_callee(self, callee: Member, receiver: Value) -> None:
        """The callee is no value of its own, but a rule may speak about it."""
        if (callee.start, callee.end) in self.marks.at:
            self.value(callee)

    def argument(self, argument: Argument) -> Value:
        inside, clean, trace = self.inside, self.clean, self.inside_trace
        for mark in self.marks.ranges:
            if mark.loose and mark.start <= argument.start and argument.end <= mark.end:
                self.enter_range(mark)
        if argument.value.start != argument.start or argument.value.end != argument.end:
            marks = self.marks.at.get((argument.start, argument.end))
            value = self.value(argument.value) if marks is None else self.marked_value(argument.value, *marks)
        else:
            value = self.value(argument.value)
        self.inside, self.clean, self.inside_trace = inside, clean, trace
        return value

    def check_call(self, call: Call, arguments: list[Value], receiver: Value) -> None:
        """A sink that is a call is reached by its arguments and by its object."""
        marks = self.marks.at.get((call.start, call.end))
        if not marks or not marks[2]:
            return
        sinks = [sink for sink in marks[2] if not sink.focused]
        if sinks:
            closures = [self.union([value]) for value in arguments]
            self.check(sinks, self.union([receiver, *closures]))

    def check_loose(self, call: Call, arguments: list[Value]) -> None:
        for sink in self.marks.loose_sinks:
            if call.start <= sink.start and sink.end <= call.end:
                for argument, value in zip(call.arguments, arguments, strict=True):
                    if sink.start <= argument.start and argument.end <= sink.end:
                        self.check([sink], value)

    def unknown_call(self, call: Call, receiver: Value, function: Value, arguments: list[Value]) -> Value:
        """A call of which nothing is known: its result is tainted as its arguments and its object are."""
        callee = call.callee
        name = callee.name if isinstance(callee, (Member, Name)) else ""
        closures = [value.closure for value in arguments if value.closure is not None]
        plain = [value for value in arguments if value.closure is None]
        given: list[Value] = []
        for closure in closures:
            passed = [receiver, *(plain if name in _PASSES_ARGUMENTS else ())]
            given.append(self.call_closure(closure, [self.element(self.union(passed))] * 4, call, ()))
        result = self.union([receiver, function, *plain])
        if closures and name in _GIVES_CLOSURE_RESULT:
            result = self.union(given)
        elif given:
            result = self.union([result, *given]) if not isinstance(callee, Member) else result
        if self.world.mutators:
            found = got(name, receiver, arguments, self)
            changed_by(name, call, receiver, arguments, self)
            if found is not None:
                return found
            if is_new(name, call):
                return Value(size=0)
            if self.is_particular_match(name, call):
                return CLEAN
            regex = made_regex(call)
            if regex is not None:
                return Value(constant=True, literal=regex)
            known = self.folded_call(name, receiver, arguments)
            if known is not UNKNOWN:
                return Value(constant=True, literal=known)
        if self.masks.safe_functions and not call.new:
            result = without(result, self.masks.safe_functions)
        if self.masks.safe_numbers and name in _SIZES and isinstance(callee, Member) and not call.arguments:
            result = without(result, self.masks.safe_numbers)
        if self.masks.only_assignments:
            result = without(result, self.masks.only_assignments)
        if name in _CONSTANT_MAKERS and arguments and all(value.constant for value in arguments):
            return CONSTANT
        if self.world.guards and receiver.constant and name in ("get", "pop", "getOrDefault"):
            return self.union(arguments[1:]) if len(arguments) > 1 else CONSTANT
        if result.mask:
            result = Value(result.mask, self.step(result, call.start, call.end, "call"))
        return Value(result.mask, result.trace) if result.constant else result

    def is_particular_match(self, name: str, call: Call) -> bool:
        """True for what a regular expression finds that names all that it lets through."""
        if name not in _FINDERS:
            return False
        found = subject_and_pattern(
            name, call.callee.object if isinstance(call.callee, Member) else None, call.arguments
        )
        text = None if found is None else regex_text(found[1], self)
        return text is not None and is_particular(text)

    def folded_call(self, name: str, receiver: Value, arguments: list[Value]) -> Any:
        if receiver.literal is UNKNOWN or any(value.literal is UNKNOWN for value in arguments):
            return UNKNOWN
        return called(name, receiver.literal, [value.literal for value in arguments])

    # Closures.

    def closure(self, closure: Closure) -> Value:
        """A closure as a value. It is followed where it is called, or else at the end of the function."""
        function = closure.function
        self.forget_shared(function)
        self.uncalled.setdefault(id(function), (function, self.env))
        return Value(closure=function)

    def forget_shared(self, function: Function) -> None:
        """What a closure assigns may change at any time from now on."""
        for name in function.shared:
            value = self.env.get(name)
            if value is not None and value.literal is not UNKNOWN:
                self.env[name] = CLEAN

    def call_closure(
        self, function: Function, values: list[Value], call: Call, arguments: tuple[Argument, ...]
    ) -> Value:
        """Follows a closure with these arguments; it sees the variables as they are now."""
        if any(each is function for each in self.calling) or len(self.calling) >= _MOST_NESTED:
            return self.union(values)
        self.uncalled.pop(id(function), None)
        return self.follow_closure(function, values, arguments)

    def follow_closure(self, function: Function, values: list[Value], arguments: tuple[Argument, ...]) -> Value:
        self.calling.append(function)
        outer = self.env
        around = (self.returned, self.exits, self.loops, self.watches, self.live, self.roots, self.inside, self.clean)
        self.env = dict(outer)
        self.returned, self.exits, self.loops, self.watches, self.live = CLEAN, [], [], [], True
        self.inside = self.clean = 0
        self.enter_ranges(function)  # type: ignore[arg-type]
        by_name = {argument.name: value for argument, value in zip(arguments, values, strict=False) if argument.name}
        by_place = [
            value for number, value in enumerate(values) if number >= len(arguments) or not arguments[number].name
        ]
        self.roots = {
            name: number for name, number in self.roots.items() if name not in {p.name for p in function.parameters}
        }
        for number, parameter in enumerate(function.parameters):
            value = by_name.get(parameter.name, by_place[number] if number < len(by_place) else CLEAN)
            if parameter.spread:
                value = self.union(by_place[number:])
            self.receive(parameter, value, number)
        self.block(function.body)
        if self.live:
            self.exits.append(self.env)
        result = self.returned
        ends = self.exits
        self.returned, self.exits, self.loops, self.watches, self.live, self.roots, self.inside, self.clean = around
        self.env = self.after_closure(outer, ends, function)
        self.calling.pop()
        return result

    def after_closure(self, outer: Environment, ends: list[Environment], function: Function) -> Environment:
        """The variables of the code around a closure after it ran."""
        own = {parameter.name for parameter in function.parameters}
        if self.world.language == "python":
            own |= own_names(function, "python")
        result = outer
        for end in ends:
            changed = {
                name: end[name]
                for name, value in outer.items()
                if name not in own and name in end and end[name] is not value
            }
            if changed:
                result = joined_environments(result, {**result, **changed})
        return result

    def follow_uncalled(self) -> None:
        """Follows the closures that nothing here has called, with parameters of which nothing is known."""
        for _ in range(3):
            left = list(self.uncalled.values())
            if not left:
                return
            for function, env in left:
                self.env = joined_environments(self.env, env)
                self.uncalled.pop(id(function), None)
                if len(self.calling) < _MOST_NESTED:
                    self.follow_closure(function, [], ())

    def give_back(self, value: Value) -> None:
        self.returned = value if self.returned is CLEAN else joined(self.returned, value)

    # Functions with summaries.

    def known_call(self, call: Call, receiver: Value, arguments: list[Value]) -> Value | None:
        """The value of a call to a function of this file; None for all others."""
        callee = call.callee
        owner, name, instance = "", "", None
        if isinstance(callee, Name):
            name = callee.name
            if self.world.is_class(name):
                return self.construct(name, call, arguments)
            if name in self.env and not self.may_be_imported():
                return None
        elif isinstance(callee, Member):
            name = callee.name
            owner = receiver.owner
            instance = callee.object
            if isinstance(callee.object, Name):
                if callee.object.name in ("self", "this", "cls"):
                    owner = owner or self.owner
                elif not owner and callee.object.name not in self.env and self.world.is_class(callee.object.name):
                    owner = callee.object.name
            if not owner and self.world.owner_of is not None:
                owner = self.owner_elsewhere(callee.object)
            if not owner:
                return None
        if not name:
            return None
        outcome = self.world.outcome_of(owner, name)
        if outcome is None and isinstance(callee, Name) and self.owner and self.world.language != "python":
            owner = self.owner
            outcome = self.world.outcome_of(owner, name)
            receiver, instance = self.variable("this"), Name(0, 0, "this")
        if outcome is None or outcome.failed:
            return None
        return self.applied(outcome, call, receiver, arguments, instance)

    def construct(self, name: str, call: Call, arguments: list[Value]) -> Value:
        """A new object of a class of this file."""
        outcome = (
            self.world.outcome_of(name, "__init__")
            or self.world.outcome_of(name, "constructor")
            or self.world.outcome_of(name, name)
        )
        if outcome is None or outcome.failed:
            taint = self.union(arguments)
            return Value(taint.mask, taint.trace, owner=name)
        made = Value(owner=name)
        temporary = "\0new"
        before = self.env.get(temporary)
        self.env[temporary] = made
        self.applied(outcome, call, made, arguments, Name(call.start, call.end, temporary))
        made = self.env.pop(temporary)
        if before is not None:
            self.env[temporary] = before
        return Value(made.mask, made.trace, made.fields, owner=name)

    def applied(
        self, outcome: Outcome, call: Call, receiver: Value, arguments: list[Value], instance: Expression | None
    ) -> Value:
        """What a call does, by the summary of the function."""
        given = [self.given(symbol, outcome, call, receiver, arguments) for symbol in outcome.symbols]
        for hit in outcome.reached:
            mask, trace = self.translated(hit.mask, hit.trace, given, call)
            if mask and outcome.elsewhere:
                # What is wrong in this file is what it hands to the other one.
                sink = hit.sink._replace(start=call.start, end=call.end, focused=False, loose=False)
                beyond = ((hit.unit, hit.sink.start), *hit.beyond)
                self.note(Hit(sink, self.unit, mask, trace, beyond))
            elif mask:
                self.note(Hit(hit.sink, hit.unit, mask, trace, hit.beyond))
        for parameter, path, value in outcome.effects:
            target = instance if parameter == -1 else _given_expression(parameter, outcome, call)
            place = None if target is None else self.place_of(target)
            if place is not None and place[1] is not None:
                self.apply_effect(place[0], (*place[1], *path), self.translated_value(value, given, call))
        for parameter, bits in outcome.cleans:
            place = self.argument_place(parameter, outcome, call)
            if place is not None:
                self.vouch(place[0], place[1], self.masks.spread(bits))
        for name, value in outcome.globals:
            if self.is_module or name not in self.own:
                self.env[name] = joined(self.variable(name), self.translated_value(value, given, call))
        return self.translated_value(outcome.returned, given, call)

    def argument_place(self, parameter: int, outcome: Outcome, call: Call) -> tuple[str, Path] | None:
        """The variable or field that a call gives for a parameter."""
        e = _given_expression(parameter, outcome, call) if parameter >= 0 else None
        place = None if e is None else self.place_of(e)
        return None if place is None or place[1] is None else (place[0], place[1])

    def vouched_by_call(self, call: Call, holds: bool) -> dict[tuple[str, Path], int]:
        """What a function of this file says about its arguments by returning something true."""
        outcome = self.outcome_for(call) if holds else None
        found = {}
        for parameter, bits in outcome.vouches if outcome is not None else ():
            place = self.argument_place(parameter, outcome, call) if outcome is not None else None
            if place is not None:
                found[place] = self.masks.spread(bits)
        return found

    def outcome_for(self, call: Call) -> Outcome | None:
        callee = call.callee
        if isinstance(callee, Name) and callee.name not in self.env:
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
            return CLEAN
        if symbol.parameter == -1:
            value: Value | None = receiver
        else:
            value = self.given_value(symbol.parameter, outcome, call, arguments)
        found = self.at_path(value, symbol.path)
        return CLEAN if found is None else found

    def given_value(self, number: int, outcome: Outcome, call: Call, arguments: list[Value]) -> Value:
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
            if bits and number < len(given):
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
            return self.symbol_given(value.symbol, value, given, call)
        mask, trace = self.translated(value.mask, value.trace, given, call)
        fields = None
        if value.fields:
            fields = {key: self.translated_value(field, given, call) for key, field in value.fields.items()}
        return Value(mask, trace, fields, owner=value.owner, constant=value.constant and not mask)

    def symbol_given(self, symbol: Symbol, value: Value, given: list[Value], call: Call) -> Value:
        mask, trace = self.translated(value.mask, value.trace, given, call)
        return Value(mask, trace, owner=value.owner)

    def peek(self, e: Expression) -> Value:
        """The value of a name or of a field, with no effects; of other expressions nothing is said but their parts."""
        if isinstance(e, Name):
            return self.variable(e.name)
        if isinstance(e, Member):
            return self.read(self.peek(e.object), e.name)
        if isinstance(e, Index):
            inner = self.peek(e.object)
            return self.read(inner, str(e.key.value)) if isinstance(e.key, Literal) else whole(inner)
        if isinstance(e, Parts):
            return self.union([self.peek(part) for part in e.parts])
        entries = getattr(e, "entries", ())
        return self.union([self.peek(entry.value) for entry in entries]) if entries else CLEAN


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
