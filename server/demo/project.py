"""Makes the sample project: a git repository with one commit and a staged change."""

from __future__ import annotations

import os
import shutil

from reread.server import git

_HERE = os.path.dirname(__file__)
_AUTHOR = ("-c", "user.name=Parcel desk", "-c", "user.email=desk@localhost", "-c", "commit.gpgsign=false")


def create(folder: str) -> bool:
    """Writes the project into an empty folder. False when there is no git, and so no staged change.

    Raises OSError when the folder cannot be written.
    """
    _copy("sample", folder)
    try:
        git.run(["init", "--quiet"], folder)
        git.run(["add", "--all"], folder)
        git.run([*_AUTHOR, "commit", "--quiet", "--no-verify", "--message", "The parcel desk"], folder)
        _copy("change", folder)
        git.run(["add", "--all"], folder)
    except git.GitError:
        _copy("change", folder)
        return False
    return True


def _copy(part: str, folder: str) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(os.path.join(_HERE, part), folder, dirs_exist_ok=True, ignore=ignored)
