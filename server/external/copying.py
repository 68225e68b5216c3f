"""Copies the content under review for tools that read files, if it differs from the content on disk.

Besides the files it has the repository's own configuration of the tools, as it is in the same version. Contents come
from git's objects, so that no filter runs and no link is followed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers import inside
from reread.server import git
from reread.server.external.sarif import Result
from reread.server.git import trees
from reread.server.git.trees import TreeEntry
from reread.server.verification.copies import LARGEST_FILE, Copy, CopyError, PrivateCopy, require_room

_DEPENDENCIES = "node_modules"
"""Installed, not part of the repository, and where JavaScript's tools look for what their configuration names."""


class Judged(NamedTuple):
    """The content to use instead of the files on disk: the index of the repository `root`, or its commit if one is
    named, all files or those of which `only` says so by their paths; without a root the files on disk. `texts` are in
    place of some, by their paths below the root, or else below the workspace folder.
    """

    root: str = ""
    commit: str = ""
    texts: Mapping[str, bytes] = {}
    only: Callable[[str], bool] = lambda path: True


class Place(NamedTuple):
    """Where a tool finds the files of the workspace folder. `mark` and `temporary` are for its environment."""

    folder: str
    mark: str
    temporary: str


@contextlib.contextmanager
def copied(judged: Judged, folder: str, exclude: Sequence[str]) -> Iterator[Place]:
    """The copy of a workspace folder, which is gone afterwards. Raises CopyError."""
    made = _Version(judged) if judged.root else Copy(folder, exclude)
    try:
        yield _prepared(made, judged, folder)
    finally:
        made.remove()


def mapped_back(found: Mapping[str, Sequence[Result]], place: Place, folder: str) -> dict[str, list[Result]]:
    """The results that a tool had in a copy, as those of the workspace folder, whose place they name."""
    spellings = dict.fromkeys((place.folder, os.path.realpath(place.folder)))

    def back(text: str) -> str:
        for each in spellings:
            text = text.replace(each, folder)
        return text

    return {
        path: [
            each._replace(
                message=back(each.message),
                steps=tuple(step._replace(path=back(step.path), message=back(step.message)) for step in each.steps),
            )
            for each in results
        ]
        for path, results in found.items()
    }


def _prepared(made: PrivateCopy, judged: Judged, folder: str) -> Place:
    below = os.path.relpath(os.path.realpath(folder), judged.root) if judged.root else ""
    place = os.path.normpath(os.path.join(made.folder, below))
    try:
        for name, data in judged.texts.items():
            made.put(name, data)
    except OSError as error:
        raise CopyError(f"no copy of the workspace can be made: {error.strerror or error}") from error
    for installed, lent in {judged.root or folder: made.folder, folder: place}.items():
        _lend_dependencies(installed, lent)
    return Place(place, made.place, made.temporary)


class _Version(PrivateCopy):
    """A copy of all files of the index, or of a commit."""

    def __init__(self, judged: Judged) -> None:
        root = judged.root
        try:
            entries = trees.all_committed(root, judged.commit) if judged.commit else trees.all_staged(root)
            entries = [each for each in entries if judged.only(each.path) and each.path not in judged.texts]
            sizes = trees.sizes_of(root, entries)
            both = [(each, size) for each, size in zip(entries, sizes, strict=True) if size <= LARGEST_FILE]
            entries, sizes = [each for each, _ in both], [size for _, size in both]
            require_room(sizes)
            super().__init__()
            with self._removed_unless_whole():
                self._write(zip(entries, trees.contents_of(root, entries, sizes), strict=True))
        except git.GitError as error:
            raise CopyError(str(error)) from error

    def _write(self, contents: Iterator[tuple[TreeEntry, bytes]]) -> None:
        links = []
        for entry, data in contents:
            if ".git" in entry.path.lower().split("/"):
                raise CopyError(f"{entry.path} is a name that git keeps for itself")
            if entry.is_link:
                links.append((entry.path, os.fsdecode(data)))
            else:
                self.put(entry.path, data, entry.mode & 0o777)
        # After all files, so that none is written through a link; where they lead is known when all are there.
        made = [path for name, target in links if (path := self._link(name, target))]
        for path in made:
            if not inside.is_inside(self.folder, path):
                os.unlink(path)

    def _link(self, name: str, target: str) -> str:
        """The path of the link; "" for one that cannot be made, or has a place of its own."""
        path = self._path(name)
        try:
            self._require_folder(name.rpartition("/")[0])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.symlink(target, path)
        except (OSError, ValueError, CopyError):
            return ""
        return path


def _lend_dependencies(folder: str, place: str) -> None:
    installed, lent = os.path.join(folder, _DEPENDENCIES), os.path.join(place, _DEPENDENCIES)
    if os.path.isdir(installed) and not os.path.islink(installed) and not os.path.lexists(lent):
        # Where no link can be made, a tool that needs them says what it misses.
        with contextlib.suppress(OSError):
            os.symlink(os.path.realpath(installed), lent)
