"""Keeps a reference to each task until it ends, logs failures, and can cancel all tasks at once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

logger = logging.getLogger(__name__)

Value = TypeVar("Value")


class Tasks:
    """The running background work of one session."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, work: Coroutine[Any, Any, Value], name: str) -> asyncio.Task[Value]:
        """Run the work; `name` says in the log what failed."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        if self._closed:
            task.cancel()
        return task

    def cancel_all(self) -> None:
        """Cancel everything, and everything that is started from now on."""
        self._closed = True
        for task in self._tasks:
            task.cancel()

    @property
    def names(self) -> list[str]:
        return sorted(task.get_name() for task in self._tasks)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("%s failed", task.get_name(), exc_info=error)
