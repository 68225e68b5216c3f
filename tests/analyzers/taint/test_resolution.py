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


Case = tuple[str, str, str]
"""The language, the rule and the code."""
ASKING = "type Asking interface {\n\tQuery(text string) error\n\tGet(address string) error\n}\n"
EXPRESS = "{}\nexpress().post('/', async (req, res) => {{ {} }});\n"


def flask(rule: str, imports: str, body: str) -> Case:
    return "python", f"py/{rule}", FLASK.format(imports=imports, body=body)


def go(rule: str, imports: str, type_: str, body: str, after: str = "") -> Case:
    return "go", f"go/{rule}", GO.format(imports=imports, type=type_, body=body) + after


def express(rule: str, imports: str, body: str) -> Case:
    return "javascript", f"js/{rule}", "const express = require('express');\n" + EXPRESS.format(imports, body)


def typed(rule: str, imports: str, body: str) -> Case:
    return "typescript", f"js/{rule}", "import express from 'express';\n" + EXPRESS.format(imports, body)


@pytest.mark.parametrize(
    ("language", "rule", "code"),
    [
        flask("command-injection", "import os", "os.system('ls ' + request.args['d'])"),
        # A statement of SQL says what it is given to.
        flask("sql-injection", "from .db import db", "db.execute('SELECT ' + request.args['d'])"),
        # A class may have the methods of its base.
        flask(
            "sql-injection",
            "from flask_sqlalchemy import SQLAlchemy\nclass Store(SQLAlchemy): pass",
            "Store().session.execute('x' + request.args['q'])",
        ),
        express("ssrf", "const request = require('request');", "request.get(req.query.url);"),
        express(
            "nosql-injection",
            "const User = require('../models/user');",
            "await User.findOne({ name: req.body.name });",
        ),
        express(
            "sql-injection", "const db = require('./db');", "db.query('SELECT * FROM t WHERE id = ' + req.query.id);"
        ),
        # A parameter hides what is imported.
        express(
            "sql-injection",
            "const db = require('./rpc');\nfunction run(db, req) { db.query(req.query.sql); }",
            "run(other, req);",
        ),
        typed("ssrf", "import axios from 'axios';", "axios.get(req.query.url);"),
        # A module that is named for a database may be one.
        typed("sql-injection", "import db from '../knex';", "db.raw(req.query.order);"),
        typed("sql-injection", "import db from '@/lib/db';", "db.raw(req.query.order);"),
        typed("sql-injection", "import db from './models';", "db.raw(req.query.order);"),
        go("sql-injection", '"database/sql"', "*sql.DB", 'c.Query(r.FormValue("q"))'),
        ("java", "java/reflected-xss", SERVLET.format(imports="", type="HttpServletRequest", call='getParameter("a")')),
    ],
)
def test_a_call_of_a_library_is_proven(language: str, rule: str, code: str) -> None:
    assert certain(STANDARD, language, rule, code) == [True]


@pytest.mark.parametrize(
    ("language", "rule", "code"),
    [
        flask("sql-injection", "from .rpc import client", "client.execute(request.args['task'])"),
        flask("sql-injection", "import rpc", "c = rpc.connect()\n    c.execute(request.args['task'])"),
        flask("sql-injection", "import app.helpers", "app.helpers.execute(request.args['q'])"),
        flask("sql-injection", "import app.helpers as h", "h.fetch_all(request.args['q'])"),
        flask("sql-injection", "from . import helpers", "helpers.execute(request.args['q'])"),
        flask("sql-injection", "from .rpc import Client", "Client().execute(request.args['q'])"),
        express("ssrf", "const request = require('./request');", "request.get(req.query.url);"),
        express("nosql-injection", "const posts = require('../posts');", "await posts.exists({ id: req.body.id });"),
        express("sql-injection", "const helpers = require('./helpers');", "helpers.web.query(req.body.handle);"),
        express(
            "nosql-injection", "const posts = require('../posts').of('a');", "await posts.findOne({ id: req.body.id });"
        ),
        express("nosql-injection", "", "await require('../posts')(1).findOne({ id: req.body.id });"),
        express(
            "nosql-injection",
            "",
            "const posts = new (require('../posts'))(); await posts.findOne({ id: req.body.id });",
        ),
        express(
            "nosql-injection", "", "const posts = await import('../posts'); await posts.findOne({ id: req.body.id });"
        ),
        typed("ssrf", "import request from '@/utils/request';", "request.get(req.query.url);"),
        go("sql-injection", '"example.org/web"', "web.Client", 'c.Query(r.FormValue("q"))'),
        go("sql-injection", '"example.org/web"', "*web.Client", 'c.Exec(r.FormValue("q"))'),
        go("sql-injection", "", "Asking", 'c.Query(r.FormValue("q"))', ASKING),
        go("ssrf", "", "Asking", 'c.Get(r.FormValue("q"))', ASKING),
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


def test_what_a_library_model_of_the_workspace_names_is_believed(tmp_path: Path) -> None:
    model = tmp_path / "rpc.yaml"
    model.write_text("library: rpc\nlanguages: [python]\nsinks:\n  - function: rpc.tally\n    class: sql\n")
    engine = Engine(load((str(model),)), CheckOptions(profile=Profile.QUIET))
    assert certain(engine, *flask("sql-injection", "from rpc import tally", "tally(request.args['q'])")) == [True]


PACKAGE = """package org.shop.core;
import org.springframework.web.bind.annotation.{annotations};
import {imported};
@RestController class A {{
  private {type} client;
  @org.springframework.web.bind.annotation.PostMapping("/")
  Object a(@org.springframework.web.bind.annotation.RequestParam String name) {{ return {call}; }}
}}
"""


@pytest.mark.parametrize(
    ("rule", "imported", "call", "expected"),
    [
        ("java/sql-injection", "org.shop.extension.Client", "client.update(name)", []),
        ("java/sql-injection", "org.springframework.jdbc.core.JdbcTemplate", "client.update(name)", [True]),
        ("java/sql-injection", "org.shop.store.SqlClient", "client.update(name)", [True]),
        ("java/path-traversal", "com.google.common.io.Files", "Files.getFileExtension(name)", []),
        ("java/path-traversal", "java.nio.file.Files", "Files.readAllBytes(name)", [True]),
        ("java/path-traversal", "java.net.URI", "client.resolve(name)", []),
        # All of a package: any of its types may be the one.
        ("java/sql-injection", "org.shop.extension.*", "client.update(name)", []),
        ("java/sql-injection", "org.shop.database.*", "client.update(name)", [True]),
        ("java/sql-injection", "org.springframework.jdbc.core.*", "client.update(name)", [True]),
    ],
)
def test_a_method_is_judged_by_the_declared_type_of_its_object(rule, imported, call, expected) -> None:
    name = imported.rpartition(".")[2]
    type_, annotations = ("Client", "RestController") if name == "*" else (name, "*")
    code = PACKAGE.format(annotations=annotations, imported=imported, type=type_, call=call)
    assert certain(STANDARD, "java", rule, code) == expected
