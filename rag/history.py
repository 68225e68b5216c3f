"""Files that were committed together: the last commits of a folder, cached beside its index by commit."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from reread.analyzers import owned_files
from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitError

_FILE = "history"
_MOST_COMMITS = 3_000
_MOST_FILES = 20
"""Files of a commit; one of more says little about what belongs together."""
_FEWEST = 2
"""Times that make a habit."""
_DOUBT = 2
"""Commits without the other file that are added to those seen: one of one proves little."""
_COMMIT = re.compile(rb"[0-9a-f]{40,64}\Z")
_END = b"\0\0"
"""After the identifier of the last commit, and after each commit, whose names have one zero byte between."""


class Together(NamedTuple):
    """A file was committed `times` times in the `commits` that another one was in."""

    times: int
    commits: int

    @property
    def share(self) -> float:
        """How likely they change together, from 0 to 1; less while there are few commits."""
        return self.times / (self.commits + _DOUBT)

    @property
    def reason(self) -> str:
        return f"changed together with it in {self.times} of {self.commits} commits"


class History(NamedTuple):
    """The files of each commit, relative to the folder, the latest first."""

    commits: tuple[frozenset[str], ...]

    def together(self, path: str) -> Mapping[str, Together]:
        """The files that were more than once committed with a file."""
        having = [names for names in self.commits if path in names]
        counted = Counter(name for names in having for name in names if name != path)
        return {name: Together(count, len(having)) for name, count in counted.items() if count >= _FEWEST}


def refresh(folder: str, index: str) -> None:
    """Bring what is kept in the folder of the index up to date with the commit that is checked out.

    A repository that does not answer in time has no history, until there is another commit.
    """
    head = (_git_output(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") or b"").strip()
    known, _, rest = _read(index).partition(_END)
    if not head or known == head:
        return
    follows = bool(_COMMIT.match(known)) and _is_before(folder, known.decode(), head.decode())
    new = _log(folder, f"{known.decode()}..{head.decode()}" if follows else head.decode())
    commits = [*new, *(rest.split(_END) if follows else ())]
    with suppress(OSError):  # It is only missed where commits would have said something.
        _write(index, _END.join([head, *filter(None, commits[:_MOST_COMMITS])]))


def of_index(index: str) -> History:
    """The stored history in the folder of an index; no commits if there is none."""
    path = os.path.join(index, _FILE)
    try:
        status = os.stat(path)
    except OSError:
        return History(())
    return _parsed(index, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _parsed(index: str, modified: int, size: int) -> History:
    """Kept for as long as the file is the same."""
    _, *commits = _read(index).split(_END)
    return History(
        tuple(frozenset(intern(os.fsdecode(name)) for name in names.split(b"\0")) for names in commits if names)
    )


def _is_before(folder: str, commit: str, other: str) -> bool:
    return _git_output(folder, "merge-base", "--is-ancestor", commit, other) is not None


def _log(folder: str, commits: str) -> list[bytes]:
    """The names of the files of each commit that says something, the latest first."""
    shape = ("--no-merges", "--no-renames", "--relative", "--name-only", "-z", "--format=%x01")
    plain = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap")
    output = _git_output(folder, "log", f"-n{_MOST_COMMITS}", *shape, *plain, commits, "--")
    names = (part.strip(b"\0\n") for part in (output or b"").split(b"\x01"))
    return [each for each in names if each and each.count(b"\0") < _MOST_FILES]


def _git_output(folder: str, *arguments: str) -> bytes | None:
    try:
        return repository_of(folder).run(*arguments, folder=folder)
    except GitError:
        return None


def _read(index: str) -> bytes:
    try:
        with open(os.path.join(index, _FILE), "rb") as file:
            return file.read()
    except OSError:
        return b""


def _write(index: str, data: bytes) -> None:
    path = os.path.join(index, _FILE)
    unfinished = f"{path}.{os.getpid()}"
    with open(unfinished, "wb", opener=owned_files.opener) as file:
        file.write(data)
    os.replace(unfinished, path)
