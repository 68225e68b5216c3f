"""Findings of `quiet` are about calls of libraries: a name that is the project's own is a warning in `standard`."""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.taint.doubtful import POSSIBLE
from reread.analyzers.text import Document

QUIET, STANDARD = (Engine(load(()), CheckOptions(profile=profile)) for profile in (Profile.QUIET, Profile.STANDARD))


def certain(engine: Engine, language: str, rule: str, code: str) -> list[bool]:
    document = Document(f"file:///a.{language}", code, language=language)
    return [
        each.confidence > POSSIBLE for each in engine.check(document, f"a.{language}").findings if each.rule == rule
    ]


FLASK = "from flask import Flask, request\n{imports}\napp = Flask(__name__)\n@app.get('/')\ndef view():\n    {body}\n"
SERVLET = """package house;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
{imports}
class Page {{
  void show({type} request, HttpServletResponse response) throws Exception {{
    response.getWriter().println("<p>" + request.{call});
  }}
}}
"""
GO = """package house

import (
	"net/http"
	{imports}
)

func view(w http.ResponseWriter, r *http.Request, c {type}) {{
	{body}
}}
"""


def python(imports: str, body: str) -> str:
    return FLASK.format(imports=imports, body=body)


def go(imports: str, type_: str, body: str) -> str:
    return GO.format(imports=imports, type=type_, body=body)


ASKING = "type Asking interface {\n\tQuery(text string) error\n\tGet(address string) error\n}\n"
EXPRESS = "const express = require('express');\n{}\nexpress().post('/', async (req, res) => {{ {} }});\n"
TYPED = "import express from 'express';\n{}\nexpress().post('/', async (req, res) => {{ {} }});\n"


@pytest.mark.parametrize(
    ("language", "rule", "code"),
    [
        ("python", "py/command-injection", python("import os", "os.system('ls ' + request.args['d'])")),
        # A statement of SQL says what it is given to.
        ("python", "py/sql-injection", python("from .db import db", "db.execute('SELECT ' + request.args['d'])")),
        ("javascript", "js/ssrf", EXPRESS.format("const request = require('request');", "request.get(req.query.url);")),
        (
            "javascript",
            "js/nosql-injection",
            EXPRESS.format("const User = require('../models/user');", "await User.findOne({ name: req.body.name });"),
        ),
        (
            "javascript",
            "js/sql-injection",
            EXPRESS.format("const db = require('./db');", "db.query('SELECT * FROM t WHERE id = ' + req.query.id);"),
        ),
        ("typescript", "js/ssrf", TYPED.format("import axios from 'axios';", "axios.get(req.query.url);")),
        ("go", "go/sql-injection", go('"database/sql"', "*sql.DB", 'c.Query(r.FormValue("q"))')),
        ("java", "java/reflected-xss", SERVLET.format(imports="", type="HttpServletRequest", call='getParameter("a")')),
    ],
)
def test_a_call_of_a_library_is_proven(language: str, rule: str, code: str) -> None:
    assert certain(STANDARD, language, rule, code) == [True]


@pytest.mark.parametrize(
    ("language", "rule", "code"),
    [
        ("python", "py/sql-injection", python("from .rpc import client", "client.execute(request.args['task'])")),
        ("python", "py/sql-injection", python("import rpc", "c = rpc.connect()\n    c.execute(request.args['task'])")),
        ("python", "py/sql-injection", python("import app.helpers", "app.helpers.execute(request.args['q'])")),
        ("python", "py/sql-injection", python("import app.helpers as h", "h.fetch_all(request.args['q'])")),
        ("python", "py/sql-injection", python("from . import helpers", "helpers.execute(request.args['q'])")),
        ("python", "py/sql-injection", python("from .rpc import Client", "Client().execute(request.args['q'])")),
        (
            "javascript",
            "js/ssrf",
            EXPRESS.format("const request = require('./request');", "request.get(req.query.url);"),
        ),
        (
            "javascript",
            "js/nosql-injection",
            EXPRESS.format("const posts = require('../posts');", "await posts.exists({ id: req.body.id });"),
        ),
        (
            "javascript",
            "js/sql-injection",
            EXPRESS.format("const helpers = require('./helpers');", "helpers.web.query(req.body.handle);"),
        ),
        (
            "javascript",
            "js/nosql-injection",
            EXPRESS.format("const posts = require('../posts').of('all');", "await posts.findOne({ id: req.body.id });"),
        ),
        (
            "javascript",
            "js/nosql-injection",
            EXPRESS.format("", "await require('../posts')(1).findOne({ id: req.body.id });"),
        ),
        (
            "javascript",
            "js/nosql-injection",
            EXPRESS.format("", "const posts = new (require('../posts'))(); await posts.findOne({ id: req.body.id });"),
        ),
        (
            "javascript",
            "js/nosql-injection",
            EXPRESS.format("", "const posts = await import('../posts'); await posts.findOne({ id: req.body.id });"),
        ),
        (
            "typescript",
            "js/ssrf",
            TYPED.format("import request from '@/utils/request';", "request.get(req.query.url);"),
        ),
        ("go", "go/sql-injection", go('"example.org/web"', "web.Client", 'c.Query(r.FormValue("q"))')),
        ("go", "go/sql-injection", go('"example.org/web"', "*web.Client", 'c.Exec(r.FormValue("q"))')),
        ("go", "go/sql-injection", go("", "Asking", 'c.Query(r.FormValue("q"))') + ASKING),
        ("go", "go/ssrf", go("", "Asking", 'c.Get(r.FormValue("q"))') + ASKING),
    ],
)
def test_a_sink_of_the_projects_own_is_none(language: str, rule: str, code: str) -> None:
    assert certain(QUIET, language, rule, code) == []
    assert certain(STANDARD, language, rule, code) == []


