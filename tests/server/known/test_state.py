"""The history of findings: kept over runs, versions, processes and damage."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reread.analyzers.findings import Finding, Severity, Source, with_fingerprints
from reread.analyzers.text import Document, Span
from reread.server.known import feedback, in_force, state
from reread.server.known.state import MIGRATIONS, State, StateError
from reread.server.report.report import FileReport, Report, locate
from reread.server.report.review import ReviewOutcome

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


SAMPLES = (
    (
        "INSERT INTO runs (at, command, files, findings, new, incomplete) VALUES ('2026-01-01', 'check', 1, 1, 1, '')",
        "INSERT INTO findings (path, rule, text, line_hash, number, source, severity, message, line, first_seen, last_seen)"
        " VALUES ('a.py', 'old', 't', 'l', 0, 'rule', 'error', 'm', 3, '2026-01-01', '2026-01-01')",
    ),
    ("UPDATE findings SET fingerprint = 'f', code = 'c'",),
    (
        "INSERT INTO reviews VALUES (1, '2026-01-01', 'openai', 'gpt', 1, 0, 2, 0, 7, NULL, '')",
        "INSERT INTO feedback_file VALUES ('stamp')",
    ),
    ("UPDATE findings SET own_confidence = '0.8', model = 'openai/gpt', prompts = 'review-1'",),
)
"""What a file of each version may have in it, besides that of the versions before."""


def made_by(file: str, version: int) -> None:
    """Writes a file as the program of that version did."""
    Path(file).parent.mkdir(exist_ok=True)
    old = sqlite3.connect(file)
    for migration, rows in zip(MIGRATIONS[:version], SAMPLES, strict=False):
        old.executescript(migration)
        for row in rows:
            old.execute(row)
    old.execute(f"PRAGMA user_version = {version}")
    old.commit()
    old.close()


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_nothing_is_lost_when_a_file_of_an_earlier_version_is_migrated(file, version):
    made_by(file, version)
    kept = State(file)
    assert [each.rule for each in kept.findings()] == (["old"] if version else [])
    assert [each.fingerprint for each in kept.findings()] == (["f" if version > 1 else ""] if version else [])
    assert [each.model for each in kept.findings()] == (["openai/gpt" if version > 3 else ""] if version else [])
    assert [run.command for run in kept.runs()] == (["check"] if version else [])
    assert [(each.provider, each.cost) for each in kept.reviews()] == ([("openai", None)] if version > 2 else [])
    assert kept.verdicts("stamp") == ([] if version > 2 else None)
    kept.close()
    record(file, report(EVAL))
    assert rules(file) == ["no-eval"]


def test_each_version_has_a_sample():
    assert len(SAMPLES) == len(MIGRATIONS)


def test_a_migration_that_fails_changes_nothing(file, monkeypatch):
    made_by(file, 1)
    monkeypatch.setattr(state, "MIGRATIONS", (*MIGRATIONS[:2], "CREATE TABLE runs (id INTEGER)"))
    with pytest.raises(StateError):
        State(file)
    monkeypatch.undo()
    assert rules(file) == ["old"]


def test_reviews_are_kept_with_what_they_took(file):
    kept = State(file)
    said = {"provider": "openai", "model": "gpt", "units": 3, "cached": 1, "tokens": 7, "cost": 0.5}
    kept.record_review(ReviewOutcome(findings=(("u", GUESS),), **said))
    kept.record_review(ReviewOutcome(complete=False, problems=("no answer",), **said))
    last, first = kept.reviews()
    kept.close()
    assert (first.findings, first.cached, first.tokens, first.cost, first.problem) == (1, 1, 7, 0.5, "")
    assert last.problem == "no answer"


def test_verdicts_are_kept_for_one_file_alone(file):
    kept = State(file)
    events = [feedback.event("dismissed", rule="r", path="caf\udce9.py"), feedback.event("accepted", rule="s")]
    assert kept.verdicts("one") is None
    kept.keep_verdicts("one", events)
    assert (kept.verdicts("one"), kept.verdicts("two")) == (events, None)
    kept.keep_verdicts("two", events[:1])
    assert (kept.verdicts("one"), kept.verdicts("two")) == (None, events[:1])
    kept.close()


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
from tests.server.known.test_state import EVAL, State, record, report
from reread.server.known import feedback
from reread.server.report.review import ReviewOutcome
file, name = sys.argv[1:]
sys.stdin.readline()
for number in range(20):
    record(file, report(EVAL, path=f"{name}-{number}.py"))
    kept = State(file)
    kept.record_review(ReviewOutcome(units=1, provider=name))
    kept.keep_verdicts(f"{name} {number}", [feedback.event("accepted", who=name) for _ in range(number)])
    known = kept.verdicts(f"{name} {number}")
    assert known is None or len(known) == number
    kept.close()
"""


@pytest.mark.slow
def test_several_processes_migrate_and_write_at_once(file):
    """All begin at the same moment with a file of the first version; what is written is there, each once."""
    made_by(file, 1)
    others = [
        subprocess.Popen([sys.executable, "-c", PROCESS, file, name], stdin=subprocess.PIPE, text=True)
        for name in "abc"
    ]
    for other in others:
        assert other.stdin is not None
        other.stdin.write("go\n")
        other.stdin.close()
    assert [other.wait(300) for other in others] == [0, 0, 0]
    assert len(rules(file)) == 61
    kept = State(file)
    assert len(kept.runs(100)) == 61
    assert sorted(each.provider for each in kept.reviews(100)) == sorted("abc" * 20)
    kept.close()


def test_a_long_feedback_file_is_read_once_and_again_when_it_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(in_force, "LONG", 1)
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    folder = str(tmp_path)
    read = []
    monkeypatch.setattr(feedback, "read", lambda folder, own=feedback.read: read.append(folder) or own(folder))
    first = feedback.event("dismissed", rule="r", who="ann")
    feedback.append(folder, [first])
    assert in_force.verdicts(folder) == in_force.verdicts(folder) == [first]
    assert len(read) == 1
    feedback.append(folder, [feedback.event("undone", of=first.id)])
    assert in_force.verdicts(folder) == []


def test_without_a_state_the_feedback_file_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(in_force, "LONG", 1)
    (tmp_path / "state").write_text("a file")
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    made = feedback.event("dismissed", rule="r")
    feedback.append(str(tmp_path), [made])
    assert in_force.verdicts(str(tmp_path)) == [made]


def test_a_review_that_asked_nothing_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    assert state.record_review(str(tmp_path), ReviewOutcome()) == ""
    assert not (tmp_path / "state").exists()
