"""Builds source archive and wheel of a commit, twice, in folders of other names: the bytes have to be the same."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reread.rag.git.repository import repository_of


class NotEqualError(Exception):
    """Two builds of the same files differ; the message names what does."""


def commit_of(root: Path) -> str:
    return _git(root, "rev-parse", "HEAD").decode().strip()


def time_of(root: Path) -> int:
    """When the commit was made, in seconds: the time that is in everything that is built of it."""
    return int(_git(root, "show", "--no-patch", "--format=%ct", "HEAD"))


def is_clean(root: Path) -> bool:
    return not _git(root, "status", "--porcelain")


def build_twice(root: Path, target: Path) -> Mapping[str, str]:
    """Build what is committed, and give the SHA-256 of each file by its name.

    Raises NotEqualError, CalledProcessError.
    """
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        first, second = (_built(root, Path(folder), name) for name in ("one", "another"))
        digests = {path.name: _digest(path) for path in first}
        others = {path.name: _digest(path) for path in second}
        differ = sorted(name for name in {*digests, *others} if digests.get(name) != others.get(name))
        if differ:
            raise NotEqualError(f"two builds differ in {', '.join(differ)}")
        for path in first:
            (target / path.name).write_bytes(path.read_bytes())
    return digests


def _built(root: Path, folder: Path, name: str) -> list[Path]:
    source, made = folder / name, folder / f"{name}-dist"
    archive = folder / f"{name}.tar"
    archive.write_bytes(_git(root, "archive", "HEAD"))
    with tarfile.open(archive) as files:
        files.extractall(source, filter="data")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(time_of(root)), "PYTHONHASHSEED": str(len(name))}
    # The wheel is made from the source archive, as whoever installs that does it.
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(made), str(source)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    if done.returncode:
        sys.stderr.buffer.write(done.stdout)
    done.check_returncode()
    return sorted(made.iterdir())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _git(root: Path, *arguments: str) -> bytes:
    return repository_of(str(root)).run(*arguments)
