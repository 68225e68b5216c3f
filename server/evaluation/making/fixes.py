"""Small bug fixes in a history: commits that say so and change a little code together with a test."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from reread.analyzers import roles, syntax
from reread.analyzers.text import Document
from reread.rag.source.chunk import chunk
from reread.server import git
from reread.server.evaluation.classes import class_of
from reread.server.evaluation.making import sources
from reread.server.git import commit_files
from reread.server.git.commit_files import CommitFiles

_MOST_COMMITS = 5_000
_MOST_FILES = 3
_MOST_LINES = 30
"""Files of code that a fix changes, and their lines that are new or gone."""
_SAYS = re.compile(
    r"\b(?:fix(?:e[sd]|ing)?|bug(?:fix|s)?|regressions?|issues?|wrong(?:ly)?|incorrect(?:ly)?|broken|crash(?:e[sd])?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_NOT_OF_CODE = frozenset({"missing-test", "stale-documentation"})
_USUAL = "wrong-result"


class BugFix(NamedTuple):
    """A commit that fixes a bug, with the first line of its message and the code that it changes, by path."""

    commit: str
    subject: str
    wrong: Mapping[str, str]
    right: Mapping[str, str]

    @property
    def kind(self) -> str:
        """The class of the defect, where words of the message name one."""
        words = _WORD.findall(self.subject.lower())
        pairs = [f"{first}-{second}" for first, second in pairwise(words)]
        named = (class_of(each) for each in (*pairs, *words))
        return next((each for each in named if each and each not in _NOT_OF_CODE), _USUAL)


def bug_fixes(root: str) -> Iterator[BugFix]:
    """The bug fixes of the branch that is checked out, the latest first. Raises GitError."""
    for commit in commit_files.commits(root, _MOST_COMMITS):
        subject = commit.message.strip().partition("\n")[0].strip()
        if _SAYS.search(subject) and _may_be(commit):
            texts = _texts(root, commit)
            if texts is not None and _is_small(*texts):
                yield BugFix(commit.identifier, subject, *texts)


def _may_be(commit: CommitFiles) -> bool:
    tests = [path for path in (*commit.changed, *commit.added) if roles.is_test(path)]
    code = [path for path in commit.changed if sources.is_code(path) and not roles.is_test(path)]
    new = [path for path in commit.added if sources.is_code(path) and not roles.is_test(path)]
    return bool(tests) and 0 < len(code) <= _MOST_FILES and not new


def _texts(root: str, commit: CommitFiles) -> tuple[dict[str, str], dict[str, str]] | None:
    """The code before and after; None if a part of it is no production code that a case can hold."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for path in commit.changed:
        if sources.is_code(path) and not roles.is_test(path):
            for texts, reference in ((before, f"{commit.identifier}~"), (after, commit.identifier)):
                text = sources.production(path, git.file_at(root, reference, path) or b"")
                if text is None:
                    return None
                texts[path] = text
    return before, after


def _is_small(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Few lines, no new definition and none that is described anew: that is a feature, or another contract."""
    lines = sum(_changed_lines(before[path], after[path]) for path in after)
    return lines <= _MOST_LINES and all(
        _definitions(path, after[path]) <= _definitions(path, before[path]) for path in after
    )


def _changed_lines(before: str, after: str) -> int:
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    return sum(old - first + new - start for tag, first, old, start, new in matcher.get_opcodes() if tag != "equal")


def _definitions(path: str, text: str) -> set[tuple[str, str]]:
    """The qualified names of definitions with their doc comments."""
    document = Document("", text, path=path, language=syntax.language_of(path))
    return {(found.qualified, found.doc) for found, _, _ in chunk(document).definitions}
