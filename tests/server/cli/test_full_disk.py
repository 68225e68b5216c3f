"""A full disk is called a full disk, in one line that names it and the file, and nothing is lost by it."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess

import pytest

from reread.analyzers import owned_files
from tests.standin import StandIn

CODE = "def total(items):\n    result = 0\n    for index in range(len(items)):\n        result += items[index]\n    return result\n"


@pytest.fixture
def disk(tmp_path):
    """A disk of 600 kB; skipped where none can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(place) -> None:
    with open(place / "filler", "ab", buffering=0) as file:
        try:
            while file.write(b"x" * 4096) == 4096:
                pass
        except OSError as error:
            assert error.errno == errno.ENOSPC


@pytest.fixture
def changed(nothing_from_outside, disk, repository, monkeypatch):
    """A repository with a change, whose state and cache are on the full disk."""
    repository.write("a.py", CODE)
    repository.commit()
    repository.write("a.py", CODE.replace("len(items)", "len(items) + 1"))
    for kind in ("STATE", "CACHE"):
        monkeypatch.setenv(f"REREAD_{kind}_DIR", str(disk / kind.lower()))
    return repository


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize("command", [["history"], ["report", "--format", "md"], ["index"]])
def test_it_is_said_in_a_line_with_the_place(changed, reread, disk, command, before):
    if before:
        reread("history")
        assert owned_files.replace(str(disk / "cache" / "there"), [b""])
    fill(disk)
    result = reread(*command)
    assert result.code == 2
    assert f"no space left on {disk}: {disk}{os.sep}" in result.err
    assert len(result.err.splitlines()) == 1


def test_a_review_says_it_without_tracebacks_and_sends_nothing(changed, reread, disk, monkeypatch):
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        monkeypatch.setenv("REREAD_CONSENT", "1")
        fill(disk)
        result = reread("review")
        assert [request for request in model.requests if request.kind == "review"] == []
    said = result.err
    assert result.code == 1 and f"no space left on {disk}: {disk}{os.sep}" in said
    assert "Traceback" not in said
    assert sum("no space left" in line for line in said.splitlines()) <= 2


def test_it_is_seen_in_what_the_system_and_sqlite_say(tmp_path):
    path = str(tmp_path / "a" / "b")
    full = (OSError(errno.ENOSPC, "No space left on device"), sqlite3.OperationalError("database or disk is full"))
    for error in full:
        assert owned_files.problem(path, error).startswith("no space left on /")
        assert owned_files.problem(path, error).endswith(f": {path}")
    assert owned_files.problem(path, OSError(errno.EACCES, "Permission denied")) == f"{path}: permission denied"
    assert owned_files.problem(path, sqlite3.OperationalError("disk I/O error")) == f"{path}: disk I/O error"
