"""The concerns of the files in a change, by the table in `concerns.toml`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from reread.analyzers.syntax import language_of
from reread.server.report.conclusion import Concern

CODE = "code"
OTHER = "other"


def sorted_by_concern(paths: Iterable[str]) -> Mapping[Concern, tuple[str, ...]]:
    """The files (paths with `/`) of each concern: code first, then in the order of the table."""
    found: dict[Concern, list[str]] = {Concern(CODE): []}
    found.update((concern, []) for concern, _ in _table())
    found[Concern(OTHER)] = []
    for path in sorted(paths):
        found[concern_of(path)].append(path)
    return {concern: tuple(files) for concern, files in found.items() if files}


def concern_of(path: str) -> Concern:
    """The concern of one file."""
    for concern, patterns in _table():
        if patterns.match_file(path):
            return concern
    return Concern(CODE if language_of(path) else OTHER)


class _Patterns(Protocol):
    def match_file(self, file: str) -> bool: ...


@cache
def _table() -> tuple[tuple[Concern, _Patterns], ...]:
    # Not imported by who only writes a report.
    import pathspec

    with open(os.path.join(os.path.dirname(__file__), "concerns.toml"), "rb") as file:
        entries = tomllib.load(file)["concern"]
    return tuple(
        (
            Concern(each["name"], each.get("label", ""), each.get("risk", "")),
            pathspec.PathSpec.from_lines("gitignore", each["files"]),
        )
        for each in entries
    )
