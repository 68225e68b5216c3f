"""Logs each command in a line, without importing what the rest of the log needs: `reread check` has no time for that.

All commands write to one file. Each has a line at most, and a file for each would push out those of server and worker.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

from reread.analyzers import correlation, owned_files, retention
from reread.analyzers.data_directories import user_file
from reread.analyzers.file_lock import FileLock

LARGEST = 1_000_000
"""Bytes of the file; after that it becomes `.1`, and what was there before is gone."""
_FILE = "commands.jsonl"


def record(name: str, outcome: str, seconds: float) -> None:
    """Log that a command has ended: with its exit code, or the name of an error. Never raises OSError."""
    if not _is_wanted():
        return
    path = os.path.join(retention.LOGS.place, _FILE)
    now = time.time()
    moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now)) + f".{int(now % 1 * 1_000):03}+00:00"
    about = f'"pid":{os.getpid()},"logger":"reread.command","message":"reread {name}","job":"{correlation.current()}"'
    data = f'{{"outcome":"{outcome}","milliseconds":{1_000 * seconds:.1f}}}'
    line = f'{{"time":"{moment}","level":"info","process":"command",{about},"data":{data}}}\n'
    with suppress(OSError):
        try:
            descriptor = _opened(path)
        except FileNotFoundError:
            owned_files.make_folder(os.path.dirname(path))
            descriptor = _opened(path)
        try:
            owned_files.append(descriptor, line.encode())
            is_full = os.lseek(descriptor, 0, os.SEEK_END) > LARGEST
        finally:
            os.close(descriptor)
        if is_full:
            _rotate(path)


def _opened(path: str) -> int:
    return owned_files.opener(path, os.O_RDWR | os.O_CREAT | os.O_APPEND)


def _rotate(path: str) -> None:
    lock = FileLock(f"{path}.lock")
    if lock.acquire():
        try:
            # Another process may have done it meanwhile.
            if os.path.getsize(path) > LARGEST:
                os.replace(path, f"{path}.1")
        finally:
            lock.release()


def _is_wanted() -> bool:
    """Whether the user's settings have such lines written; they are read only if they say something about the log."""
    try:
        with open(user_file(), "rb") as file:
            if b"logs" not in file.read():
                return True
    except OSError:
        return True
    from reread.server.configuration import load

    return load(None).settings.logs.level in ("info", "debug")
