"""The folder of a data set that is made, which remembers what was tried for it."""

from __future__ import annotations

import json
import os

from reread.analyzers import inside, owned_files

_TRIED = "tried.json"


class MakingError(Exception):
    """No data set can be made. The message is one line for people."""


class CaseFolder:
    """A folder for cases. Nothing is tried twice for it, however often making was interrupted."""

    def __init__(self, path: str) -> None:
        """Raises MakingError for a folder that holds anything else."""
        self.path = path
        self._list = os.path.join(path, _TRIED)
        try:
            names = os.listdir(path) if os.path.lexists(path) else []
            known = json.loads(inside.read(path, _TRIED)) if _TRIED in names else None
        except (OSError, ValueError) as error:
            raise MakingError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
        if names and not isinstance(known, list):
            raise MakingError(f"{path} holds something else: give a new folder, or one that was made like this before")
        self._tried = dict.fromkeys(str(each) for each in known or ())

    def count(self, *names: str) -> int:
        """The cases in a folder below it."""
        try:
            return sum(name.endswith(".yaml") for name in os.listdir(os.path.join(self.path, *names)))
        except OSError:
            return 0

    def has_tried(self, key: str) -> bool:
        """Whether this was tried before, whatever came of it."""
        return key in self._tried

    def keep(self, key: str = "") -> None:
        """Write the list of what was tried, to which a key is added. Raises MakingError."""
        if key:
            self._tried[key] = None
        try:
            owned_files.write(self._list, [json.dumps(list(self._tried), indent=0).encode()])
        except OSError as error:
            raise MakingError(owned_files.unwritten(self._list, error)) from error
