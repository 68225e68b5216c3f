"""What a piece of source text has in it: names, words, the beginning of an SQL statement."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_NAME = re.compile(r"(?<![\w$.\"'`])[A-Za-z_$][\w$]*")
_IDENTIFIER = re.compile(rb"[^\W\d]\w*")
_SQL = re.compile(
    r"(?is)[\"'`](?:\s|\()*(?:select\b.*\bfrom\b|insert\s+into\b|update\b.*\bset\b|delete\s+from\b|replace\s+into\b"
    r"|merge\s+into\b|drop\s+\w+|create\s+\w+|alter\s+\w+|with\b.*\bselect\b|call\b|exec\b|pragma\b|select\b|match\s*\()"
)


def has_sql(text: str) -> bool:
    """Whether a string literal in the text begins as an SQL statement does."""
    return _SQL.search(text) is not None


def words(text: str) -> list[str]:
    """The words of two or more letters and digits, as written."""
    return _WORD.findall(text)


def names(text: str) -> list[str]:
    """The identifiers that are no members of others and no strings: `a` and `b` of `a.x(b, "c")`."""
    return _NAME.findall(text)


def first_name(text: str) -> str:
    """The identifier that the text begins with; "" where it begins with anything else."""
    found = re.match(r"[\w$]+", text)
    return "" if found is None else found[0]


def is_name(text: bytes) -> bool:
    """Whether a piece of source text is one identifier."""
    return _IDENTIFIER.fullmatch(text) is not None
