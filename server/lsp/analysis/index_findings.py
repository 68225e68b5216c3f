"""What the index says about the uncommitted changes of a folder, after each save and each pause of the typing: in the
files that are open, and as diagnostics of those that are not, where a call no longer fits what it calls.

It is about the texts as they were when they were asked about. Findings follow the edits made since, and a file whose
text is another by then is left out until the next look.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding
from reread.analyzers.text import Document, TextChange
from reread.server.lsp.analysis import publish
from reread.server.lsp.documents import git_base
from reread.server.lsp.documents.finding_tracking import moved_through
from reread.server.lsp.transport import uris
from reread.server.notebooks.files import ENDING

if TYPE_CHECKING:
    from reread.server.lsp.analysis.background import Background
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.rpc.protocol import ChangedText, FileFindingsMessage

logger = logging.getLogger(__name__)

SLOT = "index"

PAUSE = 1.0
"""Seconds without an edit after which the changes are looked at before they are saved."""


class IndexFindings:
    """One look a folder at a time; a newer one cancels the older."""

    def __init__(self, client: Client, schedule: Schedule, background: Background) -> None:
        self._client = client
        self._session = client.session
        self._schedule = schedule
        self._background = background
        self._running: dict[str, asyncio.Task[None]] = {}
        self._pauses: dict[str, asyncio.TimerHandle] = {}
        self._shown: dict[str, set[str]] = {}
        """The URIs, by folder, of the files not open that something was published about."""

    def look(self, folder: Folder) -> None:
        """Look at the folder's changes, where its settings have rules and index switched on."""
        self._stop_waiting(folder)
        settings = folder.settings
        if not (folder.path and folder.configured and settings.enable and settings.rules.enable):
            return
        before = self._running.get(folder.path)
        if before is not None:
            before.cancel()
        if settings.index.enable:
            task = self._session.tasks.start(self._look(folder), f"a look into the index of {folder.path}")
            self._running[folder.path] = task

    def typed(self, folder: Folder) -> None:
        """Look at the folder's changes as they are in the editor, once nothing has been typed for a moment."""
        self._stop_waiting(folder)
        self._pauses[folder.path] = asyncio.get_running_loop().call_later(PAUSE, self._look_unsaved, folder)

    def _look_unsaved(self, folder: Folder) -> None:
        documents = self._session.documents.values()
        # A definition that is half typed does not fit its callers; the edit that completes it asks again.
        if not any(each.unsaved and each.broken for each in documents if each.folder is folder):
            self.look(folder)

    def _stop_waiting(self, folder: Folder) -> None:
        timer = self._pauses.pop(folder.path, None)
        if timer is not None:
            timer.cancel()

    def close(self) -> None:
        """Begin nothing more."""
        for timer in self._pauses.values():
            timer.cancel()

    def opened(self, opened: OpenDocument) -> None:
        """A file was opened: what was said about it while it was not is shown in it, if its text is the same."""
        kept = self._session.unopened_index.pop(opened.key, None)
        if kept is not None and kept[0] == opened.document.sha256:
            opened.slower[SLOT] = kept[1]

    def closed(self, opened: OpenDocument) -> None:
        """A file was closed: what was said about it is shown again, of the text on disk, which counts from now on."""
        if opened.unsaved or opened.slower.get(SLOT):
            self.look(opened.folder)

    def forget(self, folder: Folder) -> None:
        """Take away all that was said about the folder: it is closed, or its index switched off."""
        self._stop_waiting(folder)
        running = self._running.pop(folder.path, None)
        if running is not None:
            running.cancel()
        self._show(folder, {}, {})

    async def _look(self, folder: Folder) -> None:
        from reread.server.rpc.errors import RequestFailedError, WorkerGoneError
        from reread.server.rpc.protocol import LookAtChange

        session, limit = self._session, folder.settings.max_file_size
        followed: dict[str, list[TextChange]] = {}
        try:
            changed = await self._schedule.in_thread(git_base.of_changes, folder.path, limit)
            removed = await self._schedule.in_thread(git_base.of_removed, folder.path, limit)
            worker = await self._background.worker_for(folder)
            assert folder.engine is not None
            texts = self._open_texts(folder, followed)
            files = await self._schedule.in_thread(_texts, texts, changed, removed, folder)
            request = LookAtChange(folder.path, tuple(files), folder.engine.options)
            found = await worker.findings(request) if files else []
            shown = self._shown.get(folder.path, set())
            documents = await self._schedule.in_thread(_documents, found, shown, folder, set(session.documents))
            by_key = {uris.key(uris.uri_of(_absolute(folder, each.path))): each for each in found}
            self._show(folder, by_key, documents, followed)
        except (git_base.NoBaseError, WorkerGoneError, RequestFailedError) as error:
            logger.info("no findings from the index of %s: %s", folder.path, error)
        finally:
            for key, changes in followed.items():
                opened = session.documents.get(key)
                if opened is not None:
                    opened.followers[:] = [one for one in opened.followers if one is not changes]

    def _open_texts(self, folder: Folder, followed: dict[str, list[TextChange]]) -> dict[str, Document]:
        """The documents of the folder that are open, by path, each followed from now on."""
        texts = {}
        for opened in self._session.documents.values():
            if opened.folder is folder and opened.document.path:
                followed[opened.key] = []
                opened.followers.append(followed[opened.key])
                texts[opened.document.path] = opened.document
        return texts

    def _show(
        self,
        folder: Folder,
        found: dict[str, FileFindingsMessage],
        documents: dict[str, Document],
        followed: dict[str, list[TextChange]] | None = None,
    ) -> None:
        """Put what was found in place of what was shown before."""
        session = self._session
        for key, opened in session.documents.items():
            if opened.folder is folder:
                self._show_open(opened, found.get(key), (followed or {}).get(key))
        before, self._shown[folder.path] = self._shown.get(folder.path, set()), set()
        for uri in before:
            if uris.key(uri) not in found or uris.key(uri) not in documents:
                self._take_back(uri, documents.get(uris.key(uri)))
        for key, document in documents.items():
            if key in session.documents or key not in found:
                continue
            session.unopened_index[key] = (document.sha256, found[key].findings)
            self._shown[folder.path].add(document.uri)
            publish.publish_unopened(self._client, document)

    def _take_back(self, uri: str, document: Document | None) -> None:
        key = uris.key(uri)
        if self._session.unopened_index.pop(key, None) is None or key in self._session.documents:
            return
        if document is not None:
            publish.publish_unopened(self._client, document)  # Others may have said something about it.
        else:
            publish.clear(self._client, uri)

    def _show_open(
        self, opened: OpenDocument, found: FileFindingsMessage | None, changes: list[TextChange] | None
    ) -> None:
        findings: tuple[Finding, ...] = ()
        if found is not None and changes is not None:
            placed = (moved_through(finding, changes) for finding in found.findings)
            findings = tuple(finding for finding in placed if finding is not None)
            if not changes and found.sha256 != opened.document.sha256:
                findings = ()  # What is in the editor is not what is on disk, and was not part of the change.
        if findings != opened.slower.get(SLOT, ()):
            opened.slower[SLOT] = findings
            self._schedule.request_publish(opened)


