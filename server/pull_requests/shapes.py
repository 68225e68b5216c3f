"""Reads the responses of a host, which may be anything."""

from __future__ import annotations

from typing import Any

from reread.server.pull_requests.values import PullRequest


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


def pull_like_github(data: Any) -> PullRequest:
    """A pull request as GitHub answers, and hosts that took over its answers; its base is the head of the target."""
    head, base = text(data, "head", "repo", "full_name"), text(data, "base", "repo", "full_name")
    count = number(data, "number") or 0
    return PullRequest(
        count,
        text(data, "title"),
        text(data, "head", "sha"),
        text(data, "base", "sha"),
        author=text(data, "user", "login"),
        from_fork=not head or head.lower() != base.lower(),
        over="merged" if at(data, "merged") is True else over(data, "state"),
        reference=f"refs/pull/{count}/head",
        target=text(data, "base", "ref"),
        draft=at(data, "draft") is True,
    )
