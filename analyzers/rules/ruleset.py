"""The rules in force: `load` reads rule files into a `RuleSet`, and reports their problems."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from reread.analyzers.rules.cache.engine_version import installed_at
from reread.analyzers.rules.cache.rule_cache import read_cached
from reread.analyzers.rules.locations import CHECKS, PACKS
from reread.analyzers.rules.models.model import LibraryModel
from reread.analyzers.rules.profiles import BUILTIN, is_builtin
from reread.analyzers.rules.rule import Problem, Rule

_PREPARED = os.path.join(PACKS, "rules.prepared")
_ENDINGS = (".yaml", ".yml")
_MOST_MODEL_ENTRIES = 5_000
"""Of all library models together: a repository's cannot keep the rules from being ready."""
_EXAMPLES = frozenset({"test", "fixed"})
"""What stands before the ending of a file that is an example of a rule about YAML."""


class RuleSet(NamedTuple):
    """All rules, in the order of loading, one for each id, the problems of those that could not be loaded, and the
    library models of the same files and folders.
    """

    rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()
    models: tuple[LibraryModel, ...] = ()


def load(paths: Sequence[str] = (), *, builtin: bool = True) -> RuleSet:
    """The built-in rules, and the rules and library models of the files and folders given (`.yaml`, `.yml`). Rules
    of these that share an id have it with their paths.

    Never fails: what cannot be read or understood becomes a `Problem`.
    """
    paths = list({os.path.abspath(path): path for path in reversed(paths)}.values())[::-1]
    read = [_read_source(path) for path in paths]
    given, repeated = _distinct([(path, rule) for path, each in zip(paths, read, strict=True) for rule in each.rules])
    ours = _builtin() if builtin else RuleSet()
    models, too_many = _limited([model for each in (ours, *read) for model in each.models])
    problems = (*ours.problems, *(problem for each in read for problem in each.problems), *repeated, *too_many)
    return RuleSet((*ours.rules, *given), problems, tuple(models))


@cache
def _builtin() -> RuleSet:
    """The rules that come with the program, read once in a process: they do not change while it runs."""
    rules, problems, models = read_cached(
        PACKS, lambda: builtin_files()[1], _PREPARED, installed=installed_at() is not None
    )
    rules = [rule._replace(path=f"{BUILTIN}{_below(rule.path)}") for rule in rules]
    rules, repeated = _distinct([(PACKS, rule) for rule in rules])
    return RuleSet(tuple(rules), (*problems, *repeated), tuple(models))


def _read_source(source: str) -> RuleSet:
    """The rules and models of a file or folder; ids may be shared."""
    files, missing = _files(source)
    rules, problems, models = read_cached(source, lambda: files)
    # A file may be called like that; its rules are not ours for it.
    rules = [rule._replace(path=f"./{rule.path}") if is_builtin(rule) else rule for rule in rules]
    return RuleSet(tuple(rules), (*missing, *problems), tuple(models))


def _limited(models: list[LibraryModel]) -> tuple[list[LibraryModel], list[Problem]]:
    """The models up to a number of entries of all together, and a problem for each that is left out."""
    kept: list[LibraryModel] = []
    problems = []
    left = _MOST_MODEL_ENTRIES
    for model in models:
        left -= len(model.entries)
        if left >= 0:
            kept.append(model)
        else:
            text = f"left out: models have more than {_MOST_MODEL_ENTRIES:,} entries together, each language counted"
            problems.append(Problem(model.path, "", "", f"line 1, column 1: {text}"))
    return kept, problems


def everything_read(paths: Sequence[str]) -> Iterator[str]:
    """The files that the rules at or below the paths are made of, with what they share."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(_ENDINGS))


def builtin_files() -> tuple[str, list[str]]:
    """The folder of the built-in rules, and all files that they are in."""
    return PACKS, [*_files(PACKS)[0], *_checks()]


def _checks() -> list[str]:
    """The files of the rules in Python, at any depth, sorted."""
    found: list[str] = []
    for folder, folders, names in os.walk(CHECKS):
        folders[:] = [name for name in folders if name[0] != "_"]
        found += (os.path.join(folder, name) for name in names if name.endswith(".py") and name[0] != "_")
    return sorted(found)


def _below(path: str) -> str:
    """The path of a built-in rule below the folder of its kind of rules."""
    return path[len(PACKS) + 1 :] if path.startswith(PACKS) else path[len(os.path.dirname(CHECKS)) + 1 :]


def _files(path: str) -> tuple[list[str], list[Problem]]:
    """The rule files at or below a path, sorted."""
    if os.path.isfile(path):
        return [path], []
    if not os.path.isdir(path):
        return [], [Problem(path, "", "", "no such file or folder")]
    found: list[str] = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")) and name != "shared")
        found += (os.path.join(folder, name) for name in names if name.endswith(_ENDINGS))
    # Examples for rules about YAML itself stand beside the rules.
    return sorted(file for file in found if not _EXAMPLES.intersection(os.path.basename(file).split(".")[1:-1])), []


def _distinct(rules: Sequence[tuple[str, Rule]]) -> tuple[list[Rule], list[Problem]]:
    """Rules with the files or folders that were named for them; those that share an id get it with their paths:
    `web.views.redirect` for that of `web/views.yaml`. Twice in one file it is a mistake.
    """
    sharing: dict[str, dict[str, str]] = {}
    for source, rule in rules:
        # A file that is named twice, or below a folder that is named too, is one file.
        sharing.setdefault(rule.id, {}).setdefault(os.path.abspath(rule.path), source)
    found: list[Rule] = []
    problems: list[Problem] = []
    known: dict[tuple[str, str], str] = {}
    for source, rule in rules:
        path = os.path.abspath(rule.path)
        if (path, rule.id) in known:
            if known[path, rule.id] == source:
                problems.append(Problem(rule.path, rule.id, "id", "the id is used twice in this file"))
            continue
        known[path, rule.id] = source
        files = sharing[rule.id]
        found.append(rule if len(files) == 1 else rule._replace(id=_under_path(rule, tuple(files.values()))))
    return found, problems


def _under_path(rule: Rule, sources: Sequence[str]) -> str:
    """The id of a rule after the path of its file, with dots: from the folder that was named for all rules with this
    id, or from the one that holds all that were named.
    """
    named = {os.path.abspath(source) for source in sources}
    folders = [(each if os.path.isdir(each) else os.path.dirname(each)).split(os.sep) for each in named]
    above = len(list(takewhile(lambda level: len(set(level)) == 1, zip(*folders, strict=False))))
    stem = os.path.splitext(os.path.abspath(rule.path))[0]
    parts = re.findall(r"[\w-]+", os.sep.join(stem.split(os.sep)[above:]))
    return ".".join([*(parts if parts[-1:] != [rule.id] else parts[:-1]), rule.id])
