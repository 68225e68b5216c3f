"""The audit log: the recipient and size of each request to a model, and of all that is posted to a pull request.

One line per request, without any of its content.
"""

from __future__ import annotations

import calendar
import os
import time
from collections.abc import Iterator, Sequence

import msgspec

from reread.analyzers import owned_files, retention
from reread.analyzers.file_lock import held
from reread.analyzers.review.provider import ProviderError

FORMAT = "%Y-%m-%dT%H:%M:%SZ"


class AuditedPiece(msgspec.Struct, frozen=True):
    """A piece of a file that was sent. `path` is relative to the workspace folder; lines count from 1."""

    path: str
    first_line: int
    last_line: int


class AuditEntry(msgspec.Struct, frozen=True):
    """One request. `size` is that of both messages in bytes; `placeholders` is how many secrets were kept back.

    `endpoint` is the address that it went to, without credentials, `proxy` that through which it went, or "". A proxy
    can read what goes to an address that begins with `http:`. For what is posted to a pull request, `provider` is the
    kind of host, `repository` and `number` say which, and `code` is the lines that comments are on. `intent` names what
    was sent of the reasons for the change ("commit message"), but not the text.
    """

    time: str
    run: str
    kind: str
    folder: str
    provider: str
    endpoint: str
    model: str
    prompt: str
    code: tuple[AuditedPiece, ...]
    context: tuple[AuditedPiece, ...]
    size: int
    placeholders: int
    proxy: str = ""
    repository: str = ""
    number: int = 0
    intent: tuple[str, ...] = ()


class AuditError(ProviderError):
    """The log cannot be written. What cannot be logged is not sent."""


_PATIENCE = 5.0
"""Seconds to wait for another process that writes."""


class AuditLog:
    """Two files of JSON lines, of which one grows and the other is the one before. Several processes may append."""

    def __init__(self, path: str) -> None:
        self.path = path

    def append(self, entry: AuditEntry) -> None:
        """Write a line before its request is sent; raises AuditError when that fails."""
        line = msgspec.json.encode(entry) + b"\n"
        try:
            os.makedirs(os.path.dirname(self.path) or ".", mode=0o700, exist_ok=True)
            with held(f"{self.path}.lock", _PATIENCE):
                if self._is_full():
                    os.replace(self.path, self._before)
                descriptor = owned_files.opener(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
                try:
                    owned_files.append(descriptor, line)
                finally:
                    os.close(descriptor)
        except OSError as error:
            problem = owned_files.problem(self.path, error)
            raise AuditError(f"the audit log cannot be written, so nothing is sent: {problem}") from error

    def entries(self) -> Sequence[AuditEntry]:
        """All entries, oldest first; lines that are none are left out."""
        return [entry for path in (self._before, self.path) for _, entry in _lines(path) if entry is not None]

    def forget(self, folder: str) -> None:
        """Remove the lines about a workspace folder. Raises OSError."""
        if not any(is_about(entry, folder) for entry in self.entries()):
            return
        with held(f"{self.path}.lock", _PATIENCE):
            for path in (self._before, self.path):
                lines = [line for line, entry in _lines(path) if entry is None or not is_about(entry, folder)]
                if os.path.exists(path):
                    owned_files.write(path, lines)

    @property
    def _before(self) -> str:
        return f"{self.path}.1"

    def _is_full(self) -> bool:
        """Whether half of what the limits allow is in the file: the other half is in the one before."""
        try:
            if os.path.getsize(self.path) > retention.AUDIT.size / 2:
                return True
            with open(self.path, "rb") as file:
                first = msgspec.json.decode(file.readline(), type=AuditEntry)
            age = time.time() - calendar.timegm(time.strptime(first.time, FORMAT))
            return age > retention.AUDIT.days / 2 * 86_400
        except (FileNotFoundError, ValueError, msgspec.MsgspecError):
            return False


def is_about(entry: AuditEntry, folder: str) -> bool:
    """Whether an entry is about a workspace folder."""
    if entry.folder == folder or os.path.realpath(entry.folder) == os.path.realpath(folder):
        return True
    # A case of an evaluation has a folder of its own, which is named after the workspace of the data set.
    return owned_files.name_of(folder) in entry.folder


def about(log: AuditLog, folder: str) -> list[AuditEntry] | None:
    """The requests about a workspace folder itself; None if the log has nothing at all, so that it cannot tell."""
    entries = log.entries()
    real = os.path.realpath(folder)
    own = {each for each in {entry.folder for entry in entries} if os.path.realpath(each) == real}
    return [entry for entry in entries if entry.folder in own] if entries else None


def runs_of(entries: Sequence[AuditEntry] | None) -> frozenset[str] | None:
    """The runs that entries are of."""
    return None if entries is None else frozenset(entry.run for entry in entries)


def _lines(path: str) -> Iterator[tuple[bytes, AuditEntry | None]]:
    """The lines of a file with their entries, None for what is none."""
    try:
        with open(path, "rb") as file:
            for line in file:
                try:
                    yield line, msgspec.json.decode(line, type=AuditEntry)
                except msgspec.MsgspecError:
                    yield line, None
    except FileNotFoundError:
        return


def now() -> str:
    """The time as it is written into the log: ISO 8601, UTC."""
    return time.strftime(FORMAT, time.gmtime())
