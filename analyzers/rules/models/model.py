"""What a library model is once it has been read: plain values, as the cache keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

NAME = re.compile(r"[A-Za-z_$][\w$]*")


class ModelEntry(NamedTuple):
    """One function, or what else has a name, of a model. `languages` are names of tables.

    `kind` is source, sink, sanitizer, guard or summary; `classes` are those of `vocabulary`, none for a summary.
    `entries` are entries of taint rules in source form, without label and condition, which the rule has.
    """

    languages: tuple[str, ...]
    kind: str
    classes: tuple[str, ...]
    certainty: str
    entries: Sequence[Any]


class ModelExample(NamedTuple):
    """Annotated code of a model, as `testing` runs it. `line` is that of the first line of the code, from 1."""

    language: str
    code: str
    line: int


class LibraryModel(NamedTuple):
    """All that one file says of a library; `path` is the file."""

    library: str
    entries: tuple[ModelEntry, ...]
    examples: tuple[ModelExample, ...] = ()
    path: str = ""

    def as_plain(self) -> list[Any]:
        return [self.library, [list(each) for each in self.entries], [list(each) for each in self.examples]]

    @classmethod
    def of_plain(cls, plain: Sequence[Any], path: str) -> LibraryModel:
        library, entries, examples = plain
        return cls(
            library,
            tuple(ModelEntry(*each) for each in entries),
            tuple(ModelExample(*each) for each in examples),
            path,
        )


def names_in(models: Iterable[LibraryModel]) -> frozenset[str]:
    """The names in the sources and sinks of library models."""
    return frozenset(
        name
        for model in models
        for entry in model.entries
        if entry.kind in ("source", "sink")
        for name in NAME.findall(str(entry.entries))
    )
