"""Writes Reread's own files, which hold code, prompts and answers: readable by this user alone, whatever the umask.

Files that can be recreated are written atomically, and read only if this user wrote them.
"""

from __future__ import annotations

import errno
import marshal
import os
import stat
import time
from collections.abc import Iterable, Iterator
from typing import IO, Any
from zlib import crc32

try:
    # hashlib loads OpenSSL, which takes longer than all hashes that a short run makes.
    from _blake2 import blake2b  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    from hashlib import blake2b

_CHECKSUM = 4
_DIGEST = 20
_NO_SPACE = "no space left on"
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FULL_WORDS = ("disk is full", "No space left on device", "Disk quota exceeded")
"""What SQLite, git and libraries that are not in Python say."""
_SQLITE_FILES = (10, 14)
"""SQLITE_IOERR and SQLITE_CANTOPEN (https://www.sqlite.org/rescode.html)."""
_LEAST_ROOM = 100_000
"""Bytes that are free where SQLite can begin to write: its index of the log alone takes a third."""
_DAY = 86_400
"""Seconds."""
_FOLDER, _FILE, _OTHERS = 0o700, 0o600, 0o077


def digest(data: bytes) -> bytes:
    """A hash of a content, for which no collision is known."""
    found: bytes = blake2b(data, digest_size=_DIGEST).digest()
    return found


def is_own(stream: IO[bytes]) -> bool:
    """True for an open file that belongs to this user; where the system cannot say, for every file."""
    return not hasattr(os, "getuid") or os.fstat(stream.fileno()).st_uid == os.getuid()


def make_folder(path: str) -> None:
    """Makes a folder that only this user may look into, and makes one that is there so. Raises OSError."""
    os.makedirs(path, mode=_FOLDER, exist_ok=True)
    _narrow(path)


def opener(path: str, flags: int) -> int:
    """For `open`: a file that is made, or was there with wider rights, is for this user alone. Raises OSError."""
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), _FILE)
    _narrow(path)
    return descriptor


def make_database(path: str) -> None:
    """Before SQLite opens a file: makes it for this user alone; what SQLite keeps beside it gets the same rights.

    A file that is there is not opened: closing it would end the locks of this process' other connections to it (POSIX,
    fcntl), and another process would take itself for the last one. Raises OSError.
    """
    if not os.path.exists(path):
        with open(path, "ab", opener=opener):
            pass
    for beside in ("", "-wal", "-shm", "-journal"):
        _narrow(path + beside)


def narrow_all(folder: str) -> None:
    """Takes the rights of others from a folder and all that is in it, where it is this user's."""
    _narrow(folder)
    for inside, folders, names in os.walk(folder):
        for name in (*folders, *names):
            _narrow(os.path.join(inside, name))


def _narrow(path: str) -> None:
    """Takes the rights of others from what belongs to this user; what cannot be changed stays as it is."""
    if not hasattr(os, "getuid"):
        return
    try:
        status = os.lstat(path)
        if status.st_uid == os.getuid() and status.st_mode & _OTHERS and not stat.S_ISLNK(status.st_mode):
            os.chmod(path, stat.S_IMODE(status.st_mode) & ~_OTHERS)
    except OSError:
        pass


def replace(path: str, pieces: Iterable[bytes | bytearray]) -> bool:
    """Puts the pieces in place of a file, whole or not at all; False if that is not possible."""
    try:
        write(path, pieces)
    except OSError:
        return False
    return True


def write(path: str, pieces: Iterable[bytes | bytearray]) -> None:
    """Puts the pieces in place of a file, whole or not at all. Raises OSError."""
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(temporary, "wb", opener=opener) as stream:
            stream.writelines(pieces)
        os.replace(temporary, path)
    except OSError:
        try:
            os.unlink(temporary)
        except OSError:
            pass
        raise


def append(descriptor: int, lines: bytes) -> None:
    """Adds lines in one write to a file that is open to be read and appended to, so that several processes can.

    What a process that was killed, or a full disk, left of a line before stays a line of its own. Raises OSError, also
    where not all of it could be written.
    """
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if size and os.lseek(descriptor, size - 1, os.SEEK_SET) >= 0 and os.read(descriptor, 1) != b"\n":
        lines = b"\n" + lines
    if os.write(descriptor, lines) < len(lines):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def problem(path: str, error: Exception) -> str:
    """Why a file cannot be used, in a line: the path and the reason, or on which disk there is no space left for it."""
    return _reported(path, error, "")


def unwritten(path: str, error: Exception) -> str:
    """Why a file is not written, in a line."""
    return _reported(path, error, "cannot be written: ")


def names_full_disk(problem: str) -> bool:
    """Whether a line of `problem` or `unwritten` says that a disk is full."""
    return _NO_SPACE in problem


def _reported(path: str, error: Exception, before: str) -> str:
    if is_disk_full(path, error):
        return f"{_NO_SPACE} {_disk_of(path)}: {path}"
    reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
    return f"{path}: {before}{reason}"


def is_disk_full(path: str, error: Exception) -> bool:
    """Whether an error of the system or of a library that writes a file says that there is no space left for it."""
    if getattr(error, "errno", None) in _FULL or any(words in str(error) for words in _FULL_WORDS):
        return True
    # SQLite only says that it cannot open or write one of its files.
    if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _SQLITE_FILES or not hasattr(os, "statvfs"):
        return False
    try:
        status = os.statvfs(_disk_of(path))
    except OSError:
        return False
    return status.f_bavail * status.f_frsize < _LEAST_ROOM or (status.f_files > 0 and status.f_favail == 0)


def _disk_of(path: str) -> str:
    """Where the disk of a file is mounted."""
    folder = os.path.realpath(path)
    while not os.path.ismount(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return folder


def prune(folder: str, most: int, days: int = 0, size: int = 0) -> None:
    """Keeps the newest files in and below a folder, so that they do not fill the disk.

    At most so many, written in the last so many days, with so many bytes in all; 0 is no limit.
    """
    try:
        files = sorted(_files(folder), reverse=True)
        oldest = time.time() - days * _DAY if days else 0.0
        total = 0
        for number, (moment, length, path) in enumerate(files):
            total += length
            if (most and number >= most) or moment < oldest or (size and total > size):
                os.unlink(path)
    except OSError:
        pass


def _files(folder: str) -> Iterator[tuple[float, int, str]]:
    """When each file in and below a folder was written, its size and its path."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.is_file():
                status = entry.stat()
                yield status.st_mtime, status.st_size, entry.path


def name_of(folder: str) -> str:
    """What a file about a workspace folder is called, or begins with; the same for all spellings of the path."""
    return digest(os.path.realpath(folder).encode(errors="surrogateescape")).hex()


def read_values(path: str) -> Any:
    """The plain values that `write_values` wrote; None without them, when they are damaged or someone else's."""
    try:
        with open(path, "rb") as stream:
            data = stream.read() if is_own(stream) else b""
        if crc32(data[_CHECKSUM:]) != int.from_bytes(data[:_CHECKSUM], "big"):
            return None
        return marshal.loads(data[_CHECKSUM:]) if data else None
    except (OSError, ValueError, TypeError, EOFError):
        return None


def write_values(path: str, values: Any) -> bool:
    """Writes plain values (what marshal knows); False if that is not possible."""
    data = marshal.dumps(values)
    return replace(path, (crc32(data).to_bytes(_CHECKSUM, "big"), data))
