"""The diffs of a change that a model is shown: without excluded files, and within a token limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from reread.analyzers.review.generation.changes import FileDiff
from reread.analyzers.review.tokens import CHARACTERS_PER_TOKEN, estimate
from reread.analyzers.text import Document
from reread.server.diffs import unified
from reread.server.report.review import ReviewDocument, document_of
from reread.server.review.units import excluded_of
from reread.server.settings import Settings

MOST_TOKENS = 8_000
"""Of all diffs together: with log and answer they fit into the context that a small model on this machine has."""


class Differences(NamedTuple):
    """The diffs, and a line for each thing that is not shown in full."""

    shown: tuple[FileDiff, ...]
    notes: tuple[str, ...]


def differences_of(
    folder: str,
    documents: Sequence[ReviewDocument],
    settings: Settings,
    renamed: Mapping[str, str] = MappingProxyType({}),
    tokens: int = MOST_TOKENS,
) -> Differences:
    """The diffs of documents; `renamed` has former paths by present ones. Reads ignore files: it belongs into a thread.

    What was excluded under its former name stays so.
    """
    names = [(each.relative, renamed.get(each.relative, "")) for each in documents]
    out = excluded_of(settings, folder, (name for both in names for name in both))
    excluded = {present for present, former in names if present in out or former in out}
    asked = [each for each in documents if each.relative not in excluded]
    made = [FileDiff(each.relative, _diff(each, renamed.get(each.relative, "")), _versions(each)) for each in asked]
    shares = _shares([estimate(each.diff) for each in made], tokens)
    shown = [each._replace(diff=_cut(each.diff, share)) for each, share in zip(made, shares, strict=True)]
    cut = sum(one.diff != other.diff for one, other in zip(made, shown, strict=True))
    notes = [_counted(len(excluded), "is", "are") + " excluded from the model review"] if excluded else []
    if cut:
        notes.append(f"{_counted(cut, 'was', 'were')} shown in part: the change is larger than {tokens:,} tokens")
    return Differences(tuple(shown), tuple(notes))


def _diff(document: ReviewDocument, former: str) -> str:
    lead = "new file\n" if document.base_text is None else "" if document.text else "file removed\n"
    if former:
        lead = f"renamed from {former}\n"
    return lead + "".join(unified(document.relative, document.base_text or "", document.text))


def _versions(document: ReviewDocument) -> tuple[Document, ...]:
    now = document_of(document)
    if document.base_text is None:
        return (now,)
    return now, Document(document.uri, document.base_text, path=document.path, language=document.language)


def _shares(sizes: Sequence[int], total: int) -> list[int]:
    """How much each of several gets: small ones all that they need, and the large ones the same."""
    shares = [0] * len(sizes)
    for left, place in zip(range(len(sizes), 0, -1), sorted(range(len(sizes)), key=sizes.__getitem__), strict=True):
        shares[place] = min(sizes[place], total // left)
        total -= shares[place]
    return shares


def _cut(diff: str, tokens: int) -> str:
    if estimate(diff) <= tokens:
        return diff
    lines = diff.split("\n")
    kept = _within(lines, tokens * CHARACTERS_PER_TOKEN)
    return "\n".join((*lines[:kept], f"... ({len(lines) - kept:,} more lines)"))


def _within(lines: Iterable[str], characters: float) -> int:
    count = 0
    for line in lines:
        characters -= len(line) + 1
        if characters < 0:
            break
        count += 1
    return count


def _counted(count: int, one: str, several: str) -> str:
    return f"{count:,} file {one}" if count == 1 else f"{count:,} files {several}"
