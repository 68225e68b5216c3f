"""A temporary copy of a workspace that tools may change freely: all files that are not ignored."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from reread.analyzers import inside, owned_files
from reread.analyzers.data_directories import cache_folder
from reread.analyzers.file_lock import FileLock
from reread.rag.source.walk import FoundFile, walk
from reread.server import textfile
from reread.server.verification.running import end_marked

LARGEST = 500_000_000
MOST_FILES = 50_000
LARGEST_FILE = 50_000_000
"""Limits of a copy in bytes and files. Single files beyond theirs are left out; beyond the others there is no copy."""

_DAY = 86_400
_CHUNK = 1 << 24


class CopyError(Exception):
    """There can be no copy. The message is one line for people."""


class PrivateCopy:
    """A folder for copies of files that disappears with its process, below `place`; readable by this user alone.

    `folder` is the copy itself, `temporary` an empty folder beside it. All methods are slow and belong into a thread.
    """

    def __init__(self) -> None:
        """Make the folders, or raise CopyError."""
        root = cache_folder("verify")
        self.place = os.path.join(root, secrets.token_hex(8))
        self.folder = os.path.join(self.place, "workspace")
        self.temporary = os.path.join(self.place, "temporary")
        self._lock = FileLock(f"{self.place}.lock")
        with self._removed_unless_whole():
            owned_files.make_folder(root)
            remove_leftovers()
            # Before the folder: one without a lock that is held is a leftover.
            self._lock.acquire()
            for folder in (self.place, self.folder, self.temporary):
                os.mkdir(folder, mode=0o700)

    def put(self, name: str, data: bytes, mode: int = 0o644) -> None:
        """Write a file, by its path in the copy. Raises CopyError, OSError."""
        target = self._room_for(name)
        with open(target, "xb") as writer:
            writer.write(data)
        os.chmod(target, mode | stat.S_IWUSR)

    def remove(self) -> None:
        """Remove the copy and end what still runs in it."""
        _remove(self.place)
        self._lock.release()
        with contextlib.suppress(OSError):
            os.unlink(f"{self.place}.lock")

    @contextlib.contextmanager
    def _removed_unless_whole(self) -> Iterator[None]:
        """Raises CopyError, and leaves nothing behind, where the copy cannot be made."""
        try:
            yield
        except OSError as error:
            self.remove()
            raise CopyError(f"no copy of the workspace can be made: {error.strerror or error}") from error
        except BaseException:
            self.remove()
            raise

    def _room_for(self, name: str) -> str:
        """The path of a file that is to be written, without what was there. A tool may have put links anywhere."""
        path = self._path(name)
        self._require_folder(name.rpartition("/")[0])
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        return path

    def _require_folder(self, name: str) -> None:
        """Raises CopyError for a folder that is not the copy's own."""
        parts = name.split("/") if name else []
        if os.path.realpath(os.path.join(self.folder, *parts)) != os.path.join(os.path.realpath(self.folder), *parts):
            raise CopyError(f"a tool has put a link in the place of the folder {name}")

    def _path(self, name: str) -> str:
        parts = name.split("/")
        if os.path.isabs(name) or not parts[-1] or {"..", ".", ""} & set(parts):
            raise CopyError(f"{name} is not in the workspace")
        return os.path.join(self.folder, *parts)


