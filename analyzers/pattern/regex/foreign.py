"""Runs untrusted regular expressions, never longer than an allowance permits.

RE2 runs all expressions that it supports, in time linear in the text for each match. Finding all matches may still take
quadratic time, so the time is checked between them. The package `regex` runs the expressions that need backtracking,
and searches texts so long that one match could take seconds: it checks the time while it matches. Both let other
threads run. Python's `re` does neither, so it never sees such an expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from time import thread_time
from typing import Any, NoReturn, TypeAlias

from reread.analyzers.pattern.bindings import TooManySteps
from reread.analyzers.pattern.regex.allowance import Allowance
from reread.analyzers.pattern.regex.foreign_syntax import Dialect, InexpressibleError, captures_in_repeats, written
from reread.analyzers.pattern.regex.regex_safety import parsed

Spans: TypeAlias = Sequence[tuple[int, int]]
"""Start and end of a match and of each of its groups in bytes; -1 where a group took no part."""

MOST_WORK = 100_000_000
"""Instructions of RE2's automaton times bytes of text, of which it does some 150 million in a second at worst."""

_MOST_CAPTURES = 2_000_000
"""Rounds of groups in repetitions times code points, each of which costs backtracking about 60 bytes."""

_LONGEST_REPLACED = 200_000

_LARGEST_AUTOMATON = 8 << 20


def find(expression: re.Pattern[str], data: bytes, begin: int, allowance: Allowance) -> Iterator[Spans]:
    """The matches in UTF-8 text that begin at `begin` (bytes) or later. Raises TooManySteps at the end of the time."""
    return _within(lambda: _found(expression, data, begin, allowance, whole=True), expression, allowance)


def matches(expression: re.Pattern[str], data: bytes, allowance: Allowance, *, at_start: bool) -> bool:
    """Whether the expression matches at the start of UTF-8 text or, else, anywhere. Raises TooManySteps."""
    spans = _within(lambda: _found(expression, data, 0, allowance, whole=not at_start), expression, allowance)
    return next(spans, None) is not None


def replaced(expression: re.Pattern[str], replacement: str, text: str, count: int, allowance: Allowance) -> str | None:
    """The text with the first `count` matches replaced, all of them for 0; None if it becomes too long.

    Raises TooManySteps.
    """
    parts = template(replacement, expression)
    data, pieces, end, length = text.encode(errors="replace"), [], 0, 0
    for number, spans in enumerate(find(expression, data, 0, allowance), 1):
        groups = [data[low:high] if low >= 0 else b"" for low, high in spans]
        pieces += [data[end : spans[0][0]], *(part if isinstance(part, bytes) else groups[part] for part in parts)]
        length += sum(map(len, pieces[-len(parts) - 1 :]))
        if length > _LONGEST_REPLACED:
            return None
        end = spans[0][1]
        if number == count:
            break
    return b"".join((*pieces, data[end:])).decode(errors="replace")


def template(replacement: str, expression: re.Pattern[str]) -> list[bytes | int]:
    """A replacement as its texts and the numbers of groups between them. Raises re.error and IndexError."""
    from re import _parser  # type: ignore[attr-defined]

    parsed_template = _parser.parse_template(replacement, expression)
    if isinstance(parsed_template, list):  # From Python 3.12 on.
        return [each if isinstance(each, int) else each.encode() for each in parsed_template]
    groups, literals = parsed_template
    places = dict(groups)
    return [places[at] if at in places else (text or "").encode() for at, text in enumerate(literals)]


def _within(
    search: Callable[[], Iterator[Spans]], expression: re.Pattern[str], allowance: Allowance
) -> Iterator[Spans]:
    left = allowance.left
    if left <= 0:
        _give_up(expression, allowance)
    began = thread_time()
    try:
        for spans in search():
            taken = thread_time() - began
            allowance.spend(taken)
            left -= taken
            if left <= 0:
                _give_up(expression, allowance)
            yield spans
            began = thread_time()
    except (TimeoutError, MemoryError):
        allowance.spend(thread_time() - began)
        _give_up(expression, allowance)
    allowance.spend(thread_time() - began)


def _give_up(expression: re.Pattern[str], allowance: Allowance) -> NoReturn:
    allowance.give_up(expression.pattern)
    raise TooManySteps


def _found(
    expression: re.Pattern[str], data: bytes, begin: int, allowance: Allowance, *, whole: bool
) -> Iterator[Spans]:
    is_ascii = data.isascii() and expression.pattern.isascii()
    linear = _linear(expression, is_ascii)
    if linear is not None and linear.programsize * len(data) <= MOST_WORK:
        return _by_linear(linear, data, begin, whole)
    return _by_backtracking(expression, data, begin, allowance, whole)


def _by_linear(linear: Any, data: bytes, begin: int, whole: bool) -> Iterator[Spans]:
    if not whole:
        first = linear.match(data)
        if first is not None:
            yield _spans(first, linear.groups)
        return
    for match in linear.finditer(data, begin):
        yield _spans(match, linear.groups)


def _spans(match: Any, groups: int) -> Spans:
    return [match.span(number) for number in range(groups + 1)]


def _by_backtracking(
    expression: re.Pattern[str], data: bytes, begin: int, allowance: Allowance, whole: bool
) -> Iterator[Spans]:
    compiled, captures = _backtracking(expression, data.isascii() and expression.pattern.isascii())
    text = data.decode(errors="replace")
    if captures * len(text) > _MOST_CAPTURES:
        raise MemoryError
    if not whole:
        first = compiled.match(text, timeout=allowance.left)
        if first is not None:
            yield _in_bytes(first, text, 0, 0)
        return
    position, byte = len(data[:begin].decode(errors="replace")), begin
    # An iterator of its own knows what to look for where nothing was matched.
    for match in compiled.finditer(text, position, timeout=allowance.left):
        byte += len(text[position : match.start()].encode())
        position = match.start()
        yield _in_bytes(match, text, position, byte)


def _in_bytes(match: Any, text: str, start: int, byte: int) -> Spans:
    """The spans of a match that begins at a code point, `start`, which is at `byte`."""
    places: dict[int, int] = {-1: -1}

    def place(at: int) -> int:
        if at not in places:
            # A group in a lookahead or a lookbehind may be outside of the match.
            between = len(text[min(start, at) : max(start, at)].encode())
            places[at] = byte + between if at >= start else byte - between
        return places[at]

    return [(place(low), place(high)) for low, high in match.regs]


@lru_cache(maxsize=500)
def _linear(expression: re.Pattern[str], is_ascii: bool) -> Any:
    """The expression for RE2; None if RE2 has nothing for it."""
    import re2  # type: ignore[import-untyped]

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _LARGEST_AUTOMATON
    try:
        # Not by the module's own cache, which would hold ever more automatons.
        return re2._Regexp(written(expression, Dialect(True, is_ascii)), options)
    except (InexpressibleError, re2.error, UnicodeEncodeError):
        return None


@lru_cache(maxsize=500)
def _backtracking(expression: re.Pattern[str], is_ascii: bool) -> tuple[Any, int]:
    """The expression for the package `regex`, and how many of its groups are in repetitions."""
    import regex  # type: ignore[import-untyped]

    text = written(expression, Dialect(False, is_ascii))
    flags = regex.VERSION0 | (regex.ASCII if is_ascii else regex.UNICODE)
    captures = captures_in_repeats(parsed(expression.pattern, expression.flags & ~re.UNICODE))
    return regex.compile(text, flags, cache_pattern=False), captures
