"""Finds the owners of files by `CODEOWNERS`, read as hosts read it.

Hosts differ in where they look for it and agree on the rest: the last line that fits a file names its owners, a line
without owners takes them away. In GitLab's sections (`[Name]`, `^[Name]`) each section has a last line of its own.
Patterns are those of `.gitignore` without `!` and `[...]`, and `dir/*` is not meant for files further below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from reread.analyzers.wildcards import Matcher, compiled

PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".gitea/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where it may be, from the root of the repository; the first counts."""

_LARGEST = 3_000_000
_MOST_LINES = 20_000
_SECTION = re.compile(r"\^?\[([^\]]+)\](?:\[\d+\])?\s*(.*)")
_OWNER = re.compile(r"@[\w./-]+|[^\s@]+@[^\s@]+")


class Line(NamedTuple):
    section: str
    pattern: Matcher
    owners: tuple[str, ...]


class Owners:
    """The lines of one file."""

    def __init__(self, lines: tuple[Line, ...] = ()) -> None:
        self._lines = lines

    def of(self, path: str) -> tuple[str, ...]:
        """The owners of a file (a path from the root, with `/`): `@account`, `@organisation/team` or an address."""
        last = {section: owners for section, pattern, owners in self._lines if pattern.match(path)}
        return tuple(dict.fromkeys(owner for owners in last.values() for owner in owners))


def load(read: Callable[[str], bytes | None]) -> Owners:
    """The owners from the first file that exists; `read` returns contents by path, None if there is no file."""
    for place in PLACES:
        data = read(place)
        if data is not None:
            return parse(data[:_LARGEST].decode(errors="replace"))
    return Owners()


def parse(text: str) -> Owners:
    """The owners that a text names. Lines that are not understood are left out, as hosts do."""
    return Owners(tuple(islice(_lines(text), _MOST_LINES)))


def _lines(text: str) -> Iterator[Line]:
    section, usual = "", ()
    for raw in text.splitlines():
        line = re.sub(r"(?:^|\s)#.*", "", raw).strip()
        if not line:
            continue
        if (header := _SECTION.fullmatch(line)) is not None:
            section, usual = header[1].lower(), tuple(_OWNER.findall(header[2]))
            continue
        words = re.split(r"(?<!\\)\s+", line)
        pattern = _pattern(words[0])
        if pattern is not None:
            named = tuple(word for word in words[1:] if _OWNER.fullmatch(word))
            yield Line(section, pattern, named or (usual if len(words) == 1 else ()))


def _pattern(glob: str) -> Matcher | None:
    if glob.startswith("!") or "[" in glob:
        return None
    glob = glob.replace("\\ ", " ").replace("\\#", "#")
    anchored = "/" in glob.rstrip("/")
    body = glob.strip("/") if not glob.startswith("**") else glob.rstrip("/")
    parts = re.split(r"(\*\*/|/\*\*|\*|\?)", body)
    translated = "".join(_TRANSLATED.get(part, re.escape(part)) for part in parts)
    # `*` at the end of a path is for files right there; everything else is also for what is below it.
    below = "" if anchored and body.endswith("/*") else "/.+" if glob.endswith("/") else "(?:/.+)?"
    try:
        return compiled(("" if anchored else "(?:.*/)?") + translated + below + "$")
    except re.error:
        return None  # It is too large for the engine.


_TRANSLATED = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}
