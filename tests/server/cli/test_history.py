"""`reread history`: what runs found, and since when."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Callable

import pytest

from reread.server.known import state
from reread.server.report.review import ReviewOutcome
from tests.server.cli.conftest import Folder

NAP = "import take_a_nap; take_a_nap(1)\n"


def test_findings_have_a_history(repository, reread):
    repository.write("a.py", NAP)
    repository.write("b.py", "x = 1\n")
    reread("check")
    assert re.match(r"a\.py:1: warning no-sleep [0-9a-f]{16} since 20", reread("history").out)
    repository.write("a.py", "x = 1\n")
    reread("check")
    assert reread("history").out == ""
    assert ", gone 20" in reread("history", "gone").out
    assert [run["findings"] for run in json.loads(reread("history", "runs", "--format", "json").out)["runs"]] == [0, 1]


def test_a_finding_of_the_history_can_be_dismissed(repository, reread):
    repository.write("a.py", NAP)
    repository.git("add", ".")
    reread("check", "--staged", "--format", "json")
    (finding,) = json.loads(reread("history", "--format", "json").out)["findings"]
    assert reread("feedback", "dismiss", finding["fingerprint"]).code == 0
    assert reread("check", "--staged").code == 0


LONG_AGO = "2020-01-02T00:00:00.000000Z"


def known_since_long(folder) -> None:
    """Everything that is recorded was first seen long ago."""
    kept = sqlite3.connect(state.file_of(str(folder.path)))
    kept.execute("UPDATE findings SET first_seen = ?", (LONG_AGO,))
    kept.commit()
    kept.close()


def places(reread, action: str = "findings") -> dict[str, bool]:
    """The places in the history; True for what is known since long."""
    entries = json.loads(reread("history", action, "--format", "json").out)[action]
    return {f"{each['path']}:{each['line'] + 1}": each["first_seen"] == LONG_AGO for each in entries}


def checked_once(repository, reread) -> None:
    repository.write("src/app.py", NAP)
    repository.commit()
    reread("check")
    known_since_long(repository)


def by_git(repository) -> None:
    repository.git("mv", "src/app.py", "src/other.py")


def by_git_committed(repository) -> None:
    by_git(repository)
    repository.commit()


def plainly(repository) -> None:
    (repository.path / "src/app.py").rename(repository.path / "src/other.py")


def plainly_committed(repository) -> None:
    plainly(repository)
    repository.commit()


def with_an_edit(repository) -> None:
    by_git(repository)
    repository.write("src/other.py", "import take_a_nap\ntake_a_nap(1)\n")


Rename = Callable[[Folder], None]


@pytest.mark.parametrize("rename", [by_git, by_git_committed, plainly, plainly_committed, with_an_edit])
@pytest.mark.parametrize("run", [("check",), ("check", "src"), ("check", "src/other.py", "src/empty.py")])
def test_a_renamed_file_keeps_the_day_its_findings_were_first_seen(repository, reread, rename: Rename, run):
    repository.write("src/empty.py", "")
    checked_once(repository, reread)
    rename(repository)
    reread(*run)
    line = 2 if rename is with_an_edit else 1
    assert places(reread) == {f"src/other.py:{line}": True}
    assert places(reread, "gone") == {}


@pytest.mark.parametrize("option", ["--staged", "--base=HEAD"])
def test_a_rename_that_a_change_makes_is_followed(repository, reread, option):
    checked_once(repository, reread)
    by_git(repository)
    reread("check", option, "--all-lines")
    assert places(reread) == {"src/other.py:1": True}


def test_a_finding_in_another_place_after_its_own_was_closed_is_the_old_one(repository, reread):
    checked_once(repository, reread)
    repository.write("lib/kept.py", "x = 1\n")
    (repository.path / "src/app.py").rename(repository.path / "lib/app.py")
    reread("check", "src")
    assert (places(reread), places(reread, "gone")) == ({}, {"src/app.py:1": True})
    reread("check", "lib")
    assert (places(reread), places(reread, "gone")) == ({"lib/app.py:1": True}, {})


def test_a_line_that_moves_to_another_file_takes_its_history_along(repository, reread):
    checked_once(repository, reread)
    repository.write("src/app.py", "x = 1\n")
    repository.write("src/naps.py", NAP)
    reread("check")
    assert places(reread) == {"src/naps.py:1": True}


def test_an_edit_of_the_line_around_a_finding_keeps_its_history(repository, reread):
    checked_once(repository, reread)
    repository.write("src/app.py", NAP.replace("; ", ";  x = 1; "))
    reread("check")
    assert places(reread) == {"src/app.py:1": True}


def test_a_copy_is_a_finding_of_its_own(repository, reread):
    checked_once(repository, reread)
    repository.write("src/copy.py", NAP)
    reread("check")
    assert places(reread) == {"src/app.py:1": True, "src/copy.py:1": False}


def test_one_of_two_renamed_copies_is_new(repository, reread):
    checked_once(repository, reread)
    plainly(repository)
    repository.write("src/copy.py", NAP)
    reread("check")
    assert sorted(places(reread).values()) == [False, True]


def test_other_code_in_a_file_of_another_name_is_new(repository, reread):
    checked_once(repository, reread)
    plainly(repository)
    repository.write("src/other.py", NAP.replace("(1)", "(2)"))
    reread("check")
    assert (places(reread), places(reread, "gone")) == ({"src/other.py:1": False}, {"src/app.py:1": True})


@pytest.mark.parametrize("run", [("check",), ("check", "."), ("check", "src"), ("check", "--select", "old-name")])
def test_a_run_over_a_folder_closes_the_findings_of_files_that_are_gone(repository, reread, run):
    checked_once(repository, reread)
    repository.write("src/left.py", "x = 1\n")
    (repository.path / "src/app.py").unlink()
    reread(*run)
    assert (places(reread), places(reread, "gone")) == ({}, {"src/app.py:1": True})


@pytest.mark.parametrize("run", [("--staged",), ("--base", "HEAD")])
def test_a_change_that_deletes_a_file_closes_its_findings(repository, reread, run):
    repository.write("src/left.py", NAP)
    checked_once(repository, reread)
    repository.git("rm", "--quiet", "src/app.py")
    reread("check", *run)
    assert (places(reread), places(reread, "gone")) == ({"src/left.py:1": True}, {"src/app.py:1": True})


def test_a_file_that_is_only_taken_out_of_git_keeps_its_findings(repository, reread):
    checked_once(repository, reread)
    repository.git("rm", "--quiet", "--cached", "src/app.py")
    reread("check", "--staged")
    assert places(reread) == {"src/app.py:1": True}


def test_a_run_over_a_folder_that_is_empty_now_closes_them_too(repository, reread):
    checked_once(repository, reread)
    (repository.path / "src/app.py").unlink()
    reread("check", "src")
    assert places(reread) == {}


@pytest.mark.parametrize("run", [("lib",), ("lib/a.py", "lib/b.py"), ("--staged",), ("src2",)])
def test_a_run_over_other_files_closes_nothing(repository, reread, run):
    for name in ("lib/a.py", "lib/b.py", "src2/c.py"):
        repository.write(name, "x = 1\n")
    checked_once(repository, reread)
    repository.write("src/kept.py", NAP.replace("1", "3"))
    reread("check", "src")
    (repository.path / "src/app.py").unlink()
    repository.write("lib/a.py", "x = 2\n")
    repository.git("add", "lib")
    reread("check", *run)
    assert places(reread) == {"src/app.py:1": True, "src/kept.py:1": False}


def test_a_file_that_cannot_be_looked_at_is_not_gone(repository, reread, monkeypatch):
    checked_once(repository, reread)
    own = os.lstat

    def refused(path, **rest):
        if str(path).endswith("app.py"):
            raise PermissionError(13, "Permission denied", path)
        return own(path, **rest)

    (repository.path / "src/app.py").unlink()
    repository.write("src/left.py", "x = 1\n")
    monkeypatch.setattr("reread.server.known.moves.os.lstat", refused)
    reread("check")
    assert places(reread) == {"src/app.py:1": True}


def test_a_folder_in_the_place_of_a_file_is_not_the_file(repository, reread):
    checked_once(repository, reread)
    (repository.path / "src/app.py").unlink()
    repository.write("src/app.py/inner.py", "x = 1\n")
    reread("check")
    assert places(reread) == {}


def test_a_file_whose_name_is_not_utf_8_is_still_there(repository, reread):
    name = os.fsdecode(b"src/caf\xe9.py")
    repository.write(name, NAP)
    repository.write("src/b.py", "x = 1\n")
    reread("check", str(repository.path / name), "src/b.py")
    reread("check")
    assert len(places(reread)) == 1
    (repository.path / name).unlink()
    reread("check")
    assert places(reread) == {}


def test_nothing_is_known_before_the_first_run(folder, reread):
    assert reread("history") == (0, "", "")
    assert reread("history", "runs") == (0, "", "")


def test_reviews_are_listed_with_what_they_took(repository, reread):
    outcome = ReviewOutcome(provider="ollama", model="small", units=1, cached=1, tokens=1_200, cost=None)
    assert state.record_review(str(repository.path), outcome) == ""
    assert reread("history", "reviews").out.endswith(
        " ollama small: 0 findings in 1 part, 1 from the cache; 1,200 tokens, unknown cost\n"
    )
    (review,) = json.loads(reread("history", "reviews", "--format", "json").out)["reviews"]
    assert (review["tokens"], review["cost"], review["problem"]) == (1_200, None, "")
