"""Checks files that are not open, one after the other, at the pace that the settings give.

A round goes over the files of a folder and looks at those that are new or other than when they were looked at last;
the next begins a while later. Files that the editor says were changed do not wait for that: what is gone is taken back
at once, and the others are looked at right away if findings of them are shown or if they are few. While a document that
is open waits for its analysis nothing is begun.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import syntax
from reread.analyzers.findings import Finding, with_fingerprints
from reread.analyzers.languages.files import of_text
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
"""Seconds from the end of a round to the next, unless files change meanwhile."""

MOST_AT_ONCE = 50
"""Changed files without findings that are looked at right away. The others are left to the round, and its pace."""

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
        self._one_look = asyncio.Lock()
        self._rounds: dict[str, asyncio.Task[None]] = {}
        self._woken: dict[str, asyncio.Event] = {}
        """Says that the next round of a folder need not be waited for."""
        self._changed: dict[str, list[str]] = {}
        """The absolute paths, by folder, of changed files that nobody has looked at."""
        self._catching_up: dict[str, asyncio.Task[None]] = {}
        self._checked: dict[str, dict[str, Stamp]] = {}
        """By folder and absolute path."""
        self._reported: dict[str, dict[str, str]] = {}
        """The URI, by folder and absolute path, of the files that findings were reported of."""

    def settings_changed(self, folder: Folder) -> None:
        """Begin, go on at another pace, or take away what was said."""
        self._stop(folder)
        settings = folder.settings
        if folder.path and settings.workspace_files_per_minute and settings.enable and settings.rules.enable:
            self._rounds[folder.path] = self._session.tasks.start(self._go_round(folder), f"all files of {folder.path}")
        elif folder.path:
            self.forget(folder)

    def files_changed(self, paths: Iterable[str]) -> None:
        """Files (absolute paths) were made, changed or deleted on disk."""
        for path in paths:
            folder = self._session.folder_of(path)
            if folder.path in self._rounds:
                self._changed.setdefault(folder.path, []).append(path)
        for folder in self._session.folders.values():
            if folder.path in self._changed and folder.path not in self._catching_up:
                work = self._session.tasks.start(self._catch_up(folder), f"changed files of {folder.path}")
                self._catching_up[folder.path] = work

    def closed(self, opened: OpenDocument) -> None:
        """A file was closed: what the rules say about it on disk is reported again."""
        folder, path = opened.folder, opened.document.path
        if folder.path in self._rounds and path in self._checked.get(folder.path, {}):
            self._session.tasks.start(self._look(folder, path), f"a closed file of {folder.path}")

    def forget(self, folder: Folder) -> None:
        """Take away all that was said about the folder."""
        self._stop(folder)
        for path in list(self._reported.get(folder.path, ())):
            self._take_back(folder, path)
        self._checked.pop(folder.path, None)
        self._reported.pop(folder.path, None)

    def _stop(self, folder: Folder) -> None:
        self._changed.pop(folder.path, None)
        for tasks in (self._rounds, self._catching_up):
            running = tasks.pop(folder.path, None)
            if running is not None:
                running.cancel()

    async def _go_round(self, folder: Folder) -> None:
        checked = self._checked.setdefault(folder.path, {})
        reported = self._reported.setdefault(folder.path, {})
        woken = self._woken[folder.path] = asyncio.Event()
        while True:
            woken.clear()
            now = await self._schedule.in_thread(_files, folder.path, folder.settings, folder.generation)
            for path in [path for path in checked if path not in now]:
                self._gone(folder, path)
            for path, stamp in now.items():
                if len(reported) >= MOST_REPORTED and path not in reported:
                    self._client.show_once(f"Findings in more than {MOST_REPORTED:,} files; use `reread check` for all")
                elif stamp != checked.get(path) or self._is_lost(reported.get(path)):
                    await asyncio.sleep(60 / folder.settings.workspace_files_per_minute)
                    await self._look(folder, path)
                    checked[path] = stamp
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), BETWEEN_ROUNDS)

    async def _catch_up(self, folder: Folder) -> None:
        """Look at changed files until there are none left, those that changed last first."""
        waiting: dict[str, Stamp] = {}
        is_round_due = False
        try:
            while True:
                if changed := self._changed.pop(folder.path, None):
                    first, is_more = await self._sorted_out(folder, changed)
                    waiting, is_round_due = {**first, **waiting}, is_round_due or is_more
                elif waiting:
                    path = next(iter(waiting))
                    stamp = waiting.pop(path)
                    await self._look(folder, path)
                    self._checked.setdefault(folder.path, {})[path] = stamp
                else:
                    break
            if is_round_due:
                self._woken[folder.path].set()
        finally:
            if self._catching_up.get(folder.path) is asyncio.current_task():
                del self._catching_up[folder.path]

    async def _sorted_out(self, folder: Folder, changed: list[str]) -> tuple[dict[str, Stamp], bool]:
        """The changed files that are looked at right away, and whether more are left to a round: all that would be too
        many, and what is in a folder that came. What is gone is taken back.
        """
        there = await self._schedule.in_thread(_files, folder.path, folder.settings, folder.generation, changed)
        gone = [path for path in changed if path not in there]
        folders = tuple(os.path.join(path, "") for path in gone if not syntax.language_of(path))
        below = [path for path in self._checked.get(folder.path, ()) if path.startswith(folders)]
        for path in (*gone, *below):
            self._gone(folder, path)
        reported = self._reported.get(folder.path, {})
        others = [path for path in there if path not in reported]
        most = min(MOST_AT_ONCE, max(0, MOST_REPORTED - len(reported)))
        first = (*(path for path in there if path in reported), *others[:most])
        return {path: there[path] for path in first}, bool(folders) or len(others) > most

    def _gone(self, folder: Folder, path: str) -> None:
        self._checked.get(folder.path, {}).pop(path, None)
        self._take_back(folder, path)

    def _is_lost(self, uri: str | None) -> bool:
        """True if something else took away what was reported, as when a file was opened and closed."""
        key = uris.key(uri) if uri else ""
        return bool(uri) and key not in self._session.unopened_rules and key not in self._session.documents

    async def _look(self, folder: Folder, path: str) -> None:
        """Look at a file once no document waits for its analysis: at one file at a time, so that what was read last is
        also told last.
        """
        engine, session = folder.engine, self._session
        async with self._one_look:
            for opened in list(session.documents.values()):
                if schedule.is_behind(opened):
                    await self._schedule.settled(opened)
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


def _files(root: str, settings: Settings, generation: int, paths: Sequence[str] | None = None) -> dict[str, Stamp]:
    """The files of a folder that rules read, or of some paths in it, by absolute path. A notebook's places are in its
    cells: none of those.
    """
    from reread.rag.source import walk

    exclude, limit = settings.exclude, settings.max_file_size
    if paths is None:
        listing = walk.walk(root, exclude=exclude, max_file_size=limit)
    else:
        listing = walk.select(root, paths, exclude=exclude, max_file_size=limit)
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
    language = of_text(syntax.language_of(path), path, text)
    document = Document(uris.uri_of(path), text, path=path, language=language)
    try:
        analysis = engine.check(document, relative)
        return document, tuple(with_fingerprints(analysis.findings, document, relative))
    except Exception:
        logger.exception("the rules failed on %s", document.uri)
        return None
