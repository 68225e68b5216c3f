"""The hook that `reread init` writes, and how it works when Git runs it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import Literal, NamedTuple

from reread.analyzers import inside
from reread.server import git
from reread.server.exits import CLEAN, FOUND, INCOMPLETE

_HOOK = """\
#!/bin/sh
# Written by `reread init`. `git commit --no-verify` goes without it.
reread=PROGRAM
[ -x "$reread" ] || reread=$(command -v reread) || {
    echo "reread: neither at" PROGRAM "nor on PATH, so nothing was checked: delete $0 and run \\`reread init\\`" >&2
    exit 2
}
exec "$reread" check --staged
"""
_EARLIER = """\
#!/bin/sh
# Written by `reread init`. `git commit --no-verify` goes without it.
exec reread check --staged
"""
_LARGEST = 100_000
"""Bytes."""
_PATIENCE = 60
"""Seconds."""
_OF_A_SHELL = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME")


class Trial(NamedTuple):
    """The result of testing a hook, in words for people."""

    status: Literal["ok", "warn", "fail"]
    text: str


def text() -> str:
    """The hook for this installation."""
    return _for(program())


def program() -> str:
    """The absolute path of the program that runs now; "" where there is only a Python with Reread in it."""
    name = "reread.exe" if sys.platform == "win32" else "reread"
    named = sys.argv[0] if os.path.basename(sys.argv[0]) == name else ""
    for path in (named, os.path.join(os.path.dirname(sys.executable), name), shutil.which("reread") or ""):
        if path and os.path.isfile(path) and os.access(path, os.X_OK):
            return os.path.abspath(path)
    return ""


def tried(root: str, path: str) -> Trial:
    """Starts a hook as git does, with the PATH of a program that no shell has started.

    Only a hook that `init` has written for this installation is run: any other may do anything.
    """
    try:
        found = inside.read("", path, _LARGEST).decode(errors="replace")
    except OSError as error:
        return Trial("fail", f"cannot be read: {(error.strerror or 'no file').lower()}")
    if not os.access(path, os.X_OK):
        return Trial("fail", "git passes it over, since it is not executable: `chmod +x` makes it so")
    starts = _program_in(found)
    if starts is None:
        return Trial("ok", "not tried, since it is not as `reread init` wrote it")
    if os.access(starts, os.X_OK) and starts != program():
        return Trial("ok", f"starts {starts}, another installation than this one, and was not tried")
    return _run(root, path)


def _for(program: str) -> str:
    return _HOOK.replace("PROGRAM", shlex.quote(program.replace(os.sep, "/")))


def _program_in(found: str) -> str | None:
    """The program that a hook of ours starts first, "" for one on PATH; None for a hook of others."""
    if found == _EARLIER:
        return ""
    line = re.search(r"^reread=(.*)$", found, re.MULTILINE)
    try:
        named = shlex.split(line[1]) if line else []
    except ValueError:
        return None
    is_ours = len(named) == 1 and found == _for(named[0])
    # A relative one would be a program of the repository's.
    return named[0] if is_ours and (not named[0] or os.path.isabs(named[0])) else None


def _run(root: str, path: str) -> Trial:
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_SHELL}
    try:
        kept["PATH"] = os.pathsep.join((git.programs(root), os.defpath))
        done = subprocess.run(
            [path],
            cwd=root,
            env={**kept, "GIT_PREFIX": "", "GIT_EDITOR": ":"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Trial("warn", f"took longer than {_PATIENCE} seconds over what is staged")
    except (OSError, git.GitError) as error:
        return Trial("fail", f"cannot be started: {error}")
    said = done.stderr.decode(errors="replace").strip().splitlines()
    last = f": {said[-1]}" if said else ""
    if done.returncode in (CLEAN, FOUND):
        lets = "lets through" if done.returncode == CLEAN else "stops"
        return Trial("ok", f"works with a PATH of {os.defpath}, and {lets} what is staged")
    if done.returncode == INCOMPLETE:
        return Trial("warn", f"works, and stops what is staged, since its check is incomplete{last}")
    return Trial("fail", f"stops every commit with exit code {done.returncode}{last}")
