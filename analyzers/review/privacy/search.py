"""Runs all searches for secrets that names and context reveal, over a text and its other readings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reread.analyzers.review.privacy import views
from reread.analyzers.review.privacy.assignments import assigned
from reread.analyzers.review.privacy.calls import called
from reread.analyzers.review.privacy.carriers import carried
from reread.analyzers.review.privacy.lexing import tokens
from reread.analyzers.review.privacy.named import following, names
from reread.analyzers.review.privacy.neighbours import commented, stood_in, voted
from reread.analyzers.review.privacy.records import recorded
from reread.analyzers.review.privacy.structure import Code
from reread.analyzers.review.privacy.values import is_hexadecimal, looks_random
from reread.analyzers.review.privacy.views import View
from reread.analyzers.text import Span

_QUOTES = re.compile(r"[\"'`]")
_ROUNDS = 3
"""How often escapes are undone: JSON in JSON in a string of code."""
_LONGEST = 400_000
"""Code points of a text that is read in all ways. No request is as long."""
BARE_LANGUAGES = frozenset({"yaml", "dockerfile", "bash", "terraform"})
"""Languages in which values need no quotes."""


def search(text: str, language: str = "", *, is_code: bool = False) -> Iterator[Span]:
    """The values that are kept back, in no order; they may overlap.

    `language` is that of the text, "" when it is not known. In code a value without quotes is a name and no value.
    """
    is_code = (is_code or bool(language)) and language not in BARE_LANGUAGES
    row = tokens(text[:_LONGEST], language)
    code = Code(row)
    yield from assigned(code)
    yield from called(code)
    yield from voted(row)
    yield from stood_in(row)
    yield from () if is_code else commented(text[:_LONGEST])
    yield from _read(views.whole(text), is_code=is_code, lexed=True)
    for view in (views.strings(row), views.comments(row)):
        if view.text:
            yield from _read(view, is_code=False, lexed=False)
    for span, plain in views.decoded(text):
        if gives_away(plain):
            yield span


def readings(view: View) -> Iterator[View]:
    """The view, and what it means once its escapes are undone, as often as there are any."""
    yield view
    for _ in range(_ROUNDS):
        further = views.unescaped(view)
        if further is None:
            return
        yield further
        view = further


def _read(view: View, *, is_code: bool, lexed: bool) -> Iterator[Span]:
    found = list(readings(view))
    if not lexed and len(found) > 1:
        del found[0]  # Of a string only what it stands for counts.
    for number, reading in enumerate(found):
        for span in _in_text(reading.text, is_code=is_code):
            yield from reading.spans(*span)
        if (number or not lexed) and _QUOTES.search(reading.text):
            code = Code(tokens(reading.text))
            for span in (*assigned(code), *called(code)):
                yield from reading.spans(*span)


def _in_text(text: str, *, is_code: bool) -> Iterator[Span]:
    found = names(text)
    yield from following(text, found, is_code=is_code)
    yield from carried(text)
    yield from recorded(text, found, is_code=is_code)
    yield from _random(text)


def _random(text: str) -> Iterator[Span]:
    """Strings that have the look of tokens, whatever they are called; those of digits where their line says so.

    By their quotes alone, since where strings end may not be known in a piece of code.
    """
    for match in _WORD.finditer(text):
        line = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - _LONGEST_LINE) : match.start()]
        if looks_random(match["word"]) or (is_hexadecimal(match["word"]) and _NAMED.search(line)):
            yield Span(*match.span("word"))


_WORD = re.compile(r"[\"'`](?P<word>[A-Za-z0-9+/_\-]{20,400}={0,2})(?=[\"'`\n]|\Z)")
_LONGEST_LINE = 400
_NAMED = re.compile(r"(?i:key|secret|token|pass|auth|cred|sign|salt|hmac|bearer|cert)")


@lru_cache(maxsize=256)
def gives_away(plain: str) -> bool:
    """Whether a decoded text holds a secret."""
    return any(True for _ in _in_text(plain, is_code=False)) or any(True for _ in assigned(Code(tokens(plain))))
