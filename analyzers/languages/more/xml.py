"""XML."""

from __future__ import annotations

import re

from reread.analyzers.languages.more import html
from reread.analyzers.languages.table import Language, PatternReading

_TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[(?P<text>.*?)(?P<end>\]\]>|\Z)|(?P<before></?)(?P<name>[^\s<>/!?=&]+)|(?P<and>&)",
    re.DOTALL,
)
_MARK_UP = bytes.maketrans(b"<>&", b"xxx")
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-"
_NAME = bytes(byte if byte in _LETTERS else ord("-") for byte in range(256))


def as_html(data: bytes) -> bytes:
    """XML with what the grammar of HTML would misread replaced, byte by byte.

    No name is one of HTML's, some of which need no closing tag or hold no elements; names have no dots; the text of a
    CDATA section, and what `&` begins, is text as any other.
    """
    return _TAG.sub(_harmless, data)


def _harmless(found: re.Match[bytes]) -> bytes:
    if found["and"]:
        return b"x"
    if found["name"]:
        return found["before"] + b"x" + found["name"][1:].translate(_NAME)
    if found["text"] is not None:
        return b" " * len("<![CDATA[") + found["text"].translate(_MARK_UP) + b" " * len(found["end"])
    return found[0]


MATCHING = html.MATCHING._replace(
    reading=PatternReading(
        forms=(("", ""), ("<r ", "></r>")),
        special_forms=(html.ATTRIBUTE_ALONE,),
        hyphens_after=r"</?$",
        rewrites=((r"(?<=[\w-])=\.\.\.", "=rrValue"), (r"(<[\w$-]+[^<>]*[^<>/])>\s*$", r"\1/>")),
    ),
)

LANGUAGE = Language(
    name="xml",
    grammar="html",
    line_comment="",
    comments=frozenset({"comment"}),
    strings=frozenset(),
    definitions=frozenset(),
    containers=frozenset(),
    matching=MATCHING,
    code=as_html,
)
