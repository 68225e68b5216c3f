"""Of the proven flows, `quiet` reports those that are in one function, into a sink that is known."""

from __future__ import annotations

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document

QUIET, STANDARD = (Engine(load(()), CheckOptions(profile=profile)) for profile in (Profile.QUIET, Profile.STANDARD))
HEAD = """import os
from flask import Flask, request
from house import client
app = Flask(__name__)
def run(command): os.system(command)
def wanted(): return request.args["name"]
@app.get("/")
def view(db):
    name = request.args["name"]
"""


def rules(engine: Engine, body: str) -> list[str]:
    text = HEAD + "".join(f"    {line}\n" for line in body.splitlines())
    return [each.rule for each in engine.check(Document("file:///a.py", text, language="python"), "a.py").findings]


@pytest.mark.parametrize(
    "body",
    [
        "os.system('ls ' + name)",
        "os.system('ls ' + request.args['x'])",
        "command = 'ls ' + name\nos.system(command)",
    ],
)
def test_a_flow_in_one_function_is_shown(body: str) -> None:
    assert rules(QUIET, body) == ["py/command-injection"]


@pytest.mark.parametrize("body", ["run('ls ' + name)", "os.system('ls ' + wanted())"])
def test_a_flow_through_another_function_is_not(body: str) -> None:
    assert rules(QUIET, body) == []
    assert "py/command-injection" in rules(STANDARD, body)


@pytest.mark.parametrize("statement", ["f\"select * from t where a = '{name}'\"", "'delete from t where a = ' + name"])
def test_a_statement_is_known_by_its_text(statement: str) -> None:
    assert rules(QUIET, f"db.execute({statement})") == ["py/sql-injection"]


def test_what_is_no_statement_needs_a_library_that_is_known() -> None:
    assert rules(QUIET, "db.execute('ping ' + name)") == []


def test_a_rule_that_is_selected_by_name_reports_all_flows() -> None:
    chosen = Engine(load(()), CheckOptions(select=frozenset({"py/command-injection"})))
    assert rules(chosen, "run('ls ' + name)") == ["py/command-injection"]
