"""`reread check` and notebooks."""

from __future__ import annotations

import json

from tests.server.cli.conftest import OWN_SETTINGS
from tests.server.notebooks.test_files import code, notebook

TAINTED = (
    code("%matplotlib inline\n", "import sqlite3\n", "from flask import request\n", 'q = request.args["q"]'),
    code("db = sqlite3.connect('x')\n", 'db.cursor().execute("select " + q)'),
)


def test_a_finding_has_its_cell_and_the_line_in_it(folder, reread):
    folder.write("a.ipynb", notebook({"cell_type": "markdown", "source": []}, code("x = 1\n", "take_a_nap(1)")))
    result = reread("check", "a.ipynb", "--select", "no-sleep")
    assert result.out.startswith("a.ipynb:cell 2:2:1: warning no-sleep Nobody sleeps here.\n    2 | take_a_nap(1)\n")


def test_what_a_cell_gets_from_one_before_is_known(folder, reread):
    folder.write("a.ipynb", notebook(*TAINTED))
    result = reread("check", "a.ipynb", "--select", "py/sql-injection")
    assert "a.ipynb:cell 2:2:1: error py/sql-injection" in result.out
    assert "see a.ipynb:4: cell 1: " in result.out


def test_names_of_cells_before_are_defined_and_those_of_cells_after_too(folder, reread):
    (folder.path / OWN_SETTINGS).unlink()
    folder.write("a.ipynb", notebook(code("import os"), code("def f():\n", "    return os.name, g()"), code("g = len")))
    standard = ("check", "--hints")
    assert reread(*standard, "a.ipynb").out == ""
    folder.write("b.ipynb", notebook(code("def f():\n", "    return os.name")))
    assert "undefined-name" in reread(*standard, "b.ipynb").out


def test_a_magic_that_runs_code_may_define_any_name(folder, reread):
    folder.write("a.ipynb", notebook(code("%run setup.py"), code("def f():\n", "    return os.name")))
    assert reread("check", "--profile", "standard", "a.ipynb").out == ""


def test_programs_get_the_cell_or_the_line_in_the_file(folder, reread):
    path = folder.write("a.ipynb", notebook(code("x = 1\n", "take_a_nap(1)")))
    [found] = json.loads(reread("check", "--select", "no-sleep", "--format", "json").out)["findings"]
    assert (found["cell"], found["start"]) == (1, {"line": 2, "column": 1})
    [annotation] = reread("check", "--select", "no-sleep", "--format", "github").out.splitlines()
    line = path.read_text().splitlines().index('    "take_a_nap(1)"') + 1
    assert f"line={line},endLine={line},col=6,endColumn=18," in annotation


def test_text_rules_see_outputs_as_well_and_a_cell_once(folder, reread):
    word = "password = 'correct horse battery staple'"
    folder.write(
        "house.yaml",
        "rules: [{id: horse, languages: [generic], severity: ERROR, message: A horse., pattern-regex: horse}]",
    )
    seen = {**code("x = 1"), "outputs": [{"text": ["a grey horse's"]}]}
    folder.write("a.ipynb", notebook(seen, code(word)))
    out = reread("check", "a.ipynb", "--rules", "house.yaml", "--select", "horse").out
    assert "a.ipynb:cell 2:1:21: error horse" in out


def test_what_is_passed_over_is_said(folder, reread):
    folder.write("a.ipynb", notebook(code("%%bash\n", "ls")))
    assert "a.ipynb: not checked: 1 code cell in other languages\n" in reread("check").err


def test_a_file_that_is_no_notebook_is_checked_as_text(folder, reread):
    folder.write("a.ipynb", "version https://git-lfs.github.com/spec/v1\n")
    assert "a.ipynb: checked as text only: not the JSON of a notebook" in reread("check").err


def test_a_notebook_is_not_fixed_on_disk(folder, reread):
    before = notebook(code("old_name(1)"))
    path = folder.write("a.ipynb", before)
    result = reread("check", "--fix")
    assert "not fixed: notebooks can only be fixed in an editor" in result.err
    assert path.read_text() == before
