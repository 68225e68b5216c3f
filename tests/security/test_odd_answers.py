"""Answers of a form that no honest server gives are one clear line, never a bug, and never work without end.

Who: whoever answers at the address that is set up: models, embedders, hosts of pull requests.
"""

from __future__ import annotations

import json
import zlib

import httpx
import pytest
import tenacity.nap

from reread.analyzers.network.clients import client
from reread.analyzers.review.provider import ProviderError
from reread.rag.embed import Address, EmbeddingError
from reread.rag.embedders import connect
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.rest import Rest
from tests.security.vendors import answer_of


def http(body: str | bytes, kind: str = "application/json", status: int = 200, **headers: str) -> bytes:
    data = body.encode() if isinstance(body, str) else body
    more = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\n{more}content-length: {len(data)}\r\n\r\n".encode() + data


def delta(**fields: object) -> str:
    return json.dumps({"choices": [{"delta": fields, "finish_reason": "stop"}]})


CHUNKS = (
    *("null", "5", "[1]", '"x"', '{"choices": 5}', '{"choices": [5]}', '{"choices": [{"delta": 5}]}'),
    *('{"choices": [], "usage": 5}', delta(content=5), delta(content=["a"]), delta(tool_calls=[5])),
    delta(tool_calls=[{"index": "a", "id": "b", "function": {"name": "c"}}]),
    delta(tool_calls=[{"index": 0, "id": 5, "function": {"name": [], "arguments": {}}}]),
)
EVENTS = (
    *('{"type": "message_start", "message": 5}', '{"type": "message_start"}'),
    '{"type": "message_start", "message": {"usage": {"input_tokens": "x"}}}',
    '{"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": 5}}',
    '{"type": "message_delta", "delta": null}',
    '{"type": "content_block_start", "index": [], "content_block": {"type": "tool_use", "id": 5, "name": 5}}',
)


@pytest.mark.parametrize("chunk", CHUNKS)
async def test_a_chunk_of_another_form(answering, chunk):
    server = answering(http(f"data: {chunk}\n\n", "text/event-stream"))
    with pytest.raises(ProviderError, match="not in the form"):
        await answer_of("openai", f"{server.url}/v1")


@pytest.mark.parametrize("event", EVENTS)
async def test_an_event_of_another_form(answering, event):
    name = json.loads(event)["type"]
    server = answering(http(f"event: {name}\ndata: {event}\n\n", "text/event-stream"))
    with pytest.raises(ProviderError, match="not in the form"):
        await answer_of("anthropic", server.url)


CODECS = {"zlib": zlib.compress(b"x" * 1_000), "punycode": b"a-bbbb", "idna": b"a", "hex": b"61", "undefined": b"a"}


@pytest.mark.parametrize("codec", CODECS)
def test_a_text_is_decoded_as_text_alone(answering, codec):
    """Python knows codecs that open what is compressed, that take quadratic time, and that only raise."""
    server = answering(http(CODECS[codec], f"text/plain; charset={codec}"))
    with client(httpx, server.url) as ours:
        assert ours.get("/").text == CODECS[codec].decode(errors="replace")


def test_a_charset_of_text_is_kept(answering):
    server = answering(http("ä".encode("latin-1"), 'text/plain; charset="ISO-8859-1"'))
    with client(httpx, server.url) as ours:
        assert ours.get("/").text == "ä"


@pytest.mark.parametrize("codec", ["zlib", "undefined"])
def test_a_plain_client_goes_by_it(answering, codec):
    server = answering(http(CODECS[codec], f"text/plain; charset={codec}"))
    with httpx.Client() as plain, pytest.raises((AssertionError, UnicodeError)):
        assert plain.get(server.url).text


HOSTILE = {
    "deep": http("[" * 200_000),
    "no address": http("[]", link='<http://[>; rel="next"'),
    "a control character": http("[]", link='</a\x01b>; rel="next"'),
    "an endless address": http("[]", link=f'<{"a" * 70_000}>; rel="next"'),
    "a wait without end": http("{}", status=429, **{"retry-after": "inf"}),
    "an error that is no text": http('{"message": [[{"message": 1}]]}', status=400),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_host(answering, name):
    server = answering(HOSTILE[name])
    with Rest(server.url, {}, wait=lambda seconds: None) as rest, pytest.raises(HostError) as raised:
        list(rest.pages("/list"))
    assert len(str(raised.value)) < 400


@pytest.mark.parametrize("number", ["9" * 400, "1e400", "1e308", '"x"', "null", "[1]"])
@pytest.mark.parametrize("kind", ["openai", "ollama"])
def test_numbers_of_a_vector_that_are_none(answering, kind, number):
    vector = f"[{number}, 2]"
    server = answering(http(f'{{"data": [{{"index": 0, "embedding": {vector}}}], "embeddings": [{vector}]}}'))
    with pytest.raises(EmbeddingError):
        connect(kind, Address(server.url, "m", "", 2), lambda text: text).embed(["x"])


def test_large_numbers_of_a_vector_are_brought_to_length_one(answering):
    server = answering(http('{"embeddings": [[3e30, 4e30]]}'))
    [vector] = connect("ollama", Address(server.url, "m", "", 2), lambda text: text).embed(["x"])
    assert [round(float(each), 3) for each in vector] == [0.6, 0.8]


@pytest.mark.parametrize("seconds", ["-5", "nan", "inf", "x"])
def test_an_embedder_is_waited_for_half_a_minute_at_most(answering, monkeypatch, seconds):
    waits: list[float] = []
    monkeypatch.setattr(tenacity.nap.time, "sleep", waits.append)
    server = answering(http("{}", status=429, **{"retry-after": seconds}))
    with pytest.raises(EmbeddingError):
        connect("ollama", Address(server.url, "m", "", 2), lambda text: text).embed(["x"])
    assert len(waits) == 3
    assert all(0 <= wait <= 30 for wait in waits)
