"""What a baseline knows: over edits around a finding, over moves and renames, and no more often than it has entries."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.text import Span
from reread.server.known import BASELINE, baseline
from reread.server.known.baseline import Baseline
from reread.server.known.signatures import Signature, line_hashes, signatures


def found(text: str, code: str = "eval(x)", rule: str = "no-eval") -> list[Signature]:
    """The signatures of all places of a piece of code in a text."""
    places = [place for place in range(len(text)) if text.startswith(code, place)]
    return signatures([Finding(rule, "", Span(p, p + len(code)), Severity.ERROR) for p in places], text)


def known(*texts: str, now: dict[str, str] | None = None) -> Baseline:
    """A baseline of the files 0.py, 1.py, ...; `now` are the files that there are."""
    lines = {path: Counter(line_hashes(text)) for path, text in (now or {}).items()}
    return Baseline({f"{number}.py": found(text) for number, text in enumerate(texts)}, lines.get)


@pytest.mark.parametrize(
    "text",
    [
        "y = eval(x)\n",
        "import os\n\n\n    y  =  eval( x )\n".replace("( x )", "(x)"),
        "z = eval(x)  # the line is another\n",
    ],
)
def test_a_finding_is_known_over_edits_around_it(text):
    assert known("y = eval(x)\n").matched("0.py", found(text)) == [True]


def test_a_finding_whose_code_changed_is_new():
    assert known("y = eval(x)\n").matched("0.py", found("y = eval(z)\n", "eval(z)")) == [False]


def test_one_more_of_the_same_is_new_and_it_is_the_one_on_a_line_of_its_own():
    assert known("y = eval(x)\n").matched("0.py", found("z = eval(x)\ny = eval(x)\n")) == [False, True]


def test_another_rule_at_the_same_place_is_new():
    assert known("eval(x)\n").matched("0.py", found("eval(x)\n", rule="other")) == [False]


def test_a_file_that_was_renamed_and_edited_keeps_what_is_known():
    assert known("y = eval(x)\n").matched("renamed.py", found("z = eval(x)\n")) == [True]


def test_a_copy_of_a_file_that_is_still_there_is_new():
    there = known("y = eval(x)\n", now={"0.py": "y = eval(x)\n"})
    assert there.matched("copy.py", found("y = eval(x)\n")) == [False]


def test_a_line_that_moved_to_another_file_is_known():
    moved = known("y = eval(x)\n", now={"0.py": "pass\n"})
    assert moved.matched("1.py", found("y = eval(x)\n")) == [True]
    assert moved.matched("1.py", found("y = eval(x)\ny = eval(x)\n")) == [True, False]


def test_nothing_is_known_without_a_baseline(tmp_path):
    assert baseline.load(str(tmp_path)).matched("a.py", found("eval(x)")) == [False]


def test_what_is_written_is_read_again_and_has_a_line_for_each_finding(tmp_path: Path):
    entries = {"b.py": found("eval(x)\neval(x)\n"), "a.py": found("eval(x)\n"), "none.py": []}
    text = baseline.written(entries)
    (tmp_path / ".reread").mkdir()
    (tmp_path / BASELINE).write_text(text)
    assert baseline.load(str(tmp_path)).known == {"a.py": entries["a.py"], "b.py": entries["b.py"]}
    assert text.count("no-eval") == sum("no-eval" in line for line in text.splitlines()) == 3
    assert "eval(x)" not in text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no baseline: "),
        ('{"version": 2}', "a baseline of version 2"),
        ("[]", "a baseline of version None"),
        ('{"version": 1, "findings": {"a.py": [["x"]]}}', "no baseline; "),
    ],
)
def test_what_is_no_baseline_is_said(tmp_path, content, said):
    (tmp_path / ".reread").mkdir()
    (tmp_path / BASELINE).write_text(content)
    with pytest.raises(baseline.BaselineError, match=said):
        baseline.load(str(tmp_path))


def test_twenty_thousand_findings_are_known(tmp_path: Path):
    entries = {
        f"src/package/module_{file}.py": [
            Signature("py/rule", f"{file:08x}{number:08x}", "0" * 16) for number in range(20)
        ]
        for file in range(1_000)
    }
    (tmp_path / ".reread").mkdir()
    (tmp_path / BASELINE).write_text(baseline.written(entries))
    read = baseline.load(str(tmp_path))
    assert read.matched("src/package/module_7.py", entries["src/package/module_7.py"]) == [True] * 20
    assert json.loads((tmp_path / BASELINE).read_text())["version"] == 1
