"""Hints of rules in a review: what a model confirms is more than a hint, and what it refutes is gone until it changes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from reread.server.known import known_leads
from tests.standin import Reply, StandIn

CODE = """import flask

app = flask.Flask(__name__)


@app.route("/show")
def show():
    name = flask.request.args["name"]
    with open("files/" + name) as file:
        return file.read()
"""
LINE = '    with open("files/" + name) as file:'
RULE = "py/path-traversal"
REAL = {
    "question": 1,
    "reason": "",
    "verdict": "real",
    "quote": LINE,
    "failure": "/show?name=../../etc/passwd",
    "confidence": 0.95,
}
WRONG = {**REAL, "verdict": "wrong", "failure": "", "reason": "the proxy only lets known names through"}


@pytest.fixture(scope="module")
def provider() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


@pytest.fixture
def model(provider, monkeypatch, tmp_path, nothing_from_outside) -> StandIn:
    provider.reset()
    (tmp_path / "settings.toml").write_text("[index]\nenable = false\n")
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("OLLAMA_HOST", provider.url)
    return provider


@pytest.fixture
def changed(repository):
    """A repository in which a file is new."""
    repository.write("readme.txt", "a project\n")
    repository.commit()
    repository.write("a.py", CODE)
    return repository


def answered(model: StandIn, answer: dict) -> None:
    model.script(Reply(kind="leads", text=json.dumps({"answers": [answer]})))


def found(reread, *arguments: str) -> list[tuple[str, str]]:
    out = json.loads(reread(*arguments, "--hints", "--format", "json").out)
    return [(each["rule"], each["severity"]) for each in out["findings"] if each.get("new", True)]


def test_a_confirmed_hint_has_the_severity_of_its_rule_and_the_case(changed, reread, model):
    assert found(reread, "check", "a.py") == [(RULE, "hint")]
    answered(model, REAL)
    result = reread("review")
    assert result.code == 1
    assert "model: no findings in 2 parts; 1 hint confirmed; " in result.err
    assert f"error {RULE}" in result.out
    assert "(confirmed by the model: /show?name=../../etc/passwd)" in result.out
    assert found(reread, "check", "a.py") == [(RULE, "error")]


@pytest.mark.slow
def test_a_refuted_hint_is_gone_until_the_code_changes(changed, reread, model):
    answered(model, WRONG)
    result = reread("review")
    assert (result.code, "; 1 hint refuted; " in result.err) == (0, True)
    assert found(reread, "check", "a.py") == []
    changed.write("a.py", "# moved down\n" + CODE)
    assert found(reread, "check", "a.py") == []
    changed.write("a.py", CODE.replace("    name =", "    print(1)\n    name ="))
    assert found(reread, "check", "a.py") == [(RULE, "hint")]


def test_what_is_unclear_stays_a_hint(changed, reread, model):
    answered(model, {**REAL, "verdict": "unclear"})
    assert reread("review").code == 0
    assert found(reread, "check", "a.py") == [(RULE, "hint")]


def test_no_model_asks_and_changes_nothing(changed, reread, model):
    assert found(reread, "review", "--no-model") == [(RULE, "hint")]
    assert model.requests == []


def test_the_plan_lists_the_question_and_its_price(changed, reread, model):
    plan = json.loads(reread("review", "--plan", "--format", "json").out)
    [lead] = plan["leads"]
    assert (lead["path"], lead["name"], lead["fate"]) == ("a.py", "hints of rules in show", "ask")
    assert plan["tokens"] == sum(each["tokens"] for each in [*plan["units"], plan["change"], lead])
    assert model.requests == []


def test_the_same_change_again_asks_nothing_and_stands_the_same(changed, reread, model):
    answered(model, REAL)
    reread("review")
    before = len(model.requests)
    assert reread("review").code == 1
    assert len(model.requests) == before


def test_the_setting_switches_the_questions_off(changed, reread, model, tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text(path.read_text() + "[review]\nleads = false\n")
    reread("review")
    assert "leads" not in {request.kind for request in model.requests}


def test_verdicts_of_a_damaged_file_are_forgotten(changed, reread, model):
    answered(model, WRONG)
    reread("review")
    with open(known_leads(str(changed.path)), "r+b") as file:
        file.write(b"damaged")
    assert found(reread, "check", "a.py") == [(RULE, "hint")]


def test_hints_in_a_script_of_developers_are_not_asked_about(changed, reread, model):
    (changed.path / "scripts").mkdir()
    (changed.path / "a.py").rename(changed.path / "scripts" / "a.py")
    assert found(reread, "check", "scripts/a.py") == [(RULE, "hint")]
    reread("review")
    assert "leads" not in {request.kind for request in model.requests}
