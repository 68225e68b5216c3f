"""The ways in which an index can be damaged."""

from __future__ import annotations

from reread.analyzers import owned_files


class IndexUnavailableError(Exception):
    """There can be no index here. The message is one line that says what a person can do."""


def unavailable(path: str, error: Exception) -> IndexUnavailableError:
    """The error for an index that cannot be written at a path."""
    return IndexUnavailableError(
        f"the index cannot be written: {owned_files.problem(path, error)}; REREAD_CACHE_DIR names another place"
    )


class DamagedCatalogueError(Exception):
    """The file is not a catalogue, of another version, or broken."""


class DamagedStoreError(Exception):
    """The store cannot be read or written any more; delete it and make it again."""
