"""Brackets, lines and expressions in a sequence of tokens, as far as any language and any fragment allow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reread.analyzers.review.privacy.lexing import COMMENT, LINE, NAME, NUMBER, SIGN, STRING, Token
from reread.analyzers.secrets.vocabulary import words

_OPEN = {"(": ")", "[": "]", "{": "}"}
_CLOSE = frozenset(_OPEN.values())
_GOES_ON = words(
    """
    + - * / % . ? : | & || && , = := => -> == != === !== << ?? ?. ?: ( [ { \\ <- <> or and ..
    """
)
_CONTINUES = words("+ . ? : || && | & % << ?? ?. ?: or and ..")
_MOST = 400
"""Tokens of one expression."""
MOST_ARGUMENTS = 64
"""Parts of a bracket that are distinguished. Whoever looks at each of them does so for each name in the bracket."""
_UNCLOSED = 12
"""Tokens of one behind a bracket that does not close."""


class Code:
    """The tokens of a text without comments. `partner` maps each bracket to the one that closes or opens it."""

    __slots__ = (
        *(
            "_arguments",
            "_around",
            "_ends",
            "_letters",
            "_looks",
            "_numbers",
            "_open",
            "_plain",
            "_visited",
            "_strings",
        ),
        *("partner", "tokens"),
    )

    def __init__(self, tokens: Sequence[Token]) -> None:
        kept = [token for token in tokens if token.kind != COMMENT]
        self.tokens = [token for number, token in enumerate(kept) if not _is_documentation(kept, number)]
        self._plain = ["" if token.kind == STRING else token.text for token in self.tokens]
        self._strings = [number for number, token in enumerate(self.tokens) if token.kind == STRING]
        self._letters = [number for number in self._strings if len(self.tokens[number].text) == 1]
        self._numbers = [number for number, token in enumerate(self.tokens) if token.kind == NUMBER]
        self._ends: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._arguments: dict[int, list[tuple[int, int]]] = {}
        self._open = list(self._strings)
        self._visited: set[int] = set()
        self._looks: dict[int, int] = {}
        self.partner: dict[int, int] = {}
        self._around: list[int] = []
        opened: list[tuple[str, int]] = []
        for number, token in enumerate(self.tokens):
            self._around.append(opened[-1][1] if opened else -1)
            if token.kind != SIGN:
                continue
            if token.text in _OPEN:
                opened.append((token.text, number))
            elif token.text in _CLOSE:
                # What was left open is of a piece that is cut, or of another language.
                for back in range(len(opened) - 1, max(len(opened) - 6, -1), -1):
                    if _OPEN[opened[back][0]] == token.text:
                        self.partner[opened[back][1]], self.partner[number] = number, opened[back][1]
                        del opened[back:]
                        break

    def text(self, number: int) -> str:
        """The text of a token that is not a string; "" for those and beyond the ends."""
        return self._plain[number] if 0 <= number < len(self._plain) else ""

    def has_any(self, texts: frozenset[str], start: int, end: int) -> bool:
        """Whether a token from one place to another, and no string, has one of the texts."""
        return not texts.isdisjoint(self._plain[start:end])

    def is_string(self, number: int) -> bool:
        return 0 <= number < len(self.tokens) and self.tokens[number].kind == STRING

    def is_name(self, number: int) -> bool:
        return 0 <= number < len(self.tokens) and self.tokens[number].kind == NAME

    def after(self, number: int) -> int:
        """The next token that is not the end of a line."""
        number += 1
        while number < len(self.tokens) and self.tokens[number].kind == LINE:
            number += 1
        return number

    def before(self, number: int) -> int:
        number -= 1
        while number >= 0 and self.tokens[number].kind == LINE:
            number -= 1
        return number

    def closing(self, number: int) -> int:
        """Where the bracket closes, or a limit behind it where it does not."""
        return self.partner.get(number, min(number + 60, len(self.tokens)))

    def opening_around(self, number: int) -> int:
        """The bracket that a token is directly in; -1 where it is in none."""
        return self._around[number] if 0 <= number < len(self._around) else -1

    def expression(self, start: int, *, to_comma: bool = True) -> int:
        """Where the expression that begins at a token ends (exclusive): at a comma, a semicolon, a bracket that is not
        its own, or a line that nothing carries on.
        """
        # Expressions within expressions end where the outer one does, so that one walk serves all of them.
        known, walked = self._ends[to_comma], list[int]()
        number = start
        while (end := known.get(number)) is None and (end := self._end_at(number, start, to_comma)) is None:
            walked.append(number)
            number = self.partner[number] + 1 if self._opens(number) else number + 1
        # Whether a line is carried on depends on what is before it, which an expression that begins there has not.
        known.update((place, end) for place in walked if self.tokens[place].kind != LINE)
        return min(end, start + _MOST, len(self.tokens))

    def _opens(self, number: int) -> bool:
        return self.tokens[number].kind == SIGN and self.tokens[number].text in _OPEN

    def _end_at(self, number: int, start: int, to_comma: bool) -> int | None:
        """Where an expression from `start` on ends, if one sees that at this token."""
        if number >= len(self.tokens):
            return number
        token = self.tokens[number]
        if token.kind == SIGN:
            if token.text in _OPEN:
                return None if number in self.partner else number + _UNCLOSED
            ends = token.text in _CLOSE or token.text == ";" or (token.text == "," and to_comma)
            return number if ends else None
        return number if token.kind == LINE and not self._goes_on(number, start) else None

    def _goes_on(self, number: int, start: int) -> bool:
        following = self.after(number)
        if following - number > 3:
            return False
        previous = self.before(number)
        if previous < start or (self.tokens[previous].kind != STRING and self.tokens[previous].text in _GOES_ON):
            return True
        if self.text(following) in _CONTINUES:
            return True
        adjacent = self.is_string(previous) and self.is_string(following)
        return adjacent and self.is_indented(following) and self.text(self.after(following)) not in (":", "=>", "=")

    def is_indented(self, number: int) -> bool:
        """True for a token with white space before it."""
        return self.tokens[number].start > self.tokens[number - 1].end if number else False

    def arguments(self, opening: int) -> Sequence[tuple[int, int]]:
        """The parts between the commas of a bracket, the first `MOST_ARGUMENTS` of them: first and last token
        (exclusive).
        """
        known = self._arguments.get(opening)
        if known is None:
            known = self._arguments[opening] = self._parts(opening)
        return known

    def _parts(self, opening: int) -> list[tuple[int, int]]:
        end = self.closing(opening)
        found: list[tuple[int, int]] = []
        first = number = opening + 1
        while number < end and len(found) < MOST_ARGUMENTS:
            text = self.text(number)
            if text in _OPEN and number in self.partner:
                number = self.partner[number]
            elif text in (",", ";") or (text == "=>" and self.text(opening) != "("):
                found.append((first, number))
                first = number + 1
            number += 1
        if first < end and len(found) < MOST_ARGUMENTS:
            found.append((first, end))
        return found

    def strings(self, start: int, end: int) -> Sequence[int]:
        """The strings among tokens."""
        return _between(self._strings, start, end)

    def letters(self, start: int, end: int) -> Sequence[int]:
        """The strings of one character among tokens."""
        return _between(self._letters, start, end)

    def numbers(self, start: int, end: int) -> Sequence[int]:
        return _between(self._numbers, start, end)

    def undecided(self, start: int, end: int) -> Sequence[int]:
        """The strings among tokens that are not settled."""
        return _between(self._open, start, end)

    def looks(self, number: int) -> int:
        """How many expressions asked about a string before, each as one of its values."""
        before = self._looks.get(number, 0)
        self._looks[number] = before + 1
        return before

    def settle(self, number: int) -> None:
        """Ask about a string no more."""
        del self._open[bisect_left(self._open, number)]

    def unseen(self, numbers: Sequence[int]) -> list[int]:
        """Those of the tokens that were never asked for here."""
        new = [number for number in numbers if number not in self._visited]
        self._visited.update(new)
        return new

    def callee(self, opening: int) -> str:
        """The last name of what a bracket calls; "" when it calls nothing."""
        if self.text(opening) != "(":
            return ""
        before = opening - 1
        if self.text(before) in ("!", "?"):
            before -= 1
        if self.text(before) == ">":
            for back in range(before, max(before - 12, 0), -1):
                if self.text(back) == "<":
                    before = back - 1
                    break
        return self.text(before) if self.is_name(before) else ""


def _is_documentation(tokens: Sequence[Token], number: int) -> bool:
    """True for the string that Python has below the head of a definition."""
    token = tokens[number]
    if token.kind != STRING or token.inner - token.start < 3 or number < 2:
        return False
    return tokens[number - 1].kind == LINE and tokens[number - 2].text == ":"


def _between(ordered: Sequence[int], start: int, end: int) -> Sequence[int]:
    return ordered[bisect_left(ordered, start) : bisect_left(ordered, end)]
