"""Exit codes, and the error that ends a command with one line for the user."""

from __future__ import annotations

CLEAN = 0
FOUND = 1
WRONG = 2
INCOMPLETE = 3
INTERRUPTED = 130
PIPE_CLOSED = 141


class UsageError(Exception):
    """The user can act on this; the text is one line, printed after `reread: `."""
