"""From the git history: the rest of a commit from a part of it or from its message."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from reread.analyzers import syntax
from reread.rag.retrieve import Retriever
from tests.bench.retrieval.measures import Query, Spot
from tests.bench.retrieval.tree import Defined, SourceTree

_MOST_FILES = 12
_MOST_PARTS = 8
_COUNT = 60
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Touched(NamedTuple):
    """A definition that a commit changed: its text and place in the commit, and the one that there is of it now."""

    text: str
    start: int
    end: int
    now: Defined


class Commit(NamedTuple):
    """`files` are its files of code that are still there."""

    identifier: str
    message: str
    files: tuple[str, ...]
    touched: tuple[Touched, ...]


def commits(tree: SourceTree, most: int, seed: int) -> list[Commit]:
    """Commits of two to a dozen files of code; none where there is no history."""
    log = _git(tree.folder, "log", "--no-merges", "--format=%x01%H%x02%B%x03", "--name-only", "-n", "3000")
    known = frozenset(tree.documents)
    found = []
    for entry in log.split("\x01")[1:]:
        identifier, _, rest = entry.partition("\x02")
        message, _, names = rest.partition("\x03")
        files = tuple(name for name in names.split("\n") if name in known)
        if 1 < len(files) <= _MOST_FILES:
            found.append((identifier, message.strip(), files))
    some = random.Random(seed).sample(found, min(most, len(found)))
    by_name = {(each.path, each.found.qualified): each for each in tree.definitions}
    return [Commit(*each, tuple(_touched(tree.folder, each[0], each[2], by_name))) for each in some]


def held_back(retriever: Retriever, tree: SourceTree, some: Iterable[Commit], seed: int) -> list[Query]:
    """All files of a commit but one: which is that?"""
    chance = random.Random(seed)
    result = []
    for commit in some:
        file = chance.choice(commit.files)
        parts = [each for each in commit.touched if each.now.path != file][:_MOST_PARTS]
        if parts:
            gathered = [_gathered(retriever, tree, part) for part in parts]
            result.append(Query(gathered, frozenset({Spot(file)}), frozenset(commit.files) - {file}))
    return result


def same_commit(retriever: Retriever, tree: SourceTree, some: Iterable[Commit], seed: int) -> list[Query]:
    """One changed definition: which others did the commit change?"""
    chance = random.Random(seed)
    result = []
    for commit in some:
        if len(commit.touched) > 1:
            part = chance.choice(commit.touched)
            others = [each.now for each in commit.touched if (each.now.path, each.now.first) != _chunk(part)]
            wanted = frozenset(Spot(each.path, each.line) for each in others)
            if wanted:
                result.append(Query([_gathered(retriever, tree, part)], wanted))
    return result


def by_message(retriever: Retriever, some: Iterable[Commit]) -> tuple[list[Query], list[Query]]:
    """What a commit says of itself: which definitions, which files did it change?"""
    definitions, files = [], []
    for commit in some:
        found = retriever.found(commit.message, _COUNT)
        wanted = frozenset(Spot(each.now.path, each.now.line) for each in commit.touched)
        if wanted:
            definitions.append(Query([found], wanted))
        files.append(Query([found], frozenset(Spot(name) for name in commit.files)))
    return definitions, files


def _gathered(retriever: Retriever, tree: SourceTree, part: Touched):  # type: ignore[no-untyped-def]
    path = str(tree.folder / part.now.path)
    return retriever.rankings(retriever.change(path, part.text, part.start, part.end))


def _chunk(part: Touched) -> tuple[str, int]:
    return part.now.path, part.now.first


def _touched(
    folder: Path, identifier: str, files: Iterable[str], by_name: dict[tuple[str, str], Defined]
) -> Iterable[Touched]:
    """The definitions that the new lines of a commit are in."""
    from reread.analyzers.text import Document
    from reread.rag.change import describe

    for name in files:
        text = _git(folder, "show", f"{identifier}:{name}")
        patch = _git(folder, "show", "--format=", "--unified=0", identifier, "--", name)
        document = Document("", text, path=name, language=syntax.language_of(name))
        seen = set()
        for match in _HUNK.finditer(patch):
            first, count = int(match[1]), int(match[2] or "1")
            lines = document.lines
            if not 0 < first <= lines.count:
                continue
            start = lines.starts[first - 1]
            last = min(first - 1 + max(count, 1), lines.count)
            end = lines.starts[last] if last < lines.count else len(text)
            for found, _ in describe(document, name, start, max(start + 1, end)).touched:
                now = by_name.get((name, found.qualified))
                if now is not None and found.qualified not in seen:
                    seen.add(found.qualified)
                    yield Touched(text, found.span.start, found.span.end, now)


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    return done.stdout.decode("utf-8", errors="replace").replace("\r\n", "\n") if done.returncode == 0 else ""
