"""Redacts secrets in messages, arguments and tracebacks before they are logged."""

from __future__ import annotations

import logging
from typing import TextIO

from reread.analyzers.shown.terminal import printable_lines

LONGEST = 20_000
"""Code points of one record, which bounds the time for it; the rest is left out, and the record says so."""
_OVERLAP = 1_000
"""Code points behind that which are read with it: a secret that is cut in two would not be known for one."""
_FAILED = "(a text was left out, because its secrets could not be replaced)"


def log_to(stream: TextIO, level: int | str, form: str) -> None:
    """Has everything that is logged in this process written to a stream, redacted."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter(form))
    handler.setLevel(level)
    logging.basicConfig(handlers=[handler], level=level)


class RedactingFormatter(logging.Formatter):
    """Formats a record with its traceback for a terminal, and replaces the secrets in it by placeholders."""

    def format(self, record: logging.LogRecord) -> str:
        return printable_lines(without_secrets(super().format(record)))


def without_secrets(text: str) -> str:
    """The text with placeholders for its secrets, cut at `LONGEST` code points. Never raises."""
    # Imported with the first record: most processes never log.
    from reread.analyzers.review.privacy.redact import Redactor

    left_out = len(text) - LONGEST
    try:
        text = Redactor().redact(text[: LONGEST + _OVERLAP])
    except Exception:
        return _FAILED
    return text if left_out <= 0 else f"{text[:LONGEST]} ... ({left_out:,} more characters)"
