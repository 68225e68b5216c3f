"""Takes secrets and personal data out of what is sent, and puts them back into what comes back."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from reread.analyzers.review import personal, pieced
from reread.analyzers.review.personal import NOTHING, Personal
from reread.analyzers.secrets.finder import tokens
from reread.analyzers.secrets.names import names_a_secret
from reread.analyzers.text import Span

PREFIX = "REREAD_SECRET"

_NAME = r"(?P<name>[A-Za-z_][\w.\-]{1,80})"
_VALUE = r"(?P<quote>[\"'`])(?P<secret>(?:\\.|(?!(?P=quote))[^\n\\]){3,2000}?)(?P=quote)"

_QUOTED = re.compile(
    rf"(?<![\w.\-]){_NAME}[\"'`\])]{{0,3}}\s*(?::\s*[\w.\[\]|\s]{{1,40}}?)?(?:=>|:=|==|!=|=|:)\s*\(?\s*[bBrRuUfF]{{0,2}}{_VALUE}"
)
"""A name set to, or compared with, a string: `db_password: str = "..."`, `{"token": "..."}`."""

_CALLED = re.compile(rf"[\"'`]{_NAME}[\"'`]\s*,\s*{_VALUE}")
"""A name and a value side by side: `setProperty("db.password", "...")`."""

_BARE = re.compile(
    rf"(?m)^[+\-> ]?[ \t]*(?:export\s+|set\s+|env\s+|ARG\s+|-\s+)?{_NAME}[ \t]*[:=][ \t]*"
    r"(?P<secret>[^\s\"'#$<{(\[][^\s\"'#(){}\[\],;]{5,500})[ \t]*(?=$|[ \t]#)"
)
"""The same without quotes, as in `.env`, YAML and properties files."""

_INLINE = re.compile(
    rf"(?<![\w.$\-]){_NAME}(?:=|:[ \t]+)(?P<secret>[^\s\"'`#$<{{(\[=][^\s\"'`#(){{}}\[\],;]{{5,500}})(?=[\s\"'`]|$)"
)
"""The same in the middle of a comment, a sentence or a longer string."""

_EXPRESSION = re.compile(r"[A-Za-z_][\w.]*")
"""What stands there in a programming language: a name, not a value."""

_STRING = re.compile(r"[\"'`](?P<secret>[A-Za-z0-9+/_\-]{20,400}={0,2})[\"'`]")
_NAMED_STRING = re.compile(r"(?i:key|secret|token|pass|auth|cred|sign|salt|hmac|bearer|cert)")
_HEXADECIMAL = re.compile(r"[0-9a-fA-F]{32,}")
_TEMPLATE = re.compile(r"\$\{[^}]*\}|\{\{.*\}\}|\{\w*\}|%\(\w+\)s|%s|<[\w\- ]+>")
_WORDLIKE = re.compile(r"[A-Za-z]+(?:[_\-][A-Za-z]+)*\d?")

_SHORTEST_SPREAD = 8
"""Characters. A shorter value is too likely to be a part of other words, and letters alone to be one of them."""
_SHORTEST_WORD = 5

_RANDOM_BITS = 3.9
"""Bits a character (Shannon). Words and paths stay below, random base64 of 20 characters and more above."""


class Redactor:
    """Replaces secrets by placeholders, the same secret by the same one, numbered as they come.

    What is `private` besides, personal data, counts as secret. One redactor serves one request, so that what it numbers
    depends on nothing else and equal requests stay equal.
    """

    def __init__(self, private: Personal = NOTHING) -> None:
        self._private = private
        self._by_secret: dict[str, str] = {}
        self._by_placeholder: dict[str, str] = {}
        self._used: set[str] = set()
        self._avoid: set[str] = set()

    def copy(self) -> Redactor:
        """One that knows the same and learns by itself."""
        other = Redactor(self._private)
        other._by_secret, other._by_placeholder = dict(self._by_secret), dict(self._by_placeholder)
        other._used, other._avoid = set(self._used), set(self._avoid)
        return other

    @property
    def count(self) -> int:
        """How many different secrets were taken out."""
        return len(self._by_secret)

    def redact(self, text: str, *, is_code: bool = False) -> str:
        """The text with placeholders for its secrets. In code, a value without quotes is a name and no secret."""
        self._avoid.update(re.findall(rf"{PREFIX}_\d+", text))
        pieces: list[str] = []
        position = 0
        found = candidates(text, is_code=is_code, private=self._private)
        for span, kind in merged(found):
            pieces += text[position : span.start], self._hidden(text[span.start : span.end], kind)
            position = span.end
        pieces.append(text[position:])
        self.learn((text[span.start : span.end], kind) for span, kind in found)
        return self.spread("".join(pieces))

    def learn(self, found: Iterable[tuple[str, str]]) -> None:
        """Know secrets, with their kinds, that were found elsewhere."""
        for secret, kind in found:
            self._placeholder(secret, kind)

    def spread(self, text: str) -> str:
        """The text without the secrets that are known by now, also where nothing else gives them away."""
        secrets = [secret for secret in self._by_secret if _spreads(secret) and secret in text]
        if not secrets:
            return text
        # Placeholders stay whole: a secret may be a word of one, or end like the beginning of one.
        parts = _any_of(self._by_placeholder).split(text)
        placeholders = _any_of(self._by_placeholder).findall(text)
        pattern = _any_of(secrets, whole=_SHORTEST_SPREAD)
        hidden = (pattern.sub(lambda match: self._hidden(match[0]), part) for part in parts)
        return "".join(part for pair in zip_longest(hidden, placeholders, fillvalue="") for part in pair)

    def restore(self, text: str) -> str:
        """The text with the secrets in place of the placeholders, of those that were put into a text.

        What a model was not shown it cannot ask for: a secret that is only known from elsewhere stays where it is.
        """
        if PREFIX not in text or not self._used:
            return text
        return _any_of(self._used).sub(lambda match: self._by_placeholder[match[0]], text)

    def has_unknown(self, text: str) -> bool:
        """True when the text has a placeholder that this redactor never made."""
        return any(word not in self._avoid for word in re.findall(rf"{PREFIX}_\d+", self.restore(text)))

    def _hidden(self, secret: str, kind: str = "") -> str:
        """The placeholder of a secret, which is put into a text with it."""
        placeholder = self._placeholder(secret, kind)
        self._used.add(placeholder)
        return placeholder

    def _placeholder(self, secret: str, kind: str) -> str:
        known = self._by_secret.get(secret)
        if known is not None:
            return known
        number = len(self._by_secret) + 1
        while f"{PREFIX}_{number}" in self._avoid:
            number += 1000
        placeholder = f"{PREFIX}_{number}_{kind}"
        self._by_secret[secret] = placeholder
        self._by_placeholder[placeholder] = secret
        return placeholder


def _spreads(secret: str) -> bool:
    """False for what may well be an ordinary word."""
    return len(secret) >= (_SHORTEST_SPREAD if secret.isalpha() else _SHORTEST_WORD)


def _any_of(words: Iterable[str], whole: int = 0) -> re.Pattern[str]:
    """Matches the longest of the words at a place; one of fewer than `whole` characters not within a longer word."""
    ordered = sorted(words, key=len, reverse=True)
    patterns = (re.escape(word) if len(word) >= whole else rf"(?<!\w){re.escape(word)}(?!\w)" for word in ordered)
    return re.compile("|".join(patterns))


def secrets(text: str, *, is_code: bool = False, private: Personal = NOTHING) -> list[tuple[Span, str]]:
    """The secrets and what else is private of a text with their kinds, in order, not overlapping."""
    return merged(candidates(text, is_code=is_code, private=private))


def candidates(text: str, *, is_code: bool = False, private: Personal = NOTHING) -> list[tuple[Span, str]]:
    """The same as each of the ways to find them sees it: in order, and they may overlap."""
    found = [*_candidates(text, is_code), *personal.found(text, private)]
    found += _in_pieces(text, found)
    found += ((span, "value") for span, plain in pieced.decoded(text) if any(True for _ in tokens(plain)))
    return sorted(found, key=lambda entry: (entry[0].start, -entry[0].end))


def merged(found: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Candidates with those that overlap made one."""
    result: list[tuple[Span, str]] = []
    for span, kind in found:
        if result and span.start < result[-1][0].end:
            last, last_kind = result[-1]
            if span.end > last.end:
                result[-1] = (Span(last.start, span.end), last_kind)
            continue
        result.append((span, kind))
    return result


