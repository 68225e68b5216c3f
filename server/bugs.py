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


def keep(error: Exception) -> None:
    """Write it to the log, where there can be one."""
    import logging

    from reread.server.logs import writing

    log = writing.start("command")
    logging.getLogger("reread.command").error("a command failed", exc_info=error)
    log.close()


def described(error: Exception) -> str:
    """One line: what it is, where in our code, and how to see more of it."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(last.filename)}:{last.lineno}"
    text = redacted(" ".join(str(error).split()))
    return f"internal error: {type(error).__name__}: {text} ({where}); REREAD_DEBUG=1 shows the traceback"
