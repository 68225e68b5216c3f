"""What is kept has limits of age and size, which hold where it is written and which the documentation lists."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from reread.analyzers import owned_files, retention
from reread.analyzers.review.privacy.audit import AuditEntry, AuditLog
from reread.analyzers.review.provider import Usage
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.rag.index import removal
from reread.rag.index.location import index_folder
from reread.server.known import state
from reread.server.report.report import Report

DAY = 86_400
PAGE = (Path(__file__).parents[2] / "docs" / "retention.md").read_text("utf-8")


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    for name in ("cache", "state"):
        monkeypatch.setenv(f"REREAD_{name.upper()}_DIR", str(tmp_path / name))


def aged(path: Path, days: float, size: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    moment = time.time() - days * DAY
    os.utime(path, (moment, moment))
    return path


@pytest.mark.parametrize("kind", retention.ALL, ids=lambda kind: kind.part)
def test_the_page_lists_each_kind_with_its_limits(kind):
    [row] = [line for line in PAGE.splitlines() if f"`{kind.part}" in line and line.startswith("|")]
    figures = [f"{kind.files:,} files"] * bool(kind.files) + [retention.readable(kind.size)] * bool(kind.size)
    rows = [f"{kind.rows:,}"] * bool(kind.rows)
    age = [f"{kind.days} day"] * (kind is not retention.COPIES)
    if kind is retention.LOGS:
        figures = ["100 files of up to 2 MB"]
    assert [figure for figure in (*figures, *rows, *age) if figure not in row] == []


def test_files_go_by_number_age_and_size(tmp_path):
    files = [aged(tmp_path / "kept" / str(days), days, 10) for days in (0, 1, 2, 3)]
    for limits, left in (((0, 0, 0), 4), ((3, 0, 0), 3), ((0, 2, 0), 2), ((0, 0, 15), 1)):
        owned_files.prune(str(tmp_path / "kept"), *limits)
        assert [path.exists() for path in files] == [True] * left + [False] * (4 - left)


def test_a_folder_below_counts_as_well(tmp_path):
    old = aged(tmp_path / "kept" / "below" / "old", 9)
    new = aged(tmp_path / "kept" / "new", 0)
    owned_files.prune(str(tmp_path / "kept"), 0, 5)
    assert (old.exists(), new.exists()) == (False, True)


def test_old_calls_leave_the_ledger_when_one_is_entered(tmp_path, monkeypatch):
    path = str(tmp_path / "ledger.sqlite")
    ledger = Ledger(path)
    call = Call("run", "review", "p", "m", "1")
    for _ in range(3):
        ledger.settle(ledger.reserve(call, Usage(1, 1), 0.0, SpendingLimits()), "done", Usage(1, 1), 0.0, 1.0)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE calls SET time = time - ? WHERE id = 1", (401 * DAY,))
    ledger.record_cached(call)
    assert len(ledger.entries()) == 3
    monkeypatch.setattr(retention, "LEDGER", retention.LEDGER._replace(rows=2))
    ledger.record_cached(call)
    assert len(ledger.entries()) == 2


def entry(moment: str, folder: str = "/w") -> AuditEntry:
    return AuditEntry(moment, "r", "review", folder, "p", "", "m", "1", (), (), 7, 0)


def test_the_audit_log_keeps_the_file_before_and_no_more(tmp_path, monkeypatch):
    log = AuditLog(str(tmp_path / "audit.jsonl"))
    monkeypatch.setattr(retention, "AUDIT", retention.AUDIT._replace(size=1_000))
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    for number in range(40):
        log.append(entry(now, f"/{number}"))
    folders = [each.folder for each in log.entries()]
    assert folders == [f"/{number}" for number in range(40 - len(folders), 40)] and 3 < len(folders) < 15
    log.forget("/39")
    assert [each.folder for each in log.entries()] == folders[:-1]


def test_an_audit_log_that_began_long_ago_makes_room(tmp_path):
    path = tmp_path / "audit.jsonl"
    old = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 250 * DAY))
    for moment in ("2001-01-01T00:00:00Z", old):
        path.write_bytes(msgspec.json.encode(entry(moment)) + b"\n")
        AuditLog(str(path)).append(entry("now"))
    assert [each.time for each in AuditLog(str(path)).entries()] == [old, "now"]


def test_old_runs_and_findings_leave_the_history(tmp_path):
    folder = str(tmp_path)
    assert state.record(folder, "check", Report(()), all_rules=True) == ""
    columns = "path, rule, text, line_hash, number, source, severity, message, line, first_seen, last_seen, gone"
    with closing(sqlite3.connect(state.file_of(folder))) as database, database:
        database.execute("UPDATE runs SET at = '2001-01-01T00:00:00Z'")
        for gone in ("'2001-01-01T00:00:00Z'", "NULL"):
            values = f"'a.py', 'r', {gone or 0!r}, '', 0, 'rule', 'error', '', 1, '2001', '2001', {gone}"
            database.execute(f"INSERT INTO findings ({columns}) VALUES ({values})")
    assert state.record(folder, "check", Report(()), all_rules=True) == ""
    with state.opened(folder) as opened:
        assert len(opened.runs()) == 1
        assert (len(opened.findings()), opened.findings(gone=True)) == (1, [])


def test_an_index_that_nobody_opened_for_long_goes_unless_it_is_used(tmp_path):
    from reread.analyzers.file_lock import FileLock

    old, used, new = (Path(index_folder(f"/{name}")) for name in ("old", "used", "new"))
    for place, days in ((old, 181), (used, 200), (new, 1)):
        aged(place / "catalogue.sqlite", 0)
        aged(place / "folder", days)
    lock = FileLock(str(used / "lock"))
    assert lock.acquire()
    removal.prune()
    lock.release()
    assert [place.exists() for place in (old, used, new)] == [False, True, True]
    assert not old.parent.exists()


def test_the_largest_indexes_are_limited_together(tmp_path, monkeypatch):
    monkeypatch.setattr(retention, "INDEXES", retention.INDEXES._replace(size=150))
    places = [Path(index_folder(f"/{name}")) for name in ("new", "older")]
    for days, place in enumerate(places):
        aged(place / "catalogue.sqlite", 0, 100)
        aged(place / "folder", days)
    removal.prune()
    assert [place.exists() for place in places] == [True, False]


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_500, "1.5 kB"), (256_000_000, "256 MB"), (2 * 10**10, "20 GB")],
)
def test_sizes_are_readable(size, text):
    assert retention.readable(size) == text
