"""What is said of languages and limits is what the code has: on the page about limits, and by `reread doctor`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reread.analyzers import syntax
from reread.analyzers.dataflow.cross_file import modules
from reread.analyzers.dataflow.summaries import table
from reread.analyzers.pattern.matching import budget
from reread.analyzers.pattern.regex import allowance
from reread.rag.findings import look
from reread.server import checking
from reread.server.cli.depth import HEADINGS, depth_of, depths
from reread.server.imports import files
from reread.server.setup import detection

PAGE = (Path(__file__).parents[3] / "docs" / "limits.md").read_text(encoding="utf-8")
LIMITS = {
    "size of a file": (checking.MAXIMUM_FILE_SIZE,),
    "a rule's regular expressions": (allowance.RULE_SECONDS, allowance.FILE_SECONDS),
    "a rule's patterns": (budget.RULE_SECONDS, budget.FILE_SECONDS),
    "parsing a file, and as much again for each 1,000,000 bytes": (syntax.PARSE_SECONDS,),
    "data flow in a function": (table._MOST_STEPS, table._MOST_STEPS_OF_MODULE),
    "files that a value passes through": (modules.LEVELS,),
    "files that one import": (files.MOST_FILES,),
    "files of a change": (look._MOST_CHANGED,),
    "files that may have changed": (look._MOST_STALE,),
    "files that `reread doctor`": (detection.MOST_FILES,),
}


def rows(heading):
    """The rows of the table below a heading, as lists of cells."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [line[2:-2].split(" | ") for line in section.splitlines() if line.startswith("| ")]


def test_the_table_of_languages_is_what_the_code_registers():
    heads, *found = rows("Languages")
    assert tuple(heads) == HEADINGS
    others = ("any other", *depth_of("").row()[1:])
    assert found == [list(row) for row in (*(depth.row() for depth in depths()), others)]


def test_the_table_of_limits_is_what_the_code_has():
    _, *found = rows("What it gives up")
    assert len(found) == len(LIMITS)
    for (what, value), (begins, wanted) in zip(found, LIMITS.items(), strict=True):
        assert what.startswith(begins)
        assert [float(number.replace(",", "")) for number in re.findall(r"[\d,]+", value)] == list(wanted)
    assert syntax.BYTES == 1_000_000


@pytest.mark.parametrize("name", ["python", "javascript", "typescript", "tsx", "go", "java"])
def test_languages_with_rules_have_every_depth(name):
    assert "no" not in depth_of(name).row()


def test_a_language_without_rules_says_what_there_is_not():
    assert depth_of("ruby").described() == (
        "secrets, foreign rules: patterns and taint, data flow, taint across functions, index findings: 1 of 6, "
        "model review: definitions; not: own rules, across files, fixes"
    )


def test_components_are_read_as_their_scripts():
    assert {"vue", "svelte"}.isdisjoint(depth.language for depth in depths())


def test_the_doctor_says_it_of_the_files_here(repository, reread):
    repository.write("a.py", "x = 1\n")
    repository.write("b.py", "y = 1\n")
    repository.write("c.rb", "z = 1\n")
    repository.write("d.vue", "<script>let x</script>\n")
    repository.write("notes.txt", "text\n")
    repository.write("vendor/e.js", "let x = 1\n")
    repository.write("big.py", "x = 1\n" * 200_000)
    repository.write(".gitignore", "*.log\n/out/\n")
    repository.write("a.log", "")
    repository.write("out/one", "")
    repository.write("out/two", "")
    repository.write(".rereadignore", "old*.py\n")
    repository.write("old.py", "")
    repository.write("older.py", "")
    said = reread("doctor").out.splitlines()
    assert f"ok    python: 2 files: {depth_of('python').described()}" in said
    assert f"ok    ruby: 1 file: {depth_of('ruby').described()}" in said
    assert f"ok    typescript: 1 file: {depth_of('typescript').described()}" in said
    assert [line for line in said if "left out" in line] == [
        "ok    left out: 1 file: larger than 1,000,000 bytes",
        "ok    left out: 1 file: generated or copied code: hints at most, and no model review of changes",
        "ok    left out: 2 files and folders: ignored by Git",
        "ok    left out: 2 files and folders: ignored by ignore files or the setting `exclude`",
    ]


def test_without_git_the_ignore_files_are_read(folder, reread):
    folder.write(".gitignore", "*.log\n/out/\n")
    folder.write("a.log", "")
    folder.write("out/one", "")
    folder.write("a.py", "x = 1\n")
    said = [line for line in reread("doctor").out.splitlines() if "left out" in line]
    assert said == ["ok    left out: 2 files and folders: ignored by ignore files or the setting `exclude`"]
