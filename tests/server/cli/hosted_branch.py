"""A repository with a branch that has a pull request, and what its host knows."""

from __future__ import annotations

import subprocess

from tests.standin.hosts import Pull

BEFORE = "def work():\n    return 1\n"
AFTER = BEFORE + "\n\ndef rest(old_name, new_name):\n    old_name(1)\n"


def texts(folder, commit: str) -> dict[str, str]:
    """The files of a commit."""
    names = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", commit], cwd=folder.path, capture_output=True, text=True
    )
    shown = ["git", "show"]
    return {
        name: subprocess.run([*shown, f"{commit}:{name}"], cwd=folder.path, capture_output=True, text=True).stdout
        for name in names.stdout.split()
    }


def commit_of(folder, name: str) -> str:
    done = subprocess.run(["git", "rev-parse", name], cwd=folder.path, capture_output=True, text=True)
    return done.stdout.strip()


class Branch:
    """A repository with a branch that has a pull request, and what its host knows."""

    def __init__(self, folder) -> None:
        self.folder = folder
        folder.write("a.py", BEFORE)
        folder.commit()
        folder.git("branch", "--move", "main")
        folder.git("remote", "add", "origin", "git@host.example:acme/shop.git")
        folder.git("checkout", "--quiet", "-b", "topic")
        folder.write("a.py", AFTER)
        folder.commit()
        self.pull = Pull(12, texts(folder, "main"), texts(folder, "topic"))
        self.name_commits()

    def push(self, before: str | None = None) -> None:
        """Commits what is there; `before` names the base, if that has moved on."""
        self.folder.commit()
        self.pull.push(texts(self.folder, "topic"), before=texts(self.folder, before) if before else None)
        self.name_commits()

    def name_commits(self) -> None:
        self.pull.head, self.pull.base = commit_of(self.folder, "topic"), commit_of(self.folder, "main")
