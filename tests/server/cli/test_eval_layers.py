"""`reread eval` of rules, of rules and index, and of these and the model together."""

from __future__ import annotations

import json

import pytest

from reread.server.cli.reviewing.rule_answers import with_rules
from reread.server.evaluation.dataset import load
from reread.server.evaluation.values import AnnotatedLines, Answer, Reported
from tests.server.cli.test_leads import CODE, REAL
from tests.server.evaluation.scripted import Scripted
from tests.standin import Reply, StandIn

LITERAL = """
language: python
intent: Only the first
files:
  app/first.py: |2
     def is_first(number):
    -    return number == 1
    +    return number is 1
defects:
  - path: app/first.py
    line: return number is 1
    class: wrong-condition
    why: Identity of integers depends on the interpreter.
"""
CALLER = """
language: python
intent: Mails have no priority any more
files:
  mail/send.py: |2
    -def send(to, subject, priority=3):
    +def send(to, subject):
         return to, subject
beside:
  mail/alerts.py: |
    from mail.send import send


    def alarm(to):
        return send(to, "Alarm", priority=1)
defects:
  - path: mail/send.py
    line: "def send(to, subject):"
    class: broken-caller
    why: alarm() still passes priority, which raises TypeError.
    also:
      - path: mail/alerts.py
        line: return send(to, "Alarm", priority=1)
"""
CLEAN = """
language: python
intent: The name says what it is
files:
  app/name.py: |2
     def name(person):
    -    x = person.name
    -    return x
    +    full = person.name
    +    return full
clean: Only a local name is another.
"""


@pytest.fixture
def dataset(folder):
    for name, text in (("literal", LITERAL), ("caller", CALLER), ("clean", CLEAN)):
        folder.write(f"set/{name}.yaml", text)
    return folder


def counts(result) -> dict[str, int]:
    assert result.code == 0, result.err
    return json.loads(result.out)["first"]["score"]["counts"]


@pytest.mark.slow
def test_rules_are_measured_without_a_model(dataset, reread):
    result = reread("eval", "set", "--rules-only", "--format", "json", "-q")
    assert counts(result) == {"found": 1, "wrong": 0, "missed": 1, "repeated": 0}
    [wrong] = [json.loads(result.out)["first"]["model"]]
    assert wrong == "rules"


@pytest.mark.slow
def test_the_index_finds_what_a_change_breaks_elsewhere(dataset, reread):
    result = reread("eval", "set", "--with-index", "--format", "json", "-q")
    assert counts(result) == {"found": 2, "wrong": 0, "missed": 0, "repeated": 0}


@pytest.mark.slow
def test_what_a_layer_adds_is_a_comparison(dataset, reread):
    dataset.write("rules.json", reread("eval", "set", "--rules-only", "--format", "json", "-q").out)
    result = reread("eval", "set", "--with-index", "--against", "rules.json", "-q")
    assert "caller" in result.out


def test_a_calibration_is_of_a_model_alone(dataset, reread):
    assert "--calibrate is about the model's findings alone" in reread("eval", "set", "--rules-only", "--calibrate").err


def test_settings_of_rules_count(dataset, reread):
    silent = ("--set", "rules.ignore=['py/is-literal']")
    result = reread("eval", "set", "--rules-only", *silent, "--format", "json", "-q")
    assert counts(result) == {"found": 0, "wrong": 0, "missed": 2, "repeated": 0}


HINTED = """
language: python
intent: Show a file
files:
  app/show.py: |2
{code}
defects:
  - path: app/show.py
    line: {line}
    class: injection
    why: A name with dots leads out of the folder of the files.
"""


@pytest.mark.slow
@pytest.mark.parametrize(("verdict", "found"), [("real", 1), ("wrong", 0)])
def test_hints_are_asked_about_and_count_where_the_model_confirms_them(folder, reread, monkeypatch, verdict, found):
    lines = CODE.splitlines()
    [sink] = [line.strip() for line in lines if "open(" in line]
    code = "\n".join(f"    +{line}" for line in lines)
    folder.write("set/hinted.yaml", HINTED.format(code=code, line=json.dumps(sink)))
    answer = {**REAL, "verdict": verdict}
    with StandIn() as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.openai_url)
        model.answers(Scripted(load(str(folder.path / "set")), say=lambda *about: 0.0))
        model.script(Reply(kind="leads", text=json.dumps({"answers": [answer]})))
        result = reread("eval", "set", "--yes", "--with-model", "--format", "json", "-q")
        assert counts(result)["found"] == found
        assert "leads" in {request.kind for request in model.requests}


def reported(line: int, category: str, message: str = "m") -> Reported:
    return Reported(AnnotatedLines("a.py", line, line), category, 0.9, message)


def test_what_rule_and_model_find_at_a_place_is_one_finding():
    rules = Answer((reported(3, "injection"),))
    model = Answer(
        (reported(4, "sql-injection"), reported(3, "bug"), reported(3, "race"), reported(30, "injection")), tokens=7
    )
    both = with_rules(model, rules)
    assert [(each.place.first, each.category) for each in both.findings] == [
        (3, "injection"),
        (3, "race"),
        (30, "injection"),
    ]
    assert both.tokens == 7
