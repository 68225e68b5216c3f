"""The library models in force, as lines for display."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator

from reread.analyzers.rules.models.model import LibraryModel

_KINDS = {
    "source": "sources",
    "sink": "sinks",
    "sanitizer": "sanitizers",
    "guard": "sanitizers",
    "summary": "summaries",
}
_SINGULAR = {"summaries": "summary"}


def described(models: Iterable[LibraryModel]) -> Iterator[str]:
    """A line for each model: its library, how many entries of each kind it has, and its file."""
    for model in models:
        counts = Counter(_KINDS[entry.kind] for entry in model.entries)
        said = ", ".join(f"{count} {_named(kind, count)}" for kind, count in counts.items()) or "nothing"
        yield f"library model {model.library or os.path.basename(model.path)}: {said} ({model.path})"


def _named(kind: str, count: int) -> str:
    return kind if count > 1 else _SINGULAR.get(kind, kind.removesuffix("s"))
