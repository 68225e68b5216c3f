"""Work-done progress with a cancel button that cancels the work."""

from __future__ import annotations

import asyncio
import itertools
import logging
from types import TracebackType
from typing import TYPE_CHECKING, Any

from reread.analyzers.shown.lines import notice, title

if TYPE_CHECKING:
    from reread.server.lsp.client.client import Client

logger = logging.getLogger(__name__)

_numbers = itertools.count(1)


class Progress:
    """Shows the work inside `async with` in the editor, where it can; cancelling there cancels the current task."""

    def __init__(self, client: Client, name: str) -> None:
        self._client = client
        self._name = name
        self._token = f"reread-progress-{next(_numbers)}"
        self._shown = False
        self._last = ("", -1)

    async def __aenter__(self) -> Progress:
        session = self._client.session
        task = asyncio.current_task()
        if not session.client.progress or task is None:
            return self
        session.cancellable[self._token] = task
        try:
            await self._client.connection.ask("window/workDoneProgress/create", {"token": self._token})
        except Exception as error:
            logger.info("the client shows no progress: %s", error)
            session.cancellable.pop(self._token, None)
            return self
        except asyncio.CancelledError:
            session.cancellable.pop(self._token, None)
            raise
        self._shown = True
        self._tell({"kind": "begin", "title": title(self._name), "cancellable": True})
        return self

    def report(self, message: str, percentage: int | None = None) -> None:
        """Show a line, and how far the work is in percent. The same line again costs nothing."""
        state = (message, -1 if percentage is None else percentage)
        if self._shown and state != self._last:
            self._last = state
            share = {} if percentage is None else {"percentage": percentage}
            self._tell({"kind": "report", "message": notice(message), **share})

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._client.session.cancellable.pop(self._token, None)
            message = {"message": "cancelled"} if kind is asyncio.CancelledError else {}
            self._tell({"kind": "end", **message})

    def _tell(self, value: dict[str, Any]) -> None:
        self._client.connection.tell("$/progress", {"token": self._token, "value": value})


def duration(seconds: float) -> str:
    """A time as a person says it: "40 s", "3 min"."""
    return f"{max(1, round(seconds))} s" if seconds < 90 else f"{round(seconds / 60)} min"
