from __future__ import annotations

import stat

import pytest

from reread.analyzers.review.privacy.audit import AuditedPiece, AuditEntry, AuditError, AuditLog, now

ENTRY = AuditEntry(
    now(), "run", "review", "/w", "openai", "", "gpt", "review-1", (AuditedPiece("a.py", 1, 2),), (), 9, 1
)


def test_entries_are_appended_and_read_back(tmp_path):
    log = AuditLog(str(tmp_path / "state" / "audit.jsonl"))
    assert log.entries() == []
    log.append(ENTRY)
    log.append(ENTRY)
    assert log.entries() == [ENTRY, ENTRY]
    assert (tmp_path / "state" / "audit.jsonl").read_text().count("\n") == 2


def test_only_its_owner_may_read_it(tmp_path):
    AuditLog(str(tmp_path / "audit.jsonl")).append(ENTRY)
    assert stat.S_IMODE((tmp_path / "audit.jsonl").stat().st_mode) == 0o600


def test_a_line_that_is_broken_costs_only_itself(tmp_path):
    (tmp_path / "audit.jsonl").write_bytes(b"{broken\n")
    log = AuditLog(str(tmp_path / "audit.jsonl"))
    log.append(ENTRY)
    assert log.entries() == [ENTRY]


def test_a_log_that_cannot_be_written_is_one_clear_line(tmp_path):
    with pytest.raises(AuditError, match="nothing is sent"):
        AuditLog(str(tmp_path)).append(ENTRY)
