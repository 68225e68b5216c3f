"""What the index changes against a commit or tree, or one commit against another, as git compares them without looking
at files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from reread.rag.git.repository import Repository
from reread.rag.git.running import GitError

_RENAMES = "--find-renames"
_SUBMODULE, _LINK = "160000", "120000"


class Staged(NamedTuple):
    """One file of the index that is not in it as in the commit. Paths are relative to the root, with `/`.

    `status` is one letter: A, C, D, M, R, T, or U for a conflict. The objects are "" where there is no file before or
    after; `was_file` and `is_file` are false where a link or a submodule is there.
    """

    status: str
    path: str
    old_path: str
    old_object: str
    new_object: str
    was_file: bool
    is_file: bool


def staged(repository: Repository, base: str, *, renames: bool = True) -> list[Staged]:
    """The files that differ between a commit or tree and the index. Raises GitError."""
    command = [
        "diff-index",
        "--cached",
        "--raw",
        "-z",
        "--full-index",
        "--no-ext-diff",
        "--no-textconv",
        "--ita-invisible-in-index",
    ]
    try:
        raw = repository.run(*command, _RENAMES if renames else "--no-renames", base, "--")
    except GitError:
        if not renames:
            raise
        # To find renames, contents are read, and in a partial clone one may not be here.
        raw = repository.run(*command, "--no-renames", base, "--")
    return list(_parsed(raw))


def between(repository: Repository, old: str, new: str) -> list[Staged]:
    """The files that differ between two commits or trees. Raises GitError."""
    command = ["diff-tree", "-r", "--raw", "-z", "--full-index", "--no-ext-diff", "--no-textconv"]
    try:
        raw = repository.run(*command, _RENAMES, old, new, "--")
    except GitError:
        raw = repository.run(*command, "--no-renames", old, new, "--")
    return list(_parsed(raw))


def _parsed(raw: bytes) -> Iterator[Staged]:
    """The entries of `--raw -z`: `:mode mode object object status`, then one name, or two after C and R."""
    fields = iter(raw.split(b"\0"))
    seen: set[str] = set()
    for header in fields:
        if not header:
            continue
        old_mode, new_mode, old, new, status = header[1:].decode().split(" ")
        path = os.fsdecode(next(fields))
        old_path = ""
        if status[0] in "CR":
            old_path, path = path, os.fsdecode(next(fields))
        if path in seen:
            continue
        seen.add(path)
        yield Staged(
            status=status[0],
            path=path,
            old_path=old_path,
            old_object="" if not old.strip("0") else old,
            new_object="" if not new.strip("0") else new,
            was_file=old_mode not in (_SUBMODULE, _LINK),
            is_file=new_mode not in (_SUBMODULE, _LINK),
        )
