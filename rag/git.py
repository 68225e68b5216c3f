"""Git as a process: asked, never told to change anything."""

from __future__ import annotations

import os
from collections.abc import Sequence


def run(folder: str, *arguments: str, data: bytes = b"", accept: Sequence[int] = (0,)) -> bytes | None:
    """What git prints, or None when there is no git, no repository or no answer.

    The repository's own configuration could name a program to run (`core.fsmonitor`), variables that a git hook was
    given could point into another repository, and objects that a partial clone lacks would be fetched: all are shut
    out.
    """
    import subprocess

    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_NO_LAZY_FETCH"] = "1"
    options = ("core.fsmonitor=false", "core.quotePath=false", "protocol.allow=never")
    command = ["git", *(part for option in options for part in ("-c", option)), *arguments]
    try:
        result = subprocess.run(
            command, cwd=folder, env=environment, input=data, capture_output=True, timeout=60, check=False
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return result.stdout if result.returncode in accept else None
