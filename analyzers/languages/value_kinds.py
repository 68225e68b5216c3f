"""What a pattern stands for that is nothing but a metavariable or a name: values, where a value may stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class ValueKinds(NamedTuple):
    """Which nodes are values. What is known of members, definitions and loops anyway is not repeated here."""

    kinds: frozenset[str] = frozenset()
    """The kinds of expressions, and of what declares one; empty where a metavariable stands for all nodes."""
    no_names: frozenset[str] = frozenset()
    """The kinds of names that are no values wherever they are, such as those of types."""
    elsewhere: Mapping[str, str] = {}
    """Kinds around a name, with the field in which it is no value ("": any child)."""
    inside: Mapping[str, str] = {}
    """Kinds that are values only right inside of one other kind, such as the texts of a template."""
