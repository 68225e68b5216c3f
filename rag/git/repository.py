"""Finds the repository of a folder by looking for `.git` from the folder upwards, never by asking Git.

Git would also take a folder for a repository that merely looks like one (`HEAD`, `objects`, `refs`), which a clone can
bring as plain files. It cannot bring a `.git`: Git refuses the name in every tree. So a `.git` was put there by a
person, or by an archive that they unpacked, and its content is still not trusted: `running` handles that.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reread.rag.git.running import GitError, GitLocation, require_git, run

_LONGEST = 8_192
"""Bytes of a `.git` file."""


class Repository(NamedTuple):
    """`root` is the folder that names are relative to, `directory` where git keeps what belongs to it, both without
    links; `index_file` is another index than that of the directory, or "".
    """

    root: str
    directory: str
    index_file: str = ""

    def run(self, *arguments: str, data: bytes = b"", folder: str = "", accept: tuple[int, ...] = (0,)) -> bytes:
        """The output of `git ARGUMENTS` in the root or in a folder below it. Raises GitError."""
        place = GitLocation(
            os.path.realpath(folder) if folder else self.root, self.directory, self.root, self.index_file
        )
        return run(place, arguments, data=data, accept=accept)


def repository_of(folder: str) -> Repository:
    """The repository whose files a folder is among. Raises GitError."""
    if not os.path.isdir(folder):
        raise GitError(f"{folder}: no such folder")
    real = os.path.realpath(folder)
    for root in _upwards(real):
        directory = _directory_in(root)
        if directory:
            _require_trust(root, directory, _identity(directory))
            return Repository(root, directory, _index(os.environ, root, directory))
    named = _named(os.environ, real)
    if named is None:
        require_git()
        raise GitError(f"{folder} is not in a git repository")
    return named


def _upwards(folder: str) -> Iterator[str]:
    yield folder
    while (parent := os.path.dirname(folder)) != folder:
        folder = parent
        yield folder


def _directory_in(root: str) -> str:
    """What the `.git` of a folder is or leads to; "" where there is none that is a repository. Raises GitError."""
    path = os.path.join(root, ".git")
    if os.path.isdir(path):
        return os.path.realpath(path) if os.path.lexists(os.path.join(path, "HEAD")) else ""
    try:
        with open(path, "rb") as file:
            said = file.read(_LONGEST) if os.path.isfile(path) else b""
    except OSError:
        return ""
    if not said.startswith(b"gitdir:"):
        return ""
    directory = os.path.realpath(os.path.join(root, os.fsdecode(said[len(b"gitdir:") :].strip())))
    if _is_among_files(directory, root) and not _leads_back(directory, path):
        raise GitError(f"{path} leads to {directory}, which is among the files of a repository and no part of git's")
    return directory


def _is_among_files(directory: str, root: str) -> bool:
    """Whether a path lies in the root, or in a working tree around it, outside what is named `.git`."""
    for folder in _upwards(root):
        if os.path.lexists(os.path.join(folder, ".git")) and directory.startswith(os.path.join(folder, "")):
            return ".git" not in directory[len(folder) :].split(os.sep)
    return False


def _leads_back(directory: str, path: str) -> bool:
    """Whether this is what git keeps of a worktree, which says where the worktree's `.git` is."""
    try:
        with open(os.path.join(directory, "gitdir"), "rb") as file:
            said = os.fsdecode(file.read(_LONGEST).strip())
    except OSError:
        return False
    return os.path.realpath(os.path.join(directory, said)) == os.path.realpath(path)


def _identity(directory: str) -> tuple[int, ...]:
    try:
        status = os.stat(directory)
    except OSError as error:
        raise GitError(f"{directory}: {(error.strerror or 'cannot be read').lower()}") from error
    return status.st_dev, status.st_ino, status.st_uid


@lru_cache(maxsize=64)
def _require_trust(root: str, directory: str, identity: tuple[int, ...]) -> None:
    """Raises GitError unless git itself takes the folder for this repository, and its owner for one whom the user
    trusts. That is asked once; a no is asked again, since the user may do something about it.
    """
    try:
        found = run(GitLocation(root), ["rev-parse", "--absolute-git-dir"])
    except GitError as error:
        if "dubious ownership" in str(error):
            remedy = f"git config --global --add safe.directory {shlex.quote(root)}"
            raise GitError(f"{root} belongs to another user; if you trust it, run: {remedy}") from error
        if "not a git repository" in str(error):
            raise GitError(f"{root} has a .git that is no repository") from error
        raise
    if os.path.realpath(os.fsdecode(found.rstrip(b"\r\n"))) != directory:
        raise GitError(f"{root} has a .git that is not the repository which git finds there")


def _index(outside: Mapping[str, str], root: str, directory: str) -> str:
    """The index that git has its hook look at: that of `git commit -a` and `git commit FILE` is none of the usual name.

    One outside the repository's own directory belongs to something else, such as the editor's other project.
    """
    named = outside.get("GIT_INDEX_FILE", "")
    path = os.path.realpath(os.path.join(root, named)) if named else ""
    return path if path and os.path.dirname(path) == directory else ""


def _named(outside: Mapping[str, str], folder: str) -> Repository | None:
    """The repository that the environment names together with the root of its files, for a folder among these."""
    directory, root = outside.get("GIT_DIR", ""), outside.get("GIT_WORK_TREE", "")
    if not directory or not root:
        return None
    directory, root = os.path.realpath(directory), os.path.realpath(root)
    if folder != root and not folder.startswith(os.path.join(root, "")):
        return None
    return Repository(root, directory, _index(outside, root, directory))
