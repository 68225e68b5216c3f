"""A copy of a repository that shows one commit after the other, as each was before it was committed."""

from __future__ import annotations

import os
import time
from contextlib import suppress

from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitLocation, run
from reread.server import git
from reread.server.git import trees
from reread.server.git.trees import TreeEntry
from reread.server.verification.copies import LARGEST_FILE, CopyError, PrivateCopy


class States(PrivateCopy):
    """The copy. Its files are those of the commit shown, its history ends before that.

    Files come from git's objects, which the copy shares with the repository: nothing is checked out, so that no filter
    runs, and links are left out.
    """

    def __init__(self, root: str, *, fetched: bool = False) -> None:
        """Make an empty copy. With `fetched`, commits are those of the copy, which may get some that the repository
        lacks. Raises CopyError, GitError.
        """
        repository = repository_of(root)
        self._shown: dict[str, TreeEntry] = {}
        self._last = 0
        super().__init__()
        self._root = self.folder if fetched else root
        with self._removed_unless_whole():
            objects = os.fsdecode(repository.run("rev-parse", "--git-path", "objects").rstrip(b"\r\n"))
            run(GitLocation(self.folder), ["init", "--quiet"])
            shared = os.path.join(self.folder, ".git", "objects", "info", "alternates")
            with open(shared, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(os.path.join(repository.root, objects) + "\n")

    def put(self, name: str, data: bytes, mode: int = 0o644) -> None:
        """Write a file with a time of its own: who compares times has to see two changes within a second."""
        super().put(name, data, mode)
        self._last = max(self._last + 1, int(time.time()))
        os.utime(self._path(name), (self._last, self._last))

    def show(self, commit: str, *, committed: bool = False) -> None:
        """Replace the files by those of a commit. With `committed`, the history ends with it and nothing is changed.
        Raises CopyError, GitError, OSError.
        """
        entries = {each.path: each for each in trees.all_committed(self._root, commit) if not each.is_link}
        for path in self._shown.keys() - entries.keys():
            self._require_folder(path.rpartition("/")[0])
            with suppress(OSError):
                os.unlink(self._path(path))
                # Folders that are empty now, since a file may take the place of one. The root is not: it has a `.git`.
                os.removedirs(os.path.dirname(self._path(path)))
            del self._shown[path]
        other = [each for path, each in entries.items() if self._shown.get(path) != each]
        sizes = trees.sizes_of(self._root, other)
        small = [(each, size) for each, size in zip(other, sizes, strict=True) if size <= LARGEST_FILE]
        contents = trees.contents_of(self._root, [each for each, _ in small], [size for _, size in small])
        for (entry, _), data in zip(small, contents, strict=True):
            if ".git" in entry.path.lower().split("/"):
                raise CopyError(f"{entry.path} is a name that git keeps for itself")
            self.put(entry.path, data, entry.mode & 0o777)
            self._shown[entry.path] = entry
        last = commit if committed else git.commit(self._root, f"{commit}~")
        # Before the first commit there is no history: a branch without commits.
        command = ["update-ref", "--no-deref", "HEAD", last] if last else ["symbolic-ref", "HEAD", "refs/heads/new"]
        run(GitLocation(self.folder), command)
        if committed:
            run(GitLocation(self.folder), ["read-tree", "HEAD"])
