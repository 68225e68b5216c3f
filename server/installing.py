"""Installs a part of Reread into its own folder, with uv or pip: exactly the pinned list, and wheels only."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec

from reread.analyzers import owned_files, parts
from reread.analyzers.file_lock import held
from reread.analyzers.shown.terminal import printable_lines

_PATIENCE = 600.0
"""Seconds to wait for another process that installs the same part."""

_EXACT = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
"""What the libraries require is on the list, but for what is not needed; nothing is built on this machine."""


_NO_SPACE = (b"No space left on device", b"not enough space on the disk", b"Disk quota exceeded")
"""What installers pass on of the system's words for a full disk."""


class InstallError(Exception):
    """A part could not be installed. The message is one line that says what a person can do."""


def install(name: str) -> str:
    """Install a part, and return its folder. It is there whole or not at all. Raises InstallError, OSError."""
    target = parts.folder(name)
    if os.path.isdir(target):
        return target
    owned_files.make_folder(parts.root())
    with _alone(name), tempfile.TemporaryDirectory(prefix=f"{name}-", dir=parts.root()) as work:
        if os.path.isdir(target):
            # Another process has installed it while this one waited.
            return target
        made, listed = os.path.join(work, "libraries"), os.path.join(work, "requirements.txt")
        owned_files.write(listed, [parts.requirements(name).encode()])
        _run_first_that_works([*command, "-r", listed] for command in _installers(work, made))
        os.replace(made, target)
    return target


def remove(name: str) -> bool:
    """Delete a part, of other versions too; False if there was none. Raises OSError."""
    return _delete(name, but="")


def remove_outdated(name: str) -> None:
    """Delete what earlier versions of this part left. Raises OSError."""
    _delete(name, but=os.path.basename(parts.folder(name)))


def _delete(name: str, but: str) -> bool:
    if not os.path.isdir(parts.root()):
        return False
    # The folder in which another process installs has such a name too.
    with _alone(name):
        found = [each.path for each in _entries() if each.name.startswith(f"{name}-") and each.name != but]
        for path in found:
            shutil.rmtree(path)
    return bool(found)


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """One process at a time installs or deletes a part. Raises InstallError, OSError."""
    try:
        with held(f"{parts.root()}-{name}.lock", _PATIENCE):
            yield
    except TimeoutError as error:
        raise InstallError("another process is installing it; try again later") from error


def _entries() -> list[os.DirEntry[str]]:
    try:
        with os.scandir(parts.root()) as entries:
            return list(entries)
    except FileNotFoundError:
        return []


def _installers(work: str, target: str) -> Iterator[list[str]]:
    """Commands that install into a folder, the fastest first."""
    options = ["--target", target, *_EXACT]
    if uv := _uv():
        yield [uv, "pip", "install", "--python", sys.executable, *options]
    pip = ["install", "--disable-pip-version-check", "--no-compile", *options]
    if find_spec("pip") is not None:
        yield [sys.executable, "-m", "pip", *pip]
    elif find_spec("ensurepip") is not None:
        # An environment made by uv or pipx has no pip.
        own = os.path.join(work, "pip")
        subprocess.run([sys.executable, "-m", "venv", own], check=False, capture_output=True, cwd=work)
        folder, program = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
        yield [os.path.join(own, folder, program), "-m", "pip", *pip]


def _uv() -> str | None:
    """uv, never from the current folder, which may be a repository."""
    folders = [path for path in os.environ.get("PATH", "").split(os.pathsep) if os.path.isabs(path)]
    found = shutil.which("uv", path=os.pathsep.join(folders))
    return found if found and os.path.isabs(found) and os.path.dirname(found) in folders else None


def _run_first_that_works(commands: Iterator[Sequence[str]] | Sequence[Sequence[str]]) -> None:
    """What they write is shown only if none works. Raises InstallError."""
    environment = {**os.environ, "PIP_USER": "0", "PYTHONSAFEPATH": "1"}
    failed, written = "", b""
    for command in commands:
        # In the folder of the parts, where no file of a repository configures uv.
        try:
            done = subprocess.run(
                command,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd=parts.root(),
            )
        except OSError as error:
            failed = f"{command[0]}: {error.strerror or error}"
            continue
        if done.returncode == 0:
            return
        written += done.stdout
        if any(words in done.stdout for words in _NO_SPACE):
            full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            raise InstallError(owned_files.problem(os.path.join(parts.root(), ""), full))
        failed = f"{os.path.basename(command[0])} ended with exit code {done.returncode}; see its output above"
    sys.stderr.write(printable_lines(written.decode(errors="replace")))
    raise InstallError(failed or "neither uv nor pip is available; install one of them, or install `reread[all]`")
