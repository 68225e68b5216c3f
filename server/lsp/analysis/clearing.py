"""Deletes caches: the index of workspace folders and the model's cached answers."""

from __future__ import annotations

from collections.abc import Iterable

from reread.analyzers import retention
from reread.rag.index import removal
from reread.rag.index.location import index_folder


def clear_indexes(folders: Iterable[str]) -> list[str]:
    """Delete the index of each folder; one line for each that could not be deleted."""
    problems = []
    for folder in folders:
        problem = removal.remove(index_folder(folder))
        if problem:
            problems.append(f"the index of {folder} was not deleted: {problem}")
    return problems


def clear_answers() -> str:
    """Delete all kept answers of models; "", or one line that says why they could not be deleted."""
    problem = removal.remove(retention.ANSWERS.place)
    return f"the cached model answers were not deleted: {problem}" if problem else ""
