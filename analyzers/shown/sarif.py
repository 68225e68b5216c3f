"""Text in SARIF, whose plain-text messages may contain links written `[text](address)`."""

from __future__ import annotations

import re

from reread.analyzers.shown.characters import visible

_LINK = re.compile(r"(?<!\\)\[(?=[^\[\]]*\]\()")


def text(value: str) -> str:
    """A plain text without links."""
    return _LINK.sub(r"\\[", visible(value))
