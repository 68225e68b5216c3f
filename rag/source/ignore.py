"""Ignore files: Git's patterns in nested `.gitignore` and `.rereadignore` files, and Git's own answer."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import Any

from reread.analyzers import inside as files
from reread.analyzers.wildcards import Matcher, compiled
from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitError


class IgnoreFiles:
    """The ignore files of a folder, and patterns of the settings. The nearest file that says something decides.

    Ignore files have to be read before their folder's names are asked about: with `enter` on a walk from the top
    down, with `read` when their names are known, with `read_above` for single files.
    """

    def __init__(self, folder: str, names: Sequence[str], exclude: Sequence[str] = ()) -> None:
        self._folder = folder
        self._names = names
        self._exclude: Any = patterns_of(exclude) if exclude else None
        self._by_folder: dict[str, list[Any]] = {}

    def enter(self, inside: str) -> None:
        """Read the ignore files in a folder (relative, "" for the top)."""
        for name in self._names:
            try:
                data = files.read(self._folder, os.path.join(inside, name))
                patterns = patterns_of(data.decode("utf-8", "replace").splitlines())
            except OSError:
                continue
            self._by_folder.setdefault(inside, []).append(patterns)

    def read(self, names: Iterable[str]) -> None:
        """Read the ignore files with these relative names; each folder has at most one."""
        for inside in {name.rpartition("/")[0] for name in names}:
            self.enter(inside)

    def read_above(self, names: Iterable[str]) -> None:
        """Read all ignore files that could say something about these files."""
        folders = {""}
        for name in names:
            parent = name.rpartition("/")[0]
            while parent and parent not in folders:
                folders.add(parent)
                parent = parent.rpartition("/")[0]
        for inside in folders:
            self.enter(inside)

    def ignores(self, name: str) -> bool:
        """Whether a file, or with `/` at its end a folder, is left out."""
        if self._exclude is not None and self._exclude.match_file(name):
            return True
        parent = name.rstrip("/")
        while parent and self._by_folder:
            parent = parent.rpartition("/")[0]
            below = name[len(parent) + 1 :] if parent else name
            for patterns in reversed(self._by_folder.get(parent, ())):
                said = patterns.check_file(below).include
                if said is not None:
                    return bool(said)
        return False


def patterns_of(patterns: Iterable[str]) -> Any:
    """Patterns ready to match, each in linear time; a pattern that is not valid counts as none, as in git."""
    import pathspec

    # Its other engines refuse thousands of patterns, and names that are no text.
    lines, engine = list(patterns), "simple"
    try:
        found = pathspec.GitIgnoreSpec.from_lines(lines, backend=engine)
    except (ValueError, re.error):
        found = pathspec.GitIgnoreSpec.from_lines([line for line in lines if _is_valid(line)], backend=engine)
    pattern: Any  # Its expression is replaced by one that has the same methods.
    for pattern in found.patterns:
        if pattern.regex is not None:
            pattern.regex = _matcher(pattern.regex.pattern)
    return found


def _matcher(expression: str) -> Matcher | None:
    try:
        return compiled(expression)
    except re.error:
        return None  # It is too large for the engine.


def _is_valid(pattern: str) -> bool:
    import pathspec

    try:
        pathspec.GitIgnoreSpec.from_lines([pattern], backend="simple")
    except (ValueError, re.error):
        return False
    return True


def all_ignored_by_git(folder: str) -> list[str]:
    """What git ignores in a folder (relative): files, and folders of which it ignores everything. [] without git."""
    wanted = ("--others", "--ignored", "--exclude-standard", "--directory")
    try:
        output = repository_of(folder).run("ls-files", *wanted, "-z", folder=folder)
    except GitError:
        return []
    return [name for name in os.fsdecode(output).split("\0") if name]


def ignored_by_git(folder: str, names: Sequence[str]) -> set[str]:
    """Those of the files (relative) that git ignores; a tracked file is never ignored."""
    if not names:
        return set()
    data = os.fsencode("\0".join(names))
    try:
        output = repository_of(folder).run("check-ignore", "-z", "--stdin", data=data, folder=folder, accept=(0, 1))
    except GitError:
        return set()
    return set(os.fsdecode(output).split("\0")) - {""}
