"""Metavariable bindings: a `Binding`, and `Bindings` by name. Immutable values below all patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from reread.analyzers.syntax import Node


class Binding(NamedTuple):
    """The value of a metavariable: a range of bytes, and the node where it is exactly one."""

    start: int
    end: int
    text: bytes
    node: Node | None


Bindings: TypeAlias = Mapping[str, Binding]


AllBindings: TypeAlias = Iterator[Bindings]


EMPTY: Bindings = {}


PLACE = "<"
"""In an environment: where a match is when that is not the node it was looked for at."""


class TooManySteps(Exception):  # noqa: N818
    """A pattern has so many ways to match at one place that the attempt was abandoned."""
