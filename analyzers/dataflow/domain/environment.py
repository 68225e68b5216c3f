"""Environments: the variables at a point of a function, and how two of them are joined."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import AbstractValue, joined, same

Environment = dict[str, AbstractValue]
"""The variables at a point of a function, by name. Treated as unchangeable once two points share it."""


def joined_environments(one: Environment, other: Environment) -> Environment:
    """The variables after either of two ways."""
    if one is other:
        return one
    result = dict(one)
    for name, value in other.items():
        known = result.get(name)
        if known is None:
            result[name] = value
        elif known is not value:
            result[name] = joined(known, value)
    return result


def same_environments(one: Environment, other: Environment) -> bool:
    if one is other:
        return True
    return one.keys() == other.keys() and all(
        value is other[name] or same(value, other[name]) for name, value in one.items()
    )
