"""Which process wrote an entry of a shared file, and whether that process still runs."""

from __future__ import annotations

import os
from functools import cache


def this_process() -> str:
    """A name that identifies this process even after its number has been reused."""
    return _named(os.getpid())


def is_gone(owner: str) -> bool:
    """True when the process cannot end what it began. One on another machine or in a container counts as gone."""
    number, _, began = owner.partition("@")
    if not number.isdigit():
        return True
    if os.name == "posix":
        try:
            os.kill(int(number), 0)
        except PermissionError:
            return False
        except (ProcessLookupError, OverflowError):
            return True
    return began != _began(int(number))


@cache
def _named(number: int) -> str:
    return f"{number}@{_began(number)}"


def _began(number: int) -> str:
    """When a process was started, in the system's clock ticks since it was; "" where that is not known.

    A process that has ended and that nobody has waited for (a zombie) has no time either.
    """
    try:
        with open(f"/proc/{number}/stat", "rb") as file:
            # The name of the program comes second, in parentheses, and may hold anything.
            fields = file.read().rpartition(b")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in (b"Z", b"X") else fields[19].decode()
