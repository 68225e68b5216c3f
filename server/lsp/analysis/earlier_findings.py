"""Shows what was found in a file when it was last open, while the rules are being loaded.

Loading and a first analysis take several times as long as reading an answer. That answer counts only for the text, the
rules and the settings it was made with; the analysis follows all the same, and replaces it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from reread.analyzers import retention
from reread.analyzers.findings import Finding
from reread.server.lsp.analysis import publish

if TYPE_CHECKING:
    from reread.analyzers.text import Document
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.settings import Settings


class EarlierFindings:
    """Belongs to the event loop; files are read and written in threads."""

    def __init__(self, client: Client, in_thread: Callable[..., Coroutine[Any, Any, Any]]) -> None:
        self._client = client
        self._session = client.session
        self._in_thread = in_thread
        self._written: dict[str, tuple[str, int]] = {}
        self._pruned = False

    async def show(self, folder: Folder) -> None:
        """Show what is known of the open documents of a folder whose settings are in force and whose rules are not."""
        settings = folder.settings
        if not (folder.path and settings.enable and settings.rules.enable) or settings.run == "manual":
            return
        opened = [each for each in self._in(folder) if each.document.path and not folder.excludes(each.document.path)]
        if not opened:
            return
        documents = [each.document for each in opened]
        known = await self._in_thread(_read, folder.path, settings, documents)
        for each, document, findings in zip(opened, documents, known, strict=True):
            if findings is not None and each.document is document and self._is_unknown(each):
                each.recall(findings)
                publish.publish(self._client, each)

    def forget(self, folder: Folder) -> None:
        """Other rules or settings are in force: what is shown until they have looked is no part of their answer."""
        for opened in self._in(folder):
            opened.recall(None)

    def _in(self, folder: Folder) -> list[OpenDocument]:
        return [each for each in self._session.documents.values() if each.folder is folder]

    def _is_unknown(self, opened: OpenDocument) -> bool:
        return self._session.documents.get(opened.key) is opened and opened.analysis is None

    def keep(self, opened: OpenDocument) -> None:
        """Keep the findings of a saved document for the next time, if its rules have looked at all of it and other
        files change nothing about them.
        """
        folder, document, version = opened.folder, opened.document, (opened.document.sha256, opened.folder.generation)
        if opened.unsaved or not (folder.path and document.path) or self._written.get(opened.key) == version:
            return
        if not _is_whole(opened):
            return
        self._written[opened.key] = version
        work = self._write(folder.path, folder.settings, document, opened.rule_findings)
        self._session.tasks.start(work, "findings for the next time")

    async def _write(self, *stored: object) -> None:
        is_written = await self._in_thread(_write, *stored)
        if is_written and not self._pruned:
            self._pruned = True
            await self._in_thread(retention.OPENED.prune)


# What reads and writes is imported in a thread: the server answers the editor before that.
def _read(folder: str, settings: Settings, documents: Sequence[Document]) -> list[tuple[Finding, ...] | None]:
    from reread.server.lsp.documents.stored_findings import RulesInForce, read_all

    return read_all(RulesInForce(folder, settings), documents)


def _write(folder: str, settings: Settings, document: Document, findings: tuple[Finding, ...]) -> bool:
    from reread.server.lsp.documents.stored_findings import RulesInForce, write

    return write(RulesInForce(folder, settings), document, findings)


def _is_whole(opened: OpenDocument) -> bool:
    """True when what is found is all that rules say of the text, and about that text alone."""
    engine, analysis = opened.folder.engine, opened.analysis
    if engine is None or analysis is None or not opened.current or analysis.pending or analysis.unparsed:
        return False
    return not (any(analysis.delta or ()) or engine.lost(analysis) or engine.given_up(analysis))
