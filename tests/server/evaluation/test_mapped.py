"""Data sets of other formats, by a mapping and clones of their repositories."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from reread.server.evaluation.dataset import load
from reread.server.evaluation.matching import by_place_and_class
from reread.server.evaluation.values import AnnotatedLines, Annotation, DatasetError, Reported
from tests.rag.conftest import git, write

MAPPING = {
    "file": "data.jsonl",
    "name": "id",
    "repository": "repo.name",
    "before": "base",
    "after": "head",
    "intent": "title",
    "defects": {"items": "comments", "path": "path", "first": "from", "last": "to", "class": "kind", "why": "body"},
}
COMMENT = {"path": "app/a.py", "from": 2, "to": 2, "kind": "fencepost", "body": "The second entry is left out."}


@pytest.fixture
def dataset(tmp_path) -> Path:
    """A clone with two commits, and a case about them."""
    root = tmp_path / "set/repositories/owner/shop"
    write(root, {"app/a.py": "def f(x):\n    return x[1:]\n", "app/b.py": "import a\n", "far/c.py": "c = 1\n"})
    (root / "logo.png").write_bytes(b"\x89PNG\xff")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "before")
    write(root, {"app/a.py": "def f(x):\n    return x[2:]\n", "n\u00e4me.py": "new = 1\n"})
    (root / "logo.png").write_bytes(b"\x89PNG\xfe")
    git(root, "add", ".")
    git(root, "commit", "-qm", "after")
    (tmp_path / "set/mapping.yaml").write_text(yaml.safe_dump(MAPPING))
    base, head = commits(root)
    put(
        tmp_path / "set",
        {"id": 7, "repo": {"name": "owner/shop"}, "base": base, "head": head, "title": "All", "comments": [COMMENT]},
    )
    return tmp_path / "set"


def commits(root: Path) -> list[str]:
    log = subprocess.run(
        ["git", "log", "--reverse", "--format=%H"], cwd=root, capture_output=True, text=True, check=True
    )
    return log.stdout.split()


def put(folder: Path, *entries: object) -> None:
    (folder / "data.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))


def entry(dataset: Path) -> dict:
    return json.loads((dataset / "data.jsonl").read_text().splitlines()[0])


def remap(dataset: Path, **fields: object) -> None:
    (dataset / "mapping.yaml").write_text(yaml.safe_dump({**MAPPING, **fields}))


def test_a_case_is_what_two_commits_differ_in_with_code_around_it(dataset):
    [case] = load(str(dataset))
    assert (case.name, case.language, case.intent) == ("7", "python", "All")
    assert case.changed == ["app/a.py", "n\u00e4me.py"]
    assert (case.before["app/a.py"], case.after["app/a.py"]) == (
        "def f(x):\n    return x[1:]\n",
        "def f(x):\n    return x[2:]\n",
    )
    assert case.after.keys() == {"app/a.py", "app/b.py", "far/c.py", "n\u00e4me.py"}
    [annotation] = case.annotations
    assert (annotation.kind, annotation.places, annotation.why) == (
        "off-by-one",
        (AnnotatedLines("app/a.py", 2, 2),),
        COMMENT["body"],
    )


def test_cases_may_be_a_list_inside_of_json_and_fields_fixed_texts(dataset):
    case = entry(dataset)
    (dataset / "all.json").write_text(json.dumps({"data": {"cases": [{**case, "id": "one"}, {**case, "id": "two"}]}}))
    remap(dataset, file="all.json", items="data.cases", intent="=Review it", repository="=owner/shop")
    assert [(each.name, each.intent) for each in load(str(dataset))] == [("one", "Review it"), ("two", "Review it")]


def test_a_case_without_remarks_is_clean_and_a_last_line_may_be_missing(dataset):
    case = entry(dataset)
    del case["comments"][0]["to"]
    put(dataset, case, {**case, "id": 8, "comments": []}, {**case, "id": 9, "comments": None})
    assert [len(each.annotations) for each in load(str(dataset))] == [1, 0, 0]


def test_any_finding_at_the_place_of_a_remark_without_a_class_is_right(dataset):
    case = entry(dataset)
    case["comments"][0]["kind"] = "odd"
    put(dataset, case)
    [annotation] = load(str(dataset))[0].annotations
    assert annotation.kind == ""
    assert by_place_and_class(Reported(AnnotatedLines("app/a.py", 2, 2), "race", 0.9), annotation)
    assert not by_place_and_class(Reported(AnnotatedLines("app/a.py", 9, 9), "race", 0.9), annotation)
    told = Annotation("", annotation.places, says=(("entry",),))
    assert not by_place_and_class(Reported(AnnotatedLines("app/a.py", 2, 2), "race", 0.9, "A thread."), told)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"base": "nosuch"}, "case 1: .*nosuch: no such commit"),
        ({"base": "--output=x"}, "no such commit"),
        ({"repo": {"name": "../.."}}, "is no folder below repositories"),
        ({"repo": {"name": "owner/gone"}}, "no such folder"),
        ({"repo": {}}, "no text at 'repo.name'"),
        ({"comments": "none"}, "no list of remarks at 'comments'"),
        ({"comments": [{**COMMENT, "from": "2"}]}, "no line at 'from': '2'"),
        ({"comments": [{**COMMENT, "from": 0}]}, "no line at 'from': 0"),
        ({"comments": ["text"]}, "no line at 'from'"),
        ({"id": None}, "no text at 'id'"),
    ],
)
def test_what_is_not_there_is_named(dataset, change, problem):
    put(dataset, {**entry(dataset), **change})
    with pytest.raises(DatasetError, match=problem):
        load(str(dataset))


def test_a_change_of_no_code_is_no_case(dataset):
    root = dataset / "repositories/owner/shop"
    write(root, {"notes.txt": "x\n"})
    git(root, "add", ".")
    git(root, "commit", "-qm", "notes")
    put(dataset, {**entry(dataset), "base": "HEAD~", "head": "HEAD"})
    with pytest.raises(DatasetError, match="changes no file of code"):
        load(str(dataset))


@pytest.mark.parametrize(
    ("text", "problem"), [("{", "neither JSON nor lines of JSON"), ('{"a": 1}', "no list of cases at 'cases'")]
)
def test_a_file_of_another_form_is_named(dataset, text, problem):
    (dataset / "data.jsonl").write_text(text)
    remap(dataset, items="cases" if "cases" in problem else "")
    with pytest.raises(DatasetError, match=problem):
        load(str(dataset))


def test_two_cases_of_one_name_are_told_apart_by_nobody(dataset):
    put(dataset, entry(dataset), entry(dataset))
    with pytest.raises(DatasetError, match="two cases are named 7"):
        load(str(dataset))
