"""What was found before is said again without looking, as long as nothing that it depends on has changed."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

import pytest

from reread.analyzers import findings, retention
from reread.analyzers.text import Document, Span
from reread.server import result_cache
from reread.server.report.report import FileReport, LocatedFinding, SourceRange, with_code
from reread.server.result_cache import opened, plain, restored

EDIT = findings.Edit(Span(1, 2), "x")
FIX = findings.Fix(
    "t", (EDIT,), findings.Applicability.SAFE, imports=findings.ImportChange((findings.Need("import a", "a", "a"),))
)
FINDING = findings.Finding(
    *("r", "m", Span(0, 3), findings.Severity.ERROR, findings.Source.SUPPRESSION),
    fixes=(FIX,),
    related=(findings.Related("/b.py", 3, "here"),),
    tags=(findings.Tag.UNNECESSARY,),
)
PLACE = SourceRange(0, 0, 0, 3)
REPORT = FileReport("a.py", "a.py", (LocatedFinding(FINDING, PLACE, "", ((PLACE,),)),))
KEY = ("a.py", "a.py", "/a.py", "")
NOW = b"digest"


@pytest.fixture
def rules(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "rules.yaml"
    path.write_text("rules: []")
    return path


def memory(rules, choice=()):
    return opened(str(rules.parent), (str(rules),), choice)


def keep(rules, report=REPORT, *, sound=True):
    known = memory(rules)
    known.keep(KEY, NOW, report)
    known.save(sound=sound)


def test_a_report_comes_back_as_it_was():
    assert restored(plain(REPORT)) == REPORT


def test_what_is_no_part_of_a_report_is_not_written():
    class Other(NamedTuple):
        a: int

    with pytest.raises(KeyError):
        plain((Other(1),))


def test_it_is_known_the_next_time(rules):
    assert memory(rules).report(KEY, NOW) is None
    keep(rules)
    assert memory(rules).report(KEY, NOW) == REPORT
    assert memory(rules).is_sound


def test_the_lines_of_a_file_are_not_kept_and_come_from_the_file_again(rules, tmp_path):
    text = "abc = 'the line itself'"
    complete = with_code(REPORT, Document("a.py", text))
    keep(rules, complete)
    [file] = (tmp_path / "cache" / "findings").iterdir()
    assert b"line itself" not in file.read_bytes()
    assert [found.line_text for found in complete.findings] == [text]
    assert memory(rules).report(KEY, NOW) == REPORT


def with_metavariable(code, text="call(secret)"):
    finding = FINDING._replace(metavariables=(("$X", code),))
    return REPORT._replace(findings=(REPORT.findings[0]._replace(finding=finding),), text=text)


def test_the_code_of_metavariables_comes_from_the_file_again(rules, tmp_path):
    keep(rules, with_metavariable("secret"))
    [file] = (tmp_path / "cache" / "findings").iterdir()
    assert b"secret" not in file.read_bytes()
    again = with_code(memory(rules).report(KEY, NOW), Document("a.py", "call(secret)"))
    assert again.findings[0].finding.metavariables == (("$X", "secret"),)


def test_a_report_with_code_that_is_not_in_the_text_is_not_kept(rules):
    keep(rules, with_metavariable("computed"))
    assert memory(rules).report(KEY, NOW) is None


def test_another_content_place_or_choice_is_looked_at(rules):
    keep(rules)
    assert memory(rules).report(KEY, b"other") is None
    assert memory(rules).report(("b.py", *KEY[1:]), NOW) is None
    assert memory(rules, ("pedantic",)).report(KEY, NOW) is None


@pytest.mark.parametrize("change", [lambda path: path.write_text("rules: [ ]"), os.unlink])
def test_other_rules_make_it_forget(rules, change):
    keep(rules)
    change(rules)
    assert memory(rules).report(KEY, NOW) is None


def test_another_version_of_the_program_makes_it_forget(rules, monkeypatch):
    keep(rules)
    result_cache._program.cache_clear()
    monkeypatch.setattr(result_cache, "_code", lambda: iter([str(rules)]))
    assert memory(rules).report(KEY, NOW) is None
    result_cache._program.cache_clear()


@pytest.mark.parametrize("report", [REPORT._replace(skipped="binary"), REPORT._replace(stopped=("slow",))])
def test_half_an_answer_is_not_remembered(rules, report):
    keep(rules, report)
    assert memory(rules).report(KEY, NOW) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40])
def test_a_damaged_file_is_no_error(rules, tmp_path, damage):
    keep(rules)
    [file] = (tmp_path / "cache" / "findings").iterdir()
    file.write_bytes(damage)
    assert memory(rules).report(KEY, NOW) is None
    keep(rules)
    assert memory(rules).report(KEY, NOW) == REPORT


def test_someone_elses_file_is_not_read(rules, monkeypatch):
    keep(rules)
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    assert memory(rules).report(KEY, NOW) is None


def test_rules_with_problems_are_read_each_time(rules):
    keep(rules, sound=False)
    assert not memory(rules).is_sound


def test_what_nobody_asks_for_is_forgotten_after_a_month(rules, monkeypatch):
    keep(rules)
    later = time.time() + 40 * 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    known = memory(rules)
    known.keep(("b.py", *KEY[1:]), NOW, REPORT)
    known.save(sound=True)
    assert memory(rules).report(KEY, NOW) is None


def test_a_relative_cache_folder_could_be_in_the_repository_and_is_not_used(rules, monkeypatch):
    monkeypatch.setattr(retention, "cache_folder", lambda part: part)
    assert memory(rules) is None


def test_a_folder_that_cannot_be_written_is_no_error(rules, tmp_path):
    (tmp_path / "cache").write_text("")
    keep(rules)
    assert memory(rules).report(KEY, NOW) is None
