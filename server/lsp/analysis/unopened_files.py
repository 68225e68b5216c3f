"""Checks files that are not open, one after the other, at the pace that the settings give.

A round goes over the files of a folder and looks at those that are new or other than when they were looked at last;
the next begins a while later. While a document that is open waits for its analysis nothing is begun.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import syntax
from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.text import Document
from reread.server.lsp.analysis import publish, schedule
from reread.server.lsp.transport import uris
from reread.server.notebooks.files import ENDING

if TYPE_CHECKING:
    from reread.analyzers.engine.engine import Engine
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.settings import Settings

logger = logging.getLogger(__name__)

BETWEEN_ROUNDS = 30.0
"""Seconds from the end of a round to the next."""

MOST_REPORTED = 1_000
"""Files of a folder that findings are reported of; the client has to keep them all."""


class Stamp(NamedTuple):
    """The state of a file when it was checked: if the stamp differs, the file is checked again."""

    size: int
    modified: int
    generation: int


class UnopenedFiles:
    """At most one round a folder at a time. Belongs to the event loop; threads see frozen values only."""

    def __init__(self, client: Client, schedule: schedule.Schedule) -> None:
        self._client = client
        self._session = client.session
        self._schedule = schedule
        self._rounds: dict[str, asyncio.Task[None]] = {}
        self._checked: dict[str, dict[str, Stamp]] = {}
        """By folder and absolute path."""
        self._reported: dict[str, dict[str, str]] = {}
        """The URI, by folder and absolute path, of the files that findings were reported of."""

    def settings_changed(self, folder: Folder) -> None:
        """Begin, go on at another pace, or take away what was said."""
        before = self._rounds.pop(folder.path, None)
        if before is not None:
            before.cancel()
        settings = folder.settings
        if folder.path and settings.workspace_files_per_minute and settings.enable and settings.rules.enable:
            self._rounds[folder.path] = self._session.tasks.start(self._go_round(folder), f"all files of {folder.path}")
        elif folder.path:
            self.forget(folder)

    def closed(self, opened: OpenDocument) -> None:
        """A file was closed: what the rules say about it on disk is reported again."""
        folder, path = opened.folder, opened.document.path
        if folder.path in self._rounds and path in self._checked.get(folder.path, {}):
            self._session.tasks.start(self._look(folder, path), f"a closed file of {folder.path}")

    def forget(self, folder: Folder) -> None:
        """Take away all that was said about the folder."""
        running = self._rounds.pop(folder.path, None)
        if running is not None:
            running.cancel()
        for path in list(self._reported.get(folder.path, ())):
            self._take_back(folder, path)
        self._checked.pop(folder.path, None)
        self._reported.pop(folder.path, None)

    async def _go_round(self, folder: Folder) -> None:
        checked = self._checked.setdefault(folder.path, {})
        reported = self._reported.setdefault(folder.path, {})
        while True:
            now = await self._schedule.in_thread(_files, folder.path, folder.settings, folder.generation)
            for path in [path for path in checked if path not in now]:
                del checked[path]
                self._take_back(folder, path)
            for path, stamp in now.items():
                if len(reported) >= MOST_REPORTED:
                    self._client.show_once(f"Findings in more than {MOST_REPORTED:,} files; use `reread check` for all")
                    break
                if stamp != checked.get(path) or self._is_lost(reported.get(path)):
                    await self._wait_for_turn(folder)
                    await self._look(folder, path)
                    checked[path] = stamp
            await asyncio.sleep(BETWEEN_ROUNDS)

    def _is_lost(self, uri: str | None) -> bool:
        """True if something else took away what was reported, as when a file was opened and closed."""
        key = uris.key(uri) if uri else ""
        return bool(uri) and key not in self._session.unopened_rules and key not in self._session.documents

    async def _wait_for_turn(self, folder: Folder) -> None:
        await asyncio.sleep(60 / folder.settings.workspace_files_per_minute)
        for opened in list(self._session.documents.values()):
            if schedule.is_behind(opened):
                await self._schedule.settled(opened)

    async def _look(self, folder: Folder, path: str) -> None:
        engine, session = folder.engine, self._session
        if engine is None or uris.key(uris.uri_of(path)) in session.documents:
            return
        relative, limit = folder.relative(path), folder.settings.max_file_size
        found = await self._schedule.in_thread(_check, engine, path, relative, folder.path, limit)
        if found is None:
            self._take_back(folder, path)
        else:
            self._report(folder, *found)

    def _report(self, folder: Folder, document: Document, findings: tuple[Finding, ...]) -> None:
        session, key = self._session, uris.key(document.uri)
        if key in session.documents:
            return
        if not findings:
            self._take_back(folder, document.path)
            return
        session.unopened_rules[key] = (document.sha256, findings)
        self._reported.setdefault(folder.path, {})[document.path] = document.uri
        publish.publish_unopened(self._client, document)

    def _take_back(self, folder: Folder, path: str) -> None:
        uri = self._reported.get(folder.path, {}).pop(path, None)
        if uri is None:
            return
        key = uris.key(uri)
        if self._session.unopened_rules.pop(key, None) is not None and key not in self._session.documents:
            publish.clear(self._client, uri)


def _files(root: str, settings: Settings, generation: int) -> dict[str, Stamp]:
    """The files of a folder that rules read, by absolute path. A notebook's places are in its cells: none of those."""
    from reread.rag.source.walk import walk

    listing = walk(root, exclude=settings.exclude, max_file_size=settings.max_file_size)
    return {
        os.path.join(root, *found.path.split("/")): Stamp(found.size, found.modified, generation)
        for found in listing.files
        if syntax.language_of(found.path) and not found.path.endswith(ENDING)
    }


def _check(
    engine: Engine, path: str, relative: str, root: str, limit: int
) -> tuple[Document, tuple[Finding, ...]] | None:
    """The file as it is on disk, with what the rules find in it; None for one that cannot be checked."""
    from reread.server import textfile

    try:
        text = textfile.read(path, limit, root).text
    except textfile.UnreadableFileError:
        return None
    document = Document(uris.uri_of(path), text, path=path, language=syntax.language_of(path))
    try:
        analysis = engine.check(document, relative)
        return document, tuple(with_fingerprints(analysis.findings, document, relative))
    except Exception:
        logger.exception("the rules failed on %s", document.uri)
        return None