def _texts(
    texts: dict[str, Document], changed: list[tuple[str, str | None]], removed: list[tuple[str, str]], folder: Folder
) -> list[ChangedText]:
    """The changed files as they are in the editor, else on disk; and those that are gone from both."""
    from reread.server.rpc.protocol import ChangedText

    result = []
    known = {path for path, _ in (*changed, *removed)}
    for path, base in changed + _unsaved({path: texts[path] for path in texts.keys() - known}, folder):
        document = texts.get(path)
        new = document.text if document is not None else _on_disk(path, folder)
        if new is None or folder.excludes(path):
            continue
        old = git_base.with_line_endings(base, new) if base is not None else None
        result.append(ChangedText(folder.relative(path), old, new))
    gone = [(path, old) for path, old in removed if path not in texts and not folder.excludes(path)]
    return [*result, *(ChangedText(folder.relative(path), old, None) for path, old in gone)]


def _unsaved(texts: dict[str, Document], folder: Folder) -> list[tuple[str, str | None]]:
    """The open files that are changed in the editor alone, with what is on disk, which is what was committed."""
    bases = ((path, _on_disk(path, folder)) for path in sorted(texts) if not path.endswith(ENDING))
    return [
        (path, base)
        for path, base in bases
        if base != texts[path].text and (base is not None or not os.path.exists(path))
    ]


def _documents(
    found: list[FileFindingsMessage], shown: set[str], folder: Folder, open_keys: set[str]
) -> dict[str, Document]:
    """The files that are not open and that something is, or was, said about, by key; without those that were looked
    at with another text.
    """
    looked_at = {uris.uri_of(_absolute(folder, each.path)): each.sha256 for each in found}
    result = {}
    for uri in looked_at.keys() | shown:
        path = uris.path_of(uri)
        text = _on_disk(path, folder) if uris.key(uri) not in open_keys else None
        if text is None:
            continue
        document = Document(uri, text, path=path)
        if looked_at.get(uri, document.sha256) == document.sha256:
            result[uris.key(uri)] = document
    return result


def _on_disk(path: str, folder: Folder) -> str | None:
    from reread.server import textfile

    try:
        return textfile.read(path, folder.settings.max_file_size, folder.path).text
    except textfile.UnreadableFileError:
        return None


def _absolute(folder: Folder, path: str) -> str:
    return os.path.join(folder.path, *path.split("/"))
