"""The history of findings: kept over runs, versions, processes and damage."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reread.analyzers.findings import Finding, Severity, Source, with_fingerprints
from reread.analyzers.text import Document, Span
from reread.server.known import state
from reread.server.known.state import MIGRATIONS, State, StateError
from reread.server.output.report import FileReport, Report, locate

TEXT = "eval(x)\nexec(y)\n"
EVAL = Finding("no-eval", "No eval.", Span(0, 7), Severity.ERROR)
GUESS = Finding("model/bug", "A guess.", Span(8, 15), Severity.WARNING, Source.MODEL)


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "one.sqlite")


def report(*findings: Finding, path: str = "a.py", text: str = TEXT) -> Report:
    document = Document("", text)
    located = locate(document, with_fingerprints(findings, document, path))
    return Report((FileReport(path, path, located, text=text if located else ""),))


def record(file: str, made: Report, *, all_rules: bool = True) -> None:
    kept = State(file)
    kept.record("check", made, all_rules=all_rules)
    kept.close()


def rules(file: str, **which: object) -> list[str]:
    kept = State(file)
    found = [each.rule for each in kept.findings(**which)]  # type: ignore[arg-type]
    kept.close()
    return found


def test_a_finding_is_open_until_a_run_no_longer_finds_it(file):
    record(file, report(EVAL))
    record(file, report(EVAL))
    assert (rules(file), rules(file, gone=True)) == (["no-eval"], [])
    record(file, report())
    assert (rules(file), rules(file, gone=True)) == ([], ["no-eval"])
    record(file, report(EVAL))
    assert (rules(file), rules(file, gone=True)) == (["no-eval"], [])


def test_its_first_day_is_kept(file):
    record(file, report(EVAL))
    kept = State(file)
    (first,) = kept.findings()
    kept.record("check", report(EVAL), all_rules=True)
    (later,) = kept.findings()
    kept.close()
    assert later.first_seen == first.first_seen
    assert later.last_seen > first.last_seen


def test_a_run_of_some_rules_takes_nothing_away(file):
    record(file, report(EVAL))
    record(file, report(), all_rules=False)
    assert rules(file) == ["no-eval"]


def test_a_guess_of_a_model_stays_though_nobody_asks_again(file):
    record(file, report(EVAL, GUESS))
    record(file, report(EVAL))
    assert sorted(rules(file)) == ["model/bug", "no-eval"]


def test_code_is_kept_of_guesses_alone_and_without_secrets(file):
    key = "AKIA" + "IOSFODNN7REALKEY"
    text = f'eval(x)\nclient("{key}")\n'
    record(file, report(EVAL, GUESS, text=text))
    assert key.encode() not in Path(file).read_bytes()
    kept = State(file)
    codes = {each.rule: bool(each.code) for each in kept.findings()}
    kept.close()
    assert codes == {"no-eval": False, "model/bug": True}


def test_a_file_name_that_is_not_utf_8_is_kept(file):
    record(file, report(EVAL, path="caf\udce9.py"))
    record(file, report(path="caf\udce9.py"))
    assert (rules(file), rules(file, gone=True)) == ([], ["no-eval"])


def test_runs_are_counted(file):
    record(file, report(EVAL, GUESS))
    kept = State(file)
    (run,) = kept.runs()
    kept.close()
    assert (run.command, run.files, run.findings, run.new) == ("check", 1, 2, 2)


def test_a_file_of_the_first_version_is_migrated(file):
    Path(file).parent.mkdir()
    old = sqlite3.connect(file)
    old.executescript(MIGRATIONS[0] + "PRAGMA user_version = 1;")
    old.execute(
        "INSERT INTO findings VALUES ('a.py','old','t','l',0,'rule','error','m',3,'2026-01-01','2026-01-01',NULL)"
    )
    old.commit()
    old.close()
    assert rules(file) == ["old"]
    record(file, report(EVAL))
    assert (rules(file), rules(file, gone=True)) == (["no-eval"], ["old"])


def test_a_file_of_a_newer_version_is_left_alone(file):
    State(file).close()
    newer = sqlite3.connect(file)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(StateError, match="newer version"):
        State(file)
    newer = sqlite3.connect(file)
    assert newer.execute("PRAGMA user_version").fetchone() == (99,)
    newer.close()


def test_a_damaged_file_is_made_anew(file):
    record(file, report(EVAL))
    Path(file).write_bytes(b"no database" * 1_000)
    for beside in ("-wal", "-shm"):
        Path(file + beside).unlink(missing_ok=True)
    record(file, report(GUESS))
    assert rules(file) == ["model/bug"]


def test_a_place_that_cannot_be_written_stops_no_run(tmp_path, monkeypatch):
    (tmp_path / "state").write_text("a file")
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    assert "state" in state.record(str(tmp_path), "check", report(EVAL), all_rules=True)


PROCESS = """
import sys
from tests.server.known.test_state import EVAL, record, report
for number in range(20):
    record(sys.argv[1], report(EVAL, path=f"{sys.argv[2]}-{number}.py"))
"""


def test_several_processes_write_at_once(file):
    others = [subprocess.Popen([sys.executable, "-c", PROCESS, file, name]) for name in "abc"]
    assert [other.wait(60) for other in others] == [0, 0, 0]
    assert len(rules(file)) == 60
