"""Values with the look of a password whose line speaks of one, in a name, a string or a comment that nothing else ties
to them: `ok(user, password, "x")`, `stripe("x")  # the secret key`, `getpass = lambda _: "x"`, `tail: x  # password`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reread.analyzers.review.privacy.lexing import COMMENT, LINE, NAME, STRING, Token
from reread.analyzers.review.privacy.names import HINT, Strength, strength
from reread.analyzers.review.privacy.values import is_prose, is_stand_in, is_strong, keeps_back
from reread.analyzers.secrets.vocabulary import one_of
from reread.analyzers.text import Span

_NEAR = 30
"""Tokens between what speaks of a password and the string. Lines that programs write go on for thousands."""
_SHORTEST = 6
_LONGEST = 400
"""Code points of a string that is looked at for what it speaks of."""
_WORD = re.compile(r"[\w\-]{2,60}(?: (?:key|token|code|phrase)\b)?")
_NO_PASSWORD = re.compile(
    one_of(
        r".*[/\\?=,;:|<>()\[\]{}].*",
        r"\.?[\w\-]+\.[a-z]\w{0,4}",
        r"[\d.,x%\-]+[a-z]{0,3}",
        r"[a-z]+\d?(?:[.\-_][a-z]+\d?)+",
        r".*%[sdrvq].*",
        r".*sha\d+.*",
        r"[#.]?[a-z_\-]*\d{1,4}",
        r"[a-z_\-]*(?:1|2|3|8|16|18|32|64|128|256|384|512|509)[a-z_\-]+",
    ),
    re.IGNORECASE,
)
"""Paths, queries, names of files, algorithms and fields, sizes, formats."""
_COMMENTED = re.compile(
    r"""(?m)^(?:[ \t]*(?:\#|;|//)[ \t]*(?P<above>[^\n]{2,100})\n)?"""
    r"""[ \t]*(?:-[ \t]+)?(?:[\w.\-"']{1,100}[ \t]*[:=][ \t]*)?(?P<value>[^\s"'#;/][^\s"']{2,99})"""
    r"""(?:[ \t]+(?:\#|;|//)[ \t]*(?P<behind>[^\n]{2,200}))?$"""
)
"""A value without quotes, with a comment behind it or on the line above."""
_BARE_PASSWORD = re.compile(r"(?!\d+$)[^/:\\]+")
_LABEL_WORDS = 4
"""Words of a comment that is a label of its value: `# the database password`."""
_ASKS = re.compile(r"(?i)(?:.*[._])?_*(?:fake|mock|stub)?_?(?:get|ask|read)_?pass(?:w(?:or)?d|phrase)?")
"""What asks a person for a password. What stands in for it gives one."""
_GIVES = frozenset({"lambda", "=>", "return", "return_value", "side_effect"})
_DEFINES = frozenset({"def", "function", "func"})
_GOES_ON = frozenset(["(", ",", "[", "=", ":", "{"])


def voted(tokens: Sequence[Token]) -> Iterator[Span]:
    """The strings that their line gives away, or a comment that has the line above to itself."""
    line: list[Token] = []
    above = False
    for token in tokens:
        if token.kind != LINE:
            line.append(token)
            continue
        yield from _of_line(line, above=above)
        above = bool(line) and all(each.kind == COMMENT for each in line) and any(map(_speaks, line))
        line = []
    yield from _of_line(line, above=above)


def commented(text: str) -> Iterator[Span]:
    """The values without quotes that a comment behind them calls a secret, in a text whose values need no quotes."""
    for match in _COMMENTED.finditer(text):
        value, behind, above = match["value"].rstrip(","), match["behind"] or "", match["above"] or ""
        looks_so = _is_password(value) and (_text_speaks(behind) or _is_label(above))
        if looks_so or (_is_label(behind) and _BARE_PASSWORD.fullmatch(value) and keeps_back(Strength.POSSIBLE, value)):
            yield Span(match.start("value"), match.start("value") + len(value))


def _is_label(comment: str) -> bool:
    """Whether a comment says no more than what its value is: `# the database password`."""
    words = comment.split()
    return 0 < len(words) <= _LABEL_WORDS and strength(words[-1]) is Strength.CERTAIN


def stood_in(tokens: Sequence[Token]) -> Iterator[Span]:
    """The constant that replaces the answer to a password prompt: `getpass = lambda _: "x"`."""
    left, gives, before = 0, False, ""
    for number, token in enumerate(tokens):
        follows = tokens[number + 1].text if number + 1 < len(tokens) else ""
        is_asked = follows == "(" and before not in _DEFINES
        if token.kind in (NAME, STRING) and not is_asked and len(token.text) < 100 and _ASKS.fullmatch(token.text):
            left, gives = _NEAR, False
        elif left:
            left = left - 1 if token.kind != LINE or before in _GOES_ON else 0
            gives = gives or (token.kind != STRING and token.text in _GIVES)
            if gives and token.kind == STRING and _is_answer(token.text):
                yield Span(token.inner, token.inner + len(token.text))
        before = token.text if token.kind != LINE or before not in _GOES_ON else before


def _is_answer(text: str) -> bool:
    """Whether this is not a prompt, and nothing that stands for a password."""
    is_prompt = text[-1:] in (":", "?", ">", " ", "") or is_prose(text)
    return not is_prompt and not is_stand_in(text) and any(map(str.isalnum, text))


def _of_line(line: Sequence[Token], *, above: bool) -> Iterator[Span]:
    strings = [number for number, token in enumerate(line) if token.kind == STRING and _is_password(token.text)]
    if not strings:
        return
    speaking = [number for number, token in enumerate(line) if _speaks(token)]
    place = 0
    for number in strings:
        while place < len(speaking) and speaking[place] < number - _NEAR:
            place += 1
        if above or any(each != number and each <= number + _NEAR for each in speaking[place : place + 2]):
            yield Span(line[number].inner, line[number].inner + len(line[number].text))


def _speaks(token: Token) -> bool:
    """Whether a token says that there is a secret."""
    if token.kind == NAME:
        return strength(token.text) is Strength.CERTAIN
    if token.kind not in (STRING, COMMENT) or len(token.text) > _LONGEST:
        return False
    return _text_speaks(token.text)


@lru_cache(maxsize=1024)
def _text_speaks(text: str) -> bool:
    if not HINT.search(text):
        return False
    return any(strength(word.replace(" ", "_")) is Strength.CERTAIN for word in _WORD.findall(text))


def _is_password(value: str) -> bool:
    """Stricter than `is_strong`: here a name of something else is as likely as a password."""
    if not _SHORTEST <= len(value) <= 100 or not is_strong(value) or is_stand_in(value):
        return False
    if not any(map(str.isdigit, value)) and value[-1:].isalpha():
        return False
    return not _NO_PASSWORD.fullmatch(value)
