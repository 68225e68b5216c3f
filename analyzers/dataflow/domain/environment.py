"""What a function is followed with: the variables at a point, and what is known of the code around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from reread.analyzers.dataflow.domain.masks import Masks
from reread.analyzers.dataflow.domain.taint_specs import Sink
from reread.analyzers.dataflow.domain.trace import Step
from reread.analyzers.dataflow.domain.validators import Validator
from reread.analyzers.dataflow.domain.value import CLEAN, Path, Symbol, Value, joined, same
from reread.analyzers.dataflow.language import GENERIC, Semantics

Environment = dict[str, Value]
"""The variables at a point of a function, by name. Treated as unchangeable once two points share it."""


class GaveUp(Exception):  # noqa: N818
    """A function takes more steps than are worth it."""


class Hit(NamedTuple):
    """Taint of `mask` came to a sink, by `trace`. `unit` is what the place of the sink belongs to.

    Where that is a call of another file's function, `beyond` is how it goes on there, up to the sink itself: units with
    places in them.
    """

    sink: Sink
    unit: Any
    mask: int
    trace: Step | None
    beyond: tuple[tuple[Any, int], ...] = ()


class Outcome(NamedTuple):
    """What following a function gave.

    `hits` are sinks that taint certainly reaches. The rest is for those who call it: `reached` are the sinks that taint
    of symbols reaches, `symbols` what the symbols are, `returned` the value it gives back, `effects` what becomes of
    its parameters, `globals` of the variables around it. `names` are its parameters, without its object.
    `environment` are the variables at the end of a module's code. `failed` when the function was too large. `cleans`
    are the parameters that are known to be without some bits once it has returned, `vouches` those where it returns
    something true, `accepts` those where it returns no error. `elsewhere` for a function of another file, `is_getter`
    for what is read like a field. `handed` are the parameters that are called, with the values that each is called
    with. `is_fixed` where no other class can have its own method in the place of this one. `rest` is the parameter that
    gathers all values from its place on, -1 when there is none, and `keywords` the one that gathers those with other
    names than its own. `passes_on` where it plainly gives back what it is given. `known_calls` is the taint of the
    arguments of those calls whose functions were followed, by where they start (Java). `passed` is the first parameter
    where the function hands over to the next one (`route_middleware`). `again` is the function itself where it is to be
    followed with the functions that it is given.
    """

    hits: tuple[Hit, ...] = ()
    reached: tuple[Hit, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    returned: Value = CLEAN
    effects: tuple[tuple[int, Path, Value], ...] = ()
    globals: tuple[tuple[str, Value], ...] = ()
    names: tuple[str, ...] = ()
    environment: Environment | None = None
    failed: bool = False
    cleans: tuple[tuple[int, Path, int], ...] = ()
    vouches: tuple[tuple[int, Path, int], ...] = ()
    accepts: tuple[tuple[int, Path, int], ...] = ()
    elsewhere: bool = False
    is_getter: bool = False
    handed: tuple[tuple[int, tuple[Value, ...]], ...] = ()
    is_fixed: bool = False
    rest: int = -1
    keywords: int = -1
    passes_on: bool = False
    known_calls: Mapping[int, tuple[int, ...]] = {}
    stays_inside: bool = False
    thrown: Value = CLEAN
    passed: Value | None = None
    again: Any = None


class World(NamedTuple):
    """What is known around a function.

    `outcome_of(owner, name)` is what following another function of the file gave, None where there is none or where
    that is being found out; `is_class(name)` and `variable(name)`, a variable of the module, say the rest, and
    `object_field(name)` is a field of the function's own object that other methods have filled, `bases_of(name)` the
    classes of the file that a class builds on, the nearest first. `guards` and `mutators`
    are what we do beyond the rule language: conditions that vouch for a value, methods known to change their object.
    `is_kept` tells of a field that no function of the file changes.
    `record(name)` are the fields that a class of the file declares, None for all other names.
    `is_number` tells of a name that the file declares it for numbers: an enum, or a member of its classes.
    `class_of` is the class that values of a declared type have, `class_of_field` that of a field of a class, "" where
    it is not known; `fields_of` are the fields of a struct in their order, `embedded` the types in it without a name.
    `is_functional` tells of a method that a lambda may stand for. `owner_of` says what a dotted name is as the owner of
    functions in other files, where those are known. With `trusts_names` a call such as `validate_path(x)` vouches for
    what it is given. `validators` are the methods that check a field of a class before anybody sees its value.
    """

    masks: Masks
    outcome_of: Callable[[str, str], Outcome | None]
    is_class: Callable[[str], bool]
    variable: Callable[[str], Value | None]
    object_field: Callable[[str], Value | None]
    bases_of: Callable[[str], tuple[str, ...]]
    is_number: Callable[[str], bool]
    is_kept: Callable[[str], bool]
    record: Callable[[str], tuple[str, ...] | None]
    class_of: Callable[[str], str]
    class_of_field: Callable[[tuple[str, str]], str]
    fields_of: Callable[[str], tuple[str, ...]]
    embedded: Callable[[str], tuple[str, ...]]
    is_functional: Callable[[str], bool]
    semantics: Semantics = GENERIC
    guards: bool = True
    mutators: bool = True
    most_steps: int = 150_000
    owner_of: Callable[[tuple[str, ...]], str] | None = None
    trusts_names: bool = False
    validators: Callable[[tuple[str, str]], tuple[Validator, ...]] = lambda field: ()


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
