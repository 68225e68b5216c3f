"""`reread check --across-files`: data-flow analysis goes on into the files that a file imports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reread.server import checking

RULE = """
rules:
  - id: reached
    languages: [python]
    severity: ERROR
    message: It comes here.
    mode: taint
    options: {interfile: true}
    pattern-sources: [pattern: house_source()]
    pattern-sinks: [pattern: house_sink($X)]
"""
APP = "from helpers import run\nimport house_source\nrun(house_source())\n"
HELPERS = "import house_sink\n\ndef run(value):\n    house_sink(value)\n"


@pytest.fixture
def project(folder):
    folder.write(".reread/rules/reached.yaml", RULE)
    folder.write("app.py", APP)
    folder.write("helpers.py", HELPERS)
    return folder


def places(result) -> list[str]:
    return [line.split(" ")[0] for line in result.out.splitlines()]


def test_what_goes_wrong_in_another_file_is_found_where_it_is_asked_for(project, reread):
    assert places(reread("check", "-q")) == []
    assert places(reread("check", "-q", "--across-files")) == ["app.py:3:1:"]


def test_a_single_file_knows_the_others_of_its_folder(project, reread):
    assert places(reread("check", "-q", "--across-files", "app.py")) == ["app.py:3:1:"]


def test_nothing_is_remembered_of_other_files(project, reread):
    reread("check", "--across-files")
    project.write("helpers.py", "def run(value):\n    pass\n")
    assert places(reread("check", "-q", "--across-files")) == []


@pytest.mark.slow
def test_the_same_report_from_several_processes(project, reread):
    for number in range(60):
        project.write(f"part{number}.py", APP if number % 2 else "x = 1\n")
    expected = ["app.py:3:1:", *sorted(f"part{number}.py:3:1:" for number in range(1, 60, 2))]
    assert places(reread("check", "-q", "--across-files")) == expected


@pytest.mark.slow
def test_sarif_and_json_name_the_other_file(project, reread):
    (result,) = json.loads(reread("check", "--across-files", "--format", "sarif").out)["runs"][0]["results"]
    last = result["relatedLocations"][-1]["physicalLocation"]
    assert (last["artifactLocation"]["uri"], last["region"]["startLine"]) == ("helpers.py", 4)
    (finding,) = json.loads(reread("check", "--across-files", "--format", "json").out)["findings"]
    assert finding["related"][-1]["path"].endswith("helpers.py")


def test_what_is_staged_counts_for_the_files_that_import_it(repository, reread):
    repository.write(".reread/rules/reached.yaml", RULE)
    repository.write("helpers.py", "def run(value):\n    pass\n")
    repository.commit()
    repository.write("app.py", APP)
    repository.write("helpers.py", HELPERS)
    repository.git("add", "--all")
    repository.write("helpers.py", "def run(value):\n    pass\n")
    assert places(reread("check", "-q", "--staged", "--across-files")) == ["app.py:3:1:"]


def test_what_one_statement_builds_and_runs_is_told_once(project, reread):
    sinks = """    pattern-sinks:
      - patterns:
          - pattern-either: [{pattern: house_sink($X)}, {pattern: wrap($X)}]
          - focus-metavariable: $X
"""
    project.write(".reread/rules/reached.yaml", RULE[: RULE.index("    pattern-sinks")] + sinks)
    imports = "from helpers import read\nimport house_sink, house_source, wrap\n"
    project.write("app.py", imports + "house_sink(wrap(read()))\nhouse_sink(wrap(house_source()))\n")
    project.write("helpers.py", "import house_source\n\ndef read():\n    return house_source()\n")
    assert places(reread("check", "-q")) == ["app.py:4:12:"]
    assert places(reread("check", "-q", "--across-files")) == ["app.py:3:12:", "app.py:4:12:"]


def test_go_methods_are_found_by_the_types_of_fields_and_by_the_one_struct_that_fits_an_interface(project, reread):
    project.write(".reread/rules/reached.yaml", RULE.replace("python", "go"))
    project.write("go.mod", "module example.org/shop\n")
    project.write(
        "store.go", "package shop\n\ntype Store struct{}\n\nfunc (s *Store) Put(v string) { house_sink(v) }\n"
    )
    project.write("types.go", "package shop\n\ntype Putter interface{ Put(v string) }\n\ntype App struct{ s Putter }\n")
    project.write("app.go", "package shop\n\nfunc (a *App) Get() {\n\ta.s.Put(house_source())\n}\n")
    assert "app.go:4:2:" in places(reread("check", "-q", "--across-files"))


@pytest.fixture
def looked_at(monkeypatch) -> list[str]:
    """The files that are looked at from now on."""
    paths: list[str] = []
    check = checking.check_document

    def check_document(job, source, document):
        paths.append(source.relative)
        return check(job, source, document)

    monkeypatch.setattr(checking, "check_document", check_document)
    return paths


@pytest.mark.slow
def test_only_what_depends_on_an_edited_file_is_looked_at_again(project, reread, looked_at):
    project.write("between.py", "from helpers import run\n\ndef pass_on(value):\n    run(value)\n")
    project.write("top.py", "from between import pass_on\nimport house_source\npass_on(house_source())\n")
    project.write("alone.py", "import house_source\nhouse_source()\n")
    first = places(reread("check", "-q", "--across-files"))
    looked_at.clear()
    assert places(reread("check", "-q", "--across-files")) == first == ["app.py:3:1:", "top.py:3:1:"]
    # Their findings name code of another file, and no file's text is remembered.
    assert looked_at == ["app.py", "top.py"]
    looked_at.clear()
    project.write("helpers.py", "def run(value):\n    pass\n")
    assert places(reread("check", "-q", "--across-files")) == []
    assert sorted(looked_at) == ["app.py", "between.py", "helpers.py", "top.py"]


def test_a_file_that_takes_the_place_of_an_imported_one_counts(project, reread, looked_at):
    reread("check", "-q", "--across-files")
    looked_at.clear()
    project.write("helpers/__init__.py", "")
    Path("helpers.py").unlink()
    assert places(reread("check", "-q", "--across-files")) == []
    assert "app.py" in looked_at


@pytest.mark.slow
def test_an_edit_counts_for_a_file_that_is_checked_only_later(project, reread):
    reread("check", "-q", "--across-files")
    project.write("helpers.py", "def run(value):\n    pass\n")
    reread("check", "-q", "--across-files", "helpers.py")
    assert places(reread("check", "-q", "--across-files")) == []
