"""Reads the responses of a host, which may be anything."""

from __future__ import annotations

from typing import Any


def at(data: Any, *keys: str | int) -> Any:
    """The value at a path of keys and positions; None if the path ends before."""
    for key in keys:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and -len(data) <= key < len(data):
            data = data[key]
        else:
            return None
    return data


def text(data: Any, *keys: str | int) -> str:
    """A text or a number at a path, as text; "" for anything else."""
    found = at(data, *keys)
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


def over(data: Any, *keys: str) -> str:
    """What became of a pull request, by the text of its state at a path; "" for one that is open or says nothing."""
    state = text(data, *keys).lower()
    return state if state in ("closed", "merged", "declined", "superseded") else ""


def number(data: Any, *keys: str | int) -> int | None:
    """A number at a path; None for anything else."""
    found = at(data, *keys)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def entries(data: Any, *keys: str | int) -> list[Any]:
    """A list at a path; an empty one for anything else."""
    found = at(data, *keys)
    return found if isinstance(found, list) else []
