"""Walks the history of a repository: a revision every few months on its main line, and what changed between them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from reread.analyzers.syntax import language_of
from reread.rag.git.objects import contents, sizes_here
from reread.rag.git.repository import repository_of
from reread.rag.git.staged import between
from reread.server import checking
from reread.server.evidence import following
from reread.server.evidence.following import CONTROLS, Ended, Fate, Track
from reread.server.evidence.snapshots import EMPTY, Snapshot, snapshot
from reread.server.git import trees

_AT_ONCE = 400
"""Contents that are read from git at a time."""


class Walk(NamedTuple):
    """What a walk takes: how files are checked, over how many years back from the last commit, and how many months lie
    between two revisions.
    """

    job: checking.Job
    years: int = 10
    months: int = 3


class Revision(NamedTuple):
    """A commit and its moment, in seconds since 1970."""

    commit: str
    moment: int


class _File(NamedTuple):
    snapshot: Snapshot
    tracks: tuple[Track, ...]


class _Content(NamedTuple):
    """A file that has a new content: its path before, "" where it is new, its path, and the id of the content."""

    old_path: str
    path: str
    object: str


class _Change(NamedTuple):
    """What a revision brings: contents, and the paths of files that are gone."""

    contents: list[_Content]
    removed: list[str]


def revisions(root: str, walk: Walk) -> list[Revision]:
    """The last commits before equally distant moments, oldest first, each once. Raises GitError."""
    repository = repository_of(root)
    newest = int(repository.run("log", "-1", "--format=%ct", "HEAD", "--").decode().strip() or 0)
    moments = _moments(newest, walk)
    found: list[Revision] = []
    for moment, commit in zip(moments, trees.commits_before(root, moments), strict=True):
        if commit and (not found or found[-1].commit != commit):
            found.append(Revision(commit, moment))
    return found


def ended(
    root: str, job: checking.Job, found: Sequence[Revision], on_progress: Callable[[int, int], None]
) -> Iterator[Ended]:
    """What became of all that rules found in these revisions of a repository, of which there is one. Raises
    GitError.
    """
    files: dict[str, _File] = {}
    with ExitStack() as stack:
        read = _reader(root, job, stack)
        for number, revision in enumerate(found):
            change = _change(root, found[number - 1].commit, revision.commit) if number else _all(root, revision.commit)
            yield from _applied(files, change, read, float(revision.moment))
            on_progress(number + 1, len(found))
    for file in files.values():
        yield from (track.ended(Fate.OPEN, float(found[-1].moment)) for track in file.tracks)


def _moments(newest: int, walk: Walk) -> list[int]:
    """The moments, the last just after the newest commit. Months are those of the calendar, days at most the 28th."""
    last = datetime.fromtimestamp(newest, UTC)
    months = last.year * 12 + last.month - 1
    day = min(last.day, 28)
    earlier = range(months - walk.years * 12, months, walk.months)
    return [*(int(datetime(m // 12, m % 12 + 1, day, tzinfo=UTC).timestamp()) for m in earlier), newest + 1]


def _applied(
    files: dict[str, _File], change: _Change, read: Callable[[Sequence[_Content]], Iterable[Snapshot]], now: float
) -> Iterator[Ended]:
    """Changes the files, and gives what ends with that."""
    before = {each.old_path: files.pop(each.old_path, None) for each in change.contents if each.old_path}
    for path in change.removed:
        file = files.pop(path, None)
        yield from (track.ended(Fate.GONE, now) for track in (file.tracks if file else ()))
    for content, new in zip(change.contents, read(change.contents), strict=True):
        old = before.get(content.old_path)
        if old is None:
            tracks = following.first(new, now, CONTROLS)
        else:
            step = following.followed(old.tracks, old.snapshot, new, now, CONTROLS)
            tracks = step.tracks
            yield from step.ended
        files[content.path] = _File(new if tracks else EMPTY, tracks)


def _all(root: str, commit: str) -> _Change:
    """All files of the first revision."""
    return _Change(
        [_Content("", each.path, each.object) for each in trees.files_of(root, commit) if _is_code(each.path)], []
    )


def _change(root: str, old: str, new: str) -> _Change:
    change = _Change([], [])
    for each in between(repository_of(root), old, new):
        before = (each.old_path or each.path) if each.was_file and each.old_object and each.status != "C" else ""
        before = before if _is_code(before) else ""
        if each.is_file and each.new_object and _is_code(each.path):
            change.contents.append(_Content(before, each.path, each.new_object))
        elif before:
            change.removed.append(before)
    return change


def _is_code(path: str) -> bool:
    return bool(path and language_of(path))


def _reader(root: str, job: checking.Job, stack: ExitStack) -> Callable[[Sequence[_Content]], Iterator[Snapshot]]:
    """Reads and checks contents, in several processes where there are several cores; gives them in their order."""
    repository = repository_of(root)
    checked = partial(_snapshot, job)
    processes = os.cpu_count() or 1
    pool = stack.enter_context(checking.pool(job, processes)) if processes > 1 else None

    def read(wanted: Sequence[_Content]) -> Iterator[Snapshot]:
        for start in range(0, len(wanted), _AT_ONCE):
            batch = wanted[start : start + _AT_ONCE]
            # What a partial clone lacks, or is too long to be checked, counts as empty.
            here = sizes_here(repository, [each.object for each in batch])
            short = [name for name, size in here.items() if size <= job.maximum_file_size]
            texts = dict(zip(short, contents(repository, short), strict=True))
            found = [(each.path, texts.get(each.object, b"")) for each in batch]
            yield from map(checked, found) if pool is None else pool.imap(checked, found, chunksize=4)

    return read


def _snapshot(job: checking.Job, file: tuple[str, bytes]) -> Snapshot:
    return snapshot(job, *file)
