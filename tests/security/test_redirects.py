"""Code goes to the address that is set up, and to no other that this one names.

Who: whoever answers at the address, or on the way to it. What must not happen: the prompt arrives somewhere else.
"""

from __future__ import annotations

import httpx
import pytest

from reread.analyzers.network.clients import client
from reread.analyzers.network.errors import RedirectedError
from reread.analyzers.review.provider import EndpointError
from reread.rag.embed import Address, EmbeddingError
from reread.rag.embedders import connect
from reread.rag.index.damage import DamagedStoreError
from reread.rag.index.store import RemoteStore
from tests.security.vendors import PATHS, PROMPT, VENDORS, answer_of, unguarded, url_of
from tests.standin import Reply


def redirect(status: int, url: str) -> Reply:
    return Reply(status=status, headers={"location": url})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("vendor", VENDORS)
async def test_no_redirect_is_followed(vendor, status, model, elsewhere):
    model.script(redirect(status, elsewhere.url + PATHS[vendor]))
    with pytest.raises(EndpointError, match=rf"redirects to {elsewhere.url} \(HTTP {status}\), which is not followed"):
        await answer_of(vendor, url_of(vendor, model))
    assert len(model.requests) == 1
    assert (elsewhere.requests, elsewhere.state.others) == ([], [])


@pytest.mark.parametrize("vendor", VENDORS)
async def test_the_libraries_alone_follow_with_the_whole_prompt(vendor, model, elsewhere):
    model.script(redirect(307, elsewhere.url + PATHS[vendor]))
    await unguarded(vendor, url_of(vendor, model))
    assert PROMPT in elsewhere.requests[0].prompt


@pytest.mark.parametrize("vendor", VENDORS)
async def test_not_even_to_another_path_of_the_same_address(vendor, model):
    model.script(redirect(307, PATHS[vendor]))
    with pytest.raises(EndpointError, match="which is not followed"):
        await answer_of(vendor, url_of(vendor, model))
    assert len(model.requests) == 1


async def test_what_the_target_is_called_cannot_write_on_a_terminal(model):
    model.script(redirect(307, "http://x\x1b[2J.invalid/" + "y" * 5_000))
    with pytest.raises(EndpointError) as raised:
        await answer_of("openai", model.openai_url)
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize(("kind", "path"), [("openai", "/v1/embeddings"), ("ollama", "/api/embed")])
def test_no_embedder_follows_one(kind, path, model, elsewhere):
    model.always(Reply(kind="embed", status=307, headers={"location": elsewhere.url + path}))
    url = url_of(kind, model)
    embedder = connect(kind, Address(url, "stand-in", "a-key", 16), lambda text: text)
    with pytest.raises(EmbeddingError, match="which is not followed"):
        embedder.embed(["some code"])
    assert elsewhere.requests == []
    with httpx.Client(follow_redirects=True) as plain:
        plain.post(model.url + path, json={"input": ["some code"]})
    assert "some code" in elsewhere.requests[0].body


def test_the_store_of_vectors_follows_none(monkeypatch, tmp_path, answering):
    monkeypatch.setenv("REREAD_CHROMA_TOKEN", "the-token")
    there = answering(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\r\n{}")
    here = answering(b"HTTP/1.1 307 There\r\nlocation: %s\r\ncontent-length: 0\r\n\r\n" % there.url.encode())
    with pytest.raises(DamagedStoreError, match="which is not followed"):
        RemoteStore(here.url, str(tmp_path), "static")
    assert b"the-token" in here.received
    assert there.received == b""
    with httpx.Client(follow_redirects=True) as plain:
        plain.get(here.url)
    assert there.received


def test_a_client_that_is_asked_to_follow_does_not(model, elsewhere):
    model.script(redirect(307, elsewhere.url + PATHS["ollama"]))
    with client(httpx, model.url) as ours, pytest.raises(RedirectedError):
        ours.post(PATHS["ollama"], json={"messages": []}, follow_redirects=True)
    assert elsewhere.requests == []
