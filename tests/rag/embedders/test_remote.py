"""Embedders behind an address, against the stand-in."""

from __future__ import annotations

import json

import httpx
import numpy as np
import pytest

from reread.rag.embed import Address, EmbeddingError
from reread.rag.embedders import ollama, openai, remote
from tests.standin import Fault, Reply, StandIn

KINDS = [ollama, openai]


@pytest.fixture
def model(monkeypatch):
    monkeypatch.setattr(remote, "_wait", lambda state: 0.0)
    with StandIn() as server:
        yield server


def connected(module, model, redact=lambda text: text, **about):
    base_url = model.url if module is ollama else model.openai_url
    return module.connect(Address(base_url, "stand-in", **about), redact)


@pytest.mark.parametrize("module", KINDS)
def test_every_text_gets_a_vector_of_length_one_in_its_place(model, module):
    embedder = connected(module, model)
    vectors = embedder.embed(["one", "two", "one"])
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, embedder.dimensions)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert (vectors[0] == vectors[2]).all()
    assert (vectors[0] != vectors[1]).any()


@pytest.mark.parametrize("module", KINDS)
def test_texts_are_sent_in_batches(model, module, monkeypatch):
    monkeypatch.setattr(remote, "_BATCH", 2)
    assert len(connected(module, model).embed(["a", "b", "c", "d", "e"])) == 5
    assert [len(request.json["input"]) for request in model.requests] == [2, 2, 1]


def test_no_text_asks_nobody(model):
    assert connected(openai, model, dimensions=8).embed([]).shape == (0, 8)
    assert model.requests == []


@pytest.mark.parametrize("module", KINDS)
def test_the_size_is_asked_for_and_of_the_model_when_it_is_not_set(model, module):
    assert connected(module, model, dimensions=12).embed(["a"]).shape == (1, 12)
    assert model.requests[0].json["dimensions"] == 12
    assert connected(module, model).dimensions == 16
    assert "dimensions" not in model.requests[1].json


def test_the_key_goes_into_the_header(model):
    connected(openai, model, key="sk-1").embed(["a"])
    connected(openai, model).embed(["a"])
    assert [request.headers.get("authorization") for request in model.requests] == ["Bearer sk-1", None]


def test_what_is_sent_was_redacted_cut_and_is_never_empty(model):
    embedder = connected(openai, model, lambda text: text.replace("hunter2", "***"))
    embedder.embed(["password hunter2", "x" * 20_000, ""])
    sent = model.requests[0].json["input"]
    assert [sent[0], len(sent[1]), sent[2]] == ["password ***", 8_000, " "]


@pytest.mark.parametrize("module", KINDS)
@pytest.mark.parametrize("reply", [{"status": 429}, {"status": 503}, {"fault": Fault.DROP}])
def test_what_may_pass_is_tried_again(model, module, reply):
    model.script(*[Reply(kind="embed", **reply) for _ in range(3)])
    assert len(connected(module, model).embed(["a"])) == 1
    assert len(model.requests) == 4


@pytest.mark.parametrize(("status", "words"), [(401, "the key"), (404, "model stand-in"), (400, "HTTP 400")])
def test_what_will_not_pass_is_said_at_once(model, status, words):
    model.script(Reply(kind="embed", status=status))
    with pytest.raises(EmbeddingError, match=words):
        connected(openai, model).embed(["a"])
    assert len(model.requests) == 1


def test_after_all_attempts_nobody_is_asked_for_a_while(model, monkeypatch):
    model.always(Reply(kind="embed", status=503))
    embedder = connected(ollama, model)
    for expected in ("HTTP 503", "a moment ago"):
        with pytest.raises(EmbeddingError, match=expected):
            embedder.embed(["a"])
    assert len(model.requests) == 4
    model.always(Reply(kind="embed"))
    monkeypatch.setattr(remote.time, "monotonic", lambda: 1e12)
    assert len(embedder.embed(["a"])) == 1


def test_a_server_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr(remote, "_wait", lambda state: 0.0)
    with StandIn() as gone:
        pass
    with pytest.raises(EmbeddingError, match=r"ollama: cannot reach http://127\.0\.0\.1"):
        connected(ollama, gone).embed(["a"])


@pytest.mark.parametrize(
    "answer",
    [
        "<html>",
        "[]",
        "{}",
        json.dumps({"embeddings": [[1.0, 2.0]]}),
        json.dumps({"embeddings": [[1.0], [1.0, 2.0]]}),
        json.dumps({"embeddings": [["a"], ["b"]]}),
        json.dumps({"embeddings": [[], []]}),
        '{"embeddings": [[NaN, 1], [1, 2]]}',
    ],
)
def test_an_answer_without_a_vector_for_each_text_is_refused(model, answer):
    model.script(Reply(kind="embed", raw=answer, content_type="application/json"))
    with pytest.raises(EmbeddingError, match=r"stand-in|127"):
        connected(ollama, model).embed(["a", "b"])


def test_an_answer_of_another_size_is_refused(model):
    embedder = connected(ollama, model)
    embedder.embed(["a"])
    model.script(Reply(kind="embed", raw=json.dumps({"embeddings": [[1.0, 2.0]]})))
    with pytest.raises(EmbeddingError, match="2 dimensions instead of 16"):
        embedder.embed(["b"])


def test_vectors_come_in_the_order_of_the_texts_whatever_order_they_are_sent_in(model):
    entries = [{"index": 1, "embedding": [0.0, 1.0]}, {"index": 0, "embedding": [1.0, 0.0]}]
    model.script(Reply(kind="embed", raw=json.dumps({"data": entries})))
    assert connected(openai, model).embed(["a", "b"]).tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_the_name_tells_address_model_and_size_apart_and_can_be_a_file():
    about = [
        ("http://a/v1", "m:1", 0),
        ("http://b/v1", "m:1", 0),
        ("http://a/v1", "hf.co/x/M", 0),
        ("http://a/v1", "m:1", 8),
    ]
    names = {openai.connect(Address(url, model, "", size), str).name for url, model, size in about}
    assert len(names) == 4
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-") for name in names)


class Failed:
    """An attempt that the server answered with HTTP 429, as tenacity shows it."""

    attempt_number = 2

    def __init__(self, headers):
        request = httpx.Request("POST", "http://a")
        self.error = httpx.HTTPStatusError("", request=request, response=httpx.Response(429, headers=headers))

    @property
    def outcome(self):
        return self

    def exception(self):
        return self.error


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"retry-after": "3"}, 3.0), ({"retry-after": "900"}, 30.0), ({"retry-after": "Tue"}, 1.0), ({}, 1.0)],
)
def test_the_pause_is_what_the_server_asks_for_within_reason(headers, seconds):
    assert remote._wait(Failed(headers)) == seconds
