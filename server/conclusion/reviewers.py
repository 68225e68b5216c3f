"""Suggests reviewers for a change: the owners of its files, then recent authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.server.conclusion.owners import Owners
from reread.server.report.conclusion import Reviewer

_NO_REPLY = re.compile(r"(?:\d+\+)?([\w-]+)@users\.noreply\.\S+")
_MOST = 5
_ROBOT = re.compile(r"\[bot\]|\bbot\b", re.IGNORECASE)


class Touch(NamedTuple):
    """A change of a file by a person: one commit, the latest first.

    `lines` is the number of changed lines that it last changed.
    """

    path: str
    name: str
    email: str
    lines: int = 0


def reviewers(
    paths: Iterable[str], owners: Owners, touches: Sequence[Touch], authors: Iterable[str] = ()
) -> tuple[Reviewer, ...]:
    """The people, the best first; without the authors of the change, who are recognised by their addresses."""
    owned: dict[str, list[str]] = {}
    for path in paths:
        for owner in owners.of(path):
            owned.setdefault(owner, []).append(path)
    found = [
        Reviewer(owner, owner.removeprefix("@") if owner.startswith("@") else "", f"owns {_files(files)}")
        for owner, files in sorted(owned.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    return tuple((*found, *_by_history(touches, frozenset(authors)))[:_MOST])


def _by_history(touches: Sequence[Touch], authors: frozenset[str]) -> list[Reviewer]:
    weights: Counter[str] = Counter()
    names: dict[str, str] = {}
    files: dict[str, set[str]] = {}
    lines: Counter[str] = Counter()
    for touch in touches:
        if touch.email in authors or _ROBOT.search(touch.name):
            continue
        weights[touch.email] += 1 + touch.lines
        lines[touch.email] += touch.lines
        names.setdefault(touch.email, touch.name)
        files.setdefault(touch.email, set()).add(touch.path)
    return [
        Reviewer(names[email], _account(email), _reason(lines[email], files[email]))
        for email, _ in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _account(email: str) -> str:
    match = _NO_REPLY.fullmatch(email)
    return match[1] if match is not None else ""


def _reason(lines: int, files: set[str]) -> str:
    if lines:
        return f"wrote {lines} of the lines that change"
    return f"has changed {_files(sorted(files))} lately"


def _files(paths: Sequence[str]) -> str:
    return paths[0] if len(paths) == 1 else f"{paths[0]} and {len(paths) - 1} more"
