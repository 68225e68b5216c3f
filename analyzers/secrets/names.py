"""Tells from a name whether the value that it is given is a secret."""

from __future__ import annotations

import re
from itertools import pairwise

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

_CERTAIN = re.compile(
    r"pass(?:words?|wd|phrase|code)?|pwd|secrets?|credentials?|connectionstring|"
    r"(?:api|private|access|account|encryption|signing|master|session|license|service|shared|auth)key|"
    r"clientsecret|(?:auth|api|access|refresh|bearer)token"
)
_POSSIBLE = frozenset({"token", "tokens", "auth", "authorization", "salt", "pepper", "dsn"})
_ENDINGS = ("password", "passwd", "passphrase", "secret", "apikey", "token")

_SHORTEST_POSSIBLE = 12


def names_a_secret(name: str, value: str) -> bool:
    """True for `db_password`, `clientSecret`, `API-KEY`; for `token` and the like when the value looks like one too."""
    parts = [part.lower() for part in _PARTS.findall(name)]
    words = {*parts, *(first + second for first, second in pairwise(parts))}
    if any(map(_CERTAIN.fullmatch, words)) or any(part.endswith(_ENDINGS) and part not in _POSSIBLE for part in parts):
        return True
    if not words & _POSSIBLE:
        return False
    has_digit = any(letter.isdigit() for letter in value) and any(letter.isalpha() for letter in value)
    return has_digit or (len(value) >= _SHORTEST_POSSIBLE and not any(letter.isspace() for letter in value))
