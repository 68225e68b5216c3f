"""Data sets: how they are read, and what is wrong with them in one line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import msgspec
import pytest
import yaml

from reread.server.evaluation.dataset import load
from reread.server.evaluation.description import CaseFile, Description, is_relative
from reread.server.evaluation.values import AnnotatedLines, DatasetError

FILE = """
language: python
intent: Show all
files:
  app/a.py: |2
     def f(x):
    -    return x[1:]
    +    return x[2:]
defects:
  - path: app/a.py
    line: "return x[2:]"
    class: off-by-one
    why: The second entry is left out, though all are to be shown.
"""


def written(folder: Path, text: str, name: str = "one.yaml") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(folder)


def test_a_file_holds_both_versions(tmp_path):
    [case] = load(written(tmp_path, FILE))
    assert (case.name, case.language, case.intent, case.size) == ("one", "python", "Show all", "small")
    assert case.before == {"app/a.py": "def f(x):\n    return x[1:]\n"}
    assert case.after == {"app/a.py": "def f(x):\n    return x[2:]\n"}
    assert case.annotations[0].kind == "off-by-one"
    assert case.annotations[0].places == (AnnotatedLines("app/a.py", 2, 2),)


def test_a_file_with_added_lines_alone_is_new_and_one_beside_is_in_both(tmp_path):
    text = FILE.replace("defects:", "  new.py: |2\n    +x = 1\nbeside:\n  b.py: |\n    y = 2\ndefects:")
    [case] = load(written(tmp_path, text))
    assert ("new.py" in case.before, case.after["new.py"]) == (False, "x = 1\n")
    assert case.before["b.py"] == case.after["b.py"] == "y = 2\n"
    assert case.changed == ["app/a.py", "new.py"]


def test_a_folder_has_both_versions_as_files(tmp_path):
    values = yaml.safe_load(FILE)
    del values["files"]
    written(tmp_path, yaml.safe_dump(values), "deep/one/case.yaml")
    written(tmp_path, "def f(x):\n    return x[1:]\n", "deep/one/before/app/a.py")
    written(tmp_path, "def f(x):\n    return x[2:]\n", "deep/one/after/app/a.py")
    [case] = load(str(tmp_path))
    assert (case.name, case.changed) == ("deep/one", ["app/a.py"])


def test_cases_are_chosen_by_name(tmp_path):
    written(tmp_path, FILE, "go/a.yaml")
    written(tmp_path, FILE, "go/b.yaml")
    assert [case.name for case in load(str(tmp_path), ("*/b",))] == ["go/b"]
    with pytest.raises(DatasetError, match="no case is named like rust"):
        load(str(tmp_path), ("rust/*",))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("off-by-one", "unheard-of", "no such class: unheard-of"),
        ('"return x[2:]"', '"return y"', "the line 'return y' is not in app/a.py"),
        ("language: python", "lang: python", "contains unknown field `lang`"),
        ("app/a.py: |2", "../a.py: |2", "'../a.py' is no path inside of a repository"),
        ("    +    return x[2:]", "    *    return x[2:]", "a line begins with none of"),
        ("files:", "clean: It is meant so.\nfiles:", "either `clean` or `defects`"),
        ("intent: Show all", "intent: [", "not valid YAML"),
        ("    -    return x[1:]\n    +", "     ", "nothing is changed"),
    ],
)
def test_what_is_wrong_is_one_line_with_the_file(tmp_path, old, new, problem):
    assert old in FILE
    with pytest.raises(DatasetError) as raised:
        load(written(tmp_path, FILE.replace(old, new)))
    assert problem in str(raised.value)
    assert "one.yaml" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_line_that_stands_twice_is_no_place(tmp_path):
    text = FILE.replace("    +    return x[2:]", "    +    return x[2:]\n     def g(x):\n         return x[2:]")
    with pytest.raises(DatasetError, match="stands 2 times"):
        load(written(tmp_path, text))


def test_a_link_out_of_the_data_set_is_not_followed(tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text(FILE)
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "one.yaml").symlink_to(secret)
    with pytest.raises(DatasetError, match="leads out of"):
        load(str(tmp_path / "set"))


def packed(folder: Path, *entries: tuple[str, str]) -> str:
    path = folder / "set.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in entries:
            archive.writestr(name, text)
    return str(path)


def test_an_archive_of_cases_is_as_their_folder(tmp_path):
    path = packed(tmp_path, ("python/two.yaml", FILE), ("python/one.yaml", FILE), ("README.md", "# A set"))
    written(tmp_path / "set", FILE, "python/one.yaml")
    written(tmp_path / "set", FILE, "python/two.yaml")
    assert load(path) == load(str(tmp_path / "set"))


@pytest.mark.parametrize("text", ["language: [", "language: python"])
def test_a_bad_case_of_an_archive_is_named(tmp_path, text):
    with pytest.raises(DatasetError, match=r"set\.zip: python/one\.yaml: "):
        load(packed(tmp_path, ("python/one.yaml", text)))


def test_a_file_that_is_no_archive_is_no_data_set(tmp_path):
    (tmp_path / "set.zip").write_text("no archive")
    with pytest.raises(DatasetError, match="no data set of a known format"):
        load(str(tmp_path / "set.zip"))
    damaged = packed(tmp_path, ("a.yaml", FILE * 50))
    data = bytearray(Path(damaged).read_bytes())
    data[60:80] = bytes(20)
    Path(damaged).write_bytes(data)
    with pytest.raises(DatasetError, match=r"set\.zip: "):
        load(damaged)


def test_a_folder_without_cases_and_no_folder_are_said(tmp_path):
    with pytest.raises(DatasetError, match="no data set of a known format"):
        load(str(tmp_path))
    with pytest.raises(DatasetError, match="no such folder"):
        load(str(tmp_path / "gone"))


@pytest.mark.parametrize(
    "path", ["/a.py", "../a.py", "a/../b.py", "C:/a.py", "a\\b.py", ".git/config", "a//b.py", ".", ""]
)
def test_a_path_that_leads_elsewhere_is_refused(path):
    assert not is_relative(path)


def test_the_schema_is_the_one_that_is_documented():
    schemas = {"one file": CaseFile, "case.yaml": Description}
    wanted = {name: msgspec.json.schema(kind) for name, kind in schemas.items()}
    documented = Path(__file__).parents[3] / "docs" / "evaluation.schema.json"
    schema = {"$comment": "Formats of cases for `reread eval`", **wanted}
    assert json.loads(documented.read_text()) == json.loads(json.dumps(schema))
