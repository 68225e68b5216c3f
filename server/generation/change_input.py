"""The input for a commit message or summary: the files of a change and the log, read from Git."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from reread.analyzers.syntax import language_of
from reread.server import git, textfile
from reread.server.generation.values import LogEntry, MessageRequest, SummaryRequest
from reread.server.git import history
from reread.server.git.history import Commit, FileChange, Range
from reread.server.report.review import ReviewDocument

_MOST_COMMITS = 100
_LOG_OF_STYLE = 60


class ChangeInput(NamedTuple):
    """The text files of a change below a folder, and a line for each group of files that is not among them."""

    documents: tuple[ReviewDocument, ...]
    renamed: dict[str, str]
    notes: tuple[str, ...] = ()


def for_message(folder: str, maximum: int) -> tuple[MessageRequest, tuple[str, ...]]:
    """The staged changes, and the log. Files of more than `maximum` bytes are left out. Raises GitError."""
    root = git.root_of(folder)
    gathered = _input_of(folder, root, history.staged_changes(root), maximum)
    log = _entries(history.log(root, most=_LOG_OF_STYLE))
    return MessageRequest(folder, gathered.documents, log, gathered.renamed, history.author(root)), gathered.notes


def for_summary(folder: str, span: Range, maximum: int) -> tuple[SummaryRequest, tuple[str, ...]]:
    """The changes in a range of commits, and their messages. Raises GitError."""
    root = git.root_of(folder)
    gathered = _input_of(folder, root, history.changes_of(root, span), maximum)
    log = _entries(history.log(root, most=_MOST_COMMITS, span=span))
    return SummaryRequest(folder, gathered.documents, log, gathered.renamed), gathered.notes


def _entries(commits: Iterable[Commit]) -> tuple[LogEntry, ...]:
    return tuple(LogEntry(*commit) for commit in commits)


def _input_of(folder: str, root: str, changes: Sequence[FileChange], maximum: int) -> ChangeInput:
    real = os.path.realpath(folder)
    documents, renamed, outside, no_text = [], {}, 0, 0
    for change in changes:
        relative, former = (_below(name, root, real) for name in (change.path, change.old_path))
        before, after = (_text(data, change.path, maximum) for data in (change.before, change.after))
        if not relative:
            outside += 1
        elif (before is None) != (change.before is None) or (after is None) != (change.after is None):
            no_text += 1
        else:
            path = os.path.join(real, relative)
            uri = Path(path).as_uri()
            documents.append(ReviewDocument(uri, path, relative, language_of(relative), after or "", before))
            renamed.update({relative: former} if former else {})
    notes = [f"{outside:,} of the files are outside of {folder} and were not looked at"] if outside else []
    if no_text:
        notes.append(f"{no_text:,} of the files are binary or too large and were not looked at")
    return ChangeInput(tuple(documents), renamed, tuple(notes))


def _below(name: str, root: str, folder: str) -> str:
    """A path of the repository as one of the folder, with `/`; "" where it is outside."""
    relative = os.path.relpath(os.path.join(root, name), folder).replace(os.sep, "/") if name else ""
    return "" if relative.startswith("../") else relative


def _text(data: bytes | None, name: str, maximum: int) -> str | None:
    try:
        return None if data is None else textfile.decode(data, name, maximum).text
    except textfile.UnreadableFileError:
        return None
