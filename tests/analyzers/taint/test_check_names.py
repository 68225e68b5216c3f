"""A name makes a call a check only where nothing else says what the call does: no sink, no known library."""

from __future__ import annotations

import pytest

from reread.analyzers.dataflow.cross_file.known_libraries import library_names
from reread.analyzers.syntax import parse
from reread.analyzers.taint.doubtful import POSSIBLE
from reread.analyzers.text import Document
from tests.analyzers.taint.test_certainty import QUIET, STANDARD

ENDINGS = {"python": "py", "javascript": "js", "typescript": "ts", "go": "go", "java": "java"}
JAVA = "import jakarta.servlet.http.*;\nimport {};\nclass A extends HttpServlet {{\n"
JAVA += "  public void doGet(HttpServletRequest req, HttpServletResponse res) throws Exception {{\n"
JAVA += '    String cmd = req.getParameter("cmd");\n    {};\n    Runtime.getRuntime().exec("sh -c " + cmd);\n  }}\n}}\n'
SCRIPT = "import express from 'express';\nimport {{ exec }} from 'child_process';\nimport {};\nconst app = express();\n"
SCRIPT += "app.get('/', (req, res) => {{\n  const cmd = req.query.cmd;\n  {};\n  exec('sh -c ' + cmd);\n}});\n"
PYTHON = "import os\nfrom flask import Flask, request\n{}\napp = Flask(__name__)\n@app.route('/')\ndef view():\n"
PYTHON += "    cmd = request.args['cmd']\n    {}\n    os.system('sh -c ' + cmd)\n"
GO = 'package a\n\nimport (\n\t"database/sql"\n\t"net/http"\n\t{}\n)\n\nfunc f(db *sql.DB, r *http.Request) {{\n'
GO += '\tcmd := r.FormValue("cmd")\n\t{}\n\tdb.Exec("delete sh -c " + cmd)\n}}\n'
FILES = {"python": PYTHON, "javascript": SCRIPT, "typescript": SCRIPT, "java": JAVA, "go": GO}

# In Go the rule for queries is asked: the record does not admit the one for commands to the profile.
OF_LIBRARIES = [
    ("python", "import keyword", "keyword.iskeyword(cmd)"),
    ("python", "from inspect import isclass", "isclass(cmd)"),
    ("python", "import html as h", "safe = h.escape(cmd)"),
    ("python", "from django.utils import html", "safe = html.escape(cmd)"),
    ("javascript", "assert from 'node:assert'", "assert.ok(cmd)"),
    ("typescript", "util from 'util'", "util.isDeepStrictEqual(cmd, 1)"),
    ("go", '"go/token"', "token.IsKeyword(cmd)"),
    ("go", '"unicode/utf8"', "utf8.ValidString(cmd)"),
    ("go", '"unicode/utf8"', "if !utf8.ValidString(cmd) {\n\t\treturn\n\t}"),
    ("go", '"encoding/json"', "json.Valid([]byte(cmd))"),
    ("go", 'checks "go/token"', "checks.IsExported(cmd)"),
    ("java", "java.util.Objects", "Objects.requireNonNull(cmd)"),
    ("java", "org.springframework.util.Assert", "Assert.isInstanceOf(String.class, cmd)"),
]
OF_OTHERS = [
    ("python", "from house import check_call", "check_call(cmd)"),
    ("python", "from .subprocess import check_output", "check_output(cmd)"),
    ("javascript", "{ check } from './assert'", "check(cmd)"),
    ("typescript", "v from 'some-checks'", "v.assertCommand(cmd)"),
    ("go", '"example.org/checks"', "checks.MustBePlain(cmd)"),
    ("java", "com.example.Checks", "Checks.requirePlain(cmd)"),
]


def of_commands(language: str, imported: str, call: str) -> list[bool]:
    code = FILES[language].format(imported, call)
    found = QUIET.check(Document(f"file:///a.{ENDINGS[language]}", code, language=language), f"a.{ENDINGS[language]}")
    line = next(at for at, text in enumerate(code.split("\n")) if "sh" in text and "-c" in text)
    lines = Document("file:///a", code, language=language).lines
    return [
        each.confidence > POSSIBLE
        for each in found.findings
        if each.rule.endswith(("command-injection", "go/sql-injection")) and lines.line_of(each.span.start) == line
    ]


