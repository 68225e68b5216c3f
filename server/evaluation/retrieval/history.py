"""From the git history: the rest of a commit from a part of it or from its message.

Every question is asked of the index of its own commit, as it is when the change is saved and not committed yet. Commits
that change very many definitions, or only the layout of some, say nothing about what belongs together and are left out.
"""

from __future__ import annotations

import logging
import random
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.text import Document, Span
from reread.rag.retrieval.rank_fusion import Rankings
from reread.rag.source.chunk import chunk
from reread.rag.workspace_index import WorkspaceIndex
from reread.server import git
from reread.server.evaluation.retrieval.measures import Query, Spot, for_words, in_code
from reread.server.evaluation.retrieval.plain import Functions
from reread.server.evaluation.states import States
from reread.server.git import commit_files
from reread.server.git.commit_files import CommitFiles

logger = logging.getLogger(__name__)

_FEWEST_PARTS, _MOST_PARTS = 2, 15
"""Definitions that a commit changes."""
_MOST_FILES = 12
_MOST_COMMITS = 3_000
_MOST_QUERIES = 8
"""Changed definitions that are looked from for the file held back."""
_COUNT = 60
_TRAILER = re.compile(r"^[A-Z][\w-]+: .*$", re.MULTILINE)


class Part(NamedTuple):
    """A definition that was there before a commit and is changed by it; `text` is its file after, `line` from 1.

    `changed` are its new lines.
    """

    path: str
    text: str
    span: Span
    line: int
    changed: tuple[Span, ...]

    @property
    def spot(self) -> Spot:
        return Spot(self.path, self.line, self.text.count("\n", 0, max(0, self.span.end - 1)) + 1)


class Commit(NamedTuple):
    """`files` are its files of code that were there before, `added` those that were not: right, but not asked for."""

    identifier: str
    message: str
    files: tuple[str, ...]
    added: frozenset[str]
    parts: tuple[Part, ...]


class Answers(NamedTuple):
    """The queries of each task; those of `same_commit_code` begin in code that is no test."""

    same_commit: list[Query]
    same_commit_code: list[Query]
    message: list[Query]
    message_files: list[Query]
    held_back: list[Query]


def commits(folder: Path, most: int, seed: int) -> list[Commit]:
    """Commits of a few changed definitions, chosen by chance, the oldest first; none where there is no history."""
    try:
        entries = [_entry(each) for each in commit_files.commits(str(folder), _MOST_COMMITS)]
    except git.GitError:
        return []
    found: dict[int, Commit] = {}
    for number in random.Random(seed).sample(range(len(entries)), len(entries)):
        identifier, message, files, added = entries[number]
        if len(found) == most:
            break
        if 0 < len(files) <= _MOST_FILES:
            parts = tuple(part for name in files for part in _changed(folder, identifier, name))
            if _FEWEST_PARTS <= len(parts) <= _MOST_PARTS:
                found[number] = Commit(identifier, message, files, added, parts)
    return [found[number] for number in sorted(found, reverse=True)]


def answers(folder: Path, some: Iterable[Commit], seed: int, on_commit: Callable[[], None] = lambda: None) -> Answers:
    """All tasks about some commits, each asked of the state of the repository that it made. `on_commit` is called
    after each. A commit whose files are not all here is left out. Raises GitError, CopyError, OSError.
    """
    chance = random.Random(seed)
    result = Answers([], [], [], [], [])
    some = list(some)
    if not some:
        return result
    with _states(folder) as (states, index):
        for commit in some:
            try:
                states.show(commit.identifier)
            except git.GitError as error:
                # A partial clone lacks files of some commits.
                logger.info("%s is not asked about: %s", commit.identifier, error)
                on_commit()
                continue
            index.run()
            functions = Functions(Path(states.folder))
            asked = chance.choice(commit.parts)
            result.same_commit.append(_others(index, functions, commit, asked))
            in_code_alone = [part for part in commit.parts if in_code(part.path)]
            if in_code_alone:
                result.same_commit_code.append(_others(index, functions, commit, chance.choice(in_code_alone)))
            if _is_informative(commit.message):
                found, alone = for_words(index.retriever, commit.message, _COUNT)
                plain = functions.ranked(commit.message)
                parts = frozenset(part.spot for part in commit.parts)
                files = frozenset(map(Spot, commit.files))
                result.message.append(Query(found, parts, commit.added, plain, alone))
                result.message_files.append(Query(found, files, commit.added, plain, alone))
            held = chance.choice(commit.files)
            others = [part for part in commit.parts if part.path != held][:_MOST_QUERIES]
            if others:
                collected = [_candidates(index, part) for part in others]
                known = (frozenset(commit.files) | commit.added) - {held}
                result.held_back.append(Query(collected, frozenset({Spot(held)}), known))
            on_commit()
    return result


