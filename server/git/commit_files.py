"""Which files commits changed and added, with their messages."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from reread.rag.git.objects import head
from reread.rag.git.repository import repository_of

_ENTRY = re.compile(rb"\x01([0-9a-f]{40,64})\x02([^\x01]*?)\x03\0(.*)\Z", re.DOTALL)


class CommitFiles(NamedTuple):
    """A commit: its id, all of its message, the files that it changed and those that it added.

    Paths are relative to the root, with `/`; a renamed file is an added one.
    """

    identifier: str
    message: str
    changed: tuple[str, ...]
    added: tuple[str, ...]


def commits(root: str, most: int) -> list[CommitFiles]:
    """The last commits without merges of the branch that is checked out, the latest first. Raises GitError."""
    repository = repository_of(root)
    if not head(repository):
        return []
    form = "--format=%x01%H%x02%B%x03"
    output = repository.run(
        "log", f"-n{most}", "--no-merges", "--no-renames", "--name-status", "--no-mailmap", "--no-color", "-z", form,
        "HEAD", "--",
    )  # fmt: skip
    entries = re.split(rb"(?=\x01[0-9a-f]{40})", output)
    return [_commit(found) for entry in entries if (found := _ENTRY.match(entry)) is not None]


def _commit(found: re.Match[bytes]) -> CommitFiles:
    fields = found[3].lstrip(b"\n").split(b"\0")
    files = list(zip(fields[::2], map(os.fsdecode, fields[1::2]), strict=False))
    return CommitFiles(
        found[1].decode(),
        found[2].decode(errors="replace").replace("\r\n", "\n"),
        tuple(path for status, path in files if status == b"M"),
        tuple(path for status, path in files if status == b"A"),
    )
