"""The stand-in itself: other tests rest on it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.standin import Fault, RemoteStandIn, Reply, StandIn, reviewer

ROOT = Path(__file__).parents[2]
PATHS = {"openai": "/v1/chat/completions", "anthropic": "/v1/messages", "ollama": "/api/chat"}


@pytest.fixture
def model():
    with StandIn() as stand_in:
        yield stand_in


def post(url: str, body: dict) -> tuple[int, str]:
    request = urllib.request.Request(url, data=json.dumps(body).encode(), method="POST")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=20) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def ask(model, vendor: str, stream: bool) -> tuple[int, str]:
    body = {"model": "m", "stream": stream, "messages": [{"role": "user", "content": "hello"}]}
    return post(model.url + PATHS[vendor], body)


def test_openai_streams_chunks_and_ends_with_done(model):
    model.script(Reply(text="one two", pieces=4))
    _, text = ask(model, "openai", stream=True)
    lines = [line.removeprefix("data: ") for line in text.split("\n\n") if line]
    assert lines[-1] == "[DONE]"
    chunks = [json.loads(line) for line in lines[:-1]]
    assert "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks if chunk["choices"]) == "one two"
    assert chunks[-2]["choices"][0]["finish_reason"] == "stop"
    assert chunks[-1]["usage"]["total_tokens"] > 0


def test_anthropic_streams_its_events_in_order(model):
    model.script(Reply(text="one two", pieces=4))
    _, text = ask(model, "anthropic", stream=True)
    events = [line.removeprefix("event: ") for line in text.split("\n") if line.startswith("event: ")]
    assert events == [
        "message_start",
        "content_block_start",
        "ping",
        "content_block_delta",
        "content_block_delta",
        "content_block_stop",
        "message_delta",
        "message_stop",
    ]


def test_ollama_streams_lines(model):
    model.script(Reply(text="one two", pieces=4))
    lines = [json.loads(line) for line in ask(model, "ollama", stream=True)[1].splitlines()]
    assert [line["message"]["content"] for line in lines] == ["one ", "two", ""]
    assert lines[-1]["done"]
    assert lines[-1]["done_reason"] == "stop"


@pytest.mark.parametrize("vendor", PATHS)
def test_a_whole_answer_comes_without_streaming(model, vendor):
    model.script(Reply(text="one two"))
    assert "one two" in ask(model, vendor, stream=False)[1]


@pytest.mark.parametrize("vendor", PATHS)
def test_an_error_has_the_status_headers_and_form_of_its_vendor(model, vendor):
    model.script(Reply(status=429, error="slow down", headers={"retry-after": "3"}))
    status, text = ask(model, vendor, stream=True)
    assert status == 429
    assert "slow down" in json.dumps(json.loads(text)["error"])


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("vendor", PATHS)
def test_requests_one_after_the_other_are_never_open_at_once(model, vendor, stream):
    for _ in range(30):
        ask(model, vendor, stream)
    assert model.state.peak == 1


def test_requests_that_wait_for_their_answers_are_open_at_once(model):
    model.script(Reply(fault=Fault.HANG), Reply(fault=Fault.HANG))
    with ThreadPoolExecutor() as threads:
        asked = [threads.submit(ask, model, "openai", True) for _ in range(2)]
        model.wait_for_requests(2)
        assert model.state.peak == 2
        model.release()
        assert [answer.result()[0] for answer in asked] == [200, 200]


def test_a_release_is_for_all_that_has_arrived_though_it_has_not_come_to_its_gate(model, monkeypatch):
    took = model.state.took

    def released_at_once(request):
        reply = took(request)
        model.release()
        return reply

    monkeypatch.setattr(model.state, "took", released_at_once)
    model.script(Reply(fault=Fault.HANG), Reply(fault=Fault.GATE, after=1))
    assert [ask(model, "openai", stream=True)[0] for _ in range(2)] == [200, 200]


def test_replies_are_taken_in_turn_and_then_the_default(model):
    model.script(Reply(text="first"), Reply(text="second"))
    model.always(Reply(text="always"))
    assert [ask(model, "openai", stream=False)[1].count(word) for word in ("first", "second", "always", "always")] == [
        1
    ] * 4


def test_it_remembers_every_request(model):
    ask(model, "openai", stream=False)
    [request] = model.requests
    assert (request.protocol, request.path, request.prompt) == ("openai", PATHS["openai"], "hello")
    assert request.headers["host"].startswith("127.0.0.1:")
    model.reset()
    assert model.requests == []


def test_other_questions_are_not_taken_for_calls(model):
    post(model.url + "/api/show", {"model": "m"})
    assert post(model.url + "/nothing", {})[0] == 404
    assert model.requests == []
    assert [request.path for request in model.state.others] == ["/api/show", "/nothing"]


def test_it_knows_a_few_bugs_and_quotes_them():
    code = "def f(x):\n    for i in range(len(x) + 1):\n        print(x[i])\n    return x == None\n"
    prompt = f'<<<CODE 0123456789ab path="a.py">>>\n{code}\n<<<END 0123456789ab>>>'
    found = json.loads(reviewer.answer(prompt))["findings"]
    assert [finding["quote"] for finding in found] == ["    for i in range(len(x) + 1):", "    return x == None"]
    assert found[0]["edits"] == [{"search": found[0]["quote"], "replace": "    for i in range(len(x)):"}]


@pytest.mark.parametrize("code", ["x = 1\n", "", "def f(x):\n    return sum(x) / len(x) if x else 0\n"])
def test_it_finds_nothing_in_good_code(code):
    assert json.loads(reviewer.answer(f"<<<CODE 0123456789ab>>>\n{code}\n<<<END 0123456789ab>>>")) == {"findings": []}


def test_it_runs_in_a_process_of_its_own_and_ends_with_its_input():
    command = [sys.executable, "-m", "tests.standin"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        remote = RemoteStandIn(json.loads(process.stdout.readline())["url"])
        remote.script(Reply(text="from afar"), Reply(fault=Fault.CUT))
        assert "from afar" in ask(remote, "openai", stream=False)[1]
        seen = remote.wait(requests=1, idle=True)
        assert (len(seen.requests), seen.queued, seen.connections) == (1, 1, 0)
        assert remote.reset().requests == []
        process.stdin.close()
        assert process.wait(120) == 0


def test_a_command_that_makes_no_sense_is_rejected(model):
    assert post(model.url + "/__control__", {"script": 3})[0] == 400
