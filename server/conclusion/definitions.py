"""The definitions that a change adds, changes and removes, and the other places that mention them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.review.change.definitions import definitions
from reread.analyzers.review.change.units import plan_units
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server.report.conclusion import ChangedDefinition, Kind

_MOST_NAMES = 60
_SHORTEST = 4
"""Letters; a shorter name is everywhere, and says nothing."""

Mentions = Callable[[Sequence[str]], Mapping[str, Sequence[str]]]
"""The files that name each of some names, as whole words."""


class Version(NamedTuple):
    """A file before and after: texts, None if there is none."""

    path: str
    before: str | None
    after: str | None


def changed_definitions(files: Iterable[Version], mentions: Mentions) -> tuple[ChangedDefinition, ...]:
    """The definitions of a change, in the order of files and lines. Comments and formatting do not count."""
    files = [each for each in files if language_of(each.path)]
    found = [(each.path, name, kind) for each in files for name, kind in _of_file(each)]
    changed = {each.path for each in files}
    # What is new is named by nobody yet.
    wanted = dict.fromkeys(name.rpartition(".")[2] for _, name, kind in found if kind != "added")
    named = mentions([name for name in wanted if len(name) >= _SHORTEST][:_MOST_NAMES]) if wanted else {}
    return tuple(
        ChangedDefinition(
            path,
            name,
            kind,
            tuple(other for other in named.get(name.rpartition(".")[2], ()) if other not in changed)
            if kind != "added"
            else (),
        )
        for path, name, kind in found
    )


def _of_file(file: Version) -> list[tuple[str, Kind]]:
    old = _names(file.path, file.before)
    if file.after is None:
        return [(name, "removed") for name in old]
    document = _document(file.path, file.after)
    new = _names(file.path, file.after)
    plan = plan_units(document, file.before)
    touched = dict.fromkeys(unit.name for unit in plan.units if unit.name in new)
    result: list[tuple[str, Kind]] = [(name, "changed" if name in old else "added") for name in touched]
    return [*result, *((name, "removed") for name in old if name not in new)]


def _names(path: str, text: str | None) -> dict[str, None]:
    if text is None:
        return {}
    return dict.fromkeys(entry.name for entry in definitions(_document(path, text)).leaves if entry.name)


def _document(path: str, text: str) -> Document:
    return Document(path, text, path=path, language=language_of(path) or "")
