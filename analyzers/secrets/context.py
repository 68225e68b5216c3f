"""Values that their surroundings give away: `password = "..."`, addresses with a password, `Authorization` headers.

Nothing but the name says that such a value is a secret, and most values with such names are none: names of fields,
prompts, kinds of tokens. So the value must look like one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.secrets.placeholders import is_placeholder
from reread.analyzers.secrets.proofs import decoded, entropy

_KEYWORDS = re.compile(
    r"passw|passphrase|pwd|secret|token|credential|://|authorization|basic |"
    r"(?:api|access|private|encryption|signing|auth|master)[-_]?key"
)
_PASSWORD = re.compile(r"pass(?:word|wd|phrase|code)?$|pwd$|(?:^|[._-])pw$", re.IGNORECASE)
_SECRET = re.compile(
    r"(?:^|[._-]|(?<=[a-z]))secret(?:[._-]?key)?$|signing[._-]?key$|(?:jwt|hmac)[._-]?key$", re.IGNORECASE
)
_KEY = re.compile(
    r"(?:api|access|account|auth|private|encryption|service|master|app|client)[._-]?key$|token$|credentials?$|"
    r"(?:auth|client|api|access)[._-]?secret$|secret[._-]?access[._-]?key$",
    re.IGNORECASE,
)
_NOT_A_SECRET = re.compile(
    r"(?:csrf|xsrf|next|page|continuation|cancel(?:lation)?|sync|syntax|parse|lex|current|prev(?:ious)?|start|end|delim"
    r"|bos|eos|pad|unk|mask|sep|public|primary|foreign|partition|sort|cache|row|bypass|compass|surpass|trespass"
    r"|reset|forgot|show|hide|hash(?:ed)?|encrypted|error|invalid|missing|wrong|confirm|verify|check|has|is|no|min|max)"
    r"[._-]?(?:password|passwd|token|key|pass|secret)",
    re.IGNORECASE,
)

_ASSIGNED = re.compile(
    r"(?P<name>[A-Za-z_$][\w$.\-]{0,80})[\"'`\])]{0,3}(?:\s*:\s*[\w.<>\[\]| ]{1,40}?)?\s*(?:=>|:=|===?|!==?|=|:)\s*"
    r"[bBrRuU]{0,2}@?(?P<quote>[\"'`])(?P<secret>(?:\\.|(?!(?P=quote))[^\\\n]){3,200})(?P=quote)(?P<after>\s{0,3}.?)"
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
_CONNECTION = re.compile(
    r"(?i)(?:^|[;\s\"'?&])(?:password|pwd)\s?=\s?(?P<secret>[^;\"'\s&={}$%<>]{4,100})(?=[;\"'&\s]|$)"
)
_CONNECTION_PARTS = re.compile(r"(?i)(?:server|data source|host|user id|uid|user|dbname|database|initial catalog)\s?=")
_BASIC = re.compile(r"(?i)\bbasic\s+(?P<secret>[A-Za-z0-9+/]{12,200}={0,2})(?![\w+/=])")

_WEAK = frozenset(
    {"admin", "root", "secret", "letmein", "qwerty", "hunter2", "toor", "passw0rd", "p@ssw0rd", "p@ssword", "pass123"}
    | {"welcome1", "tiger", "guest", "iloveyou", "changeit", "12345", "123456", "1234567", "12345678", "abc123"}
    | {"secret123", "admin123", "root123", "test123", "password1", "password123"}
)
_MADE_UP = re.compile(
    r"(?:my|our|the|super|top|very|really|db|user|admin|root|app|jwt|session|shh+)[-_ ]?(?:super|top|very|db|long|jwt)?[-_ ]?"
    r"(?:secret|password|passwd|pass)(?:[-_ ]?(?:key|word|phrase|value))?\d*!*",
    re.IGNORECASE,
)
_KEYLIKE = re.compile(r"[A-Za-z][a-z]*(?:[A-Z][a-z]*)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[a-z]+\d?(?:[._:/-][a-z]+\d?)*")
_LETTERS = re.compile(r"[^a-z0-9]")
_PATH = re.compile(
    r"^(?:[./~]|[A-Za-z]:\\|\w+:(?!\w*[\d!@#$%]))|\.(?:txt|json|ya?ml|pem|key|crt|html?|js|py|java|go|xml)$|/.*/"
)


class Clue(NamedTuple):
    """A value (`start` to `end`, code points) that `what` says is a secret; `quote` is where its string begins, or -1."""

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
    patterns = (_ASSIGNED, _SET, _PAIR, _BARE) if bare else (_ASSIGNED, _SET, _PAIR)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            name, value = match["name"], match["secret"]
            if not _is_continued(match["after"]) and looks_secret(name, value):
                quote = -1 if pattern is _BARE else match.start("quote")
                yield Clue(f"the value of `{name}`", *match.span("secret"), quote)
    for match in _URL.finditer(text, start, end):
        if _is_url_password(match):
            yield Clue("the password in an address", *match.span("secret"), match.start() - 1)
    for match in _CONNECTION.finditer(text, start, end):
        opening = _opening_quote(text, start, match.start("secret"))
        value = match["secret"]
        if opening < 0 or is_placeholder(value) or _is_word_for_password(value):
            continue
        if _CONNECTION_PARTS.search(text, opening, end):
            yield Clue("the password in a connection string", *match.span("secret"), opening)
    for match in _BASIC.finditer(text, start, end):
        plain = decoded(match["secret"])
        user, colon, password = plain.partition(b":")
        if colon and user and password and plain.isascii() and not is_placeholder(password.decode()):
            yield Clue("the credentials of a header", *match.span("secret"), _opening_quote(text, start, match.start()))


def _is_continued(after: str) -> bool:
    """A string that is put together with something, or formatted, is not the value."""
    return after.strip()[:1] in ("+", "%", ".", "[") if after else False


def looks_secret(name: str, value: str) -> bool:
    """True when both the name and the value look as secrets do."""
    if is_placeholder(value) or _NOT_A_SECRET.search(name) or _PATH.search(value):
        return False
    last = re.split(r"[.$]", name)[-1]
    if _KEY.search(last) and not _SECRET.search(last):
        return _is_token(value)
    if _PASSWORD.search(last):
        return _is_password(name, value, 4)
    return bool(_SECRET.search(last)) and _is_password(name, value, 6)


def _is_token(value: str) -> bool:
    """Long, of letters and digits, without the look of words."""
    if len(value) < 16 or not re.fullmatch(r"[A-Za-z0-9+/_.~=\-]+", value):
        return False
    has_digit = any(map(str.isdigit, value))
    return has_digit and any(map(str.isalpha, value)) and not _KEYLIKE.fullmatch(value) and entropy(value) >= 3.2


def _is_password(name: str, value: str, shortest: int) -> bool:
    if len(value) < shortest or any(map(str.isspace, value)):
        return bool(_MADE_UP.fullmatch(value))
    lowered = value.lower()
    if lowered in _WEAK or _MADE_UP.fullmatch(value):
        return _essence(value) != _essence(name)
    if _KEYLIKE.fullmatch(value) or _essence(value) in _essence(name) or not re.search(r"[a-zA-Z0-9]{3}", value):
        return False
    if re.search(r"[()<>{}\[\]|\\;,]|\$\w|^[-%&?:=#]|^\W*\w{1,2}\W*$", value):
        return False
    kinds = sum(bool(re.search(kind, value)) for kind in ("[a-z]", "[A-Z]", r"\d", r"[^\w]"))
    return kinds >= 2 and (len(set(value)) >= 5)


def _essence(text: str) -> str:
    return _LETTERS.sub("", text.lower())


def _is_url_password(match: re.Match[str]) -> bool:
    value, user = match["secret"], match["user"]
    if is_placeholder(value) or is_placeholder(match["host"]) or value.isdigit():
        return False
    return not _is_word_for_password(value) and value.lower() != user.lower() and bool(user or len(value) >= 6)


def _is_word_for_password(value: str) -> bool:
    return value.lower() in ("password", "passwd", "pass", "pwd", "pw", "secret", "token", "mypassword", "mypass")


def _opening_quote(text: str, start: int, place: int) -> int:
    """Where the string begins that the place is in, as far as its line tells; -1 without one."""
    quotes = [position for position in range(start, place) if text[position] in "\"'`"]
    return quotes[-1] if quotes else -1
