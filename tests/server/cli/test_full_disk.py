"""A full disk is called a full disk, in one line that names it and the file, and nothing is lost by it."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess

import pytest

from reread.analyzers import owned_files
from reread.analyzers.review.spend.ledger import Call, Ledger
from reread.server.review.spending import ledger_path
from tests.standin import StandIn

CODE = "def total(items):\n    result = 0\n    for index in range(len(items)):\n        result += items[index]\n    return result\n"


@pytest.fixture
def disk(tmp_path, request):
    """A disk of 600 kB, or of the size that a test names; skipped where none can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={getattr(request, 'param', '600k')}", "tmpfs", str(place)]
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
@pytest.mark.parametrize(
    "command",
    [["history"], ["report", "--format", "md"], ["index"], pytest.param(["search", "total"], marks=pytest.mark.slow)],
)
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
    files = [line.split("no space left on ")[1] for line in said.splitlines() if "no space left" in line]
    assert len(files) == len(set(files)) == 3, "index, ledger and history, each once"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "code"),
    [(["ask", "who calls total?"], 2), (["ask", "--yes", "why?"], 3), (["summary", "--yes", "HEAD~1..HEAD"], 3)],
)
def test_no_answer_is_one_line_that_claims_none(changed, reread, disk, monkeypatch, command, code):
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        fill(disk)
        result = reread(*command)
    [said] = result.err.splitlines()
    assert result.code == code and f"no space left on {disk}: {disk}{os.sep}" in said


def test_who_only_reads_the_ledger_does_not_say_that_nothing_is_sent(changed, reread, disk):
    ledger = Ledger(ledger_path())
    ledger.record_cached(Call("run", "review", "ollama", "tiny", "1"))
    fill(disk)
    result = reread("stats")
    assert (result.code, result.err) == (
        2,
        f"reread: the ledger cannot be read: no space left on {disk}: {ledger.path}\n",
    )


@pytest.mark.parametrize(
    ("command", "code"), [(["post", "12", "--no-model"], 3), (["fetch", "12"], 3), (["watch", "--once"], 2)]
)
def test_nothing_happens_to_a_pull_request(hosted, disk, reread, monkeypatch, command, code):
    standin = hosted("github")
    for kind in ("STATE", "CACHE"):
        monkeypatch.setenv(f"REREAD_{kind}_DIR", str(disk / kind.lower()))
    fill(disk)
    result = reread("pr", *command)
    [said] = [line for line in result.err.splitlines() if "no space left" in line]
    assert f"no space left on {disk}: {disk}{os.sep}" in said
    assert (result.code, standin.changes) == (code, [])


@pytest.mark.slow
def test_a_dry_run_says_what_is_missing_in_what_it_would_post(hosted, disk, reread, monkeypatch):
    hosted("github")
    assert reread("pr", "post", "12", "--dry-run", "--no-model").code == 0
    for kind in ("STATE", "CACHE"):
        monkeypatch.setenv(f"REREAD_{kind}_DIR", str(disk / kind.lower()))
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        fill(disk)
        result = reread("pr", "post", "12", "--dry-run", "--yes")
    assert result.code == 3 and "--- new comment on a.py:6" in result.out
    assert "reread: incomplete: the ledger cannot be used, so nothing is sent: no space left on " in result.err


def test_a_check_does_its_work_and_says_what_it_could_not_keep(changed, reread, disk):
    fill(disk)
    result = reread("check")
    assert result.code == 1 and "py/loop-past-end" in result.out
    assert f"not recorded in the history: no space left on {disk}: " in result.err


def test_half_a_report_is_not_left(changed, reread, disk, tmp_path, monkeypatch):
    for kind in ("STATE", "CACHE"):
        monkeypatch.setenv(f"REREAD_{kind}_DIR", str(tmp_path / kind.lower()))
    fill(disk)
    for command in (["report"], ["check", "--format", "sarif"]):
        result = reread(*command, "-o", str(disk / "report"))
        assert (result.code, result.err.splitlines()[-1]) == (2, f"reread: no space left on {disk}: {disk}/report")
        assert not (disk / "report").exists()


@pytest.mark.parametrize(
    "command",
    [["init", "--yes"], ["feedback", "dismiss", "a.py:2"], ["baseline", "create"], ["rules", "new", "x"]],
)
def test_no_half_a_file_is_left_in_the_workspace(nothing_from_outside, disk, reread, monkeypatch, tmp_path, command):
    for kind in ("STATE", "CACHE"):
        monkeypatch.setenv(f"REREAD_{kind}_DIR", str(tmp_path / kind.lower()))
    workspace = disk / "work"
    (workspace / ".git").mkdir(parents=True)
    (workspace / "a.py").write_text("def last(items):\n    return items[len(items)]\n")
    monkeypatch.chdir(workspace)
    fill(disk)
    result = reread(*command)
    assert result.code == 2
    assert all(line.startswith(f"reread: no space left on {disk}: ") for line in result.err.splitlines())
    assert [path.name for path in workspace.rglob("*") if path.is_file()] == ["a.py"]


@pytest.mark.slow
@pytest.mark.parametrize("disk", ["30m"], indirect=True)
def test_forgetting_a_workspace_makes_room_first(changed, reread, disk, monkeypatch):
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        for command in ("index", "review"):
            reread(command)
        fill(disk)
        result = reread("forget", "--yes")
    assert result.code == 0 and "model answers: " in result.out
    os.unlink(disk / "filler")
    assert reread("forget", "--yes").out.startswith("nothing is kept about ")


def test_it_is_seen_in_what_the_system_and_sqlite_say(tmp_path):
    path = str(tmp_path / "a" / "b")
    full = (OSError(errno.ENOSPC, "No space left on device"), sqlite3.OperationalError("database or disk is full"))
    for error in full:
        assert owned_files.problem(path, error).startswith("no space left on /")
        assert owned_files.problem(path, error).endswith(f": {path}")
    assert owned_files.problem(path, OSError(errno.EACCES, "Permission denied")) == f"{path}: permission denied"
    assert owned_files.problem(path, sqlite3.OperationalError("disk I/O error")) == f"{path}: disk I/O error"
