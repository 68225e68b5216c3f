"""Node kinds that only shells, and files with commands, have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class ShellKinds(NamedTuple):
    """Node kinds that only shells and files with commands have."""

    pipelines: frozenset[str] = frozenset()
    """Commands whose output goes into the next one."""
    assignments: frozenset[str] = frozenset()
    """Assignments, which may stand before a command and hold for that one only."""
    bodies: Mapping[str, str] = {}
    """Kinds, with the field that they are seen through to, whatever else they hold: redirections."""
    embedded: Mapping[str, str] = {}
    """Kinds, with the language that their text is in: the commands of a Dockerfile."""
