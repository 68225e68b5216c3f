"""A provider that connects on first use: a review answered from the cache imports no vendor library."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from functools import partial
from typing import Any

from reread.analyzers.review.provider import Completion, Provider, Request
from reread.analyzers.review.providers import connect


class LazyProvider:
    """The provider of that name, as `providers.connect` makes it."""

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
