"""Names that are assigned or compared with values: assignments, declarations, fields, entries, arguments, defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.review.privacy.lexing import LINE, NAME, NUMBER, STRING
from reread.analyzers.review.privacy.names import HARMLESS_KEYS, Strength, ends_with_secret, parts_of, strength
from reread.analyzers.review.privacy.structure import Code
from reread.analyzers.review.privacy.values import is_field, is_strong, keeps_back
from reread.analyzers.secrets.vocabulary import forms, words
from reread.analyzers.text import Span

_SETS = words(
    """
    = := : => == === != !== += ?= ||= ??= <- -> || ?? ?: or to eq ne is in not like LIKE <> ~= =~ |
    """
)
_WITHIN_TYPE = words(
    """
    [ ] | < > . & * ? ! :: ,
    """
)
_READ = forms(
    r"""
    get* fetch* load* read* find* look_?up* require* env* environ config* setting* option prompt* input ask* query*
    param* form* header* by by_\w+ by(?:id|name|css|xpath|key|label*|placeholder) select* id t _ gettext* translate
    resolve* value property secret secretsmanager var field* column path* join open file* import* arg* add_argument
    option* render* format f label* info debug warn* error log* print* raise throw *error *exception split strip
    replace starts_?with ends_?with has* contains isinstance urlopen request *field regex re compile match pop key ref
    output data local lookup
    """
)
_GETTERS = re.compile(rf"\$?_?{_READ}", re.IGNORECASE)
"""Whose first argument is the name of a value and not the value."""
_PAIRS = words("auth creds credentials login cred")
_DEFAULTS = words("or || ?? ?:")
_BLOCKS = words(
    """
    if elif else for while with try except finally match case switch default class def do lambda when unless
    catch struct interface enum trait impl module async
    """
)
_DEFINES = words("def function func fn fun get static public private protected async sub")
_ENDS = words("; }")
_LONGEST_NAME = 120
_COMPARES = words("== != === !== in eq ne is not <> ~=")
_BREAKS = words("and or && ||")
_MOST_TYPE = 16
_MOST_LOOKS = 8
"""Values of names that one string may stand in; each of them has an opinion about it."""
_SHORTEST_NUMBER = 4
_FEWEST_PIECES = 4
_LONGEST_CHAIN = 32
"""Names of `a.b.c`."""
_LONGEST_BODY = 400
"""Tokens of a function."""


def assigned(code: Code) -> Iterator[Span]:
    """The values that names in code give away."""
    tokens = code.tokens
    for number, token in enumerate(tokens):
        if token.kind not in (NAME, STRING) or len(token.text) > _LONGEST_NAME:
            continue
        says = strength(token.text)
        if says is Strength.NONE or (token.kind == STRING and " " in token.text.strip()):
            continue
        sign = _sign_after(code, number)
        if sign >= 0:
            yield from _right_of(code, number, sign, says)
        yield from _left_of(code, number, says)
        if token.kind == NAME and code.text(number + 1) == "(" and says is Strength.CERTAIN:
            yield from _returned(code, number, says)


def _sign_after(code: Code, number: int) -> int:
    """The sign that gives the name a value, behind brackets and a type; -1 without one."""
    place = number + 1
    while code.text(place) in ("]", ")", "?", "!", "}") or (
        code.text(place) == "[" and code.closing(place) - place < 4
    ):
        place = code.closing(place) + 1 if code.text(place) == "[" else place + 1
    if code.text(place) == "{" and code.is_string(place + 1) and code.text(place + 2) == "}":
        return place  # `std::string password{"x"}`
    if code.text(place) == "{" and {"get", "set", "init"} & {code.text(place + 1), code.text(place + 3)}:
        place = code.closing(place) + 1
    text = code.text(place)
    beside = place == number + 1 and code.tokens[number].kind == STRING
    if beside and text in ("is", "not", "in", "or", "eq", "ne"):
        return -1
    if text == ",":
        return _behind_names(code, number, place)
    if text == ":":
        typed = _behind_type(code, place + 1)
        return typed if typed >= 0 else place
    if text in _SETS:
        return place
    # Go: `var password string = "x"`
    return place + 1 if code.is_name(place) and code.text(place + 1) in ("=", ":=") else -1


def _behind_names(code: Code, number: int, place: int) -> int:
    """The sign behind further names, as in `password, user = ...`; -1 without one."""
    around = code.opening_around(number)
    for further in range(place, min(place + _MOST_TYPE, len(code.tokens))):
        text = code.text(further)
        if text in ("=", ":="):
            closed = around < 0 or code.text(around) == "{" or code.partner.get(around, len(code.tokens)) < further
            return further if closed else -1
        if not (code.is_name(further) or text in (",", "*", ")", "]", "}", ".")):
            return -1
    return -1


def _behind_type(code: Code, place: int) -> int:
    """The `=` behind a type on the same line; -1 without one."""
    depth = 0
    for number in range(place, min(place + _MOST_TYPE, len(code.tokens))):
        token = code.tokens[number]
        if token.text == "=" and token.kind != STRING and depth <= 0:
            return number
        if token.kind == LINE or token.text in (")", "{", "(", ";", "}", "=>"):
            return -1
        depth += {"[": 1, "<": 1, "]": -1, ">": -1}.get(token.text, 0)
        if token.kind not in (NAME, STRING) and (token.text not in _WITHIN_TYPE or (token.text == "," and depth <= 0)):
            return -1
    return -1


def _right_of(code: Code, number: int, sign: int, says: Strength) -> Iterator[Span]:
    text = code.text(sign)
    start = code.after(sign) if text != ":" or code.is_string(number) else sign + 1
    if start >= len(code.tokens) or (text == ":" and _begins_block(code, sign)):
        return
    if text in ("!", "is", "not") or (text == "=" and code.text(start) in ("=", "~")):
        start = code.after(start) if code.text(start) in ("not", "in", "=", "~", "is") else start
    end = code.expression(start)
    if text in _COMPARES:
        end = next((place for place in range(start, end) if code.text(place) in _BREAKS), end)
        yield from (span for span in values(code, start, end, says, key_like=True))
        return
    if text in ("=>", "->") and code.tokens[number].kind == NAME and code.text(start) in ("{", "("):
        return
    names = _names_left(code, number, sign) if text in ("=", ":=") else [number]
    if len(names) > 1:
        yield from _several(code, names, start)
        return
    yield from values(code, start, end, says)


def _begins_block(code: Code, sign: int) -> bool:
    """True for the colon of `if password:`."""
    for number in range(sign - 1, max(sign - 30, -1), -1):
        if code.tokens[number].kind == LINE:
            return code.text(number + 1) in _BLOCKS
        if code.text(number) in ("lambda",):
            return False
    return code.text(max(sign - 30, 0)) in _BLOCKS or code.text(0) in _BLOCKS


def _names_left(code: Code, number: int, sign: int) -> list[int]:
    """The names of an assignment to several."""
    first = number
    while first > 0 and code.tokens[first - 1].kind != LINE and code.text(first - 1) not in _ENDS | {"{", "=", ":="}:
        if code.text(first - 1) in ("(", "[") and code.partner.get(first - 1, 0) > sign:
            return [number]
        first -= 1
    names: list[int] = []
    current = -1
    for place in range(first, sign):
        if code.text(place) == ",":
            names.append(current)
            current = -1
        elif code.is_name(place) or code.tokens[place].kind == STRING:
            current = place
    names.append(current)
    return names if len(names) > 1 and names.count(-1) == 0 else [number]


def _several(code: Code, names: list[int], start: int) -> Iterator[Span]:
    if code.text(start) in ("(", "[", "{") and start in code.partner:
        parts = code.arguments(start)
    else:
        parts = []
        place = start
        while len(parts) < 20:
            end = code.expression(place)
            parts.append((place, end))
            if code.text(end) != ",":
                break
            place = code.after(end)
    said = [strength(code.tokens[name].text) for name in names]
    for place, (first, last) in enumerate(parts):
        says = said[place] if len(parts) == len(names) else max(said)
        yield from values(code, first, last, says)


def values(code: Code, start: int, end: int, says: Strength, *, key_like: bool = False) -> Iterator[Span]:
    """The values in an expression that has a name: strings that are no keys of look-ups, numbers, single letters."""
    tokens = code.tokens
    if start < end and tokens[start].kind == NUMBER and says is Strength.CERTAIN:
        digits = tokens[start].text
        if end == start + 1 and len(digits) >= _SHORTEST_NUMBER and ends_with_secret(_name_before(code, start)):
            yield Span(tokens[start].start, tokens[start].end)
        return
    if code.has_any(_FUNCTIONS, start, min(start + 12, end)):
        yield from _of_body(code, start, end, says)
        return
    pieces = code.letters(start, end)
    if len(pieces) >= _FEWEST_PIECES and says is Strength.CERTAIN:
        yield from (Span(tokens[place].inner, tokens[place].inner + 1) for place in pieces)
    if says is Strength.CERTAIN:
        yield from _numbers(code, start, end)
    user = _user_of(code, start)
    for place in code.undecided(start, end):
        # What stands in the values of so many names was made to be slow to read; it is kept back once and for all.
        is_hostile = code.looks(place) >= _MOST_LOOKS
        if is_hostile:
            code.settle(place)
        is_key = key_like and is_field(tokens[place].text)
        if is_hostile or (place != user and not is_key and keeps_value(code, place, start, says)):
            yield span_of(code, place)


def _user_of(code: Code, start: int) -> int:
    """The first of two strings after `auth` and the like, which is whose password the other is; -1 without one."""
    named = parts_of(code.text(start - 2) or (code.tokens[start - 2].text if start > 1 else ""))[-1:]
    if named and named[0] in _PAIRS and code.text(start) in ("(", "[") and len(code.arguments(start)) == 2:
        return start + 1
    return -1


def _numbers(code: Code, start: int, end: int) -> Iterator[Span]:
    """The bytes of `{0x73, 0x33, ...}`."""
    numbers = code.numbers(start, end)
    if len(numbers) >= 2 * _FEWEST_PIECES and len(numbers) * 3 >= end - start - 6:
        yield from (Span(code.tokens[place].start, code.tokens[place].end) for place in code.unseen(numbers))


def _name_before(code: Code, start: int) -> str:
    for place in range(start - 1, max(start - 6, -1), -1):
        if code.tokens[place].kind in (NAME, STRING) and strength(code.tokens[place].text):
            return code.tokens[place].text
    return ""


def keeps_value(code: Code, place: int, start: int, says: Strength) -> bool:
    """Whether a string in the expression that begins at `start` is its value, and one to keep back."""
    tokens = code.tokens
    value = tokens[place].text
    if code.text(place + 1) in (":", "=>", "->", "to") and place > start:
        return False  # A key of what is in there
    key = _key_of(code, place, start)
    if key and key.lower() in HARMLESS_KEYS:
        return False
    around = code.opening_around(place)
    if around >= start:
        if (
            code.text(around) == "["
            and around > start
            and (code.is_name(around - 1) or code.text(around - 1) in ("]", ")"))
        ):
            return False
        callee = code.callee(around)
        first = code.text(place - 1) == "("
        if callee and _GETTERS.fullmatch(callee):
            return (not first or is_strong(value)) and keeps_back(says, value, key_like=True)
        if callee and not first and not is_strong(value):
            return keeps_back(says, value, key_like=True)
        if callee:
            return keeps_back(
                says,
                value,
                key_like=not ends_with_secret(callee) and callee[:1].islower() and callee.lower() not in _MAKES,
            )
    return keeps_back(says, value)


_FUNCTIONS = frozenset({"=>", "function", "lambda"})
_MAKES = words(
    """
    byte bytes rune chars str string encode b64encode b64decode from valueof of some ok just new bytearray base64 atob
    btoa     decode unquote quote frozenset set list tuple array arrays aslist freeze intern to_string tostring
    str_to_owned char cstring s l q buffer concat tobytes to_bytes encrypt decrypt sha256 md5 sha1 hash digest
    """
)


def _key_of(code: Code, place: int, start: int) -> str:
    sign = code.text(place - 1)
    if sign in (":", "=>", "=", "->", "to") and place - 2 > start:
        return code.tokens[place - 2].text
    return ""


def _of_body(code: Code, start: int, end: int, says: Strength) -> Iterator[Span]:
    for place in code.strings(start, end):
        if code.text(place - 1) in ("=>", "return", ":") and keeps_back(says, code.tokens[place].text, key_like=True):
            yield span_of(code, place)


def span_of(code: Code, place: int) -> Span:
    """Where the text of a string is, without white space around it."""
    token = code.tokens[place]
    text = token.text
    left = len(text) - len(text.lstrip())
    return Span(token.inner + left, token.inner + left + max(len(text.strip()), 0))


def _left_of(code: Code, number: int, says: Strength) -> Iterator[Span]:
    """`"x" == password`, `"x".equals(password)`."""
    if code.tokens[number].kind != NAME:
        return
    first = number
    longest = number - 2 * _LONGEST_CHAIN
    while first > longest and code.text(first - 1) in (".", "->", "::", "?.") and code.is_name(first - 2):
        first -= 2
    sign = code.text(first - 1)
    if sign in ("==", "===", "!=", "!==", "<>") and code.is_string(first - 2):
        place = first - 2
    elif sign == "(" and code.is_name(first - 2) and code.text(first - 3) == "." and code.is_string(first - 4):
        place = first - 4
    else:
        return
    if keeps_back(says, code.tokens[place].text):
        yield span_of(code, place)


def _returned(code: Code, number: int, says: Strength) -> Iterator[Span]:
    """What a function of that name gives back."""
    closing = code.closing(number + 1)
    before = code.text(code.before(number))
    body = code.after(closing)
    while body < len(code.tokens) and code.text(body) not in ("{", ":", "=>", "=", ";", ")") and body - closing < 12:
        body = code.after(body)
    if code.text(body) == ":" and code.tokens[min(body + 1, len(code.tokens) - 1)].kind != LINE:
        body = next((n for n in range(body, min(body + 8, len(code.tokens))) if code.text(n) in ("{", "=")), body)
    if code.text(body) not in ("{", ":", "=>", "="):
        return
    if not (before in _DEFINES or code.text(body) in ("{", "=>")) or before in _BLOCKS - {"def", "async"}:
        return
    end = code.partner.get(body, min(body + 60, len(code.tokens)))
    for place in range(body + 1, min(end, body + _LONGEST_BODY)):
        if code.text(place) in ("def", "class", "func", "fn", "fun", "function"):
            return
        gives = code.text(place - 1) in ("return", "=>", "=", "{") or code.text(code.before(place)) in ("return", "{")
        given = code.is_string(place) and (gives or code.text(place - 1) in _DEFAULTS)
        if given and keeps_back(says, code.tokens[place].text):
            yield span_of(code, place)
