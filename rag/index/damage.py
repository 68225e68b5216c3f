"""The ways in which an index can be damaged."""

from __future__ import annotations


class IndexUnavailableError(Exception):
    """There can be no index here. The message is one line that says what a person can do."""


class DamagedCatalogueError(Exception):
    """The file is not a catalogue, of another version, or broken."""


class DamagedStoreError(Exception):
    """The store cannot be read or written any more; delete it and make it again."""
