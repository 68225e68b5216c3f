"""The rules that are in force: `load` reads rule files into a `RuleSet`, and says what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reread.analyzers.rules.cache.locations import CHECKS, PACKS
from reread.analyzers.rules.cache.rule_cache import read_cached
from reread.analyzers.rules.prefilter.profiles import BUILTIN, is_builtin
from reread.analyzers.rules.rule import Problem, Rule

_PREPARED = os.path.join(PACKS, "rules.prepared")
_ENDINGS = (".yaml", ".yml")


class RuleSet(NamedTuple):
    """All rules, in the order of loading, one for each id, and the problems of those that could not be loaded."""

    rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(paths: Sequence[str] = (), *, builtin: bool = True) -> RuleSet:
    """The built-in rules and those of the files and folders given (`.yaml`, `.yml`); a later id replaces an earlier.

    Never fails: what cannot be read or understood becomes a `Problem`.
    """
    rules: list[Rule] = []
    problems: list[Problem] = []
    for number, source in enumerate([PACKS, *paths] if builtin else paths):
        is_ours = builtin and number == 0
        files, missing = (builtin_files()[1], []) if is_ours else _files(source)
        problems += missing
        found, wrong = read_cached(source, files, _PREPARED if is_ours else "")
        problems += wrong
        problems += _repeated(found)
        if is_ours:
            found = [rule._replace(path=f"{BUILTIN}{_below(rule.path)}") for rule in found]
        else:
            # A file may be called like that; its rules are not ours for it.
            found = [rule._replace(path=f"./{rule.path}") if is_builtin(rule) else rule for rule in found]
        rules += found
    return RuleSet(tuple({rule.id: rule for rule in rules}.values()), tuple(problems))


def everything_read(paths: Sequence[str]) -> Iterator[str]:
    """The files that rules are made of: the built-in ones and those at or below the paths, with what they share."""
    for path in (PACKS, *paths):
        if not os.path.isdir(path):
            yield path
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(_ENDINGS))


def builtin_files() -> tuple[str, list[str]]:
    """The folder of the built-in rules, and all files that they are in."""
    return PACKS, [*_files(PACKS)[0], *_checks()]


def _checks() -> list[str]:
    """The files of the rules in Python, sorted."""
    folders = (os.path.join(CHECKS, name) for name in os.listdir(CHECKS) if name[0] != "_" and "." not in name)
    return sorted(
        os.path.join(folder, name)
        for folder in folders
        for name in os.listdir(folder)
        if name.endswith(".py") and name[0] != "_"
    )


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
    return sorted(file for file in found if ".fixed." not in os.path.basename(file)), []


def _repeated(rules: list[Rule]) -> list[Problem]:
    """Two rules with one id in the same folder are a mistake; in a later one it is how a rule is replaced."""
    first: dict[str, Rule] = {}
    problems = []
    for rule in rules:
        earlier = first.setdefault(rule.id, rule)
        if earlier is not rule:
            problems.append(Problem(rule.path, rule.id, "id", f"the id is used twice, first in {earlier.path}"))
    return problems
