"""The language `generic`: patterns over words and punctuation of any text, whatever its language.

A text is read as words, single characters of punctuation, and blocks: lines that are indented further than the line
before them, and what is between brackets on one line. In a pattern `$X` stands for one word, `...` and `$...X` for
anything over a limited number of lines, and an indented part for a whole block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from reread.analyzers.pattern.bindings import Binding, Bindings, TooManySteps
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError

_TOKEN = re.compile(rb"[A-Za-z0-9_]+|[^\sA-Za-z0-9_]")
_PATTERN_TOKEN = re.compile(rb"\$\.\.\.[A-Z_][A-Z0-9_]*|\$[A-Z_][A-Z0-9_]*|\.\.\.|[A-Za-z0-9_]+|[^\sA-Za-z0-9_]")
_WORD = re.compile(rb"[A-Za-z0-9_]+")
_BRACKETS = {b"(": b")", b"[": b"]", b"{": b"}"}
_COMMENTS = {
    "shell": re.compile(rb"#[^\n]*"),
    "c": re.compile(rb"/\*.*?\*/", re.DOTALL),
    "cpp": re.compile(rb"/\*.*?\*/|//[^\n]*", re.DOTALL),
}
_MOST_STEPS = 200_000
_STEPS_OF_ONE_START = 5_000
_MOST_TOKENS = 200_000
_LONGEST_PATTERN = 200


class GenericOptions(NamedTuple):
    """`max_span` is how many lines `...` may go on for, `comments` a style of comments that are passed over."""

    max_span: int = 10
    comments: str = ""


class GenericItem(NamedTuple):
    """One part of a pattern: `word` (a token), `variable`, `dots` (with or without a variable), or `block`.

    `row` is how many `...` in a row it stands for: tried one by one they would take exponential time.
    """

    kind: str
    text: bytes = b""
    items: tuple[GenericItem, ...] = ()
    row: int = 1


class Words(NamedTuple):
    """A text cut into tokens: where each starts and ends (bytes), its line, and where its innermost block ends.

    `opens` are the tokens at which a block of indented lines begins, with the token after it.
    """

    data: bytes
    starts: list[int]
    ends: list[int]
    lines: list[int]
    limits: list[int]
    opens: dict[int, int]
    firsts: list[int]


def compile_generic(text: str) -> tuple[GenericItem, ...]:
    """The parts of a pattern. Raises PatternError when there are none, or too many."""
    data = text.encode()
    lines = [line for line in data.split(b"\n") if line.strip()]
    if not lines:
        raise PatternError("the pattern is empty")
    if sum(1 for _ in _PATTERN_TOKEN.finditer(data)) > _LONGEST_PATTERN:
        raise PatternError(f"the pattern has more than {_LONGEST_PATTERN} words")
    items, _ = _pattern_block(lines, 0, _indent(lines[0]))
    return items


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip())


def _pattern_block(lines: list[bytes], at: int, indent: int) -> tuple[tuple[GenericItem, ...], int]:
    found: list[GenericItem] = []
    while at < len(lines) and _indent(lines[at]) >= indent:
        if _indent(lines[at]) > indent and found:
            inner, at = _pattern_block(lines, at, _indent(lines[at]))
            found.append(GenericItem("block", items=inner))
        else:
            found += (_item(match[0]) for match in _PATTERN_TOKEN.finditer(lines[at]))
            at += 1
    return tuple(_joined(found)), at


def _joined(items: list[GenericItem]) -> Iterator[GenericItem]:
    """The items, with one in place of several `...` in a row."""
    for is_dots, group in groupby(items, key=lambda item: item.kind == "dots" and not item.text):
        dots = list(group)
        yield from (GenericItem("dots", row=len(dots)),) if is_dots else dots


def _item(token: bytes) -> GenericItem:
    if token == b"..." or token.startswith(b"$..."):
        return GenericItem("dots", token if token != b"..." else b"")
    return GenericItem("variable" if token.startswith(b"$") and len(token) > 1 else "word", token)


@lru_cache(maxsize=4)
def words_of_text(data: bytes, comments: str) -> Words:
    """The tokens of a text; comments of the style given are blanked."""
    expression = _COMMENTS.get(comments)
    if expression is not None:
        data = expression.sub(lambda match: re.sub(rb"[^\n]", b" ", match[0]), data)
    starts: list[int] = []
    ends: list[int] = []
    lines: list[int] = []
    opens: dict[int, int] = {}
    blocks: list[tuple[int, int, int]] = []
    stack: list[tuple[int, int]] = [(-1, 0)]
    position = 0
    for number, line in enumerate(data.split(b"\n")):
        first = len(starts)
        for match in _TOKEN.finditer(line):
            starts.append(position + match.start())
            ends.append(position + match.end())
            lines.append(number)
        position += len(line) + 1
        if first == len(starts):
            continue
        indent = starts[first] - (position - len(line) - 1)
        while len(stack) > 1 and indent < stack[-1][0]:
            blocks.append((stack[-1][1], first, 0))
            stack.pop()
        if stack[0][0] < 0:
            stack[0] = (indent, 0)
        elif indent > stack[-1][0]:
            stack.append((indent, first))
        blocks += _brackets(data, starts, ends, first)
        if len(starts) > _MOST_TOKENS:
            break
    blocks += ((begin, len(starts), 0) for _, begin in stack[1:])
    opens = {begin: end for begin, end, is_bracket in blocks if not is_bracket}
    limits = [len(starts)] * len(starts)
    for begin, end, _ in sorted(blocks, key=lambda block: block[0] - block[1]):
        limits[begin:end] = [end] * (end - begin)
    return Words(data, starts, ends, lines, limits, opens, sorted({0, *(begin for begin, end, _ in blocks)}))


def _brackets(data: bytes, starts: list[int], ends: list[int], first: int) -> Iterator[tuple[int, int, int]]:
    """The blocks between the brackets that open and close on one line, by the tokens inside."""
    pending: list[tuple[bytes, int]] = []
    for index in range(first, len(starts)):
        token = data[starts[index] : ends[index]]
        if token in _BRACKETS:
            pending.append((_BRACKETS[token], index + 1))
        elif pending and token == pending[-1][0]:
            _, begin = pending.pop()
            if begin < index:
                yield begin, index, 1


class _Found(NamedTuple):
    end: int
    last: int
    bindings: Bindings


class _Matcher:
    def __init__(self, words: Words, max_span: int) -> None:
        self.words = words
        self.max_span = max_span
        self.steps = 0
        self.here = 0

    def match(
        self,
        items: tuple[GenericItem, ...],
        index: int,
        at: int,
        limit: int,
        bindings: Bindings,
        last: int,
        *,
        full: bool,
    ) -> Iterator[_Found]:
        """The ways to match items from `index` on with the tokens from `at` to `limit`; `last` is the line reached."""
        self._step()
        if index == len(items):
            if not full or at == limit:
                yield _Found(at, last, bindings)
            return
        item = items[index]
        if item.kind == "dots":
            yield from self._dots(items, index, at, limit, bindings, last, full)
        elif item.kind == "block":
            yield from self._block(items, index, at, limit, bindings, last, full)
        elif at < limit:
            bound = self._token(item, at, bindings)
            if bound is not None:
                yield from self.match(items, index + 1, at + 1, limit, bound, self.words.lines[at], full=full)

    def _step(self) -> None:
        self.steps += 1
        self.here += 1
        if self.steps > _MOST_STEPS or self.here > _STEPS_OF_ONE_START:
            raise TooManySteps

    def _text(self, at: int) -> bytes:
        return self.words.data[self.words.starts[at] : self.words.ends[at]]

    def _token(self, item: GenericItem, at: int, bindings: Bindings) -> Bindings | None:
        text = self._text(at)
        if item.kind == "word":
            return bindings if text == item.text else None
        if not _WORD.fullmatch(text):
            return None
        return self._bound(item.text, self.words.starts[at], self.words.ends[at], bindings)

    def _bound(self, variable: bytes, start: int, end: int, bindings: Bindings) -> Bindings | None:
        name, text = variable.decode(), self.words.data[start:end]
        if name == "$_":
            return bindings
        known = bindings.get(name)
        if known is None:
            return {**bindings, name: Binding(start, end, text, None)}
        return bindings if known.text == text else None

    def _dots(
        self, items: tuple[GenericItem, ...], index: int, at: int, limit: int, bindings: Bindings, last: int, full: bool
    ) -> Iterator[_Found]:
        """Skips as little as possible; at the end of the pattern, as much as the block and the limit of lines allow.
        At the end of an indented part it is the rest of the block, however long.
        """
        lines = self.words.lines
        rest = full and index + 1 == len(items)
        furthest = last + self.max_span * items[index].row
        places: Any = range(at, limit + 1)
        if index + 1 == len(items):
            end = limit
            if not full:
                end = at
                while end < limit and lines[end] <= furthest:
                    end += 1
            places = (end,)
        for place in places:
            is_far = (place > at and lines[place - 1] > furthest) or (
                place < limit and index + 1 < len(items) and lines[place] > furthest
            )
            if is_far and not rest:
                return
            bound: Bindings | None = bindings
            if items[index].text:
                start, stop = self._skipped(at, place)
                bound = self._bound(items[index].text, start, stop, bindings)
            if bound is not None:
                reached = lines[place - 1] if place > at else last
                yield from self.match(items, index + 1, place, limit, bound, reached, full=full)
            self._step()

    def _skipped(self, at: int, place: int) -> tuple[int, int]:
        starts, ends = self.words.starts, self.words.ends
        if place == at:
            here = ends[at - 1] if at else 0
            return here, here
        return starts[at], ends[place - 1]

    def _block(
        self, items: tuple[GenericItem, ...], index: int, at: int, limit: int, bindings: Bindings, last: int, full: bool
    ) -> Iterator[_Found]:
        end = self.words.opens.get(at, at) if at < limit else at
        for found in self.match(items[index].items, 0, at, end, bindings, last, full=True):
            yield from self.match(items, index + 1, found.end, limit, found.bindings, found.last, full=full)


def find_generic(
    items: tuple[GenericItem, ...], data: bytes, bindings: Bindings, options: GenericOptions
) -> list[tuple[int, int, Bindings]]:
    """Where a pattern matches (bytes), with what its metavariables stand for. Of several starts that lead to the same
    end only the nearest counts, or the first where the pattern ends with `...`. Raises TooManySteps.
    """
    words = words_of_text(data, options.comments)
    matcher = _Matcher(words, options.max_span)
    leading = items[0].kind == "dots"
    places = words.firsts if leading else _places(items[0], words)
    trailing = items[-1].kind == "dots"
    found: dict[int, tuple[int, int, Bindings]] = {}
    for place in places:
        if place >= len(words.starts):
            break
        matcher.here = 0
        try:
            match = next(
                matcher.match(items, 0, place, words.limits[place], bindings, words.lines[place], full=False), None
            )
        except TooManySteps:
            if matcher.steps > _MOST_STEPS:
                raise
            continue
        if match is None or match.end == place:
            continue
        if not (match.end in found and (trailing or leading)):
            found[match.end] = (words.starts[place], words.ends[match.end - 1], match.bindings)
    return sorted(found.values(), key=lambda each: each[:2])


def _places(first: GenericItem, words: Words) -> Iterator[int]:
    """The tokens that a pattern can begin with."""
    starts, ends, data = words.starts, words.ends, words.data
    for index in range(len(starts)):
        if first.kind != "word" or data[starts[index] : ends[index]] == first.text:
            yield index


def options_of(options: Mapping[str, Any]) -> GenericOptions:
    """The options of a rule that are about this language."""
    span = options.get("generic_ellipsis_max_span")
    style = options.get("generic_comment_style")
    return GenericOptions(
        span if isinstance(span, int) and not isinstance(span, bool) else 10,
        style if isinstance(style, str) and style in _COMMENTS else "",
    )
