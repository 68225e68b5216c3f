"""The cases: `cases/<operator>/<name>.yaml` holds rules, and files `<name>.<ending>` beside it the code they run on.

A file may also be called `<name>.<anything>.<ending>`. Each rule runs on each file of its case. Where a message has
metavariables, what they stand for is compared, too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

FOLDER = os.path.join(os.path.dirname(__file__), "cases")


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
            files = tuple((each, _read(os.path.join(folder, each))) for each in names if _belongs(each, stem))
            rules = yaml.safe_load(_read(os.path.join(folder, name)))["rules"]
            found.append(Case(f"{operator}/{stem}", tuple(rules), files))
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
}


def language_fits(rule: dict[str, Any], file: str) -> bool:
    """True when a rule is about the language of a file; those for any text are about all files."""
    endings = [_ENDINGS.get(name, ("",)) for name in rule["languages"]]
    return any(file.endswith(each) for each in endings)


def shown(message: str) -> str:
    """A message without what may differ: white space, and all after its first hundred characters."""
    return " ".join(message.split())[:100]


def _belongs(file: str, stem: str) -> bool:
    return file.startswith(f"{stem}.") and file != f"{stem}.yaml"


def _read(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()
