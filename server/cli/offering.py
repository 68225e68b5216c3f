"""`reread doctor --bundle`: shows the content of a bug report, asks for permission, and writes it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from reread.analyzers import owned_files
from reread.analyzers.shown.terminal import printable
from reread.server.bundle.contents import contents
from reread.server.bundle.writing import write
from reread.server.cli import writing
from reread.server.exits import CLEAN, UsageError


def offer(path: str, folder: str, diagnoses: Iterable[tuple[str, str, str]], *, agreed: bool) -> int:
    """Show the archive for a folder and write it where somebody agrees. Raises UsageError."""
    if os.path.lexists(path):
        raise UsageError(f"{path} already exists")
    parts = contents(folder, diagnoses)
    for name, text in parts.items():
        sys.stdout.write(f"--- {name}\n")
        sys.stdout.writelines(f"{printable(line)}\n" for line in text.splitlines())
    sys.stdout.flush()
    if not (agreed or _agrees(path)):
        writing.say("nothing was written")
        return CLEAN
    try:
        write(path, parts)
    except OSError as error:
        raise UsageError(owned_files.unwritten(path, error)) from error
    writing.say(f"written to {path}: check it before you send it")
    return CLEAN


def _agrees(path: str) -> bool:
    """A person's answer; a script has to say --yes."""
    if not sys.stdin.isatty():
        raise UsageError("confirmation needs a terminal; use --yes to write without asking")
    sys.stderr.write(f"This is the full content of {path}. Write it? [y]es; anything else: no: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
