"""Exit codes, and the error that ends a command with one line for the user."""

from __future__ import annotations

from collections.abc import Iterable

CLEAN = 0
FOUND = 1
WRONG = 2
INCOMPLETE = 3
INTERRUPTED = 130
PIPE_CLOSED = 141


class UsageError(Exception):
    """An error that the user can fix; the text is one line, printed after `reread: `."""


def no_such(kind: str, name: str, known: Iterable[str] = ()) -> str:
    """The message for a name that stands for nothing, with a proposal where one of the known names is close."""
    return f"no such {kind}: {name}{proposal(name, known)}"


def proposal(name: str, known: Iterable[str]) -> str:
    """ ". Did you mean 'x'?" for a name that is close to a known one, or ""."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return f". Did you mean {close[0]!r}?" if close else ""


def hint(message: str, command: str) -> str:
    """The message with the command that shows more."""
    return f"{message}{'' if message.endswith('?') else '.'} See `{command}`."
