"""Pauses indexing of a folder: a marker file beside its index, which every writing process respects."""

from __future__ import annotations

import os

from reread.analyzers import owned_files
from reread.rag.index.location import index_folder


def pause(folder: str) -> None:
    """From now on, no process writes the index of this workspace folder; runs end after their batch. Raises OSError."""
    owned_files.make_folder(index_folder(folder))
    with open(_mark(folder), "w", encoding="utf-8", opener=owned_files.opener):
        pass


def resume(folder: str) -> bool:
    """Whether it was paused; it no longer is. Raises OSError."""
    try:
        os.unlink(_mark(folder))
    except FileNotFoundError:
        return False
    return True


def is_paused(folder: str) -> bool:
    return os.path.exists(_mark(folder))


def _mark(folder: str) -> str:
    return os.path.join(index_folder(folder), "paused")
