"""Arguments that stand for several: `*list`, `**dictionary`, and the parameters that collect the rest."""

from __future__ import annotations

from collections.abc import Collection

from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import AbstractValue, Fields
from reread.analyzers.dataflow.ir.nodes import Argument, Call, Index, Literal
from reread.analyzers.dataflow.memory.collections import has_known_keys
from reread.analyzers.dataflow.memory.reads import any_element, element_at
from reread.analyzers.dataflow.memory.taint import union


def expand_spreads(
    state: State, values: list[AbstractValue], arguments: tuple[Argument, ...], parameters: int = 0
) -> tuple[list[AbstractValue], tuple[Argument, ...]]:
    """The arguments with the elements of `...list` in its place, where all of them are known; of a parameter as many
    as the function called has parameters for.
    """
    if not any(argument.spread for argument in arguments) or len(values) != len(arguments):
        return values, arguments
    all_values: list[AbstractValue] = []
    all_arguments: list[Argument] = []
    for argument, value in zip(arguments, values, strict=True):
        keys = spread_keys(state, value) if argument.spread else None
        if keys is None and argument is arguments[-1] and _is_given_list(state, argument, value):
            keys = list(range(parameters - len(all_values))) or None
        if keys is not None:
            all_values += (element_at(state, value, key) for key in keys)
            all_arguments += (_element_of(argument, key) for key in keys)
        else:
            all_values.append(any_element(state, value) if argument.spread else value)
            all_arguments.append(argument)
    return all_values, tuple(all_arguments)


def _is_given_list(state: State, argument: Argument, value: AbstractValue) -> bool:
    """True for `...args` of a parameter, whose elements those know who call."""
    return (
        argument.spread
        and value.symbol is not None
        and not value.fields
        and not state.semantics.goes_through_keys
        and state.options.guards
    )


def spread_keys(state: State, value: AbstractValue) -> list[int] | list[str] | None:
    """The positions or the names that `*value` or `**value` stands for, in order; None where they are not known."""
    if value.size is not None:
        return list(range(value.size))
    is_known = state.options.guards and has_known_keys(value)
    return [key for key in value.fields or () if isinstance(key, str)] if is_known else None


def named_rest(
    state: State, values: list[AbstractValue], arguments: tuple[Argument, ...], names: Collection[str]
) -> AbstractValue:
    """The dictionary that `**rest` is: of the arguments with names all that no parameter has."""
    fields: Fields = {
        argument.name: value
        for argument, value in zip(arguments, values, strict=False)
        if argument.name and argument.name not in names
    }
    unknown = [value for argument, value in zip(arguments, values, strict=False) if argument.spread]
    taint = union(state, unknown)
    return AbstractValue(taint.taint, taint.trace, fields or None)


def positional_rest(state: State, values: list[AbstractValue], arguments: tuple[Argument, ...]) -> AbstractValue:
    """The list that `...rest` is of what is given from there on, where all of that is written one by one."""
    if not arguments or any(argument.spread or argument.name for argument in arguments):
        return union(state, values)
    fields: Fields = {str(place): value for place, value in enumerate(values)}
    constant = bool(values) and all(value.constant for value in values)
    return AbstractValue(fields=fields or None, constant=constant, size=len(values))


def _element_of(argument: Argument, key: int | str) -> Argument:
    """One of those that `*list` or `**dictionary` stands for."""
    start, end = argument.start, argument.end
    element = Index(start, end, argument.value, Literal(end, end, key))
    return Argument(start, end, element, key if isinstance(key, str) else "")


def named_fields(call: Call, arguments: list[AbstractValue]) -> Fields:
    return {given.name: value for given, value in zip(call.arguments, arguments, strict=True) if given.name}
