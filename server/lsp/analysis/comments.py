"""Open pull request comments of others, which `reread pr fetch` stores in a file, shown as hints on their lines."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding, Severity, Source, with_fingerprints
from reread.analyzers.text import Document
from reread.server.pull_requests.stored_comments import StoredComment, file_of, read

if TYPE_CHECKING:
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument

SLOT = "comments"
_INTERVAL = 2.0
"""Seconds between two looks at whether there are other ones: the file is in no folder that editors watch."""


class Comments:
    """Shows the stored comments of a folder in its documents, and updates them when they change."""

    def __init__(self, client: Client, schedule: Schedule) -> None:
        self._session = client.session
        self._schedule = schedule
        self._stored: dict[str, Sequence[StoredComment]] = {}
        self._stamps: dict[str, int] = {}
        self._watching: asyncio.TimerHandle | None = None

    def look(self, opened: OpenDocument) -> None:
        """Show the comments on a document that was opened."""
        if not opened.folder.path:
            return
        self.refresh(opened.folder)
        self._show(opened)
        if self._watching is None:
            self._watching = asyncio.get_running_loop().call_later(_INTERVAL, self._watch)

    def refresh(self, folder: Folder) -> bool:
        """Read what is kept if it is not what was read before; whether it was."""
        stamp = _stamp(file_of(folder.path))
        if stamp == self._stamps.get(folder.path, 0):
            return False
        self._stamps[folder.path] = stamp
        self._stored[folder.path] = read(folder.path)
        return True

    def close(self) -> None:
        """Watch no more."""
        if self._watching is not None:
            self._watching.cancel()

    def _watch(self) -> None:
        self._watching = asyncio.get_running_loop().call_later(_INTERVAL, self._watch)
        changed = [folder for folder in self._session.all_folders() if folder.path and self.refresh(folder)]
        for opened in list(self._session.documents.values()):
            if opened.folder in changed:
                self._show(opened)

    def _show(self, opened: OpenDocument) -> None:
        path = opened.folder.relative(opened.document.path)
        own = [each for each in self._stored.get(opened.folder.path, ()) if each.path == path]
        if own or opened.slower.get(SLOT):
            opened.slower[SLOT] = tuple(with_fingerprints(_findings(own, opened.document), opened.document, path))
            self._schedule.request_publish(opened)


def _findings(comments: Sequence[StoredComment], document: Document) -> Iterator[Finding]:
    lines = document.text.splitlines()
    for each in comments:
        span = document.lines.line_span(_line_of(each, lines))
        name = each.host.split(" ")[0].lower()
        message = f"{each.author}: {each.body}" if each.author else each.body
        yield Finding(f"{name}/comment", message, span, Severity.HINT, Source.EXTERNAL, documentation=each.url)


def _line_of(comment: StoredComment, lines: Sequence[str]) -> int:
    """The line that a comment is about: the nearest one with the text that it had, else where it was."""
    same = [number for number, line in enumerate(lines) if line == comment.text] if comment.text.strip() else []
    last = max(0, len(lines) - 1)
    return min(same, key=lambda number: abs(number - comment.line), default=min(comment.line, last))


def _stamp(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
