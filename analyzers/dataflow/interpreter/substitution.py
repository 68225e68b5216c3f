"""What stands in a call for the symbols of the function called: its arguments, its object, and what they hold."""

from __future__ import annotations

from reread.analyzers.constants.folding import UNKNOWN
from reread.analyzers.dataflow.domain.closure import Captured, Closed
from reread.analyzers.dataflow.domain.environment import Outcome
from reread.analyzers.dataflow.domain.value import (
    CLEAN,
    CONSTANT,
    ENTRY,
    Step,
    Symbol,
    Value,
    gathered,
    joined_trace,
    shallow,
)
from reread.analyzers.dataflow.interpreter.closures import Closures
from reread.analyzers.dataflow.ir.nodes import Call, Expression

_MOST_HANDED = 8
_RESULT = "\0result "
"""Before the number of what a parameter was called with: the path of what that call gave. No key of the code has it."""


class Translation(Closures):
    """What a summary says of its own symbols, said of what this call gives for them."""

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
        number = result_number(symbol)
        handed = [self.translated_value(value, given, call) for value in outcome.handed[number][1]]
        at = outcome.symbols.index(Symbol(symbol.parameter, ()))
        function = given[at] if at < len(given) else CLEAN
        e = given_expression(symbol.parameter, outcome, call)
        known = None if e is None else self.called_with(e, function, call, handed)
        if known is not None:
            return known
        inner = self.hand(function, handed)
        result = self.union([function, *handed])
        return result if inner < 0 else self.result_of_handed(function, inner, result)

    def called_with(self, e: Expression, function: Value, call: Call, values: list[Value]) -> Value | None:
        raise NotImplementedError

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


def result_number(symbol: Symbol) -> int:
    """Of what a call of a parameter gave, the number of that call; -1 for all other symbols."""
    key = symbol.path[0] if symbol.path else ""
    return int(key.removeprefix(_RESULT)) if key.startswith(_RESULT) else -1


def given_expression(number: int, outcome: Outcome, call: Call) -> Expression | None:
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
