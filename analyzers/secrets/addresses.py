"""Passwords within longer texts that carry them: URLs, connection strings, headers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.secrets.clue import Clue
from reread.analyzers.secrets.placeholders import is_placeholder
from reread.analyzers.secrets.proofs import decoded, is_mixed

_URL = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]{1,30})://(?P<user>[^\s:/@\"'`<>?#]{0,100}):(?P<secret>[^\s/@\"'`<>]{3,200})@"
    r"(?P<host>[\w.\-\[]+)"
)
_DATA_SOURCE = re.compile(
    r"[\"'`][\w.\-]{1,60}:(?P<secret>[^@:\s\"'`/()]{3,100})@(?:(?:tcp|unix)?\(|/)[^\s\"'`]*[\"'`]"
)
"""As drivers of Go write it: `user:password@tcp(host:port)/database`."""

_CONNECTION = re.compile(
    r"(?i)(?:^|[;\s\"'?&])(?:password|pwd)\s?=\s?(?P<secret>[^;\"'\s&={}$%<>]{4,100})(?=[;\"'&\s]|$)"
)
_CONNECTION_PARTS = re.compile(r"(?i)(?:server|data source|host|user id|uid|user|dbname|database|initial catalog)\s?=")
_BASIC = re.compile(r"(?i)\bbasic\s+(?P<secret>[A-Za-z0-9+/]{12,200}={0,2})(?![\w+/=])")

_WORDS = frozenset(
    {"password", "passwd", "pass", "pwd", "pw", "secret", "token", "mypassword", "mypass", "prefix", "port", "path"}
)
"""What stands for a password where the form of an address is explained."""

_BEARER = re.compile(r"(?i)[\"'`]\s*(?:bearer|token)\s+(?P<secret>[A-Za-z0-9+/_.\-]{20,400}={0,2})[\"'`]")


def carried(text: str, start: int, end: int) -> Iterator[Clue]:
    """The passwords that something on a line (`start` to `end`, code points) carries."""
    for match in _URL.finditer(text, start, end):
        if _is_url_password(match):
            yield Clue("the password in an address", *match.span("secret"), match.start() - 1)
    for match in _DATA_SOURCE.finditer(text, start, end):
        if not is_placeholder(match["secret"]) and not _is_word_for_password(match["secret"]):
            yield Clue("the password in a data source name", *match.span("secret"), match.start())
    yield from _in_connections(text, start, end)
    for match in _BASIC.finditer(text, start, end):
        plain = decoded(match["secret"])
        user, colon, password = plain.partition(b":")
        if colon and user and password and plain.isascii() and not is_placeholder(password.decode()):
            yield Clue("the credentials of a header", *match.span("secret"), _opening_quote(text, start, match.start()))

    for match in _BEARER.finditer(text, start, end):
        if is_mixed(match["secret"]) and not is_placeholder(match["secret"]):
            yield Clue("the token of a header", *match.span("secret"), match.start())


def _in_connections(text: str, start: int, end: int) -> Iterator[Clue]:
    for match in _CONNECTION.finditer(text, start, end):
        opening = _opening_quote(text, start, match.start("secret"))
        value = match["secret"]
        if opening < 0 or is_placeholder(value) or _is_word_for_password(value):
            continue
        if _CONNECTION_PARTS.search(text, opening, end):
            yield Clue("the password in a connection string", *match.span("secret"), opening)


def _is_url_password(match: re.Match[str]) -> bool:
    value, user = match["secret"], match["user"]
    if is_placeholder(value) or value.isdigit():
        return False
    return not _is_word_for_password(value) and (user, value) != ("guest", "guest") and bool(user or len(value) >= 6)


def _is_word_for_password(value: str) -> bool:
    return value.lower() in _WORDS


def _opening_quote(text: str, start: int, place: int) -> int:
    """Where the string begins that the place is in, as far as its line tells; -1 without one."""
    quotes = [position for position in range(start, place) if text[position] in "\"'`"]
    return quotes[-1] if quotes else -1
