"""Reread's own requests, beyond the protocol: answered in plain JSON, each in a separate task."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reread.analyzers import spans

if TYPE_CHECKING:
    from reread.server.lsp.parts.parts import Parts

logger = logging.getLogger(__name__)

INVALID_PARAMS = -32602
INTERNAL_ERROR = -32603
CANCELLED = -32800


class Questions:
    """The running requests, by the identifiers that the client gave them."""

    def __init__(self, send: Callable[[Any], None]) -> None:
        self._send = send
        self._running: dict[int | str, asyncio.Task[None]] = {}

    def answer(self, parts: Parts, identifier: int | str, handler: Callable[..., Any], params: Any) -> None:
        """Have a handler answer; a bug in it fails this one request."""
        work = self._answer(parts, identifier, handler, params)
        task = self._running[identifier] = parts.session.tasks.start(work, handler.__name__)
        task.add_done_callback(lambda done: self._ended(identifier, done))

    def cancel(self, params: Any) -> bool:
        """Take in a `CancelParams`; False if it is not one of these."""
        identifier = params.get("id") if isinstance(params, dict) else None
        task = self._running.get(identifier) if isinstance(identifier, int | str) else None
        return task is not None and task.cancel()

    async def _answer(self, parts: Parts, identifier: int | str, handler: Callable[..., Any], params: Any) -> None:
        try:
            with spans.span(f"answered {handler.__name__}", logging.DEBUG):
                result = handler(parts, params if isinstance(params, dict) else {})
                if inspect.isawaitable(result):
                    result = await result
        except Exception:
            logger.exception("%s failed", handler.__name__)
            self._refuse(identifier, INTERNAL_ERROR, "this is a bug; see the log")
        else:
            self._send({"jsonrpc": "2.0", "id": identifier, "result": result})

    def _ended(self, identifier: int | str, task: asyncio.Task[None]) -> None:
        # A task that is cancelled before its first step answers nothing by itself.
        del self._running[identifier]
        if task.cancelled():
            self._refuse(identifier, CANCELLED, "cancelled")

    def _refuse(self, identifier: int | str, code: int, reason: str) -> None:
        self._send({"jsonrpc": "2.0", "id": identifier, "error": {"code": code, "message": reason}})
