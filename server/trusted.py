"""Where the settings, rules and known findings of a folder are read from: from the folder itself, or, where nobody
vouches for its content, from a copy of what it was before.

A change from a fork could otherwise switch off the rules that it is reviewed by.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_copies: dict[str, str] = {}
"""Copies of repositories, by the root that each stands for."""


@contextmanager
def read_instead(root: str, copy: str) -> Iterator[None]:
    """Within it, what `read_from` names for a folder of the repository `root` is in the copy."""
    _copies[os.path.realpath(root)] = copy
    try:
        yield
    finally:
        del _copies[os.path.realpath(root)]


def is_replaced() -> bool:
    """Whether nobody vouches for the change under review."""
    return bool(_copies)


def read_from(path: str) -> str:
    """The path of a file or folder to read what decides about a review from."""
    if not _copies:
        return path
    real = os.path.realpath(path)
    for root, copy in _copies.items():
        if real == root or real.startswith(os.path.join(root, "")):
            return os.path.normpath(os.path.join(copy, os.path.relpath(real, root)))
    return path
