"""What constant propagation knows of a language: the type of a row of `definition_nodes.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

LAST = "last"

Targets: TypeAlias = Mapping[tuple[str, str], str]


class Writes(NamedTuple):
    """`declares` make a variable known in the innermost of `scopes` around them; `assigns` give a known one a value.

    `named` are definitions whose own name is known around them, `wrappers` targets made of targets. The code in
    `functions` runs at another time than the code around, that in `loops` again and again; of the `branches` of one
    node only one runs. `members` are the kinds of `a.b` with the fields of a and b, `fields` what gives a field of a
    class its value. `modifiers` are words of which a field must have one to stay what it is; none if all may; what the
    kinds `open_fields` declare in a class never does. With `implicit_globals` a variable that is only assigned to, and
    nowhere declared, is known in the whole file.
    Where it `tells_apart` variables, two functions with a variable of one name each do not share it.
    `joins` is the operator that puts texts together, `changing` a regular expression for the names of the methods that
    change a text in place.
    `hoisting` are the kinds around a declaration that is known in the whole function, `declaring` those around an
    assignment that make it a declaration, `unwrapped` wrappers that hold one name and say nothing of it. With
    `shared_globals` other files may give a variable that is nowhere declared another value.
    """

    names: frozenset[str]
    declares: Targets
    assigns: Targets
    named: frozenset[str]
    wrappers: frozenset[str]
    functions: frozenset[str]
    scopes: frozenset[str]
    classes: frozenset[str]
    loops: frozenset[str]
    branches: frozenset[str]
    members: Mapping[str, tuple[str, str]]
    fields: Targets
    operators: frozenset[str]
    modifiers: frozenset[str] = frozenset()
    open_fields: frozenset[str] = frozenset()
    implicit_globals: bool = False
    tells_apart: bool = True
    joins: str = "+"
    changing: str = ""
    hoisting: frozenset[str] = frozenset()
    declaring: frozenset[str] = frozenset()
    unwrapped: frozenset[str] = frozenset()
    shared_globals: bool = False


def none(*targets: tuple[str, str]) -> dict[tuple[str, str], str]:
    return dict.fromkeys(targets, "")
