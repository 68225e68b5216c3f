"""Finds unnamed secrets by the texts that carry them, using the two tables of commands and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reread.analyzers.review.privacy.addresses import ADDRESSES
from reread.analyzers.review.privacy.carrier import Carrier
from reread.analyzers.review.privacy.commands import COMMANDS
from reread.analyzers.review.privacy.names import Strength
from reread.analyzers.review.privacy.values import is_strong, keeps_back, looks_random
from reread.analyzers.secrets.vocabulary import words
from reread.analyzers.text import Span

_BEFORE, _AFTER = 300, 700
"""Code points of a line around what calls for a look."""
_NOT_A_PASSWORD = re.compile(
    r"\d{1,5}(?::\d+)*(?:/(?:tcp|udp))?|-.*|\$\(?\{?\w+.*|[\d.]+:[\d.:]+|[A-Z_]+|\.{1,2}/.*|/.*|%\w+%?|\{.*"
)
_WORDS = words("password passwd pass pwd secret token user username port host x-oauth-basic stdin")


def carried(text: str) -> Iterator[Span]:
    """The values that addresses, commands, statements and files of passwords carry."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    for carrier in (*COMMANDS, *ADDRESSES):
        for near in carrier.near.split():
            place = lowered.find(near)
            while place >= 0:
                first = max(lowered.rfind("\n", 0, place) + 1, place - _BEFORE)
                last = lowered.find("\n", place)
                last = min(len(text) if last < 0 else last, place + _AFTER)
                yield from _within(text, carrier, first, last)
                place = lowered.find(near, max(last, place + 1))


def _within(text: str, carrier: Carrier, first: int, last: int) -> Iterator[Span]:
    for match in _compiled(carrier.pattern).finditer(text, first, last):
        value = match["secret"].rstrip("),.")
        hashed = value.startswith("$") and value.count("$") > 2
        if not value or (not hashed and _NOT_A_PASSWORD.fullmatch(value)) or value.lower() in _WORDS:
            continue
        if hashed or (
            keeps_back(Strength.CERTAIN, value) and (carrier.is_sure or is_strong(value) or looks_random(value))
        ):
            start = match.start("secret")
            yield Span(start, start + len(value))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
