"""`reread review --diff` and `--fix`: the model's verified fixes as a patch, or on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, OtherFile, Severity, Source
from reread.analyzers.text import Document, Span
from reread.server.cli.model import Assignment
from reread.server.cli.reviewing import patching
from reread.server.report.report import FileReport, Report, locate
from reread.server.report.review import ReviewDocument, document_of
from tests.standin import StandIn

TEXT = "def first(items):\n    return items[1]\n\n\ndef last(items):\n    return items[2]\n"
OTHER = "INDEX = 1\n"


@pytest.fixture
def work(tmp_path):
    (tmp_path / "a.py").write_text(TEXT)
    (tmp_path / "b.py").write_text(OTHER)
    document = ReviewDocument("a.py", str(tmp_path / "a.py"), "a.py", "python", TEXT)
    return Assignment("change", str(tmp_path), (document,), (), False, 1_000_000)


def edit(old: str, new: str, text: str = TEXT, uri: str = "") -> Edit:
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new, uri)


def fix(*edits: Edit, applicability=Applicability.UNSAFE, generated: bool = True, files=()) -> Fix:
    return Fix("Apply", edits, applicability, generated, files=tuple(files))


def report(work: Assignment, *fixes: Fix) -> Report:
    found = [
        Finding("model/x", "Wrong.", Span(number, number + 1), Severity.WARNING, source=Source.MODEL, fixes=(each,))
        for number, each in enumerate(fixes)
    ]
    file = FileReport("a.py", "a.py", locate(document_of(work.documents[0]), found, work.text), text=TEXT)
    return Report((file,))


def other(work: Assignment) -> OtherFile:
    path = Path(work.folder) / "b.py"
    return OtherFile(path.as_uri(), str(path), "b.py", Document("", OTHER).sha256)


def test_the_fixes_of_several_findings_are_one_patch(work):
    patch = patching.patch_of(work, report(work, fix(edit("items[1]", "items[0]")), fix(edit("items[2]", "items[-1]"))))
    changed = [line for line in patch.difference() if line[0] in "+-"]
    assert changed == [
        "--- a/a.py\n",
        "+++ b/a.py\n",
        "-    return items[1]\n",
        "+    return items[0]\n",
        "-    return items[2]\n",
        "+    return items[-1]\n",
    ]
    assert (patch.applied, (Path(work.folder) / "a.py").read_text()) == (2, TEXT)


def test_of_two_fixes_of_one_place_the_first_is_taken(work):
    twice = fix(edit("items[1]", "items[0]")), fix(edit("[1]", "[9]"))
    patch = patching.patch_of(work, report(work, *twice))
    assert patch.applied == 1 and "items[0]" in "".join(patch.difference())


@pytest.mark.parametrize(
    "which",
    [
        fix(edit("items[1]", "items[0]"), applicability=Applicability.DISPLAY_ONLY),
        fix(edit("items[1]", "items[0]"), generated=False),
        fix(edit("items[1]", "items[")),
    ],
    ids=["not verified", "of a rule", "leaves a syntax error"],
)
def test_what_is_no_verified_fix_of_a_model_is_not_taken(work, which):
    assert patching.patch_of(work, report(work, which)) == patching.Patch({}, 0)


def test_a_fix_of_several_files_is_written_to_all_of_them_and_shown(work, capsys):
    files = [other(work)]
    both = fix(edit("items[1]", "items[INDEX]"), edit("1", "0", OTHER, files[0].uri), files=files)
    assert patching.write(work, patching.patch_of(work, report(work, both))) == 2
    assert (Path(work.folder) / "a.py").read_text() == TEXT.replace("items[1]", "items[INDEX]")
    assert (Path(work.folder) / "b.py").read_text() == "INDEX = 0\n"
    assert "+    return items[INDEX]" in capsys.readouterr().err


def test_a_fix_of_a_file_that_changed_meanwhile_is_left_out_whole(work):
    files = [other(work)]
    both = report(work, fix(edit("items[1]", "items[INDEX]"), edit("1", "0", OTHER, files[0].uri), files=files))
    (Path(work.folder) / "b.py").write_text("INDEX = 5\n")
    assert patching.patch_of(work, both).files == {}


def test_a_file_that_is_not_on_disk_as_it_was_reviewed_is_left_alone(work, capsys):
    (Path(work.folder) / "a.py").write_text(TEXT + "\n# later\n")
    assert patching.patch_of(work, report(work, fix(edit("items[1]", "items[0]")))).files == {}
    assert "a.py: not fixed: changed on disk since the review" in capsys.readouterr().err


@pytest.mark.slow
def test_a_review_prints_its_fixes_and_applies_them(nothing_from_outside, repository, reread, monkeypatch, tmp_path):
    good = "def total(items):\n    for index in range(len(items)):\n        print(items[index])\n"
    bad = good.replace("len(items)", "len(items) + 1")
    settings = tmp_path / "settings.toml"
    settings.write_text('[rules]\nignore = ["py/loop-past-end"]\n[index]\nenable = false\n')
    monkeypatch.setenv("REREAD_CONFIG", str(settings))
    repository.write("a.py", good)
    repository.commit()
    path = repository.write("a.py", bad)
    with StandIn() as model:
        monkeypatch.setenv("OLLAMA_HOST", model.url)
        shown = reread("review", "--diff")
        assert shown.code == 1 and "+    for index in range(len(items)):\n" in shown.out
        assert path.read_text() == bad
        fixed = reread("review", "--fix", "--format", "json")
    assert path.read_text() == good
    assert "applied the model's fixes for 1 finding to 1 file; nothing is staged" in fixed.err
    assert [each["rule"] for each in json.loads(fixed.out)["findings"]] == ["model/off-by-one"]


@pytest.mark.parametrize("quiet", [(), ("-q",)])
def test_a_patch_that_is_not_all_of_it_says_why(repository, reread, quiet):
    repository.write("a.py", "x = 1\n")
    result = reread("review", "--diff", *quiet)
    assert (result.code, result.out) == (3, "")
    said = [line for line in result.err.splitlines() if "not looked for in the index" not in line]
    assert len(said) == 1 and said[0].startswith("reread: incomplete: the model review did not run: ")
