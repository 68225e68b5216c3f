"""The providers, one file each: it defines `connect(base_url, key, options) -> Provider` and has its name."""

from __future__ import annotations

import asyncio
import importlib
import os
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from functools import cache, partial
from typing import Any

from reread.analyzers.review.provider import Completion, EndpointError, MissingKeyError, Provider, Request


@cache
def provider_names() -> tuple[str, ...]:
    """The names of all providers, sorted."""
    files = os.listdir(os.path.dirname(__file__))
    return tuple(sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")))


def connect(name: str, base_url: str, key: str, options: Mapping[str, Any]) -> Provider:
    """A provider ready to be asked. Imports the vendor's library, which may take seconds the first time."""
    if name not in provider_names():
        raise MissingKeyError(f"there is no provider {name!r}; there are {', '.join(provider_names())}")
    module = importlib.import_module(f"reread.analyzers.review.providers.{name}")
    try:
        provider: Provider = module.connect(base_url, key, options)
    except Exception as error:
        # Each HTTP library has its own class of this name.
        if type(error).__name__ != "InvalidURL" and not isinstance(error, ValueError):
            raise
        raise EndpointError(f"{name}: {base_url} is not an address: {error}") from error
    return provider


class LazyProvider:
    """A provider that is connected when it is first asked: a review that the cache answers imports no library."""

    def __init__(self, name: str, base_url: str, key: str, options: Mapping[str, Any]) -> None:
        self.name = name
        self.base_url = base_url
        self._connect = partial(connect, name, base_url, key, options)
        self._connecting = asyncio.Lock()
        self._provider: Provider | None = None

    async def prepare(self) -> None:
        """Connect, unless that was done. Raises EndpointError and MissingKeyError."""
        async with self._connecting:
            if self._provider is None:
                self._provider = await asyncio.to_thread(self._connect)

    async def stream(self, request: Request) -> AsyncGenerator[str | Completion, None]:
        await self.prepare()
        assert self._provider is not None
        async with aclosing(self._provider.stream(request)) as pieces:
            async for piece in pieces:
                yield piece

    async def close(self) -> None:
        if self._provider is not None:
            await self._provider.close()
