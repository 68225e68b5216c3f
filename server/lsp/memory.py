"""Tunes glibc's memory allocator: one arena, and free memory returned. Other C libraries lack these calls."""

from __future__ import annotations

import sys
from typing import Any

_ARENA_MAX = -8
"""glibc's `M_ARENA_MAX`."""


def one_arena() -> None:
    """Let all threads take from the same memory, before any starts: with one of its own, each keeps what its largest
    analysis needed, which is 6 MB in all. They hardly ever take memory at the same time, as Python's lock is theirs.
    """
    _call("mallopt", _ARENA_MAX, 1)


def trim() -> None:
    """Return free memory to the system."""
    _call("malloc_trim", 0)


def _call(name: str, *arguments: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    function: Any = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*arguments)
