"""The second engine of the language `generic`, which rules select with the option `generic_engine: aliengrep`.

A text is read as words, single characters of punctuation, and pairs of brackets. In a pattern `$X` stands for one word;
`...` and `$...X` for as little as possible, of which a pair of brackets is taken as a whole. White space does not
count; with `generic_multiline: false` a line break does, and only `....` and `$....X` go on over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reread.analyzers.pattern.bindings import Binding, Bindings, TooManySteps
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

ENGINE = "aliengrep"
_WORD = rb"A-Za-z0-9_"
_BRACES = ((b"(", b")"), (b"[", b"]"), (b"{", b"}"))
_PLACEHOLDER = rb"\$\.{3,4}[A-Z_][A-Z_0-9]*|\$[A-Z][A-Z_0-9]*|\.{3,4}(?!\.)"
_MOST_STEPS = 200_000
_STEPS_OF_ONE_START = 5_000
_MOST_TOKENS = 200_000
_LONGEST_PATTERN = 200


class AliengrepOptions(NamedTuple):
    """`braces` are the pairs that belong together, `more_in_words` the characters of words besides the usual ones."""

    multiline: bool = True
    caseless: bool = False
    more_in_words: str = ""
    braces: tuple[tuple[bytes, bytes], ...] = _BRACES


class AliengrepItem(NamedTuple):
    """One part of a pattern: `text` (a token), `variable`, or `dots` (`long`: over the end of a line).

    `text` is that of the token or the name of the metavariable; within brackets of the pattern, `dots` do not reach
    beyond the token `closing`.
    """

    kind: str
    text: bytes = b""
    long: bool = False
    closing: bytes = b""


class Tokens(NamedTuple):
    """A text cut into tokens: what each is, where it starts and ends (bytes), and what follows it, `skipped` as a whole
    where a pair of brackets begins: within one line (the token itself where that is not possible), and over lines.
    """

    texts: list[bytes]
    starts: list[int]
    ends: list[int]
    short: list[int]
    long: list[int]


def settings_of(options: Mapping[str, Any]) -> AliengrepOptions | None:
    """The settings from the options of a rule; None for rules of the default engine."""
    if options.get("generic_engine") != ENGINE:
        return None
    usual = _pairs(options.get("generic_braces")) or _BRACES
    more = options.get("generic_extra_word_characters")
    return AliengrepOptions(
        multiline=options.get("generic_multiline") is not False,
        caseless=options.get("generic_caseless") is True,
        more_in_words="".join(each for each in more if isinstance(each, str)) if isinstance(more, list) else "",
        braces=usual + _pairs(options.get("generic_extra_braces")),
    )


def _pairs(value: Any) -> tuple[tuple[bytes, bytes], ...]:
    pairs = value if isinstance(value, list) else []
    return tuple(
        (pair[0].encode(), pair[1].encode())
        for pair in pairs
        if isinstance(pair, list) and [len(each) for each in pair if isinstance(each, str)] == [1, 1]
    )


def compile_aliengrep(text: str, settings: AliengrepOptions) -> tuple[AliengrepItem, ...]:
    """The parts of a pattern. Raises PatternError when there are none, or too many."""
    word = _word(settings)
    line_break = rb"" if settings.multiline else rb"|\n"
    expression = re.compile(_PLACEHOLDER + rb"|[" + word + rb"]+|[^\s" + word + rb"]" + line_break)
    found = [match[0] for match in expression.finditer(text.encode())]
    if not any(each.strip() for each in found):
        raise PatternError("the pattern is empty")
    if len(found) > _LONGEST_PATTERN:
        raise PatternError(f"the pattern has more than {_LONGEST_PATTERN} words")
    items = [_item(each, settings) for each in found]
    for begin, end in _closed([item.text for item in items], settings.braces):
        for index in range(begin + 1, end):
            if items[index].kind == "dots" and not items[index].closing:
                items[index] = items[index]._replace(closing=items[end].text)
    return tuple(items)


def _item(token: bytes, settings: AliengrepOptions) -> AliengrepItem:
    if token.startswith((b"...", b"$...")):
        name = token.lstrip(b"$.")
        return AliengrepItem("dots", b"$..." + name if name else b"", long=settings.multiline or token.count(b".") == 4)
    if re.fullmatch(_PLACEHOLDER, token):
        return AliengrepItem("variable", token)
    return AliengrepItem("text", token.lower() if settings.caseless else token)


def _closed(texts: Sequence[bytes], braces: tuple[tuple[bytes, bytes], ...]) -> list[tuple[int, int]]:
    """The pairs of brackets, by their places, the inner ones first."""
    following = _following(texts, braces, stop=None)
    return sorted(
        ((at, after - 1) for at, after in enumerate(following) if after > at + 1), key=lambda pair: pair[1] - pair[0]
    )


def _following(texts: Sequence[bytes], braces: tuple[tuple[bytes, bytes], ...], stop: bytes | None) -> list[int]:
    """For each token the one that follows it, or the pair of brackets that it begins; no pair goes on over a `stop`.

    Read from the end: what closes a bracket is the next one of its kind that is not within another pair.
    """
    closing = dict(braces)
    following = list(range(1, len(texts) + 1))
    next_of = {close: [-1] * (len(texts) + 1) for close in closing.values()}
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at]
        close = closing.get(text)
        if close is not None and (end := next_of[close][at + 1]) >= 0:
            following[at] = end + 1
        for each, places in next_of.items():
            if text == each and text != close:
                places[at] = at
            else:
                places[at] = -1 if text == stop else places[following[at]]
    return following


def _word(settings: AliengrepOptions) -> bytes:
    return _WORD + re.escape(settings.more_in_words.encode())


@lru_cache(maxsize=4)
def tokens_of(data: bytes, settings: AliengrepOptions) -> Tokens:
    """The tokens of a text; line breaks are some where they count."""
    word = _word(settings)
    line_break = rb"" if settings.multiline else rb"|\n"
    expression = re.compile(rb"[" + word + rb"]+|[^\s" + word + rb"]" + line_break)
    texts: list[bytes] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in expression.finditer(data):
        texts.append(match[0].lower() if settings.caseless else match[0])
        starts.append(match.start())
        ends.append(match.end())
        if len(texts) > _MOST_TOKENS:
            break
    long = _following(texts, settings.braces, stop=None)
    short = long if settings.multiline else _following(texts, settings.braces, stop=b"\n")
    if not settings.multiline:
        short = [at if text == b"\n" else after for at, (text, after) in enumerate(zip(texts, short, strict=True))]
    return Tokens(texts, starts, ends, short, long)


class _Matcher:
    def __init__(
        self, data: bytes, tokens: Tokens, items: tuple[AliengrepItem, ...], settings: AliengrepOptions
    ) -> None:
        self.data = data
        self.tokens = tokens
        self.items = items
        self.settings = settings
        self.word = re.compile(rb"[" + _word(settings) + rb"]+")
        self.steps = 0
        self.here = 0

    def match(self, index: int, at: int, bindings: Bindings) -> Iterator[tuple[int, Bindings]]:
        """The ways to match the items from `index` on with the tokens from `at` on, and where they end."""
        self._step()
        if index == len(self.items):
            yield at, bindings
            return
        item = self.items[index]
        if item.kind == "dots":
            yield from self._dots(item, index, at, bindings)
        elif at < len(self.tokens.texts):
            bound = self._token(item, at, bindings)
            if bound is not None:
                yield from self.match(index + 1, at + 1, bound)

    def _step(self) -> None:
        self.steps += 1
        self.here += 1
        if self.steps > _MOST_STEPS or self.here > _STEPS_OF_ONE_START:
            raise TooManySteps

    def _token(self, item: AliengrepItem, at: int, bindings: Bindings) -> Bindings | None:
        text = self.tokens.texts[at]
        if item.kind == "text":
            return bindings if text == item.text else None
        if not self.word.fullmatch(text):
            return None
        return self._bound(item.text, self.tokens.starts[at], self.tokens.ends[at], bindings)

    def _bound(self, variable: bytes, start: int, end: int, bindings: Bindings) -> Bindings | None:
        name, text = variable.decode(), self.data[start:end]
        known = bindings.get(name)
        if known is None:
            return {**bindings, name: Binding(start, end, text, None)}
        same = known.text.lower() == text.lower() if self.settings.caseless else known.text == text
        return bindings if same else None

    def _dots(self, item: AliengrepItem, index: int, at: int, bindings: Bindings) -> Iterator[tuple[int, Bindings]]:
        """Skips as little as possible; at the end of the pattern as much as there is."""
        following = self.tokens.long if item.long else self.tokens.short
        is_last = index + 1 == len(self.items)
        place = at
        while True:
            after = following[place] if place < len(following) else place
            stops = after == place or (item.closing and self.tokens.texts[place] == item.closing)
            if stops or not is_last:
                bound: Bindings | None = bindings
                if item.text:
                    bound = self._bound(item.text, *self._range(at, place), bindings)
                if bound is not None:
                    yield from self.match(index + 1, place, bound)
            if stops:
                return
            self._step()
            place = after

    def _range(self, at: int, place: int) -> tuple[int, int]:
        starts, ends = self.tokens.starts, self.tokens.ends
        if place == at:
            here = ends[at - 1] if at else 0
            return here, here
        return starts[at], ends[place - 1]


def find_aliengrep(
    items: tuple[AliengrepItem, ...], data: bytes, bindings: Bindings, settings: AliengrepOptions
) -> list[tuple[int, int, Bindings]]:
    """Where a pattern matches (bytes), one match behind the other, with what its metavariables stand for.

    Raises TooManySteps.
    """
    tokens = tokens_of(data, settings)
    matcher = _Matcher(data, tokens, items, settings)
    found: list[tuple[int, int, Bindings]] = []
    place = 0
    while place < len(tokens.texts):
        matcher.here = 0
        try:
            end, bound = next(matcher.match(0, place, bindings), (place, bindings))
        except TooManySteps:
            if matcher.steps > _MOST_STEPS:
                raise
            end = place
        if end > place:
            found.append((tokens.starts[place], tokens.ends[end - 1], bound))
        place = max(end, place + 1)
    return found
