"""Resumes indexing that was held up by a pause or by another writing process."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from reread.rag.results import IndexReport
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.worker.client import Worker

logger = logging.getLogger(__name__)

LOOK_AGAIN = 5.0
"""Seconds between two looks whether indexing may go on.

A look takes the worker 0.03 ms: a lock that is tried, or a file that is looked for. To be notified instead would
take a thread that waits and, on each operating system, another way of watching a folder.
"""


def paused(folder: Folder) -> str:
    """The message about a folder whose index is paused. What ends that stands first: some editors cut notes short."""
    ways = "resume it with the command Resume Indexing (reread.resumeIndexing) or `reread index --resume`"
    return f"indexing of {os.path.basename(folder.path)} is paused; {ways}."


class PausedIndexing:
    """Waits for each folder that is held up, and calls `index` with it once it no longer is."""

    def __init__(self, client: Client, index: Callable[[Folder], None]) -> None:
        self._client = client
        self._index = index
        self._waiting: dict[str, asyncio.Task[None]] = {}

    def note(self, folder: Folder, worker: Worker, report: IndexReport) -> None:
        """A run of the indexer has ended with this report."""
        if not (report.paused or report.read_only):
            return
        if report.paused:
            self._client.show_once(paused(folder), types.MessageType.Info)
        if folder.path not in self._waiting:
            name = f"waiting to index {folder.path}"
            self._waiting[folder.path] = self._client.session.tasks.start(self._wait(folder, worker), name)

    def forget(self, folder: Folder) -> None:
        """Wait for the folder no more."""
        waiting = self._waiting.pop(folder.path, None)
        if waiting is not None:
            waiting.cancel()

    async def _wait(self, folder: Folder, worker: Worker) -> None:
        from reread.server.rpc.errors import RequestFailedError, WorkerGoneError

        try:
            while True:
                # Of no files at all: it does nothing, and tells whether something could be done.
                report = await worker.index(folder.path, ())
                if not (report.paused or report.read_only):
                    break
                await asyncio.sleep(LOOK_AGAIN)
        except (WorkerGoneError, RequestFailedError) as error:
            logger.info("waiting to index %s: %s", folder.path, error)
            self._waiting.pop(folder.path, None)
            return
        self._waiting.pop(folder.path, None)
        self._index(folder)
