"""Creates the sample project: a Git repository with one commit and a staged change."""

from __future__ import annotations

import os
import shutil

from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitError, GitLocation, run

_HERE = os.path.dirname(__file__)
_AUTHOR = ("-c", "user.name=Parcel desk", "-c", "user.email=desk@localhost", "-c", "commit.gpgsign=false")


def create(folder: str) -> bool:
    """Writes the project into an empty folder. False when there is no git, and so no staged change.

    Raises OSError when the folder cannot be written.
    """
    _copy("sample", folder)
    try:
        run(GitLocation(folder), ["init", "--quiet"])
        repository = repository_of(folder)
        repository.run("add", "--all")
        repository.run(*_AUTHOR, "commit", "--quiet", "--no-verify", "--message", "The parcel desk")
        _copy("change", folder)
        repository.run("add", "--all")
    except GitError:
        _copy("change", folder)
        return False
    return True


def _copy(part: str, folder: str) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(os.path.join(_HERE, part), folder, dirs_exist_ok=True, ignore=ignored)
