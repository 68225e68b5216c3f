"""Runs the configured tools on a file as it is on disk, when it is opened or saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding
from reread.analyzers.text import Document, TextChange
from reread.server.lsp.documents.finding_tracking import moved_through

if TYPE_CHECKING:
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.client.client import Client
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument
    from reread.server.settings import ExternalTool, RuleSettings

SLOT = "external"


class ExternalTools:
    """Runs tools and shows their findings among Reread's. Only the last request for a document counts."""

    def __init__(self, client: Client, schedule: Schedule) -> None:
        self._client = client
        self._session = client.session
        self._schedule = schedule
        self._running: dict[str, asyncio.Task[None]] = {}

    def look_all(self, folder: Folder) -> None:
        """Ask about all open documents of a folder: its settings are new."""
        for opened in list(self._session.documents.values()):
            if opened.folder is folder:
                self.look(opened)

    def look(self, opened: OpenDocument) -> None:
        """Ask about a document whose text is the one on disk."""
        folder, settings = opened.folder, opened.folder.settings
        before = self._running.pop(opened.key, None)
        if before is not None:
            before.cancel()
        if not folder.path or not settings.enable or not settings.external or folder.excludes(opened.document.path):
            if opened.slower.pop(SLOT, ()):
                self._schedule.request_publish(opened)
            return
        self._running[opened.key] = self._session.tasks.start(self._ask(opened), "other tools")

    async def _ask(self, opened: OpenDocument) -> None:
        folder, document = opened.folder, opened.document
        changes: list[TextChange] = []
        opened.followers.append(changes)
        ours = opened.analysis.findings if opened.analysis is not None and opened.current else ()
        try:
            found, problems = await self._schedule.in_thread(
                _findings_of_tools,
                folder.settings.external,
                folder.path,
                document,
                folder.relative(document.path),
                ours,
                folder.settings.rules,
            )
        finally:
            opened.followers[:] = [each for each in opened.followers if each is not changes]
        for problem in problems:
            self._client.show_once(problem)
        placed = (moved_through(finding, changes) for finding in found)
        opened.slower[SLOT] = tuple(finding for finding in placed if finding is not None)
        self._schedule.request_publish(opened)


def _findings_of_tools(
    tools: tuple[ExternalTool, ...],
    folder: str,
    document: Document,
    path: str,
    ours: tuple[Finding, ...],
    rules: RuleSettings,
) -> tuple[list[Finding], list[str]]:
    """What the tools say of a file, without what we say already, and why some of them could not be asked."""
    from reread.server.external.joining import Grading, findings_of, weaknesses_of, without_reported
    from reread.server.external.tools import ask, ready

    outcomes = [ask(tool, folder, [path]) for tool in ready(tools, folder)]
    results = [result for outcome in outcomes for result in outcome.results.get(path, ())]
    known, grading = weaknesses_of(results), Grading(rules.severity, rules.ignore)
    found = [(each, known[each.rule]) for each in findings_of(results, document, path, grading)]
    reported = without_reported(found, ours, document, lambda rule: ())
    return reported, [outcome.problem for outcome in outcomes if outcome.problem]
