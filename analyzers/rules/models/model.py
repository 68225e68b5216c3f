"""A parsed library model, as plain values that the cache stores."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from reread.analyzers.rules.taint_spec import TaintSpec, spec_of_plain

NAME = re.compile(r"[A-Za-z_$][\w$]*")


class ModelEntry(NamedTuple):
    """One function, or what else has a name, of a model. `languages` are names of tables.

    `kind` is source, sink, sanitizer, guard or summary; `classes` are those of `vocabulary`, none for a summary.
    `entries` are specs of taint rules without label and condition, which the rule has.
    """

    languages: tuple[str, ...]
    kind: str
    classes: tuple[str, ...]
    certainty: str
    entries: tuple[TaintSpec, ...]


class ModelExample(NamedTuple):
    """Annotated code of a model, as `testing` runs it. `line` is that of the first line of the code, from 1."""

    language: str
    code: str
    line: int


class LibraryModel(NamedTuple):
    """The content of a library model; `path` is its file."""

    library: str
    entries: tuple[ModelEntry, ...]
    examples: tuple[ModelExample, ...] = ()
    path: str = ""

    def as_plain(self) -> list[Any]:
        entries = [[*each[:-1], [spec.plain() for spec in each.entries]] for each in self.entries]
        return [self.library, entries, [list(each) for each in self.examples]]

    @classmethod
    def of_plain(cls, plain: Sequence[Any], path: str) -> LibraryModel:
        library, entries, examples = plain
        return cls(
            library,
            tuple(ModelEntry(*each)._replace(entries=tuple(map(spec_of_plain, each[-1]))) for each in entries),
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
        for name in NAME.findall(str([spec.plain() for spec in entry.entries]))
    )