def _candidates(text: str, is_code: bool) -> Iterator[tuple[Span, str]]:
    for token in tokens(text):
        yield Span(token.start, token.end), token.format.kind
    for pattern in (_QUOTED, _CALLED, _BARE, _INLINE):
        for match in pattern.finditer(text):
            value = match["secret"]
            if not names_a_secret(match["name"], value) or _TEMPLATE.fullmatch(value.strip()):
                continue
            if pattern is _INLINE and value.isalpha():
                continue
            if not (is_code and pattern in (_BARE, _INLINE) and _EXPRESSION.fullmatch(value)):
                yield Span(*match.span("secret")), "value"
    for match in _STRING.finditer(text):
        if _looks_random(match["secret"], text[text.rfind("\n", 0, match.start()) + 1 : match.start()]):
            yield Span(*match.span("secret")), "value"


def _in_pieces(text: str, known: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The pieces of secrets that several strings make up together, and what follows a piece that is known for one."""
    starts = {span.start: kind for span, kind in known}
    for whole in pieced.joined(text):
        for token in tokens(whole.text):
            yield from ((span, token.format.kind) for span in whole.spans(token.start, token.end))
        first = whole.pieces[0]
        if starts.get(first.start) == "value":
            end = text.find(",", first.end, whole.pieces[-1].end)
            rest = (piece for piece in whole.pieces[1:] if end < 0 or piece.start < end)
            yield from ((piece, "value") for piece in rest if piece.start < piece.end)


def _looks_random(value: str, before: str) -> bool:
    if _HEXADECIMAL.fullmatch(value):
        # Digests and identifiers look the same; only a name that says so makes one a secret.
        return bool(_NAMED_STRING.search(before))
    if _WORDLIKE.fullmatch(value):
        return False
    kinds = sum(bool(re.search(kind, value)) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
    return kinds == 3 and _entropy(value) >= _RANDOM_BITS


def _entropy(value: str) -> float:
    counts = Counter(value)
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts.values())
