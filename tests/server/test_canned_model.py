"""The canned model of the demo: a server in the form of OpenAI's API that knows the sample's change only."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reread.analyzers.review import prompts
from reread.analyzers.review.answer.schema import FixAnswer, ModelFinding, Refutation, TriageAnswer
from reread.analyzers.review.prompts import Section
from reread.server import demo
from reread.server.demo import canned_answers
from reread.server.demo.canned_model import CannedModel

CHANGE = Path(demo.__file__).parent / "change"
CODE = (CHANGE / "desk" / "prices.py").read_text(encoding="utf-8").rstrip("\n")
OTHER = "def unknown():\n    return 1"


@pytest.fixture
def model() -> Iterator[CannedModel]:
    with CannedModel() as running:
        yield running


def prompt(version: str, *sections: Section) -> str:
    fields = {"secret_prefix": "X", "most_findings": "5"}
    return prompts.render(version, fields, sections).user


def review(code: str) -> str:
    return prompt(prompts.REVIEW, Section("CODE", code, {"unit": "1"}))


def post(model: CannedModel, body: bytes, path: str = "/v1/chat/completions") -> tuple[int, str, str]:
    connection = http.client.HTTPConnection(urlsplit(model.url).netloc, timeout=30)
    try:
        connection.request("POST", path, body)
        response = connection.getresponse()
        return response.status, response.headers["content-type"], response.read().decode()
    finally:
        connection.close()


def ask(model: CannedModel, words: str, *, stream: bool) -> tuple[int, str, str]:
    messages = [{"role": "system", "content": "rules"}, {"role": "user", "content": words}]
    return post(model, json.dumps({"model": "canned-demo", "messages": messages, "stream": stream}).encode())


def test_it_listens_on_loopback_alone(model):
    assert urlsplit(model.url).hostname == "127.0.0.1"


def test_an_answer_is_streamed_in_pieces_that_make_the_whole(model):
    status, content_type, body = ask(model, review(CODE), stream=True)
    assert (status, content_type) == (200, "text/event-stream")
    events = [line.removeprefix("data: ") for line in body.splitlines() if line]
    assert events.pop() == "[DONE]"
    chunks = [json.loads(event) for event in events]
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    pieces = [choice["delta"].get("content", "") for chunk in chunks for choice in chunk["choices"]]
    assert len(pieces) > 10
    assert len(json.loads("".join(pieces))["findings"]) == 4
    assert chunks[-1]["usage"]["total_tokens"] == model.answered[0].tokens


def test_an_answer_that_is_not_streamed_is_one_object(model):
    status, content_type, body = ask(model, review(CODE), stream=False)
    assert (status, content_type) == (200, "application/json")
    content = json.loads(json.loads(body)["choices"][0]["message"]["content"])
    assert len(content["findings"]) == 4


def test_it_finds_nothing_in_code_that_it_does_not_know(model):
    assert '{\\"findings\\": []}' in ask(model, review(OTHER), stream=False)[2]
    assert '{\\"findings\\": []}' in ask(model, "Who are you?", stream=False)[2]


def test_another_path_is_not_found(model):
    assert post(model, b"{}", "/v1/messages")[0] == 404
    assert model.answered == []


@pytest.mark.parametrize("body", [b"", b"no JSON", b"[]", b"{}", b'{"messages": [{"role": "user"}]}'])
def test_what_is_no_request_for_a_completion_is_refused(model, body):
    assert post(model, body)[0] == 400
    assert model.answered == []


def test_nobody_listens_afterwards():
    with CannedModel() as model:
        pass
    with pytest.raises(ConnectionRefusedError):
        ask(model, review(CODE), stream=False)


def test_each_answer_is_in_the_form_that_is_asked_for():
    for entry in canned_answers._entries():
        said = ModelFinding.model_validate(entry["finding"])
        Refutation.model_validate(entry["refutation"])
        FixAnswer.model_validate(entry.get("second_fix", {}))
        assert said.title.rstrip(".") == said.title


def test_each_finding_quotes_lines_of_the_change():
    lines = [line for path in CHANGE.rglob("*.py") for line in path.read_text(encoding="utf-8").splitlines()]
    for entry in canned_answers._entries():
        assert lines.count(entry["finding"]["quote"]) == 1


def test_what_it_does_not_know_it_neither_refutes_nor_fixes():
    remark = prompt(prompts.REFUTE, Section("CODE", CODE), Section("REMARK", "Something else."))
    assert canned_answers.answer(remark).content["verdict"] == "unclear"
    problem = prompt(prompts.FIX, Section("CODE", CODE), Section("PROBLEM", "Something else."))
    assert canned_answers.answer(problem).content["edits"] == []


def test_it_knows_what_deserves_a_review():
    sections = [Section("CODE", text, {"unit": str(number)}) for number, text in enumerate((OTHER, CODE), 1)]
    said = TriageAnswer.model_validate(canned_answers.answer(prompt(prompts.TRIAGE, *sections)).content)
    assert [(each.unit, each.review) for each in said.units] == [(1, False), (2, True)]


def test_of_several_parts_it_names_the_one_that_a_finding_is_about():
    sections = [Section("CODE", text, {"unit": str(number)}) for number, text in enumerate((OTHER, CODE), 1)]
    found = canned_answers.answer(prompt(prompts.REVIEW, *sections)).content["findings"]
    assert {finding["unit"] for finding in found} == {2}


def test_of_the_change_as_a_whole_it_says_nothing():
    whole = canned_answers.answer(prompt(prompts.CHANGE, Section("CODE", CODE, {"unit": "1"})))
    assert (whole.kind, whole.content) == ("whole change", {"findings": []})
