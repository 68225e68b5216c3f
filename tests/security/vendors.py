"""The providers as they are, and their libraries without us as the positive control."""

from __future__ import annotations

from contextlib import asynccontextmanager

import anthropic
import httpx
import openai

from reread.analyzers.review import providers
from reread.analyzers.review.answer.schema import REVIEW_SCHEMA
from reread.analyzers.review.provider import Request
from tests.standin import StandIn

VENDORS = ("openai", "anthropic", "ollama")
PATHS = {"openai": "/v1/chat/completions", "anthropic": "/v1/messages", "ollama": "/api/chat"}
PROMPT = "the whole prompt, with all the code"
REQUEST = Request("stand-in", "the rules", PROMPT, REVIEW_SCHEMA, "review", 1_000, 20.0)


def url_of(vendor: str, server: StandIn) -> str:
    return server.openai_url if vendor == "openai" else server.url


@asynccontextmanager
async def connected(vendor: str, url: str):
    provider = providers.connect(vendor, url, "a-key", {})
    try:
        yield provider
    finally:
        await provider.close()


async def answer_of(vendor: str, url: str) -> list:
    """All that a provider of ours gives for one request."""
    async with connected(vendor, url) as provider:
        return [piece async for piece in provider.stream(REQUEST)]


async def unguarded(vendor: str, url: str) -> None:
    """The same request by the vendor's library as it comes, or by a plain client; the answer does not matter."""
    messages = [{"role": "user", "content": PROMPT}]
    if vendor == "openai":
        async with openai.AsyncOpenAI(api_key="a-key", base_url=url, max_retries=0) as client:
            await client.chat.completions.create(model="m", messages=messages)
    elif vendor == "anthropic":
        async with anthropic.AsyncAnthropic(api_key="a-key", base_url=url, max_retries=0) as client:
            await client.messages.create(model="m", max_tokens=100, messages=messages)
    else:
        async with httpx.AsyncClient(follow_redirects=True) as client:
            await client.post(url + PATHS[vendor], json={"model": "m", "messages": messages, "stream": False})
