"""The measurement of recall and false alarms."""

from __future__ import annotations

from pathlib import Path

from reread.analyzers.rules.profiles import Profile
from tests.bench.corpus import Judged, Report, Score, judged_lines, reread, score


def judged(line, bad, group="xss"):
    return Judged(Path("a.py"), line, "python", group, bad)


def test_a_line_counts_by_its_class_and_by_any():
    lines = [judged(1, True), judged(2, True), judged(3, True), judged(4, False), judged(5, False)]
    reports = [Report(Path("a.py"), number, group, "r") for number, group in ((1, "xss"), (2, "csrf"), (4, "csrf"))]
    assert score(lines, reports) == Score(3, 1, 2, 2, 0, 1)


def test_a_report_of_another_file_or_line_does_not_count():
    assert (
        score([judged(1, True)], [Report(Path("b.py"), 1, "xss", "r"), Report(Path("a.py"), 2, "xss", "r")]).found == 0
    )


def test_lines_are_read_with_language_and_class(tmp_path):
    path = tmp_path / "go" / "xss" / "net.go"
    path.parent.mkdir(parents=True)
    path.write_text("// ruleid: xss, csrf\n// ok: cors\nf()\n// todook: xss\ng()\n")
    found = [(line.line, line.language, line.group, line.bad) for line in judged_lines(tmp_path)]
    assert found == [(3, "go", "xss", True), (3, "go", "csrf", True), (3, "go", "cors", False)]


def test_our_rules_report_with_the_class_of_the_rule(tmp_path):
    path = tmp_path / "a.py"
    path.write_text("x = 1\npassword = 'pfU3-9rTq'\n")
    assert reread([path], Profile.STANDARD) == [Report(path, 2, "hardcoded-secret", "any/hardcoded-credential")]
