"""Values that their context reveals: `password = "..."`, URLs with a password, `Authorization` headers.

Nothing but the name says that such a value is a secret, so `values` judges whether it looks like one too. Patterns are
compiled when a line asks for them: most files have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.analyzers.secrets.clue import Clue
from reread.analyzers.secrets.vocabulary import forms

_LONGEST_LINE = 2_000
# Searching for plain text is ten times as fast as for an expression, so these come first.
_PARTS = (
    "passw",
    "passphrase",
    "pwd",
    "pass:",
    "pass =",
    "_pass",
    "dbpass",
    "secret",
    "token",
    "credential",
    "key",
    "://",
    "basic ",
    "bearer ",
    "@",
)
_OF_KEYS = forms("api access private encryption encrypt signing auth master aes cipher crypto jwt hmac session cookie")
_KEYWORDS = (
    r"passw|passphrase|pwd|secret|token|credential|://|basic |bearer |@tcp\(|@unix\(|@/|@\(|_pass|dbpass|userpass"
    rf"|\bpass(?::| =)|{_OF_KEYS}[-_]?key"
)
_SIGN = r"(?:\s*:\s*[\w.<>\[\]| ]{1,40}?\s*=(?!=)|\s*(?:=>|:=|===?|!==?|=|:))"
_AS_BYTES = r"(?:\[\]byte\(|Buffer\.from\(|new TextEncoder\(\)\.encode\()?[bBrRuU]{0,2}@?"
_TEXT = r"(?P<quote>[\"'`])(?P<secret>(?:\\.|(?!(?P=quote))[^\\\n]){3,200})(?P=quote)(?P<after>\s{0,3}.?)"
_ASSIGNED = rf"(?P<name>[A-Za-z_$][\w$.\-]{{0,80}})[\"'`\])]{{0,3}}{_SIGN}\s*{_AS_BYTES}{_TEXT}"
_SET = r"(?:set|with)(?P<name>[A-Z_]\w{0,60})\(\s*(?P<quote>[\"'])(?P<secret>[^\"'\s]{3,200})(?P=quote)(?P<after>\s*\))"
_PAIR = (
    r"(?:[sS]et\w{0,40}|put|add\w{0,20}|setenv|putenv|property|Property)\(\s*[\"'](?P<name>[A-Za-z_][\w.\-]{1,80})[\"']"
    r"\s*,\s*(?P<quote>[\"'])(?P<secret>[^\"'\s]{3,200})(?P=quote)(?P<after>\s*\))"
)
# What holds where the environment has nothing: `process.env.SECRET || "..."`, `os.environ.get("SECRET", "...")`
_VALUE = r"\s*(?P<quote>[\"'])(?P<secret>[^\"'\s]{3,200})(?P=quote)(?P<after>\s{0,3}.?)"
_OR = r"process\.env(?:\.|\[[\"'])(?P<name>[A-Za-z_]\w{0,80})(?:[\"']\])?\s*(?:\|\||\?\?)" + _VALUE
_DEFAULT = (
    r"(?:[eE]nv|environ\.get|getOrDefault|\bconfig)\(\s*[\"'](?P<name>[A-Za-z_]\w{0,80})[\"']"
    r"(?:\s*,(?:\s*default\s*=)?|\)\s*(?:or\b|\|\|))" + _VALUE
)
_BEFORE = r"[ \t]*(?:export[ \t]+|set[ \t]+|ENV[ \t]+|ARG[ \t]+|-[ \t]+)?"
_BARE_VALUE = r"(?P<secret>[^\s\"'#$<{(\[&*!|>%@`][^\s\"'#(){}\[\],;<>]{3,200})[ \t]*(?P<after>$|[ \t]#)"
_BARE = rf"(?m)^{_BEFORE}[\"']?(?P<name>[A-Za-z_][\w.\-]{{1,80}})[\"']?[ \t]*[:=][ \t]*{_BARE_VALUE}"
_QUOTED = (_ASSIGNED, _SET, _PAIR, _OR, _DEFAULT)


def clues(text: str, start: int, end: int, *, bare: bool) -> Iterator[Clue]:
    """The values on the lines from `start` to `end` (code points) that look like secrets by name and form.

    `bare` is for files of settings, in which a value needs no quotes.
    """
    lowered = text[start:end].lower()
    for first, last in _lines_with_a_keyword(lowered):
        line = lowered[first:last]
        if len(line) > _LONGEST_LINE or not (bare or '"' in line or "'" in line or "`" in line):
            continue
        if re.compile(_KEYWORDS).search(line) is None:
            continue
        yield from _named(text, start + first, start + last, bare)
        if (
            "@" in line
            or "basic " in line
            or "bearer " in line
            or "token " in line
            or "password=" in line
            or "pwd=" in line
        ):
            from reread.analyzers.secrets.addresses import carried

            yield from carried(text, start + first, start + last)


def _lines_with_a_keyword(lowered: str) -> list[tuple[int, int]]:
    """Where the lines begin and end in which one of the parts of keywords stands, in order."""
    found: dict[int, int] = {}
    for part in _PARTS:
        place = lowered.find(part)
        while place >= 0:
            end = lowered.find("\n", place)
            end = len(lowered) if end < 0 else end
            found[lowered.rfind("\n", 0, place) + 1] = end
            place = lowered.find(part, end)
    return sorted(found.items())


def _named(text: str, start: int, end: int, bare: bool) -> Iterator[Clue]:
    for pattern in (*_QUOTED, _BARE) if bare else _QUOTED:
        for match in re.compile(pattern).finditer(text, start, end):
            if not _is_continued(match["after"]) and _is_secret(match, pattern):
                quote = -1 if pattern is _BARE else match.start("quote")
                yield Clue(f"the value of `{match['name']}`", *match.span("secret"), quote, pattern in (_OR, _DEFAULT))


def _is_secret(match: re.Match[str], pattern: str) -> bool:
    from reread.analyzers.secrets.values import looks_secret

    return looks_secret(match["name"], match["secret"]) or (pattern is _ASSIGNED and _is_lazy(match))


def _is_lazy(match: re.Match[str]) -> bool:
    """`password = "password"`; with a colon it would be a list of fields, in capitals the name of one."""
    between = match.string[match.end("name") : match.start("quote")].strip()
    return between in ("=", ":=") and match["secret"] == "password" and match["name"] in ("password", "passwd", "pwd")


def _is_continued(after: str) -> bool:
    """A string that is put together with something, or formatted, is not the value."""
    return after.strip()[:1] in ("+", "%", ".", "[") if after else False
