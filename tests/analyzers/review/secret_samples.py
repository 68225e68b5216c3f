"""A made-up secret of every format, drawn from the format's own pattern."""

from __future__ import annotations

import random
import re
import string
from re import _constants as kinds
from re import _parser as parser
from typing import Any

from reread.analyzers.secrets.formats import FORMATS, Format

_MORE = 3
"""How often something is repeated beyond what is needed, at most."""

_SHORT = 8

_LETTERS = string.ascii_letters + string.digits


class Sample:
    """The text that a format was drawn as, and the secret in it."""

    def __init__(self, kind: str, text: str, secret: str) -> None:
        self.kind = kind
        self.text = text
        self.secret = secret


def samples(seed: int = 7) -> list[Sample]:
    """One for each row of the formats, which its pattern matches whole."""
    chance = random.Random(seed)
    found = []
    for entry in FORMATS:
        text = _begun(entry, chance)
        match = re.fullmatch(entry.pattern, text)
        assert match, (entry.kind, text)
        named = "secret" in match.re.groupindex and match["secret"]
        secret = match["secret"] if named else text
        if entry.near and not any(near in text.lower() for near in entry.near):
            text = f"{entry.near[0]} {text}"
        found.append(Sample(entry.kind, text, secret))
    return found


def _begun(entry: Format, chance: random.Random) -> str:
    """A text of the format that begins as it has to."""
    parsed = parser.parse(entry.pattern)
    for _ in range(200):
        text = "".join(_drawn(parsed, {}, chance))
        if text.startswith(entry.starts or ("",)):
            return text
    raise AssertionError(f"{entry.kind} cannot be drawn")


def _drawn(parts: Any, groups: dict[int, str], chance: random.Random) -> list[str]:
    return [_one(operator, argument, groups, chance) for operator, argument in parts]


def _one(operator: Any, argument: Any, groups: dict[int, str], chance: random.Random) -> str:
    if operator is kinds.LITERAL:
        return chr(argument)
    if operator is kinds.NOT_LITERAL:
        return chance.choice(_LETTERS.replace(chr(argument), ""))
    if operator is kinds.ANY:
        return chance.choice(_LETTERS)
    if operator is kinds.IN:
        return chance.choice(_allowed(argument))
    if operator is kinds.BRANCH:
        return "".join(_drawn(chance.choice(argument[1]), groups, chance))
    if operator in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        least, most, inner = argument
        count = _count(least, most, chance) if _has_letters(inner) else least
        return "".join("".join(_drawn(inner, groups, chance)) for _ in range(count))
    if operator is kinds.SUBPATTERN:
        text = "".join(_drawn(argument[3], groups, chance))
        groups[argument[0]] = text
        return text
    if operator is kinds.GROUPREF:
        return groups[argument]
    if operator in (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT):
        return ""
    raise AssertionError(f"a pattern uses {operator}")


def _count(least: int, most: int, chance: random.Random) -> int:
    """Long enough to be a secret, where the pattern leaves that open."""
    return min(most, max(least, _SHORT) + chance.randint(0, _MORE)) if most > 1 else chance.randint(least, most)


def _has_letters(parts: Any) -> bool:
    """False for what is only quotes, blanks or punctuation."""
    return any(operator is not kinds.IN or _allowed(argument)[0] in _LETTERS for operator, argument in parts)


def _allowed(sets: Any) -> str:
    negated = sets[0][0] is kinds.NEGATE
    chosen = set()
    for operator, argument in sets:
        if operator is kinds.LITERAL:
            chosen.add(chr(argument))
        elif operator is kinds.RANGE:
            chosen |= {chr(code) for code in range(argument[0], argument[1] + 1)}
        elif operator is kinds.CATEGORY:
            chosen |= _category(argument)
    if negated:
        return "".join(letter for letter in _LETTERS if letter not in chosen)
    # Letters and digits first: what is only allowed to surround them makes no secret.
    plain = [letter for letter in sorted(chosen) if letter in _LETTERS]
    return "".join(plain or sorted(chosen))


def _category(name: Any) -> set[str]:
    if name is kinds.CATEGORY_DIGIT:
        return set(string.digits)
    if name is kinds.CATEGORY_WORD:
        return set(_LETTERS)
    return {" "} if name is kinds.CATEGORY_SPACE else set(_LETTERS)
