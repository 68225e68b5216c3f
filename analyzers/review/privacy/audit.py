"""The audit log: the recipient and size of each request to a model, and of all that is posted to a pull request.

One line per request, without any of its content.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

import msgspec

from reread.analyzers import owned_files
from reread.analyzers.review.provider import ProviderError


class AuditedPiece(msgspec.Struct, frozen=True):
    """A piece of a file that was sent. `path` is relative to the workspace folder; lines count from 1."""

    path: str
    first_line: int
    last_line: int


class AuditEntry(msgspec.Struct, frozen=True):
    """One request. `size` is that of both messages in bytes; `placeholders` is how many secrets were kept back.

    `endpoint` is the address that it went to, without credentials, `proxy` that through which it went, or "". A proxy
    can read what goes to an address that begins with `http:`. For what is posted to a pull request, `provider` is the
    kind of host, `repository` and `number` say which, and `code` is the lines that comments are on.
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


class AuditError(ProviderError):
    """The log cannot be written. What cannot be logged is not sent."""


class AuditLog:
    """A file of JSON lines that only grows. Several processes may append to it."""

    def __init__(self, path: str) -> None:
        self.path = path

    def append(self, entry: AuditEntry) -> None:
        """Write a line before its request is sent; raises AuditError when that fails."""
        line = msgspec.json.encode(entry) + b"\n"
        try:
            os.makedirs(os.path.dirname(self.path) or ".", mode=0o700, exist_ok=True)
            descriptor = owned_files.opener(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
            try:
                owned_files.append(descriptor, line)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise AuditError(f"the audit log {self.path} cannot be written, so nothing is sent: {error}") from error

    def entries(self) -> Sequence[AuditEntry]:
        """All entries, oldest first; lines that are none are left out."""
        found = []
        try:
            with open(self.path, "rb") as file:
                for line in file:
                    try:
                        found.append(msgspec.json.decode(line, type=AuditEntry))
                    except msgspec.MsgspecError:
                        continue
        except FileNotFoundError:
            return []
        return found


def now() -> str:
    """The time as it is written into the log: ISO 8601, UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
