"""The day of edits that the bench replays."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

from tests.bench import day

FUNCTION = """def work_{0}(value, other):
    total = {0} + 1
    if other:
        total += value
    print(total)
    return total
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    package = tmp_path / "package"
    package.mkdir()
    (package / "a.py").write_text("import os\n\n\n" + "\n\n".join(FUNCTION.format(number) for number in range(12)))
    (package / "notes.txt").write_text("not a source\n")
    return day.repository(package, tmp_path / "copy")


def test_a_package_becomes_a_repository_of_its_sources(folder):
    listed = subprocess.run(["git", "ls-files"], cwd=folder, check=True, capture_output=True, text=True)
    assert listed.stdout.split() == ["a.py"]


def test_every_save_parses_and_a_task_ends_with_a_commit(folder):
    made = list(day.saves(folder, count=80))
    assert len(made) == 80
    assert all(ast.parse(save.text) for save in made)
    assert [number for number, save in enumerate(made, 1) if save.commits] == list(range(10, 81, 10))


def test_the_same_seed_is_the_same_day(folder):
    assert list(day.saves(folder, count=40)) == list(day.saves(folder, count=40))


def test_a_day_has_edits_of_all_kinds(folder):
    texts = {save.what: save.text for save in day.saves(folder, count=400)}
    assert set(texts) == {"statement", "number", "comment", "blank line", "nothing", "step back"} | {
        "import",
        "new function",
        "moved code",
    }


def test_a_large_change_has_a_statement_more_in_so_many_functions(folder):
    [(path, text)] = day.large_change(folder, count=3).items()
    before = path.read_text()
    assert ast.parse(text)
    assert len(text) > len(before)
    changed = [line for line in text.splitlines() if line not in before.splitlines()]
    assert 3 <= len(changed) <= 6
