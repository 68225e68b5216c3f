"""Repositories whose commits have days."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def create(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True, env=_environment("2000-01-01"))


def commit(folder: Path, day: str, files: Mapping[str, str | None]) -> None:
    """Commits files at a day; one that is None is removed."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text)
    subprocess.run(["git", "add", "--all"], cwd=folder, env=_environment(day), check=True)
    subprocess.run(["git", "commit", "--quiet", "-m", "c"], cwd=folder, env=_environment(day), check=True)


def _environment(day: str) -> dict[str, str]:
    settings = {f"GIT_CONFIG_{which}": os.devnull for which in ("GLOBAL", "SYSTEM")}
    moment = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    names = {f"GIT_{who}_{what}": "t@x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**os.environ, **settings, **moment, **names}
