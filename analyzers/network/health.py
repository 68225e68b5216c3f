"""Records in a small file that an endpoint has just failed, so that the next process knows."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress

from reread.analyzers import owned_files, retention

_LONGEST = 500


class Health:
    """The stored state of one endpoint in a folder: that the last question failed, and how.

    What failed more than `seconds` ago says nothing about now.

    A file that cannot be read or written is no trouble: then each process finds out for itself.
    """

    def __init__(self, folder: str, provider: str, base_url: str, seconds: float = 120.0) -> None:
        self._seconds = seconds
        name = hashlib.sha256(f"{provider} {base_url}".encode()).hexdigest()[:32]
        self._path = os.path.join(folder, name)

    def trouble(self) -> str:
        """How the last question failed, of this process or another, if that was a moment ago; else ""."""
        try:
            age = time.time() - os.stat(self._path).st_mtime
            if not 0 <= age <= self._seconds:
                return ""
            with open(self._path, encoding="utf-8") as file:
                return file.read(_LONGEST)
        except (OSError, ValueError):
            return ""

    def failed(self, reason: str) -> None:
        """Keep that a question failed."""
        with suppress(OSError):
            owned_files.make_folder(os.path.dirname(self._path))
            with open(self._path, "w", encoding="utf-8", opener=owned_files.opener) as file:
                file.write(reason[:_LONGEST])
            retention.HEALTH.prune()

    def answered(self) -> None:
        """Forget all trouble."""
        with suppress(OSError):
            os.remove(self._path)
