"""A change of a workspace: some of its files, before and after."""

from __future__ import annotations

import difflib
from functools import cached_property
from typing import NamedTuple

from reread.analyzers.text import Document
from reread.rag.findings.outline import Outline, outline_of


class FileChange:
    """One file of a change. `old` is its text before, None when it is new; `new` after, None when it is deleted."""

    def __init__(self, path: str, old: str | None, new: str | None, language: str) -> None:
        self.path = path
        self.old = old
        self.new = new
        self.language = language

    @cached_property
    def before(self) -> Outline | None:
        """The outline of the file before the change; None if it did not exist, or its language has no outlines."""
        return None if self.old is None else outline_of(self._document(self.old))

    @cached_property
    def after(self) -> Outline | None:
        return None if self.new is None else outline_of(self._document(self.new))

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """The lines that differ, in order."""
        if self.old is None or self.new is None:
            return ()
        old, new = self.old.split("\n"), self.new.split("\n")
        matcher = difflib.SequenceMatcher(None, old, new, autojunk=len(old) > 5_000)
        return tuple(Hunk(*place) for kind, *place in matcher.get_opcodes() if kind != "equal")

    def touches(self, first: int, end: int) -> bool:
        """Whether one of the lines `first` to `end` (from 0, half-open) is new or altered."""
        if self.old is None:
            return self.new is not None
        return any(hunk.start < end and first < hunk.end for hunk in self.hunks)

    def _document(self, text: str) -> Document:
        return Document("", text, path=self.path, language=self.language)


class Hunk(NamedTuple):
    """Lines `old_start:old_end` became the lines `start:end`; from 0, half-open."""

    old_start: int
    old_end: int
    start: int
    end: int


class WorkspaceChange(NamedTuple):
    """`files` are of one workspace folder. `together` are the sets of paths that earlier commits changed at once, the
    latest first, of the commits that touched one of the files; empty if the history is not asked.
    """

    files: tuple[FileChange, ...]
    together: tuple[frozenset[str], ...] = ()

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(file.path for file in self.files)
