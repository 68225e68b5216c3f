"""`reread report`: one page on a workspace."""

from __future__ import annotations

import json

from .conftest import Folder, Reread

NAMES = "from desk import take_a_nap  # noqa: F401\n"


def test_a_report_of_a_repository(repository: Folder, reread: Reread) -> None:
    repository.write("core/a.py", NAMES + "def f():\n    take_a_nap(1)\n")
    repository.write("core/b.py", "x = 1\n")
    repository.commit()
    reread("check")
    data = json.loads(reread("report", "--format", "json").out)
    tables = {table["name"]: table for section in data["sections"] for table in section["tables"]}
    assert ["no-sleep", 1, 1, 0, 0] in tables["By rule"]["rows"]
    assert ["core", 2, 1, "tester", "100%"] in tables["Ownership by folder"]["rows"]
    assert data["scores"].keys() == {"core"}


def test_a_page_is_written_and_a_gate_fails_the_run(folder: Folder, reread: Reread) -> None:
    folder.write("core/a.py", NAMES + "take_a_nap(1)\n")
    folder.write("core/b.py", "x = 1\n")
    reread("check")
    made = reread("report", "--gate", "health:core>=A")
    assert made.code == 1 and "core has 60 (C)" in made.err
    assert folder.read("reread-report.html").startswith(b"<!doctype html>")
    assert reread("report", "-o", "-", "--gate", "health:core>=C").code == 0


def test_what_is_wrong_is_one_line(folder: Folder, reread: Reread) -> None:
    for arguments in (["--gate", "x"], ["--coverage", "gone.info"], ["-o", "gone/page.html"]):
        made = reread("report", *arguments)
        assert (made.code, len(made.err.splitlines())) == (2, 1), arguments


def test_a_gate_fails_a_check(repository: Folder, reread: Reread) -> None:
    repository.write("core/a.py", NAMES + "take_a_nap(1)\n")
    repository.write("core/b.py", "x = 1\n")
    made = reread("check", "--exit-zero", "--gate", "health:core>=A")
    assert made.code == 1 and "core has 60 (C)" in made.err
    assert reread("check", "--exit-zero", "--gate", "health:core>=C").code == 0
    assert reread("check", "--exit-zero", "--gate", "nonsense").code == 2


def test_the_trend_is_there_when_it_is_asked_for(repository: Folder, reread: Reread, monkeypatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_DATE", "2020-01-01T00:00:00Z")
    repository.write("core/a.py", "x = 1\n")
    repository.commit()
    titles = [
        [section["title"] for section in json.loads(reread("report", "--format", "json", *more).out)["sections"]]
        for more in ((), ("--trend",))
    ]
    assert ["Trend" in each for each in titles] == [False, True]
    assert "Index" in titles[0]