@pytest.mark.parametrize(("language", "imported", "call"), OF_LIBRARIES)
def test_a_function_of_a_known_library_is_no_check(language, imported, call):
    assert len(of_commands(language, imported, call)) == 1


@pytest.mark.parametrize(("language", "imported", "call"), OF_OTHERS)
def test_a_function_of_any_other_with_such_a_name_may_be_one(language, imported, call):
    assert of_commands(language, imported, call) == []


@pytest.mark.parametrize("call", ["subprocess.check_output(cmd, shell=True)", "subprocess.check_call(cmd, shell=True)"])
@pytest.mark.parametrize("before", ["", "cmd = request.args['cmd']\n    "])
def test_a_sink_is_no_check_of_itself(before, call):
    given = call.replace("cmd", "cmd" if before else "request.args['cmd']")
    code = f"import subprocess\nfrom flask import Flask, request\napp = Flask(__name__)\n@app.route('/')\ndef view():\n    {before}{given}\n"
    found = QUIET.check(Document("file:///a.py", code, language="python"), "a.py").findings
    assert "py/command-injection" in {each.rule for each in found}


EXPRESS = "import express from 'express';\n{}\nconst app = express();\napp.get('/', (req, res) => {{\n{}}});\n"
SQLX = 'package a\n\nimport (\n\t"net/http"\n\t"github.com/jmoiron/sqlx"\n)\n\n'
SQLX += "func f(db *sqlx.DB, r *http.Request) {{\n{}}}\n"
SINKS_LIKE_CHECKS = [
    ("go", "go/sql-injection", SQLX, ['value := r.FormValue("v")', *('db.MustExec("delete from t " + value)',) * 2]),
    ("go", "go/sql-injection", SQLX, ['db.MustExec(r.FormValue("v"))'] * 2),
    (
        "javascript",
        "js/path-traversal",
        EXPRESS.replace("{}", "import disk from 'fs-extra';", 1),
        ["const path = req.query.path;", "disk.ensureDirSync(path);", "disk.ensureFileSync(path);"],
    ),
]


@pytest.mark.parametrize(("language", "rule", "around", "lines"), SINKS_LIKE_CHECKS)
def test_a_sink_is_no_check_of_what_comes_to_the_next_one(language, rule, around, lines):
    """Of a library that is not known, so that it is the sink alone that says so."""
    code = around.format("".join(f"\t{line}\n" for line in lines))
    document = Document(f"file:///a.{ENDINGS[language]}", code, language=language)
    assert library_names(parse(document)).isdisjoint({"disk", "sqlx", "db"})
    found = [each.confidence > POSSIBLE for each in STANDARD.check(document, "a").findings if each.rule == rule]
    assert found == [True, True]


def test_what_no_sink_is_may_be_a_check_before_one():
    code = SQLX.format('\tv := r.FormValue("v")\n\tdb.MustCheck(v)\n\tdb.MustExec("delete from t " + v)\n')
    document = Document("file:///a.go", code, language="go")
    found = [
        each.confidence > POSSIBLE for each in STANDARD.check(document, "a").findings if each.rule == "go/sql-injection"
    ]
    assert found == [False]


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("python", "import os, mine\nfrom .os import path\nfrom json import *\n", {"os"}),
        ("javascript", "const fs = require('fs'); import x from './fs'; import y from 'fsx';", {"fs"}),
        ("go", 'package a\nimport ("os"; "example.org/os2")\n', {"os"}),
        ("java", "import java.util.Objects; import javaish.util.Lists; import java.io.*;", {"Objects"}),
        ("ruby", "require 'os'", set()),
    ],
)
def test_only_what_is_imported_from_a_known_library_is_of_it(language, code, expected):
    tree = parse(Document("file:///a", code, language=language))
    assert tree is not None
    assert library_names(tree) == expected