def _others(index: WorkspaceIndex, functions: Functions, commit: Commit, asked: Part) -> Query:
    wanted = frozenset(part.spot for part in commit.parts if part is not asked)
    plain = functions.ranked(asked.text[asked.span.start : asked.span.end], (asked.path, asked.line))
    return Query([_candidates(index, asked)], wanted, commit.added, plain)


def _entry(commit: CommitFiles) -> tuple[str, str, tuple[str, ...], frozenset[str]]:
    """Identifier, message, changed files of code and added files of one commit in the log."""
    files = tuple(name for name in commit.changed if syntax.language_of(name))
    return commit.identifier, _TRAILER.sub("", commit.message).strip(), files, frozenset(commit.added)


def _changed(folder: Path, identifier: str, name: str) -> Iterator[Part]:
    """The functions and methods of a file that a commit changed, and not only how they are laid out."""
    text = _content(folder, identifier, name)
    document, before = (_document(name, each) for each in (text, _content(folder, f"{identifier}~", name)))
    old = dict(_definitions(before))
    seen = set()
    for (qualified, number), (span, line) in _definitions(document):
        was = old.get((qualified, number))
        if was is None or qualified in seen:
            continue
        old_code = before.text[was[0].start : was[0].end]
        if _code(text[span.start : span.end]) != _code(old_code):
            seen.add(qualified)
            yield Part(name, text, span, line, tuple(_new_lines(old_code, text, span)))


def _definitions(document: Document) -> Iterator[tuple[tuple[str, int], tuple[Span, int]]]:
    """Span and line of all functions and methods, by qualified name and the number among those of the same name."""
    counted: dict[str, int] = {}
    for found, line, _ in chunk(document).definitions:
        if not found.container:
            counted[found.qualified] = counted.get(found.qualified, 0) + 1
            yield (found.qualified, counted[found.qualified]), (found.span, line)


def _new_lines(old: str, text: str, span: Span) -> Iterator[Span]:
    """The lines of a definition that it did not have before; around what was taken out, those beside it."""
    lines = text[span.start : span.end].splitlines(keepends=True)
    starts = list(accumulate(map(len, lines), initial=span.start))
    for tag, _, _, first, last in SequenceMatcher(
        None, old.splitlines(keepends=True), lines, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield Span(starts[max(0, first - (first == last))], starts[min(len(lines), last + (first == last))])


def _code(text: str) -> str:
    return "".join(text.split())


def _document(name: str, text: str) -> Document:
    return Document("", text, path=name, language=syntax.language_of(name))


def _is_informative(message: str) -> bool:
    return len(re.findall(r"[^\W\d_]{3,}", message)) > 2


@contextmanager
def _states(folder: Path) -> Iterator[tuple[States, WorkspaceIndex]]:
    """A copy of the repository that shows its commits, and the index of the copy."""
    states = States(str(folder))
    try:
        index = WorkspaceIndex(states.folder)
        try:
            yield states, index
        finally:
            index.close()
    finally:
        states.remove()


def _candidates(index: WorkspaceIndex, part: Part) -> Rankings:
    path = str(Path(index.folder) / part.path)
    return index.retriever.rankings(index.retriever.change(path, part.text, *part.span, changed=part.changed))


def _content(folder: Path, commit: str, name: str) -> str:
    data = git.file_at(str(folder), commit, name) or b""
    return data.decode("utf-8", errors="replace").replace("\r\n", "\n")
