"""The cases: `cases/<operator>/<name>.yaml` holds rules, and files `<name>.<ending>` beside it the code they run on.

A file may also be called `<name>.<anything>.<ending>`. Rules that are about the code of another case say so: under
`code` beside `rules` are the paths of files, seen from `cases/`. Each rule runs on each file of its case. Where a message
has metavariables, what they stand for is compared, too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import yaml

Range = tuple[int, int]
FOLDER = os.path.join(os.path.dirname(__file__), "cases")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML has it: each test process reads all cases, also when it runs none of them."""


class Case(NamedTuple):
    """`name` is `<operator>/<name>`; `rules` are as YAML has them, `files` have their name and text."""

    name: str
    rules: tuple[dict[str, Any], ...]
    files: tuple[tuple[str, str], ...]


class Match(NamedTuple):
    """Lines and columns count from 1; `message` has the metavariables filled in, `fix` is the text of the fix or ""."""

    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    fix: str


class Key(NamedTuple):
    """One rule of one case on one of its files."""

    case: str
    rule: str
    file: str

    def __str__(self) -> str:
        return f"{self.case}:{self.rule}:{self.file}"


@cache
def written() -> tuple[Case, ...]:
    """All cases of the folder."""
    found = []
    for operator in sorted(os.listdir(FOLDER)):
        folder = os.path.join(FOLDER, operator)
        names = sorted(os.listdir(folder))
        for name in names:
            stem, ending = os.path.splitext(name)
            if ending != ".yaml" or ".code" in stem:
                continue
            content = yaml.load(_read(os.path.join(folder, name)), _LOADER)
            paths = content.get("code") or [f"{operator}/{each}" for each in names if _belongs(each, stem)]
            files = tuple((os.path.basename(path), _read(os.path.join(FOLDER, path))) for path in paths)
            found.append(Case(f"{operator}/{stem}", tuple(content["rules"]), files))
    return tuple(found)


def keys(case: Case) -> Iterator[Key]:
    for rule in case.rules:
        for name, _ in case.files:
            if language_fits(rule, name):
                yield Key(case.name, rule["id"], name)


_ENDINGS = {
    "python": (".py",),
    "javascript": (".js", ".jsx"),
    "js": (".js", ".jsx"),
    "java": (".java",),
    "go": (".go",),
    "typescript": (".ts", ".tsx"),
    "ts": (".ts", ".tsx"),
    "rust": (".rs",),
    "ruby": (".rb",),
    "kotlin": (".kt",),
}


def language_fits(rule: dict[str, Any], file: str) -> bool:
    """True when a rule is about the language of a file; those for any text are about all files."""
    endings = [_ENDINGS.get(name, ("",)) for name in rule["languages"]]
    return any(file.endswith(each) for each in endings)


def shown(message: str) -> str:
    """A message without what may differ: white space, quotes and brackets of values, metavariables that stand for
    nothing, operators that Semgrep leaves at the ends of several operands, and all after its first eighty characters.
    """
    message = re.sub(r"(?<==)\s*(?:and|or|&&|[|&]+)(?!\w)|\s(?:and|or|&&|[|&]+)\s*(?=[A-Z]=|$)", "", message)
    return re.sub(r"\$\.\.\.\w+|[\s\"'`()]+", "", message)[:80]


def inner(match: Match, text: str) -> Range:
    """The range of a match without brackets around it, which Semgrep sometimes counts in and sometimes not."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    start, end = starts[match.line - 1] + match.column - 1, starts[match.end_line - 1] + match.end_column - 1
    while start < end and text[start] in "( \t\n":
        start += 1
    while start < end and text[end - 1] in ") \t\n;":
        end -= 1
    return start, end


def agree(mine: set[Match], found: set[Match], text: str) -> bool:
    """True when both have matches at the same places, and what is said there by us is said by Semgrep too.

    Semgrep may report one place several times, for each way to bind the metavariables.
    """
    ours, theirs = _by_place(mine, text), _by_place(found, text)
    return ours.keys() == theirs.keys() and all(messages & theirs[place] for place, messages in ours.items())


def agree_on_lines(mine: set[Match], found: set[Match]) -> bool:
    """True when both have matches on the same lines, wherever they begin and end there."""
    return {match.line for match in mine} == {match.line for match in found}


def _by_place(matches: set[Match], text: str) -> dict[Range, set[str]]:
    places: dict[Range, set[str]] = {}
    for match in matches:
        places.setdefault(inner(match, text), set()).add(match.message + match.fix)
    return places


def _belongs(file: str, stem: str) -> bool:
    return file.startswith(f"{stem}.") and file != f"{stem}.yaml"


def _read(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()
