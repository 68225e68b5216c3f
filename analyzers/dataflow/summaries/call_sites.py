"""What the functions of a file are called with by the file itself, as far as it is written there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reread.analyzers.dataflow.domain.language import Semantics
from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Assigned,
    Call,
    Choice,
    Closure,
    Collection,
    Expression,
    Function,
    Literal,
    Loop,
    Member,
    Name,
    Parameter,
    Parts,
)
from reread.analyzers.dataflow.ir.traversal import calls_in
from reread.analyzers.dataflow.models.library_names import ANY, names, pattern_with

_CALLBACKS = names("callback-parameter", ANY)
"""Names of functions that are passed on: nothing that could become a part of a text."""
_FILLED_BY_OTHERS = r"@(?:\w+\.)*+(?!{checking-annotation})\w"
"""Decorators and annotations of parameters that a framework fills, and not those that only say what they may be."""
MOST_CALLERS = 100
"""Functions that are looked through for calls of one; where more may call it, nothing is known of what it is given."""


def gets_fixed_values(
    asked: Function, functions: Sequence[Function], semantics: Semantics, places: Sequence[tuple[int, int]] = ()
) -> bool:
    """True for a function that the file calls, and each time with values that are written there.

    `places` are those of the parameters that count, as far as that is known.
    """
    if len(functions) > MOST_CALLERS or any(is_filled_by_others(each, semantics) for each in asked.parameters):
        return False
    called = calls_of(asked, functions, semantics)
    if not called:
        return False
    numbers = [parameter_at(place, asked) for place in places]
    if numbers and -1 not in numbers:
        return all(_gets_fixed(number, asked, *each) for each in called for number in numbers)
    return all(_is_fixed(argument.value) for call, _ in called for argument in call.arguments)


def calls_of(asked: Function, functions: Iterable[Function], semantics: Semantics) -> list[tuple[Call, Function]]:
    """What may be a call of a function in others, each with the one that it stands in."""
    called = [(call, function) for function in functions for call in calls_in(function.body)]
    called = [each for each in called if _may_call(each[0], asked, semantics)]
    return [each for each in called if _fits(each[0], asked)] if semantics.gives_all_arguments else called


def parameter_at(place: tuple[int, int], function: Function) -> int:
    """The number of the parameter at a place; -1 where no single one stands there."""
    for number, each in enumerate(function.parameters):
        if each.start <= place[0] and place[1] <= each.end and not each.spread and each.target is None:
            return number
    return -1


def _gets_fixed(number: int, function: Function, call: Call, caller: Function) -> bool:
    """True for a call that gives a parameter what is written there, or leaves it at what is written by it."""
    parameter = function.parameters[number]
    first = function.parameters[0].name in ("self", "cls") and isinstance(call.callee, Member)
    if any(argument.spread for argument in call.arguments):
        return False
    by_place = [argument.value for argument in call.arguments if not argument.name]
    by_name = [argument.value for argument in call.arguments if argument.name == parameter.name]
    at = number - 1 if first else number
    given = by_name[0] if by_name else by_place[at] if 0 <= at < len(by_place) else parameter.default
    return given is not None and (_is_fixed(given) or _holds_fixed(given, caller))


def _holds_fixed(e: Expression, function: Function) -> bool:
    """True for a variable of a function that is given nothing but what is written there, in any of its branches."""
    if not isinstance(e, Name) or not function.name or e.name in function.shared:
        return False
    given = False
    stack: list[Any] = [function]
    while stack:
        each = stack.pop()
        if isinstance(each, (Assign, Assigned)) and _is_in(e.name, each.target):
            value = each.value
            choices = (value.then, value.other) if isinstance(value, Choice) else (value,)
            if not isinstance(each.target, Name) or each.operator or not all(map(_is_fixed, choices)):
                return False
            given = True
        elif _may_fill(each, e.name):
            return False
        stack += (part for part in each if isinstance(part, tuple))
    return given


def _may_fill(part: Any, name: str) -> bool:
    """Whether a name gets its value elsewhere: as a parameter, by a loop, or behind a pointer to it."""
    if isinstance(part, Parameter):
        return part.name == name or part.target is not None
    if isinstance(part, Loop):
        return part.target is not None and _is_in(name, part.target)
    return isinstance(part, Parts) and any(isinstance(each, Name) and each.name == name for each in part.parts)


def _is_in(name: str, target: Expression) -> bool:
    """Whether a name is one of those that are assigned to."""
    if isinstance(target, Collection):
        return any(_is_in(name, entry.value) for entry in target.entries)
    return isinstance(target, Name) and target.name == name


def _may_call(call: Call, function: Function, semantics: Semantics) -> bool:
    """True for a call of that name, unless it names a class that the function is not of: `Files.find(...)`."""
    callee = call.callee
    if not isinstance(callee, (Name, Member)) or callee.name != function.name:
        return False
    owner = callee.object.name if isinstance(callee, Member) and isinstance(callee.object, Name) else ""
    if semantics.capitals_are_public:
        return True  # Variables that others may use have such names as well.
    return not (owner[:1].isupper() and not owner.isupper()) or owner == function.owner


def _fits(call: Call, function: Function) -> bool:
    if any(parameter.spread for parameter in function.parameters):
        return True
    return len(call.arguments) == len(function.parameters)


def is_filled_by_others(parameter: Parameter, semantics: Semantics) -> bool:
    return any(map(pattern_with(_FILLED_BY_OTHERS, semantics.library).match, parameter.annotations))


def _is_fixed(e: Expression) -> bool:
    if isinstance(e, Collection):
        return all(_is_fixed(entry.value) for entry in e.entries)
    return isinstance(e, (Literal, Closure)) or (isinstance(e, Name) and e.name in _CALLBACKS)
