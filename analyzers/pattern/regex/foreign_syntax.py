"""Rewrites regular expressions for engines with limits, from the result of Python's parser.

Each engine has its own idea of `\\w`, of flags and of what stands for itself in a class. So nothing of the text of an
expression is passed on: it is written again, with classes as ranges of code points, so that it means the same to all.
Where all of the text is ASCII so are the classes, which keeps the automatons small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reread.analyzers.pattern.regex.regex_safety import class_holds, parsed

_ASCII = 128
_WORD = r"\p{L}\p{N}_"
_SPACE = (
    *((9, 13), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A)),
    *((0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)),
)
_REPEATS = {"MAX_REPEAT": "", "MIN_REPEAT": "?", "POSSESSIVE_REPEAT": "+"}
_CHARACTERS = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY"})
_MOST_OF_LINEAR = 1_000


class InexpressibleError(ValueError):
    """The linear-time engine has nothing for the expression, or not with the same meaning."""


class Dialect(NamedTuple):
    """`linear` is RE2, else it is the package `regex`; `ascii_text` holds when only ASCII texts are searched."""

    linear: bool
    ascii_text: bool


class Flags(NamedTuple):
    """The flags that are in force at a place of an expression."""

    multiline: bool
    dotall: bool
    ascii_classes: bool

    def changed(self, added: int, removed: int) -> Flags:
        return Flags(
            _set(self.multiline, re.MULTILINE, added, removed),
            _set(self.dotall, re.DOTALL, added, removed),
            _set(self.ascii_classes, re.ASCII, added, removed and removed | re.ASCII * bool(added & re.UNICODE)),
        )


def _set(before: bool, flag: int, added: int, removed: int) -> bool:
    return bool(added & flag) or (before and not removed & flag)


def written(expression: re.Pattern[str], dialect: Dialect) -> str:
    """The expression in a dialect, its groups by number. Raises InexpressibleError if RE2 has nothing for it."""
    flags = expression.flags
    items = parsed(expression.pattern, flags & ~re.UNICODE)
    state = Flags(bool(flags & re.MULTILINE), bool(flags & re.DOTALL), bool(flags & re.ASCII))
    if dialect.linear and items.getwidth()[0] == 0:
        raise InexpressibleError("engines disagree on where to go on from a match of nothing")
    text = _Writer(dialect).sequence(items, state)
    return f"(?i:{text})" if flags & re.IGNORECASE else text


class _Writer:
    def __init__(self, dialect: Dialect) -> None:
        self.linear, self.ascii_text = dialect

    def sequence(self, items: Iterable[Any], flags: Flags) -> str:
        return "".join(self.item(str(operation), argument, flags) for operation, argument in items)

    def item(self, operation: str, argument: Any, flags: Flags) -> str:
        if operation == "LITERAL":
            return self.code(argument)
        if operation == "NOT_LITERAL":
            return f"[^{self.code(argument)}]"
        if operation == "ANY":
            return "(?s:.)" if flags.dotall else r"[^\n]"
        if operation == "IN":
            return self.characters(argument, flags)
        if operation == "AT":
            return self.place(str(argument), flags)
        if operation == "BRANCH":
            return f"(?:{'|'.join(self.sequence(part, flags) for part in argument[1])})"
        if operation == "SUBPATTERN":
            return self.group(argument, flags)
        if operation in _REPEATS:
            return self.repeat(operation, argument, flags)
        return self.beyond_linear(operation, argument, flags)

    def beyond_linear(self, operation: str, argument: Any, flags: Flags) -> str:
        """The construct that needs backtracking."""
        if self.linear:
            raise InexpressibleError(operation)
        if operation in ("ASSERT", "ASSERT_NOT"):
            direction, inner = argument
            sign = ("=" if operation == "ASSERT" else "!") if direction > 0 else ("<=", "<!")[operation != "ASSERT"]
            return f"(?{sign}{self.sequence(inner, flags)})"
        if operation == "GROUPREF":
            return rf"(?:\{argument})"
        if operation == "GROUPREF_EXISTS":
            number, present, absent = argument
            return f"(?({number}){self.sequence(present, flags)}|{self.sequence(absent or (), flags)})"
        if operation == "ATOMIC_GROUP":
            return f"(?>{self.sequence(argument, flags)})"
        if operation == "FAILURE":
            return "(?!)"
        raise InexpressibleError(operation)

    def group(self, argument: Any, flags: Flags) -> str:
        number, added, removed, inner = argument
        text = self.sequence(inner, flags.changed(added, removed))
        if added & re.IGNORECASE:
            text = f"(?i:{text})"
        elif removed & re.IGNORECASE:
            text = f"(?-i:{text})"
        return f"(?:{text})" if number is None else f"({text})"

    def repeat(self, operation: str, argument: Any, flags: Flags) -> str:
        least, most, body = argument
        endless = str(most) == "MAXREPEAT"
        if self.linear:
            too_many = int(least) > _MOST_OF_LINEAR or (not endless and int(most) > _MOST_OF_LINEAR)
            # Engines disagree on rounds that match nothing, except where nothing tells them apart.
            is_odd = body.getwidth()[0] == 0 and not _is_plain(body)
            if operation == "POSSESSIVE_REPEAT" or too_many or is_odd:
                raise InexpressibleError(operation)
        many = "" if endless else int(most)
        return f"(?:{self.sequence(body, flags)}){{{int(least)},{many}}}{_REPEATS[operation]}"

    def place(self, name: str, flags: Flags) -> str:
        if name == "AT_BEGINNING":
            return "(?m:^)" if flags.multiline else r"\A"
        if name == "AT_END" and flags.multiline:
            return "(?m:$)"
        if name == "AT_END":
            return self.beyond_linear("ASSERT", (1, parsed(r"\n?\Z")), flags)
        if name in ("AT_BEGINNING_STRING", "AT_END_STRING"):
            return r"\A" if name == "AT_BEGINNING_STRING" else (r"\z" if self.linear else r"\Z")
        if self.ascii_text:
            return r"\b" if name == "AT_BOUNDARY" else r"\B"
        if self.linear:
            raise InexpressibleError(name)
        word = "[A-Za-z0-9_]" if flags.ascii_classes else f"[{_WORD}]"
        if name == "AT_BOUNDARY":
            return f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
        return f"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))"

    def characters(self, items: Any, flags: Flags) -> str:
        """A class: its positive part, negated as a whole, since that is where case is folded."""
        is_negated = str(items[0][0]) == "NEGATE"
        items = items[1:] if is_negated else items
        if self.ascii_text and not flags.ascii_classes:
            if len(items) == 1 and str(items[0][0]) == "CATEGORY":
                is_negated ^= "NOT" in str(items[0][1])
                items = [_positive(items[0])]
            codes = [code for code in range(_ASCII) if class_holds(items, code)]
            return self.ranges([*_ranges(codes), *_beyond_ascii(items)], is_negated)
        inner = [each for each in items if str(each[0]) == "CATEGORY" and "NOT" in str(each[1])]
        if not inner:
            return f"[{'^' * is_negated}{self.members(items, flags)}]"
        others = [each for each in items if each not in inner]
        parts = [f"[{self.members(others, flags)}]"] if others else []
        parts += [f"[^{self.members([_positive(each)], flags)}]" for each in inner]
        if not is_negated:
            return f"(?:{'|'.join(parts)})"
        if not others and len(inner) == 1:
            return f"[{self.members([_positive(inner[0])], flags)}]"
        if self.linear:
            raise InexpressibleError("a class without the complement of another one")
        return f"(?:(?!{'|'.join(parts)})(?s:.))"

    def members(self, items: Any, flags: Flags) -> str:
        return "".join(self.member(str(operation), argument, flags) for operation, argument in items)

    def member(self, operation: str, argument: Any, flags: Flags) -> str:
        if operation == "LITERAL":
            return self.code(argument)
        if operation == "RANGE":
            return f"{self.code(argument[0])}-{self.code(argument[1])}"
        kind = str(argument).rpartition("_")[2]
        if kind == "SPACE":
            pairs = ((9, 13), (32, 32)) if flags.ascii_classes else _SPACE
            return "".join(f"{self.code(low)}-{self.code(high)}" for low, high in pairs)
        if kind == "DIGIT":
            return "0-9" if flags.ascii_classes else r"\p{Nd}"
        return "A-Za-z0-9_" if flags.ascii_classes else _WORD

    def ranges(self, pairs: list[tuple[int, int]], is_negated: bool) -> str:
        if not pairs:
            return "(?s:.)" if is_negated else r"[^\x00-\x{10FFFF}]" if self.linear else "(?!)"
        body = "".join(f"{self.code(low)}-{self.code(high)}" for low, high in pairs)
        return f"[{'^' * is_negated}{body}]"

    def code(self, code: int) -> str:
        if code < _ASCII and chr(code).isalnum():
            return chr(code)
        return rf"\x{{{code:X}}}" if self.linear else rf"\U{code:08x}"


def _is_plain(items: Any) -> bool:
    """True for characters and greedy repetitions of them alone."""
    return all(
        str(operation) in _CHARACTERS or (str(operation) == "MAX_REPEAT" and _is_plain(argument[2]))
        for operation, argument in items
    )


def _positive(item: Any) -> Any:
    operation, argument = item
    return operation, str(argument).replace("NOT_", "")


def _ranges(codes: list[int]) -> Iterator[tuple[int, int]]:
    """The codes, which are sorted, as ranges with both of their ends."""
    low = high = -1
    for code in codes:
        if code == high + 1 and low >= 0:
            high = code
            continue
        if low >= 0:
            yield low, high
        low = high = code
    if low >= 0:
        yield low, high


def _beyond_ascii(items: Any) -> Iterator[tuple[int, int]]:
    """What a class names outside ASCII, of which letters may fold into it."""
    for operation, argument in items:
        if str(operation) == "LITERAL" and argument >= _ASCII:
            yield argument, argument
        elif str(operation) == "RANGE" and argument[1] >= _ASCII:
            yield max(_ASCII, argument[0]), argument[1]


def captures_in_repeats(items: Any, inside: bool = False) -> int:
    """How many groups are in repetitions: of each of them backtracking remembers every round."""
    total = 0
    for operation, argument in items:
        name = str(operation)
        inner = inside or name in _REPEATS
        total += name == "SUBPATTERN" and inside and argument[0] is not None
        total += sum(captures_in_repeats(part, inner) for part in _sequences(argument))
    return total


def _sequences(argument: Any) -> Iterator[Any]:
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for each in argument:
            yield from _sequences(each)