PARAMETER = "{imports}\nfrom flask import request\ndef view(own: {type}):\n    own.execute('a' + request.args['q'])\n"


@pytest.mark.parametrize("type_", ["Client", "'Client'", "Client | None", "Optional[Client]", 'Optional["Client"]'])
def test_a_parameter_is_what_its_type_says(type_: str) -> None:
    """In quotation marks too, and as an option."""
    own = "from typing import Optional\nfrom .rpc import Client"
    library = "from typing import Optional\nfrom sqlite3 import Cursor as Client"
    for imports, expected in ((own, []), (library, [True])):
        code = PARAMETER.format(imports=imports, type=type_)
        assert certain(STANDARD, "python", "py/sql-injection", code) == expected


NEST = """import {{ Controller, Get, Query }} from '@nestjs/common';
import {{ Posts }} from '{module}';
@Controller()
export class A {{
  constructor({parameter}) {{}}
  @Get()
  list(@Query('a') a: string) {{ return this.posts.query('a' + a); }}
}}
"""


@pytest.mark.parametrize(("module", "expected"), [("./posts", []), ("mysql2", [True]), ("./database", [True])])
@pytest.mark.parametrize(
    "parameter", ["private posts: Posts", "readonly posts?: Posts", "protected posts: Posts | null"]
)
def test_a_parameter_of_a_constructor_that_is_a_field_has_its_type(parameter, module, expected) -> None:
    code = NEST.format(module=module, parameter=parameter)
    assert certain(STANDARD, "typescript", "js/sql-injection", code) == expected


def test_a_source_of_the_projects_own_is_in_doubt() -> None:
    code = SERVLET.format(imports="", type="Request", call="body()")
    assert certain(QUIET, "java", "java/reflected-xss", code) == []
    assert certain(STANDARD, "java", "java/reflected-xss", code) == [False]


@pytest.mark.parametrize("module", ["../knex", "@/lib/db", "./models"])
def test_a_module_named_for_a_database_may_be_one(module: str) -> None:
    code = TYPED.format(f"import db from '{module}';", "db.raw(req.query.order);")
    assert certain(STANDARD, "typescript", "js/sql-injection", code) == [True]


def test_a_class_with_a_base_may_have_its_methods(tmp_path: Path) -> None:
    code = python("from flask_sqlalchemy import SQLAlchemy\nclass Store(SQLAlchemy): pass", "{}")
    assert certain(
        STANDARD, "python", "py/sql-injection", code.format("Store().session.execute('x' + request.args['q'])")
    )


def test_what_a_library_model_of_the_workspace_names_is_believed(tmp_path: Path) -> None:
    model = tmp_path / "rpc.yaml"
    model.write_text("library: rpc\nlanguages: [python]\nsinks:\n  - function: rpc.tally\n    class: sql\n")
    code = python("from rpc import tally", "tally(request.args['q'])")
    engine = Engine(load((str(model),)), CheckOptions(profile=Profile.QUIET))
    assert certain(engine, "python", "py/sql-injection", code) == [True]


def test_a_parameter_hides_an_import() -> None:
    code = EXPRESS.format(
        "const db = require('./rpc');\nfunction run(db, req) { db.query(req.query.sql); }", "run(other, req);"
    )
    assert certain(STANDARD, "javascript", "js/sql-injection", code) == [True]


PACKAGE = (
    "package org.shop.core;\nimport org.springframework.web.bind.annotation.*;\n{imports}\n@RestController class A {{\n"
)
PACKAGE += (
    '  private {type} client;\n  @PostMapping("/") Object a(@RequestParam String name) {{ return {call}; }}\n}}\n'
)


@pytest.mark.parametrize(
    ("rule", "imported", "call", "expected"),
    [
        ("java/sql-injection", "org.shop.extension.Client", "client.update(name)", []),
        ("java/sql-injection", "org.springframework.jdbc.core.JdbcTemplate", "client.update(name)", [True]),
        ("java/sql-injection", "org.shop.store.SqlClient", "client.update(name)", [True]),
        ("java/path-traversal", "com.google.common.io.Files", "Files.getFileExtension(name)", []),
        ("java/path-traversal", "java.nio.file.Files", "Files.readAllBytes(name)", [True]),
        ("java/path-traversal", "java.net.URI", "client.resolve(name)", []),
    ],
)
def test_a_method_is_judged_by_the_declared_type_of_its_object(rule, imported, call, expected) -> None:
    code = PACKAGE.format(imports=f"import {imported};", type=imported.rpartition(".")[2], call=call)
    assert certain(STANDARD, "java", rule, code) == expected


@pytest.mark.parametrize(
    ("imports", "expected"),
    [
        ("import org.shop.extension.*;", []),
        ("import org.shop.database.*;", [True]),
        ("import org.springframework.jdbc.core.*;", [True]),
    ],
)
def test_all_of_a_package_may_have_the_type_of_an_object(imports, expected) -> None:
    code = PACKAGE.format(imports=imports, type="Client", call="client.update(name)")
    code = code.replace("annotation.*", "annotation.RestController")
    assert certain(STANDARD, "java", "java/sql-injection", code.replace("@RequestParam", PARAM)) == expected


PARAM = "@org.springframework.web.bind.annotation.RequestParam"
