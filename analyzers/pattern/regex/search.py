"""Searches with the regular expressions of rules: built-in ones in ordinary text by `re`, others within limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.pattern.bindings import Binding, TooManySteps
from reread.analyzers.pattern.regex.allowance import Allowance, current
from reread.analyzers.pattern.regex.line_span import newlines_of

_LONGEST_TEXT = 2_000_000
_LONGEST_VALUE = 2_000
"""Characters of a text, of a document and of a value, that a built-in expression sees without a bound.

No text is cut, since what ends or lacks something where it was cut would match as if it did so by itself. A longer one
is for the engines with a bound, whoever wrote the expression.
"""


def find_all(
    expression: re.Pattern[str], data: bytes, start: int = 0, end: int | None = None, begin: int | None = None
) -> Iterator[tuple[int, int, dict[str, Binding]]]:
    """Where the expression matches in UTF-8 text (bytes), with its groups as `$1`, `$2` ... and by name.

    Of the text between `start` and `end` it sees all, and finds what begins at `begin` or later. Raises TooManySteps
    where the allowance is used up.
    """
    piece = data[start : len(data) if end is None else end]
    allowance = _allowance(len(piece), _LONGEST_TEXT)
    if allowance is not None:
        yield from _find_foreign(expression, piece, start, 0 if begin is None else begin - start, allowance)
        return
    text = piece.decode(errors="replace")
    ascii_only = len(text) == len(piece)
    byte = start if begin is None else begin
    position = byte - start if ascii_only else len(data[start:byte].decode(errors="replace"))
    for match in expression.finditer(text, position):
        if match.end() == match.start():
            continue
        # Adding up from match to match reads the text once, not once for each match.
        between = match.start() - position
        byte += between if ascii_only else len(text[position : match.start()].encode())
        position = match.start()
        length = len(match[0]) if ascii_only else len(match[0].encode())
        yield byte, byte + length, _groups(match, byte)


def _find_foreign(
    expression: re.Pattern[str], piece: bytes, start: int, begin: int, allowance: Allowance
) -> Iterator[tuple[int, int, dict[str, Binding]]]:
    from reread.analyzers.pattern.regex import foreign

    names = {number: name for name, number in expression.groupindex.items()}
    for (low, high), *groups in foreign.find(expression, piece, begin, allowance):
        if low == high:
            continue
        found: dict[str, Binding] = {}
        for number, (first, last) in enumerate(groups, 1):
            if first >= 0:
                found[f"${number}"] = bound = Binding(start + first, start + last, piece[first:last], None)
                if number in names:
                    found[f"${names[number]}"] = bound
        yield start + low, start + high, found


def _groups(match: re.Match[str], byte: int) -> dict[str, Binding]:

    names = {number: name for name, number in match.re.groupindex.items()}
    found: dict[str, Binding] = {}
    for number, value in enumerate(match.groups(), 1):
        if value is None:
            continue
        start = byte + len(match[0][: match.start(number) - match.start()].encode())
        text = value.encode()
        found[f"${number}"] = bound = Binding(start, start + len(text), text, None)
        if number in names:
            found[f"${names[number]}"] = bound
    return found


def matches_value(expression: re.Pattern[str], value: bytes) -> bool:
    """True when the expression matches at the start of what a metavariable stands for. Raises TooManySteps."""
    if len(value) > _LONGEST_VALUE:
        value = _lines_in_reach(expression, value)
    allowance = _allowance(len(value), _LONGEST_VALUE)
    if allowance is None:
        return expression.match(value.decode(errors="replace")) is not None
    return _matches(expression, value, allowance, at_start=True)


def matches_somewhere(expression: re.Pattern[str], text: str) -> bool:
    """True when the expression matches anywhere in a text. Raises TooManySteps."""
    allowance = _allowance(len(text), _LONGEST_VALUE)
    if allowance is None:
        return expression.search(text) is not None
    return _matches(expression, text.encode(errors="replace"), allowance, at_start=False)


def _lines_in_reach(expression: re.Pattern[str], value: bytes) -> bytes:
    """The first lines, with the last line's end, which are all that a match at the start can look at."""
    newlines = newlines_of(expression)
    end = 0
    for _ in range(0 if newlines is None else newlines + 1):
        end = value.find(b"\n", end) + 1
        if not end:
            return value
    return value[:end] if end else value


def _allowance(length: int, longest: int) -> Allowance | None:
    """What the expression may take over a text of a length; None if it runs without a bound."""
    allowance = current()
    return Allowance() if allowance is None and length > longest else allowance


def _matches(expression: re.Pattern[str], value: bytes, allowance: Allowance, *, at_start: bool) -> bool:
    from reread.analyzers.pattern.regex import foreign

    return foreign.matches(expression, value, allowance, at_start=at_start)


def replaced(expression: re.Pattern[str], replacement: str, text: str, count: int, is_builtin: bool) -> str | None:
    """The text with the first `count` matches replaced, all of them for 0; None if that takes or makes too much."""
    if is_builtin:
        return expression.sub(replacement, text, count=count)
    from reread.analyzers.pattern.regex import foreign

    try:
        return foreign.replaced(expression, replacement, text, count, current() or Allowance())
    except TooManySteps:
        return None
