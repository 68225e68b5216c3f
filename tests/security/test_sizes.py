"""What comes back is bounded, whatever it says of itself.

Who: whoever answers at the address that is set up. What must not happen: memory grows with what was not sent.
"""

from __future__ import annotations

import json
import tracemalloc
import zlib

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.network.clients import client
from reread.analyzers.network.errors import EncodedError, OversizedError
from reread.analyzers.network.inflate import decoder_of
from reread.analyzers.network.limits import Meter, ResponseLimits
from reread.analyzers.review.provider import NonsenseError, OverloadedError, ProviderError
from reread.rag.embed import Address, EmbeddingError
from reread.rag.embedders import connect
from tests.security.vendors import VENDORS, answer_of, unguarded, url_of
from tests.standin import Reply

MB = 1 << 20
BOMB = 300 * MB
ROOM = 48 * MB
"""What a request may take at most: the libraries are loaded already, and nothing of this size is held at once."""


async def peak_of(awaitable) -> int:
    """The most bytes that Python held more than before while something was awaited, however it ended."""
    tracemalloc.start()
    try:
        await awaitable
    except Exception:  # What it ends with is another test's.
        pass
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_compressed_answer_is_opened_up_to_a_limit(vendor, status, model):
    model.always(Reply(bomb=BOMB, status=status))
    expected = NonsenseError if status == 200 else OverloadedError
    with pytest.raises(expected):
        await answer_of(vendor, url_of(vendor, model))
    assert await peak_of(answer_of(vendor, url_of(vendor, model))) < ROOM


@pytest.mark.slow
@pytest.mark.parametrize("vendor", VENDORS)
async def test_the_libraries_alone_hold_all_of_it(vendor, model):
    model.always(Reply(bomb=BOMB, content_type="application/json"))
    assert await peak_of(unguarded(vendor, url_of(vendor, model))) > BOMB


async def test_a_plain_client_inflates_it(model):
    model.always(Reply(bomb=16 * MB))
    async with httpx.AsyncClient() as plain:
        answer = await plain.post(model.url + "/api/chat", json={"messages": []})
    assert len(answer.content) == 16 * MB
    assert int(answer.headers["content-length"]) < MB


@pytest.mark.parametrize("vendor", VENDORS)
async def test_no_compression_is_asked_for(vendor, model):
    await answer_of(vendor, url_of(vendor, model))
    assert {request.headers["accept-encoding"] for request in (*model.requests, *model.state.others)} == {"identity"}


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "x"])
async def test_what_cannot_be_opened_with_a_limit_is_not_opened(encoding, model):
    model.script(Reply(raw="data: {}\n\n", headers={"content-encoding": encoding}))
    with pytest.raises(ProviderError, match="which was not asked for"):
        await answer_of("openai", model.openai_url)


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("text", ["data: " + "x" * 2 * MB, "[" * 2 * MB, "data: " + "[" * 500_000 + "\n\n"])
async def test_an_event_that_is_too_large_or_too_deep_is_one_clear_line(vendor, text, model):
    model.script(Reply(raw=text))
    with pytest.raises(ProviderError) as raised:
        await answer_of(vendor, url_of(vendor, model))
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize("depth", [100_000, 10_000_000])
async def test_a_whole_answer_of_any_depth_is_one_clear_line(depth, model):
    model.script(Reply(raw="[" * depth, content_type="application/json"))
    with pytest.raises(NonsenseError):
        await answer_of("openai", model.openai_url)


async def test_the_body_of_an_error_is_cut(model):
    model.script(Reply(status=400, error="because " * MB))
    with pytest.raises(ProviderError, match="HTTP 400") as raised:
        await answer_of("openai", model.openai_url)
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize("vendor", VENDORS)
async def test_headers_without_end_are_refused(vendor, answering):
    server = answering(b"HTTP/1.1 200 OK\r\n", drip=b"x-more: " + b"y" * 8_000 + b"\r\n")
    with pytest.raises(ProviderError):
        await answer_of(vendor, server.url)
    assert server.left.wait(120)


@pytest.mark.parametrize("kind", ["openai", "ollama"])
def test_vectors_that_were_compressed_are_bounded_too(kind, model):
    model.always(Reply(kind="embed", bomb=BOMB))
    embedder = connect(kind, Address(url_of(kind, model), "stand-in", "", 16), lambda text: text)
    with pytest.raises(EmbeddingError, match="larger than"):
        embedder.embed(["some code"])


@given(st.binary(max_size=2_000), st.sampled_from([(15 + 16, "gzip"), (15, "deflate"), (-15, "deflate")]), st.data())
def test_what_is_compressed_comes_out_as_it_was(content, how, data):
    window, name = how
    packer = zlib.compressobj(wbits=window)
    packed = packer.compress(content) + packer.flush()
    cut = data.draw(st.integers(0, len(packed)))
    decoder = decoder_of(name)
    pieces = [*decoder.feed(packed[:cut]), *decoder.feed(packed[cut:]), *decoder.finish()]
    assert b"".join(pieces) == content


@pytest.mark.parametrize("data", [b"not compressed", zlib.compress(b"x" * 1_000)[:8]])
def test_what_is_not_compressed_or_not_whole_is_told(data):
    decoder = decoder_of("deflate")
    with pytest.raises(EncodedError):
        [*decoder.feed(data), *decoder.finish()]


@given(st.lists(st.sampled_from([b"a" * 7, b"\n", b"\r\n", b"\n\n", b"\r\n\r\n", b"\r", b""]), max_size=30))
def test_events_are_counted_however_they_are_cut(pieces):
    limits = ResponseLimits(event=16)

    def refused(parts) -> bool:
        meter = Meter(200, {"content-type": "text/event-stream"}, limits)
        try:
            for part in parts:
                list(meter.feed(part))
        except OversizedError:
            return True
        return False

    whole = b"".join(pieces)
    assert refused(pieces) == refused([whole[place : place + 1] for place in range(len(whole))]) == refused([whole])


def test_an_honest_answer_of_many_events_is_not_refused():
    meter = Meter(200, {"content-type": "text/event-stream"}, ResponseLimits(event=100))
    event = b"data: " + b"x" * 50 + b"\n\n"
    assert b"".join(piece for _ in range(1_000) for piece in meter.feed(event)) == event * 1_000


def test_json_may_be_larger_than_an_event(model):
    body = json.dumps({"data": "x" * 2 * MB})
    model.script(Reply(raw=body, content_type="application/json"))
    with client(httpx, model.url) as ours:
        assert ours.post("/api/chat", json={"messages": []}).json()["data"] == "x" * 2 * MB
