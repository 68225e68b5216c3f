"""What an access path is made of: fields that the code names, and facets of a value that no code can name.

Cf. the access paths of CodeQL's data flow, whose contents are fields, elements and synthetic contents.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Facet:
    """One thing that is known of a value beside its fields. Each is one object and equal to itself alone."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return f"<{self._name}>"


class MethodResult(NamedTuple):
    """What a method gives that gives the same each time, called with these constants: `entry.getKey()`."""

    method: str
    arguments: tuple[str, ...] = ()


class CallResult(NamedTuple):
    """In a symbol: what the call of a parameter gave, by its number among those calls."""

    number: int


ELEMENT = Facet("element")
"""Any element of a list, any value of a map."""

KEYS = Facet("keys")
"""The keys that a map was given and that are not written in the code."""

COUNTED = Facet("counted")
"""The element at the position of a loop that counts through all of them."""

YIELDED = Facet("yielded")
"""What a generator yields."""

SEAL = Facet("seal")
"""A dictionary that as a whole does not carry the taint that this facet lacks. What is taken out does."""

PARTS = (Facet("first check"), Facet("second check"))
"""One of two checks that sanitize a value together has sanitized the bits that the facet lacks."""

MATCHED = Facet("matched")
"""The regular expression that a matcher compares its text with."""

SCHEMA = Facet("schema")
"""What a schema of a validation library lets through."""

PathElement: TypeAlias = str | Facet | MethodResult | CallResult
"""Members, positions and constant keys are texts: `x.a` is `x["a"]`."""

Path: TypeAlias = tuple[PathElement, ...]
"""The way from a variable to a field of it."""


def position_of(key: PathElement) -> int | None:
    """The position that a key is; None for names and facets."""
    return int(key) if isinstance(key, str) and key.isdecimal() else None
