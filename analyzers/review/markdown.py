"""Makes a model's text safe to show.

What editors render must hold no HTML, no image, and no link but to http(s): all of them can act or fetch when shown.
The marks that would start one are broken up by characters, not by parsing Markdown as some renderer might: what a
renderer takes for code then only shows an odd sign, and what it takes for text stays text.
"""

from __future__ import annotations

import re
import unicodedata

_LONGEST_LINE = 500
_LONGEST_TEXT = 6_000
_FENCE = re.compile(r"(`{3,}|~{3,})([A-Za-z0-9_+-]*)")
_FENCE_END = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*")
_FENCE_MARKS = re.compile(r"`{3,}|~{3,}")
_INVISIBLE = "\u200b"
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_LINK = re.compile(r"\](?=\((?!https?://))")
_REFERENCE = re.compile(r"\](?=:)")
_CODE_SPAN = re.compile(r"(`[^`\n]*`)")


def one_line(text: str) -> str:
    """Plain text on one line, as for the message of a diagnostic."""
    line = " ".join(_visible(text.replace("\n", " ").replace("\t", " ")).split())
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"


def safe_markdown(text: str) -> str:
    """Markdown without HTML, images and links to anything but http(s). Fenced code stays as it is."""
    text = _visible(text)
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT] + "…"
    result: list[str] = []
    fence = ""
    for line in text.split("\n"):
        if fence:
            closing = _FENCE_END.fullmatch(line)
            if closing and closing[1].startswith(fence):
                line, fence = fence, ""
            result.append(line)
        elif match := _FENCE.fullmatch(line.rstrip()):
            # Only a fence at the margin is one in every renderer, whatever stands before it.
            fence = match[1]
            result.append(line.rstrip())
        else:
            result.append(_safe_line(line))
    if fence:
        result.append(fence)
    return "\n".join(result)


def code_block(language: str, text: str) -> str:
    """Text as fenced code; the fence is longer than any in the text."""
    longest = max((len(match[0]) for match in re.finditer(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _safe_line(line: str) -> str:
    line = _FENCE_MARKS.sub("'''", line)
    parts = _CODE_SPAN.split(line)
    # Odd parts look like code to us, where an entity would be shown as it is written.
    parts = [_TAG.sub("<" + _INVISIBLE if place % 2 else "&lt;", part) for place, part in enumerate(parts)]
    line = "".join(parts).replace("![", "!" + _INVISIBLE + "[")
    line = _LINK.sub("]" + _INVISIBLE, line)
    return _REFERENCE.sub("]" + _INVISIBLE, line)


def _visible(text: str) -> str:
    """Without control characters and those that reorder or hide text (Unicode categories Cc, Cf and the like)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter)[0] != "C")
