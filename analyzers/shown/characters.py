"""Characters that are invisible or change how others are displayed."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0d\uffa0\U000e0000-\U000e0fff]")
"""Characters of other categories than C that are nothing to look at: fillers and selectors, which can carry text."""
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def visible(text: str) -> str:
    """The text without control characters, those that reorder or hide text, and halves of letters; lines end in \\n."""
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter)[0] != "C")


def hidden(text: str) -> frozenset[str]:
    """The characters of a text that are invisible or change how others are displayed; none of those that end lines."""
    if text.isascii() and text.isprintable():
        return frozenset()
    return frozenset(letter for letter in set(text) if not visible(letter))
