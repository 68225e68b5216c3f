"""Replaces secrets and personal data in requests, and restores them in answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reread.analyzers.review.privacy import pii, split_strings
from reread.analyzers.review.privacy.known_words import KnownWords
from reread.analyzers.review.privacy.names import strength
from reread.analyzers.review.privacy.pii import NOTHING, Personal
from reread.analyzers.review.privacy.search import readings, search
from reread.analyzers.review.privacy.views import decoded_bytes, whole
from reread.analyzers.secrets.finder import tokens
from reread.analyzers.text import Span

PREFIX = "REREAD_SECRET"

_SHORTEST_SPREAD = 8
"""Characters. A shorter value is too likely to be a part of other words, and letters alone to be one of them."""
_SHORTEST_WORD = 5
_SURROUNDINGS = 40
"""Lines before and after a part of a text that say what a value in it is."""


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

    def redact(self, text: str, *, is_code: bool = False, language: str = "") -> str:
        """The text with placeholders for its secrets. In code, a value without quotes is a name and no secret.

        `language` is the one of the code, "" when it is not known.
        """
        self._avoid.update(re.findall(rf"{PREFIX}_\d+", text))
        pieces: list[str] = []
        position = 0
        found = candidates(text, is_code=is_code, language=language, private=self._private)
        for span, kind in merged(found):
            pieces += text[position : span.start], self._hidden(text[span.start : span.end], kind)
            position = span.end
        pieces.append(text[position:])
        self.learn((text[span.start : span.end], kind) for span, kind in found)
        return self.spread("".join(pieces))

    def redact_part(self, text: str, part: Span, *, is_code: bool = False, language: str = "") -> str:
        """A part of a text without its secrets, also those that only the lines around it give away.

        All of a long text would take a hundred times as long.
        """
        self._avoid.update(re.findall(rf"{PREFIX}_\d+", text[part.start : part.end]))
        found = [*_formats_of(text)]
        for shown in (part, _with_surroundings(text, part)):
            near = candidates(text[slice(*shown)], is_code=is_code, language=language, private=self._private)
            found += ((Span(shown.start + span.start, shown.start + span.end), kind) for span, kind in near)
        pieces: list[str] = []
        position = part.start
        for span, kind in merged(sorted(found, key=lambda entry: (entry[0].start, -entry[0].end))):
            secret = text[span.start : span.end]
            if span.end <= part.start or span.start >= part.end:
                self.learn([(secret, kind)])
                continue
            pieces += text[position : max(position, span.start)], self._hidden(secret, kind)
            position = min(span.end, part.end)
        pieces.append(text[position : part.end])
        return self.spread("".join(pieces))

    def learn(self, found: Iterable[tuple[str, str]]) -> None:
        """Know secrets, with their kinds, that were found elsewhere."""
        for secret, kind in found:
            self._placeholder(secret, kind)

    def spread(self, text: str) -> str:
        """The text without the secrets that are known by now, also where nothing else gives them away."""
        known = [secret for secret in self._by_secret if _spreads(secret)]
        if not known:
            return text
        text = self._without_encoded(text, known)
        secrets = KnownWords(known, whole=_SHORTEST_SPREAD)
        pieces: list[str] = []
        position = 0
        # Placeholders stay whole: a secret may be a word of one, or end like the beginning of one.
        for placeholder in KnownWords(self._by_placeholder).found(text):
            pieces += self._without(secrets, text[position : placeholder.start])
            pieces.append(text[placeholder.start : placeholder.end])
            position = placeholder.end
        return "".join((*pieces, *self._without(secrets, text[position:])))

    def _without(self, secrets: KnownWords, text: str) -> Iterator[str]:
        position = 0
        for span in secrets.found(text):
            yield text[position : span.start]
            yield self._hidden(text[span.start : span.end])
            position = span.end
        yield text[position:]

    def _without_encoded(self, text: str, known: Sequence[str]) -> str:
        """The text without what is one of the secrets once it is decoded: base64, escapes, percent-encoding."""
        known = [secret for secret in known if len(secret) >= _SHORTEST_SPREAD]
        if not known:
            return text
        forms = KnownWords(
            form for secret in known for form in (secret, secret.encode(errors="replace").decode("latin-1"))
        )
        found = [
            (span, "encoded")
            for span, data in decoded_bytes(text)
            if any(True for _ in forms.found(data.decode("latin-1")))
        ]
        for reading in list(readings(whole(text)))[1:]:
            for place in forms.found(reading.text):
                secret = reading.text[place.start : place.end]
                spans = reading.spans(place.start, place.end)
                found += ((span, "encoded") for span in spans if text[span.start : span.end] not in secret)
        if not found:
            return text
        pieces: list[str] = []
        position = 0
        for span, kind in merged(sorted(found, key=lambda entry: (entry[0].start, -entry[0].end))):
            pieces += text[position : span.start], self._hidden(text[span.start : span.end], kind)
            position = span.end
        return "".join((*pieces, text[position:]))

    def restore(self, text: str) -> str:
        """The text with the secrets in place of the placeholders, of those that were put into a text.

        What a model was not shown it cannot ask for: a secret that is only known from elsewhere stays where it is.
        """
        if PREFIX not in text or not self._used:
            return text
        pieces: list[str] = []
        position = 0
        for span in KnownWords(self._used).found(text):
            pieces += text[position : span.start], self._by_placeholder[text[span.start : span.end]]
            position = span.end
        return "".join((*pieces, text[position:]))

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
    if secret.isalpha() and strength(secret):
        return False  # `password = "password"` takes that word out of no other place.
    return len(secret) >= (_SHORTEST_SPREAD if secret.isalpha() else _SHORTEST_WORD)


def secrets(text: str, *, is_code: bool = False, private: Personal = NOTHING) -> list[tuple[Span, str]]:
    """The secrets and what else is private of a text with their kinds, in order, not overlapping."""
    return merged(candidates(text, is_code=is_code, private=private))


def candidates(
    text: str, *, is_code: bool = False, language: str = "", private: Personal = NOTHING
) -> list[tuple[Span, str]]:
    """The same as each of the ways to find them sees it: in order, and they may overlap."""
    found = [*_of_formats(text), *pii.found(text, private)]
    found += ((span, "value") for span in search(text, language, is_code=is_code) if span.start < span.end)
    found += _in_pieces(text, found)
    found += ((span, "value") for span, plain in split_strings.decoded(text) if any(True for _ in tokens(plain)))
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


def _of_formats(text: str) -> Iterator[tuple[Span, str]]:
    """What is known by its form, also where escapes hide it."""
    for reading in readings(whole(text)):
        for token in tokens(reading.text):
            yield from ((span, token.format.kind) for span in reading.spans(token.start, token.end))


@lru_cache(maxsize=32)
def _formats_of(text: str) -> tuple[tuple[Span, str], ...]:
    return tuple(_of_formats(text))


def _with_surroundings(text: str, part: Span) -> Span:
    """The part with the lines around it."""
    start, end = part
    for _ in range(_SURROUNDINGS):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
        end = text.find("\n", end) + 1 or len(text)
    return Span(start, end)


def _in_pieces(text: str, known: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The pieces of secrets that several strings make up together, and what follows a piece that is known for one."""
    starts = {span.start: kind for span, kind in known}
    for run in split_strings.joined(text):
        for token in tokens(run.text):
            yield from ((span, token.format.kind) for span in run.spans(token.start, token.end))
        first = run.pieces[0]
        if starts.get(first.start) == "value":
            end = text.find(",", first.end, run.pieces[-1].end)
            rest = (piece for piece in run.pieces[1:] if end < 0 or piece.start < end)
            yield from ((piece, "value") for piece in rest if piece.start < piece.end)