class Copy(PrivateCopy):
    """A copy of the files of a folder. Links are not copied: they could lead back out."""

    def __init__(self, source: str, exclude: Sequence[str], stop: threading.Event | None = None) -> None:
        """Make the copy, or raise CopyError. When `stop` is set meanwhile, what there is of it is removed."""
        listing = walk(source, exclude=exclude, max_file_size=LARGEST_FILE, max_files=MOST_FILES + 1)
        require_room([file.size for file in listing.files])
        self._source = source
        self._files = {file.path: file for file in listing.files}
        self._written: set[str] = set()
        self._stop = stop or threading.Event()
        super().__init__()
        with self._removed_unless_whole():
            for file in listing.files:
                self._copy(file)

    def has(self, name: str) -> bool:
        """Whether a file was copied, by its path."""
        return name in self._files

    def write(self, texts: Mapping[str, str]) -> None:
        """Write texts over files of the copy, by their paths in it, each in the encoding that its file has."""
        for name, text in texts.items():
            self._put(name, _encoded(self._source, os.path.join(self._source, *name.split("/")), text))
            self._written.add(name)

    def restore(self) -> None:
        """Undo what `write` and tools have done to the files; what tools have added stays."""
        for parent in {name.rpartition("/")[0] for name in self._files}:
            self._require_folder(parent)
        for name, file in self._files.items():
            if name in self._written or not self._is_intact(file):
                self._copy(file)
        for name in self._written - self._files.keys():
            with contextlib.suppress(OSError):
                os.unlink(self._path(name))
        self._written.clear()

    def _copy(self, file: FoundFile) -> None:
        if self._stop.is_set():
            raise CopyError("stopped")
        source = os.path.join(self._source, *file.path.split("/"))
        try:
            opened = inside.open_file(self._source, source)
        except OSError:
            # Gone since it was listed, or a link that leads out of the workspace by now.
            return
        with opened as reader:
            status = os.fstat(reader.fileno())
            target = self._room_for(file.path)
            with open(target, "xb") as writer:
                _transfer(reader, writer)
            os.chmod(target, stat.S_IMODE(status.st_mode) | stat.S_IWUSR)
            os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))

    def _put(self, name: str, data: bytes) -> None:
        mode = 0o644
        with contextlib.suppress(OSError):
            mode = stat.S_IMODE(os.lstat(self._path(name)).st_mode)
        self.put(name, data, mode)

    def _is_intact(self, file: FoundFile) -> bool:
        try:
            status = os.lstat(self._path(file.path))
        except OSError:
            return False
        same = (status.st_size, status.st_mtime_ns) == (file.size, file.modified)
        return same and stat.S_ISREG(status.st_mode)


def require_room(sizes: Sequence[int]) -> None:
    """Raises CopyError for files, by their sizes in bytes, that are too many or too large to be copied."""
    if len(sizes) > MOST_FILES:
        raise CopyError(f"the workspace has more than {MOST_FILES:,} files")
    if sum(sizes) > LARGEST:
        raise CopyError(f"the workspace is larger than {LARGEST // 1_000_000} MB")


def remove_leftovers() -> None:
    """Remove the copies of processes that are gone, and end what still runs in them."""
    root = cache_folder("verify")
    try:
        names = os.listdir(root)
    except OSError:
        return
    for name in names:
        path = os.path.join(root, name)
        if name.endswith(".lock"):
            _forget_lock(path)
            continue
        lock = FileLock(f"{path}.lock")
        try:
            if not lock.acquire():
                continue
        except OSError:
            continue
        _remove(path)
        lock.release()
        with contextlib.suppress(OSError):
            os.unlink(f"{path}.lock")


def _forget_lock(path: str) -> None:
    """Remove the lock of a copy that never came to be. A young one may be about to."""
    with contextlib.suppress(OSError):
        if not os.path.isdir(path.removesuffix(".lock")) and time.time() - os.stat(path).st_mtime > _DAY:
            os.unlink(path)


def _remove(place: str) -> None:
    end_marked(place)
    shutil.rmtree(place, onerror=_make_writable)


def _make_writable(remove: object, path: str, error: object) -> None:
    """Tools may have taken the right to write from folders and files of the copy, which is ours all the same."""
    with contextlib.suppress(OSError):
        os.chmod(os.path.dirname(path), 0o700)
        if not os.path.islink(path):
            os.chmod(path, 0o700)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path, ignore_errors=True)
        else:
            os.unlink(path)


def _transfer(source: BinaryIO, target: BinaryIO) -> None:
    """Copy what is in one file to another: without copying anything where the file system can share it."""
    if hasattr(os, "copy_file_range"):
        try:
            while os.copy_file_range(source.fileno(), target.fileno(), _CHUNK):
                pass
            return
        except OSError:
            source.seek(0)
            target.seek(0)
            target.truncate()
    shutil.copyfileobj(source, target)


def _encoded(folder: str, path: str, text: str) -> bytes:
    try:
        before = textfile.read(path, LARGEST_FILE, folder)
        return before.mark + text.encode(before.encoding)
    except (textfile.UnreadableFileError, UnicodeError):
        return text.encode(errors="replace")
