"""Work-done progress whose cancel button really cancels."""

from __future__ import annotations

import asyncio
import itertools
import logging
from types import TracebackType
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from reread.server.lsp.server import Server

logger = logging.getLogger(__name__)

_numbers = itertools.count(1)


class Progress:
    """Shows the work inside of `async with` in the editor, where it can; cancelling there cancels the current task."""

    def __init__(self, server: Server, title: str, *, cancellable: bool = True) -> None:
        self._server = server
        self._title = title
        self._cancellable = cancellable
        self._token = f"reread-{next(_numbers)}"
        self._shown = False
        self._last = ("", -1)

    async def __aenter__(self) -> Progress:
        if not self._server.session.client.progress:
            return self
        task = asyncio.current_task()
        progress = self._server.work_done_progress
        try:
            await progress.create_async(self._token)
        except Exception as error:
            logger.info("the client shows no progress: %s", error)
            return self
        if task is not None and self._cancellable:
            progress.tokens[self._token].add_done_callback(lambda done: task.cancel() if done.cancelled() else None)
        progress.begin(self._token, types.WorkDoneProgressBegin(self._title, cancellable=self._cancellable))
        self._shown = True
        return self

    def report(self, message: str, percentage: int | None = None) -> None:
        """Show a line, and how far the work is in percent. The same line again costs nothing."""
        state = (message, -1 if percentage is None else percentage)
        if self._shown and state != self._last:
            self._last = state
            report = types.WorkDoneProgressReport(message=message, percentage=percentage)
            self._server.work_done_progress.report(self._token, report)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            message = "cancelled" if kind is asyncio.CancelledError else None
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd(message=message))
            self._server.work_done_progress.tokens.pop(self._token, None)
