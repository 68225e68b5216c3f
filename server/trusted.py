"""Where the settings, rules and known findings of a folder are read from: from the folder itself, or, where nobody
vouches for its content, from a copy of what it was before.

A change from a fork could otherwise switch off the rules that it is reviewed by.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Base(NamedTuple):
    """What a repository was before the change under review: its root, the commit, and a copy of what decides."""

    root: str
    commit: str
    copy: str


_bases: dict[str, Base] = {}
"""By the root of the repository."""


@contextmanager
def read_instead(base: Base) -> Iterator[None]:
    """Within it, what `read_from` names for a folder of the repository is in the copy."""
    root = os.path.realpath(base.root)
    _bases[root] = base._replace(root=root)
    try:
        yield
    finally:
        del _bases[root]


def is_replaced() -> bool:
    """Whether nobody vouches for the change under review."""
    return bool(_bases)


def base_of(path: str) -> Base | None:
    """What stands for the repository that a file or folder is in; None where the repository stands for itself."""
    real = os.path.realpath(path) if _bases else ""
    return next(
        (each for root, each in _bases.items() if os.path.join(real, "").startswith(os.path.join(root, ""))), None
    )


def read_from(path: str) -> str:
    """The path of a file or folder to read what decides about a review from."""
    base = base_of(path)
    if base is None:
        return path
    return os.path.normpath(os.path.join(base.copy, os.path.relpath(os.path.realpath(path), base.root)))
