"""Closures: functions that are values, followed where they are called, with the variables as they are there."""

from __future__ import annotations

from collections.abc import Collection

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.closure import LONGEST, MOST_DEEP, Captured, Closed, function_of, is_inside
from reread.analyzers.dataflow.domain.environment import Environment, joined_environments
from reread.analyzers.dataflow.domain.request_state import NAMES
from reread.analyzers.dataflow.domain.value import CLEAN, NEVER, SEAL, Value, gathered, joined, whole, without
from reread.analyzers.dataflow.interpreter.collections import has_known_keys
from reread.analyzers.dataflow.interpreter.expressions import Expressions
from reread.analyzers.dataflow.interpreter.generators import NONE, yields_in_turn
from reread.analyzers.dataflow.ir.nodes import Argument, Block, Call, Closure, Function, Index, Leave, Literal
from reread.analyzers.dataflow.ir.scopes import own_names, rebinds
from reread.analyzers.dataflow.languages.javascript.middleware import NEXT, passed_on

_MOST_NESTED = 8
_MOST_CAPTURED = 60
"""Calls of functions that other functions made, in one function."""


class Closures(Expressions):
    """The evaluation of closures."""

    def block(self, statements: Block) -> None:
        raise NotImplementedError

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
        self, closed: Closed, values: list[Value], arguments: tuple[Argument, ...], written: bool = False
    ) -> Value:
        """Follows a closure with these arguments; it sees the variables as they are now.

        One that another function made sees those of that function, as they were then. Where the call itself is written
        here, parameters are nothing that anybody else may fill.
        """
        function = function_of(closed)
        if function is NEXT:
            return self.hand_over(values)
        if any(each is function for each in self.calling) or len(self.calling) >= _MOST_NESTED:
            return self.union(values)
        if not isinstance(closed, Captured):
            self.uncalled.pop(id(function), None)
            return self.follow_closure(function, values, arguments, written)
        self.captured_calls += 1
        if function.end - function.start > LONGEST or self.captured_calls > _MOST_CAPTURED:
            return self.union([*values, *closed.variables.values()])
        return self.follow_captured(closed, values, arguments, written)

    def hand_over(self, values: list[Value]) -> Value:
        """`next()` in a middleware that is followed for the handler behind it. What it is given is an error."""
        around = next((each for each in reversed(self.calling) if len(each.parameters) > 1), None)
        if around is not None and not values:
            self.passed = passed_on(self.passed, self.env.get(around.parameters[0].name, CLEAN))
        return CLEAN

    def follow_captured(
        self, closed: Captured, values: list[Value], arguments: tuple[Argument, ...], written: bool
    ) -> Value:
        """Follows what another function made as if this were in there."""
        before, roots, caught, uncalled = self.env, self.roots, self.caught, self.uncalled
        around = (self.unit, self.marks, self.owner, self.own_objects, self.seen)
        is_own = closed.unit is self.unit
        self.env = {**before, **closed.variables} if is_own else dict(closed.variables)
        self.roots = {name: at for name, at in roots.items() if name not in closed.variables} if is_own else {}
        self.caught = frozenset(closed.variables)
        if not is_own:
            # What is made in there and called by nobody was followed there.
            self.unit, self.marks, self.owner = closed.unit, closed.marks, closed.owner
            self.own_objects, self.seen, self.uncalled = {}, {}, {}
        result = self.follow_closure(closed.function, values, arguments, written)
        self.left_object = self.env.get("this")
        self.unit, self.marks, self.owner, self.own_objects, self.seen = around
        self.uncalled, self.roots, self.caught = uncalled, roots, caught
        after, self.env = self.env, before
        if is_own:
            shadowed = {name: before[name] for name in closed.variables if name in before}
            seen = {name: value for name, value in after.items() if name not in closed.variables}
            self.env = {**seen, **shadowed}
        return result

    def enclosed(self, value: Value, function: Function | None, own: frozenset[str], ends: list[Environment]) -> Value:
        """What a function gives back, its closures with the variables that they see.

        Without a function all closures are of the one that is being followed.
        """
        made = [
            each.closure
            for each in (value, *(value.fields or {}).values())
            if each.closure is not None and not isinstance(each.closure, Captured)
        ]
        if not made or not self.world.mutators:
            return value
        end: Environment = {}
        for each in ends:
            end = joined_environments(end, each) if end else each
        kept = {name: end[name] for name in (*own, "this", "self") if name in end and _matters(end[name])}
        deep = 1 + max((each.closure.deep for each in kept.values() if isinstance(each.closure, Captured)), default=0)
        if deep > MOST_DEEP:
            return value

        def with_variables(each: Value) -> Value:
            closed = each.closure
            if closed is None or isinstance(closed, Captured) or not (function is None or is_inside(closed, function)):
                return each
            closed = Captured(closed, self.unit, self.marks, kept, self.owner, deep)
            return Value(each.mask, each.trace, each.fields, closed, each.owner, size=each.size)

        if value.fields:
            fields = {key: with_variables(field) for key, field in value.fields.items()}
            value = value.replaced(value.mask, value.trace, fields)
        return with_variables(value)

    def follow_closure(
        self, function: Function, values: list[Value], arguments: tuple[Argument, ...], written: bool = False
    ) -> Value:
        self.calling.append(function)
        values, arguments = self.spread_out(values, arguments)
        outer = self.env
        around = (self.returned, self.exits, self.loops, self.watches, self.live, self.roots, self.inside, self.clean)
        self.env = dict(outer)
        self.returned, self.exits, self.loops, self.watches, self.live = NEVER, [], [], [], True
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
                value = (
                    self.named_rest(values, arguments, {each.name for each in function.parameters})
                    if parameter.keyed
                    else self.gathered_rest(by_place[number:], arguments)
                )
            self.receive(parameter, value, number, (function.start, function.end), written)
        entered = {each.name: self.env[each.name] for each in function.parameters}
        turns, self.turns = self.turns, yields_in_turn(function) if self.world.semantics.counts_yields else NONE
        self.block(function.body)
        self.turns = turns
        if self.live:
            self.exits.append(self.env)
        ends = self.exits
        left_in = self.changed_objects(function, entered, ends)
        result = self.returned
        if result.closure is not None or result.fields:
            own = own_names(function, self.world.semantics.only_types_declare) | self.caught
            result = self.enclosed(result, function, own, ends)
        self.returned, self.exits, self.loops, self.watches, self.live, self.roots, self.inside, self.clean = around
        self.env = self.after_closure(outer, ends, function, surely=written)
        self.calling.pop()
        self.left_in = left_in
        return result

    def changed_objects(self, function: Function, entered: Environment, ends: list[Environment]) -> dict[int, Value]:
        """What a closure has made of the objects that it was given, by the number of the parameter."""
        found: dict[int, Value] = {}
        for number, parameter in enumerate(function.parameters):
            before = entered[parameter.name]
            values = [end[parameter.name] for end in ends if parameter.name in end]
            is_object = before.fields or before.owner or before.symbol is not None
            if not is_object or parameter.name in self.copied or all(each is before for each in values):
                continue
            after = values[0]
            for each in values[1:]:
                after = joined(after, each)
            if after.fields and not rebinds(function, parameter.name):
                found[number] = after
        return found

    def write_back(self, call: Call) -> None:
        """The objects that the closure called last was given are what it has left them as."""
        left, self.left_in = self.left_in, {}
        for number, argument in enumerate(call.arguments):
            place = self.place_of(argument.value) if number in left and not argument.spread else None
            if place is not None and place[1] is not None:
                self.write(place[0], place[1], left[number])

    def spread_out(
        self, values: list[Value], arguments: tuple[Argument, ...]
    ) -> tuple[list[Value], tuple[Argument, ...]]:
        """The arguments with the elements of `...list` in its place, where all of them are known."""
        if not any(argument.spread for argument in arguments) or len(values) != len(arguments):
            return values, arguments
        all_values: list[Value] = []
        all_arguments: list[Argument] = []
        for argument, value in zip(arguments, values, strict=True):
            keys = self.spread_keys(value) if argument.spread else None
            if keys is not None:
                all_values += (self.element_at(value, key) for key in keys)
                all_arguments += (_element_of(argument, key) for key in keys)
            else:
                all_values.append(self.element(value) if argument.spread else value)
                all_arguments.append(argument)
        return all_values, tuple(all_arguments)

    def spread_keys(self, value: Value) -> list[int] | list[str] | None:
        """The positions or the names that `*value` or `**value` stands for, in order; None where they are not known."""
        if value.size is not None:
            return list(range(value.size))
        is_known = self.world.semantics.loops_give_keys and self.world.guards and has_known_keys(value)
        return [key for key in value.fields or () if key != SEAL] if is_known else None

    def named_rest(self, values: list[Value], arguments: tuple[Argument, ...], names: Collection[str]) -> Value:
        """The dictionary that `**rest` is: of the arguments with names all that no parameter has."""
        fields = {
            argument.name: value
            for argument, value in zip(arguments, values, strict=False)
            if argument.name and argument.name not in names
        }
        unknown = [value for argument, value in zip(arguments, values, strict=False) if argument.spread]
        taint = self.union(unknown)
        return Value(taint.mask, taint.trace, fields or None)

    def gathered_rest(self, values: list[Value], arguments: tuple[Argument, ...]) -> Value:
        """The list that `...rest` is of what is given from there on, where all of that is written one by one."""
        if not arguments or any(argument.spread or argument.name for argument in arguments):
            return self.union(values)
        fields = {str(place): value for place, value in enumerate(values)}
        constant = bool(values) and all(value.constant for value in values)
        return Value(fields=fields or None, constant=constant, size=len(values))

    def kept(self, closed: Closed, elements: Value) -> Value:
        """The elements for which a closure returns something true, without the taint that its condition excludes."""
        bits = self.vouched_by(closed, elements, True)
        return without(elements, bits & ~self.masks.unguarded if bits < 0 else bits)

    def vouched_by(self, closed: Closed, elements: Value, holds: bool) -> int:
        """The bits that elements do not have for which a closure returns something true, or does not."""
        function = function_of(closed)
        last = function.body[-1] if function.body else None
        if not isinstance(last, Leave) or last.value is None or not function.parameters or not self.world.guards:
            return 0
        outer = self.env
        name = function.parameters[0].name
        self.env = {**outer, name: whole(elements)}
        bits = self.vouched_places(last.value, holds).get((name, ()), 0)
        self.env = outer
        return bits

    def after_closure(
        self, outer: Environment, ends: list[Environment], function: Function, *, surely: bool
    ) -> Environment:
        """The variables of the code around a closure after it ran, which it does `surely` or perhaps."""
        own = {parameter.name for parameter in function.parameters}
        if self.world.semantics.assignments_declare:
            own |= own_names(function)
        result = None if surely and ends else outer
        for end in ends:
            changed = {
                name: end[name]
                for name, value in outer.items()
                if name not in own and name in end and end[name] is not value
            }
            changed.update({name: end[name] for name in NAMES if name in end and name not in outer})
            if result is None:
                result = {**outer, **changed}
            elif changed or surely:
                result = joined_environments(result, {**outer, **changed})
        return outer if result is None else result

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
        self.returned = value if self.returned is NEVER else joined(self.returned, value)


def _element_of(argument: Argument, key: int | str) -> Argument:
    """One of those that `*list` or `**dictionary` stands for."""
    start, end = argument.start, argument.end
    element = Index(start, end, argument.value, Literal(end, end, key))
    return Argument(start, end, element, key if isinstance(key, str) else "")


def _matters(value: Value) -> bool:
    """True for a variable that says something about what a function does that sees it."""
    return bool(value.closure is not None or value.constant or value.size is not None or gathered(value)[0])
