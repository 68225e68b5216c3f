"""The trend of the health of code, from commits of past months."""

from __future__ import annotations

from datetime import date

import pytest

from reread.server.overview import trend
from tests.server import dated_commits

CLEAN = "def f(x):\n    return x\n"
COMPLEX = "def f(x):\n" + "".join(f"    if x == {n}:\n        return {n * n}\n" for n in range(20))
TODAY = date(2026, 3, 4)


@pytest.fixture
def commit(tmp_path):
    """Commits Python files at a day."""
    dated_commits.create(tmp_path)

    def run(day, **files):
        dated_commits.commit(tmp_path, day, {f"{name.replace('__', '/')}.py": text for name, text in files.items()})
        return str(tmp_path)

    return run


def found(root, prefix="", **more):
    return trend.months(trend.Code(root, prefix, frozenset({""}), 1_000_000, **more), TODAY)


def test_each_month_has_the_score_of_what_was_committed_then(commit):
    commit("2025-12-15", core__a=CLEAN)
    root = commit("2026-02-10", core__a=COMPLEX)
    scores = [(month.day.isoformat(), month.scores["core"]) for month in found(root)]
    assert scores == [("2026-01-01", 100.0), ("2026-02-01", 100.0), ("2026-03-01", 65.0)]


def test_folders_are_those_below_the_workspace(commit):
    root = commit("2026-02-10", app__a=CLEAN, other__b=COMPLEX)
    assert [dict(month.scores) for month in found(root, "app/")] == [{".": 100.0}]


def test_before_the_first_commit_there_is_no_past(commit):
    assert trend.section(found(commit("2026-03-03", a=CLEAN))).notes == (trend.NONE,)


def test_what_is_too_much_leaves_out_the_oldest_months(commit, monkeypatch):
    monkeypatch.setattr(trend, "_MOST_CONTENTS", 1)
    commit("2025-12-15", a=CLEAN)
    root = commit("2026-02-10", a=COMPLEX)
    assert [month.day for month in found(root)] == [date(2026, 3, 1)]


def test_contents_are_read_in_batches(commit, monkeypatch):
    monkeypatch.setattr(trend, "_BATCH", 2)
    root = commit("2026-02-10", **{f"f{n}": f"x = {n}\n" for n in range(5)})
    assert found(root)[0].scores == {".": 100.0}


def test_large_files_and_what_is_no_code_are_left_out(commit, tmp_path):
    (tmp_path / "notes.txt").write_text("text")
    root = commit("2026-02-10", a="x = 1\n" * 1000)
    code = trend.Code(root, "", frozenset({""}), 100)
    assert [dict(month.scores) for month in trend.months(code, TODAY)] == [{}]


def test_the_first_days_of_a_year_of_months():
    days = trend.first_days(date(2026, 1, 31))
    assert (days[0], days[-2:], len(days)) == (date(2025, 2, 1), [date(2025, 12, 1), date(2026, 1, 1)], 12)


def test_the_section_has_all_folders_in_its_table_and_the_worst_in_its_plot():
    months = [
        trend.Month(date(2026, 2, 1), {"gone": 50.0}),
        trend.Month(date(2026, 3, 1), {f"f{n}": float(n) for n in range(20)}),
    ]
    section = trend.section(months)
    assert ("gone", 50.0, None) in section.tables[0].rows
    assert [name for name, _ in section.plots[0].series] == [f"f{n}" for n in range(8)]
