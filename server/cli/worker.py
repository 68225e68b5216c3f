"""Runs a request in the worker process, as the editor does, and ends the process afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from reread.analyzers import spans
from reread.rag.results import IndexProgress
from reread.server import telemetry
from reread.server.exits import UsageError
from reread.server.logs import writing
from reread.server.rpc.errors import RequestFailedError, WorkerGoneError
from reread.server.settings import Settings
from reread.server.worker.client import Worker

Value = TypeVar("Value")


class WorkerError(UsageError):
    """The worker could not do it. The text is one line."""


def with_worker(
    folder: str,
    settings: Settings,
    work: Callable[[Worker], Awaitable[Value]],
    on_progress: Callable[[IndexProgress], None] = lambda progress: None,
) -> Value:
    """The result of `work`, which is given a worker with the folder open. Raises WorkerError."""

    async def run() -> Value:
        with spans.span("command"):
            return await working()

    async def working() -> Value:
        worker = Worker(on_progress=on_progress, on_state=lambda state, message: None)
        await worker.start()
        try:
            await worker.open_folder(folder, settings)
            return await work(worker)
        finally:
            await worker.stop()

    log = writing.start("command")
    end_telemetry = telemetry.start("command", settings.telemetry)
    try:
        return asyncio.run(run())
    except (WorkerGoneError, RequestFailedError) as error:
        raise WorkerError(str(error)) from error
    finally:
        end_telemetry()
        log.close()
