"""What was in a repository at earlier moments: commits by time, and the files of each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from reread.rag.git.objects import head
from reread.rag.git.repository import repository_of

_FILES = ("100644", "100755")


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
    """The files of a commit, without links and submodules. Raises GitError."""
    found = []
    for entry in repository_of(root).run("ls-tree", "-r", "-l", "-z", "--full-tree", commit).split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, name, size = about.decode().split() if path else ("", "", "", "")
        if mode in _FILES:
            found.append(TreeFile(os.fsdecode(path), name, int(size)))
    return found
