"""All files of a commit or of the index, and the commits at earlier times."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reread.rag.git.objects import contents, head, sizes
from reread.rag.git.repository import repository_of

_FILES = ("100644", "100755")
_LINK = "120000"
_AT_ONCE = 50_000_000
"""Bytes of contents that are held at a time."""


class TreeFile(NamedTuple):
    """A file of a commit: its path from the root with `/`, the id of its content, and its size in bytes."""

    path: str
    object: str
    size: int


def commits_before(root: str, moments: Sequence[int]) -> list[str]:
    """For each moment, in seconds since 1970, the last commit before it on the first-parent line of HEAD; "" for
    none. Raises GitError.
    """
    repository = repository_of(root)
    if not head(repository):
        return ["" for _ in moments]
    arguments = ("rev-list", "-n1", "--first-parent")
    return [repository.run(*arguments, f"--before={moment}", "HEAD", "--").decode().strip() for moment in moments]


def files_of(root: str, commit: str) -> list[TreeFile]:
    """The files of a commit, without links and submodules, and without what a partial clone lacks. Raises GitError."""
    found = []
    for entry in repository_of(root).run("ls-tree", "-r", "-l", "-z", "--full-tree", commit).split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, name, size = about.decode().split() if path else ("", "", "", "")
        if mode in _FILES and size.isdecimal():
            found.append(TreeFile(os.fsdecode(path), name, int(size)))
    return found


class TreeEntry(NamedTuple):
    """A file or link of the index or of a commit: its path from the root with `/`, its mode, the id of its content."""

    path: str
    mode: int
    object: str

    @property
    def is_link(self) -> bool:
        """True for a link; its target is its content."""
        return oct(self.mode)[2:] == _LINK


def all_staged(root: str) -> list[TreeEntry]:
    """The files and links of the index, without submodules and what is in conflict. Raises GitError."""
    output = repository_of(root).run("ls-files", "--stage", "-z")
    return [entry for words, entry in _entries(output) if words[2] == "0"]


def all_committed(root: str, commit: str) -> list[TreeEntry]:
    """The files and links of a commit, without submodules. Raises GitError."""
    output = repository_of(root).run("ls-tree", "-r", "-z", "--full-tree", commit)
    return [TreeEntry(entry.path, entry.mode, words[2]) for words, entry in _entries(output)]


def sizes_of(root: str, entries: Iterable[TreeEntry]) -> list[int]:
    """The sizes of the contents in bytes. Raises GitError for one that is not here."""
    return sizes(repository_of(root), [entry.object for entry in entries])


def contents_of(root: str, entries: Sequence[TreeEntry], known: Sequence[int]) -> Iterator[bytes]:
    """The contents, in order, of which a part is held at a time; `known` are their sizes. Raises GitError."""
    repository, start, held = repository_of(root), 0, 0
    for place, size in enumerate(known):
        if held and held + size > _AT_ONCE:
            yield from contents(repository, [entry.object for entry in entries[start:place]])
            start, held = place, 0
        held += size
    yield from contents(repository, [entry.object for entry in entries[start:]])


def _entries(output: bytes) -> Iterator[tuple[Sequence[str], TreeEntry]]:
    for line in output.split(b"\0"):
        about, _, path = line.partition(b"\t")
        words = about.decode().split()
        if path and words[0] in (*_FILES, _LINK):
            yield words, TreeEntry(os.fsdecode(path), int(words[0], 8), words[1])
