"""Reports a bug in Reread: in one line, or in full if `REREAD_DEBUG=1` is set."""

from __future__ import annotations

import os


def is_looked_for() -> bool:
    """True if an error should end the run and show all of itself."""
    return bool(os.environ.get("REREAD_DEBUG"))


def redacted(text: str) -> str:
    """The first 20,000 characters of a text, without secrets: what a bug says is pasted into reports."""
    from reread.analyzers.review.privacy.log_redaction import without_secrets

    return without_secrets(text)


_reported: set[tuple[str, str]] = set()


def keep(error: Exception) -> None:
    """Write a bug of a command to the log, where there can be one, and report it where the user's settings say so.

    One that comes up at many files is written once in a process.
    """
    import logging

    from reread.server import telemetry
    from reread.server.configuration import load
    from reread.server.logs import writing

    bug = (type(error).__name__, _place(error))
    if bug in _reported:
        return
    _reported.add(bug)
    log = writing.start("command")
    end_telemetry = telemetry.start("command", load(None).settings.telemetry)
    logging.getLogger("reread.command").error("a command failed", exc_info=error)
    end_telemetry()
    log.close()


def described(error: Exception) -> str:
    """One line: what it is, where in our code, and how to see more of it."""
    text = redacted(" ".join(str(error).split()))
    return f"internal error: {type(error).__name__}: {text} ({_place(error)}); REREAD_DEBUG=1 shows the traceback"


def _place(error: Exception) -> str:
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{os.path.basename(last.filename)}:{last.lineno}"
