"""Deletes caches: the index of workspace folders and the model's cached answers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable

from reread.analyzers.data_directories import cache_folder
from reread.analyzers.file_lock import FileLock
from reread.rag.index.location import index_folder


def clear_indexes(folders: Iterable[str]) -> list[str]:
    """Delete the index of each folder; one line for each that could not be deleted."""
    problems = []
    for folder in folders:
        problem = _clear_index(index_folder(folder))
        if problem:
            problems.append(f"the index of {folder} was not deleted: {problem}")
    return problems


def clear_answers() -> str:
    """Delete all kept answers of models; "", or one line that says why they could not be deleted."""
    problem = _remove(cache_folder("responses"))
    return f"the cached model answers were not deleted: {problem}" if problem else ""


def _clear_index(directory: str) -> str:
    if not os.path.isdir(directory):
        return ""
    lock = FileLock(os.path.join(directory, "lock"))
    try:
        if not lock.acquire():
            return "it is in use by another program"
    finally:
        lock.release()
    return _remove(directory)


def _remove(directory: str) -> str:
    try:
        shutil.rmtree(directory)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return error.strerror or str(error)
    return ""
