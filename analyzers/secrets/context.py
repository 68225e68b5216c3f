"""Values that their surroundings give away: `password = "..."`, addresses with a password, `Authorization` headers.

Nothing but the name says that such a value is a secret, so `values` judges whether it looks like one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.secrets.placeholders import is_placeholder
from reread.analyzers.secrets.proofs import decoded
from reread.analyzers.secrets.values import looks_secret

_KEYWORDS = re.compile(
    r"passw|passphrase|pwd|secret|token|credential|://|basic |@tcp\(|@unix\(|@/|@\(|_pass|dbpass|userpass|"
    r"(?:api|access|private|encryption|encrypt|signing|auth|master|aes|cipher|crypto|jwt|hmac|session|cookie)[-_]?key"
)
_ASSIGNED = re.compile(
    r"(?P<name>[A-Za-z_$][\w$.\-]{0,80})[\"'`\])]{0,3}(?:\s*:\s*[\w.<>\[\]| ]{1,40}?\s*=(?!=)"
    r"|\s*(?:=>|:=|===?|!==?|=|:))\s*[bBrRuU]{0,2}@?(?P<quote>[\"'`])(?P<secret>(?:\\.|(?!(?P=quote))[^\\\n]){3,200})(?P=quote)(?P<after>\s{0,3}.?)"
)
_SET = re.compile(
    r"(?:set|with)(?P<name>[A-Z_]\w{0,60})\(\s*(?P<quote>[\"'])(?P<secret>[^\"'\s]{3,200})(?P=quote)(?P<after>\s*\))"
)
_PAIR = re.compile(
    r"(?:[sS]et\w{0,40}|put|add\w{0,20}|setenv|putenv|property|Property)\(\s*[\"'](?P<name>[A-Za-z_][\w.\-]{1,80})[\"']"
    r"\s*,\s*(?P<quote>[\"'])(?P<secret>[^\"'\s]{3,200})(?P=quote)(?P<after>\s*\))"
)
_BARE = re.compile(
    r"(?m)^[ \t]*(?:export[ \t]+|set[ \t]+|ENV[ \t]+|ARG[ \t]+|-[ \t]+)?[\"']?(?P<name>[A-Za-z_][\w.\-]{1,80})[\"']?"
    r"[ \t]*[:=][ \t]*(?P<secret>[^\s\"'#$<{(\[&*!|>%@`][^\s\"'#(){}\[\],;<>]{3,200})[ \t]*(?P<after>$|[ \t]#)"
)
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


class Clue(NamedTuple):
    """A value (`start` to `end`, code points) that is a secret, and `what` it is. `quote` is where its string begins,
    or -1 without quotes.
    """

    what: str
    start: int
    end: int
    quote: int


def clues(text: str, start: int, end: int, *, bare: bool) -> Iterator[Clue]:
    """The values on the lines from `start` to `end` that look like secrets by name and form.

    `bare` is for files of settings, in which a value needs no quotes.
    """
    lowered = text[start:end].lower()
    place = 0
    while (match := _KEYWORDS.search(lowered, place)) is not None:
        first = start + lowered.rfind("\n", 0, match.start()) + 1
        following = lowered.find("\n", match.end())
        place = len(lowered) if following < 0 else following
        last = start + place
        if last - first <= 2_000:
            yield from _on_line(text, first, last, bare)


def _on_line(text: str, start: int, end: int, bare: bool) -> Iterator[Clue]:
    yield from _named(text, start, end, bare)
    yield from _in_addresses(text, start, end)
    for match in _BASIC.finditer(text, start, end):
        plain = decoded(match["secret"])
        user, colon, password = plain.partition(b":")
        if colon and user and password and plain.isascii() and not is_placeholder(password.decode()):
            yield Clue("the credentials of a header", *match.span("secret"), _opening_quote(text, start, match.start()))


def _named(text: str, start: int, end: int, bare: bool) -> Iterator[Clue]:
    patterns = (_ASSIGNED, _SET, _PAIR, _BARE) if bare else (_ASSIGNED, _SET, _PAIR)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            name, value = match["name"], match["secret"]
            if _is_continued(match["after"]):
                continue
            if looks_secret(name, value) or (pattern is _ASSIGNED and _is_lazy(match)):
                quote = -1 if pattern is _BARE else match.start("quote")
                yield Clue(f"the value of `{name}`", *match.span("secret"), quote)


def _in_addresses(text: str, start: int, end: int) -> Iterator[Clue]:
    for match in _URL.finditer(text, start, end):
        if _is_url_password(match):
            yield Clue("the password in an address", *match.span("secret"), match.start() - 1)
    for match in _DATA_SOURCE.finditer(text, start, end):
        if not is_placeholder(match["secret"]) and not _is_word_for_password(match["secret"]):
            yield Clue("the password in a data source name", *match.span("secret"), match.start())
    for match in _CONNECTION.finditer(text, start, end):
        opening = _opening_quote(text, start, match.start("secret"))
        value = match["secret"]
        if opening < 0 or is_placeholder(value) or _is_word_for_password(value):
            continue
        if _CONNECTION_PARTS.search(text, opening, end):
            yield Clue("the password in a connection string", *match.span("secret"), opening)


def _is_lazy(match: re.Match[str]) -> bool:
    """`password = "password"`; with a colon it would be a list of fields, in capitals the name of one."""
    between = match.string[match.end("name") : match.start("quote")].strip()
    return between in ("=", ":=") and match["secret"] == "password" and match["name"] in ("password", "passwd", "pwd")


def _is_continued(after: str) -> bool:
    """A string that is put together with something, or formatted, is not the value."""
    return after.strip()[:1] in ("+", "%", ".", "[") if after else False


def _is_url_password(match: re.Match[str]) -> bool:
    value, user = match["secret"], match["user"]
    if is_placeholder(value) or is_placeholder(match["host"]) or value.isdigit():
        return False
    return not _is_word_for_password(value) and (user, value) != ("guest", "guest") and bool(user or len(value) >= 6)


def _is_word_for_password(value: str) -> bool:
    return value.lower() in ("password", "passwd", "pass", "pwd", "pw", "secret", "token", "mypassword", "mypass")


def _opening_quote(text: str, start: int, place: int) -> int:
    """Where the string begins that the place is in, as far as its line tells; -1 without one."""
    quotes = [position for position in range(start, place) if text[position] in "\"'`"]
    return quotes[-1] if quotes else -1
