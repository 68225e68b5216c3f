"""Text that is displayed verbatim: confined to its place, and of limited length."""

from __future__ import annotations

import re

from reread.analyzers.shown.characters import visible

_LONGEST_LINE = 500
_LONGEST_MESSAGE = 6_000
_LONGEST_TITLE = 200
_LINK = re.compile(r"\](?=\()")


def line(text: str, longest: int = _LONGEST_LINE) -> str:
    """Plain text on one line of at most so many characters."""
    return _cut(" ".join(visible(text).split()), longest)


def message(text: str) -> str:
    """Plain text of several lines, as for the message of a diagnostic."""
    return _cut(visible(text).strip(), _LONGEST_MESSAGE)


def title(text: str) -> str:
    """The title of an action, of a progress or of an edit. Some editors show it in a notification."""
    return _LINK.sub("] ", line(text, _LONGEST_TITLE))


def notice(text: str) -> str:
    """One line that an editor shows as it likes, mostly in a notification: a problem, a verdict, how far work is."""
    return _LINK.sub("] ", line(text))


def toast(text: str) -> str:
    """The text of a notification. Some editors make links of `[text](address)` there, also to commands."""
    return _LINK.sub("] ", _cut(visible(text), _LONGEST_MESSAGE))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
