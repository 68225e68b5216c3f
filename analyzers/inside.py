"""Reads files of a workspace folder, and never follows links out of it, even if they change meanwhile.

A repository can bring links. A link to another file of the workspace is followed, since teams keep one text under two
names; a link out of it would reveal other files to a model, or in a rule's message. A link can replace a file while it
is being opened, so the location of the opened file is checked, not the requested path.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from typing import BinaryIO

_OPEN = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NOCTTY", "O_NONBLOCK"))
_PATH_OF_DESCRIPTOR = 50
"""`F_GETPATH` of macOS."""


class OutsideError(OSError):
    """A path outside the folder in which it must be. `strerror` says so in a few words."""

    def __init__(self, path: str) -> None:
        super().__init__(None, "leads out of the workspace", path)


class NotAFileError(OSError):
    """A path that is not a regular file: to read a pipe or a device could wait for ever."""

    def __init__(self, path: str) -> None:
        super().__init__(None, "not a regular file", path)


def is_inside(folder: str, path: str) -> bool:
    """Whether a path, with links followed, is the folder or below it. It need not exist."""
    root, real = os.path.realpath(folder), os.path.realpath(path)
    return real == root or real.startswith(os.path.join(root, ""))


def targets(folder: str, names: Iterable[str]) -> dict[str, str]:
    """The paths below the folder, with `/`, of what paths below it lead to; a path itself if that is outside."""
    root = os.path.realpath(folder)
    folders: dict[str, str] = {}
    found = {}
    for name in names:
        parent, _, last = name.rpartition("/")
        if parent not in folders:
            folders[parent] = os.path.realpath(os.path.join(root, *parent.split("/")))
        path = os.path.join(folders[parent], last)
        real = os.path.realpath(path) if os.path.islink(path) else path
        found[name] = real[len(os.path.join(root, "")) :].replace(os.sep, "/") if _is_below(real, root) else name
    return found


def open_file(folder: str, path: str) -> BinaryIO:
    """A regular file in a folder, opened for reading bytes. Raises OSError, OutsideError and NotAFileError among it.

    `path` is absolute or relative to the folder. With the folder "" the file may be anywhere.
    """
    path = os.path.join(folder, path)
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise NotAFileError(path)
    descriptor = os.open(path, _OPEN)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotAFileError(path)
        if folder and not _is_opened_inside(folder, path, descriptor):
            raise OutsideError(path)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read(folder: str, path: str, most: int = -1) -> bytes:
    """The content of a file as `open_file` opens it, at most the first `most` bytes of it. Raises OSError."""
    with open_file(folder, path) as file:
        return file.read(most)


def _is_opened_inside(folder: str, path: str, descriptor: int) -> bool:
    real = _opened_path(descriptor)
    if real:
        # A path without links that begins with the folder is in it, however the folder is spelled.
        return real.startswith(os.path.join(folder, "")) or _is_below(real, os.path.realpath(folder))
    # The system does not tell. So the name must lead inside after opening too, and to the file that was opened.
    real = os.path.realpath(path)
    try:
        same = os.path.samestat(os.fstat(descriptor), os.lstat(real))
    except OSError:
        return False
    return same and is_inside(folder, real)


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))


def _opened_path(descriptor: int) -> str:
    """The path of what is open; "" where the system does not say."""
    try:
        if sys.platform == "linux":
            return os.readlink(f"/proc/self/fd/{descriptor}")
        if sys.platform == "darwin":
            import fcntl

            said = fcntl.fcntl(descriptor, _PATH_OF_DESCRIPTOR, bytes(1_024))
            return os.fsdecode(said.rstrip(b"\0"))
    except OSError:
        pass
    return ""
