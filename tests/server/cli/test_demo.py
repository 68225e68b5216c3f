"""`reread demo`, which `make demo` runs: in a pipe, without a key."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import pytest

from reread.server import demo

pytestmark = pytest.mark.slow

SAMPLE = Path(demo.__file__).parent
PLANTED = 25
LEVEL = re.compile(r": (?:error|warning|hint) ")
CHECK = "check --hints"
"""The mistakes in the sample and its change; what is reported beyond them is a false alarm."""


@pytest.fixture
def tour(folder, reread, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    return reread("demo")


def test_it_shows_index_rules_staged_change_and_what_a_model_would_add(tour):
    assert tour.code == 0
    for command in ("index", CHECK, f"{CHECK} --staged"):
        assert f"\n$ reread {command}\n" in tour.out
    assert "Now: model review: no provider is set up; set ANTHROPIC_API_KEY" in tour.out
    assert "What next:" in tour.out


def test_the_rules_find_the_planted_mistakes_in_every_language(tour):
    whole = tour.out.partition(f"$ reread {CHECK}\n")[2].partition(f"$ reread {CHECK} --staged")[0]
    found = [line for line in whole.splitlines() if LEVEL.search(line)]
    assert 18 <= len(found) <= PLANTED
    languages = {".py", ".ts", ".go", ".java"}
    assert {os.path.splitext(line.split(":")[0])[1] for line in found} == languages
    more = [line for line in found if ": hint " not in line]
    assert {os.path.splitext(line.split(":")[0])[1] for line in more} == languages


def test_the_staged_change_brings_findings_and_old_ones_do_not_count(tour):
    staged = tour.out.partition(f"$ reread {CHECK} --staged\n")[2]
    assert "desk/accounts.py:" in staged.partition("\n4. ")[0]
    assert "not new" in tour.err


def test_nothing_stays_behind(tour, folder, tmp_path):
    assert os.listdir(tmp_path / "temporary") == []
    assert os.listdir(folder.path) == [".reread"]
    index = tmp_path / "cache" / "index"
    assert not index.exists() or os.listdir(index) == []


def test_the_project_can_be_kept(folder, reread):
    result = reread("demo", "kept", "--no-model")
    assert result.code == 0
    assert (folder.path / "kept" / "desk" / "prices.py").exists()
    assert "cd kept and open it in your editor" in result.out


def test_a_folder_with_something_in_it_is_left_alone(folder, reread):
    folder.write("mine/notes.txt", "x")
    result = reread("demo", "mine")
    assert (result.code, os.listdir(folder.path / "mine")) == (2, ["notes.txt"])
    assert result.err == "reread: mine: is not empty; the demo needs an empty folder\n"


def test_without_git_the_rest_is_shown(folder, reread, monkeypatch):
    monkeypatch.setenv("PATH", str(folder.path))
    result = reread("demo")
    assert result.code == 0
    assert "Without git there is no staged change to review" in result.out


def test_the_change_alters_files_of_the_sample(folder):
    changed = [path.relative_to(SAMPLE / "change") for path in (SAMPLE / "change").rglob("*.py")]
    assert changed
    for path in changed:
        assert (SAMPLE / "sample" / path).read_text() != (SAMPLE / "change" / path).read_text()
