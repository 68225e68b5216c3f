"""The verdicts that are in force in a workspace folder: read from the feedback file, or, where that is long, from what
the state of the workspace keeps of it.
"""

from __future__ import annotations

import os
from contextlib import suppress

from reread.server.known import FEEDBACK, feedback
from reread.server.known.feedback import Event

LONG = 200_000
"""Bytes of a feedback file from which on reading it anew takes longer than opening the state."""


def verdicts(folder: str) -> list[Event]:
    """The verdicts in force, in the order of their times. Raises FeedbackError."""
    stamp = _stamp(os.path.join(folder, FEEDBACK))
    if not stamp:
        return feedback.in_force(feedback.read(folder))
    from reread.server.known.state import StateError, opened

    with suppress(StateError), opened(folder) as state:
        known = state.verdicts(stamp)
        if known is not None:
            return known
        found = feedback.in_force(feedback.read(folder))
        with suppress(StateError):
            state.keep_verdicts(stamp, found)
        return found
    return feedback.in_force(feedback.read(folder))


def _stamp(path: str) -> str:
    """What is different after each change of a long file; "" of a short one, or where there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return ""
    if status.st_size < LONG:
        return ""
    return f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"
