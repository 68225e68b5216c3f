"""Closures: functions that are values, followed where they are called, with the variables as they are there."""

from __future__ import annotations

from reread.analyzers.flow.expressions import Expressions
from reread.analyzers.flow.folding import UNKNOWN
from reread.analyzers.flow.names import own_names
from reread.analyzers.flow.program import Argument, Block, Closure, Function, Leave
from reread.analyzers.flow.shared import NAMES
from reread.analyzers.flow.state import Environment, joined_environments
from reread.analyzers.flow.values import CLEAN, Value, joined, without

_MOST_NESTED = 8


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

    def call_closure(self, function: Function, values: list[Value], arguments: tuple[Argument, ...]) -> Value:
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
            self.receive(parameter, value, number, (function.start, function.end))
        self.block(function.body)
        if self.live:
            self.exits.append(self.env)
        result = self.returned
        ends = self.exits
        self.returned, self.exits, self.loops, self.watches, self.live, self.roots, self.inside, self.clean = around
        self.env = self.after_closure(outer, ends, function)
        self.calling.pop()
        return result

    def kept(self, function: Function, elements: Value) -> Value:
        """The elements for which a closure returns something true, without the taint that its condition excludes."""
        last = function.body[-1] if function.body else None
        if not isinstance(last, Leave) or last.value is None or not function.parameters or not self.world.guards:
            return elements
        outer = self.env
        name = function.parameters[0].name
        self.env = {**outer, name: Value(elements.mask, elements.trace)}
        bits = self.vouched_places(last.value).get((name, ()), 0)
        self.env = outer
        return without(elements, bits & ~self.masks.unguarded if bits < 0 else bits)

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
            changed.update({name: end[name] for name in NAMES if name in end and name not in outer})
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
