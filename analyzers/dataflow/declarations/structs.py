"""The structs or classes and the interfaces that a file declares: which class a value has by its declared type.

Types are kept as the file writes them, without what cannot be looked up; "" for all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reread.analyzers.dataflow.declarations.scalar_types import numbers

_NAMED = re.compile(r"[*&]*((?:\w+\.)?\w+)(?:\[[^\]]*\])?")


JUDGED_TYPE = "judged!"
"""In the place of the type of a field that a validator judges by a rule that is not known."""


GIVEN_BY = "()"
"""After the name of a function in the place of the type of a field that is given what the function gives."""


class Struct(NamedTuple):
    """The fields of a struct with their types, in their order, and the types that it embeds.

    Fields in `checked` have one of a few values, or only harmless characters: their tags have them checked.
    """

    fields: Mapping[str, str]
    embedded: tuple[str, ...] = ()
    checked: frozenset[str] = frozenset()


class Declared(NamedTuple):
    """What a file declares: structs, and interfaces with the names of their methods."""

    structs: Mapping[str, Struct]
    interfaces: Mapping[str, frozenset[str]]


NOTHING = Declared({}, {})


def named_type(text: str) -> str:
    """The name in a type as it is written; "" for types that are no names."""
    found = _NAMED.fullmatch(text)
    return "" if found is None else found[1]


def is_textless(type_: str, library: str) -> bool:
    """True for a type, as it is written, of what carries no text of an attacker."""
    return type_ in numbers(library)


def implementing(methods: frozenset[str], having: Iterable[tuple[str, str]]) -> list[str]:
    """The classes that have all methods of an interface."""
    found: dict[str, set[str]] = {}
    for owner, name in having:
        if owner and name in methods:
            found.setdefault(owner, set()).add(name)
    return [owner for owner, names in found.items() if len(names) == len(methods)]
