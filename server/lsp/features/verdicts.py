"""What a person does with a finding in the editor is remembered: a fix that is taken, a dismissal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding
from reread.analyzers.text import Document
from reread.server.known.feedback import FeedbackError, Verdict
from reread.server.lsp.client import Client

if TYPE_CHECKING:
    from reread.server.lsp.analysis.folders import Folder
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.session import OpenDocument

REASONS = ("It is no problem here", "It is meant so", "It is not worth a change")
_MOST_OFFERED = 50


class Offered(NamedTuple):
    """A finding whose fix was given to the editor, in the text as it was then."""

    finding: Finding
    document: Document
    folder: Folder


class Verdicts:
    """Writes verdicts and puts them into force. `reload` reads anew what is known in a folder."""

    def __init__(self, client: Client, schedule: Schedule, reload: Callable[[Folder], Awaitable[None]]) -> None:
        self._client = client
        self._schedule = schedule
        self._reload = reload
        self._offered: dict[tuple[str, str], Offered] = {}

    def offered(self, opened: OpenDocument, finding: Finding) -> None:
        """A fix of the finding is on its way to the editor. Whether it is taken is known by `accepted`."""
        if len(self._offered) >= _MOST_OFFERED:
            self._offered.clear()
        made = Offered(finding, opened.document, opened.folder)
        self._offered[opened.document.uri, finding.fingerprint] = made

    async def accepted(self, uri: str, fingerprint: str) -> None:
        """The editor has made the edit of a fix that it was given."""
        made = self._offered.pop((uri, fingerprint), None)
        if made is not None:
            await self._keep(made, "accepted", "")

    async def dismiss(self, opened: OpenDocument, finding: Finding, reason: str = "") -> None:
        """Dismiss a finding for everyone. Without a reason the person is asked for one; closing that is no verdict."""
        made = Offered(finding, opened.document, opened.folder)
        chosen = reason or await self._client.choose(f"Dismiss {finding.rule} here, for everyone? Why?", REASONS)
        if chosen:
            await self._keep(made, "dismissed", chosen)

    async def _keep(self, made: Offered, verdict: Verdict, reason: str) -> None:
        try:
            await self._schedule.in_thread(_write, made, verdict, reason)
        except FeedbackError as error:
            self._client.show(str(error))
            return
        await self._reload(made.folder)


def _write(made: Offered, verdict: Verdict, reason: str) -> None:
    from reread.server.known import feedback, recording

    folder, document = made.folder, made.document
    who = recording.author(folder.path)
    path = folder.relative(document.path)
    language = document.language
    event = recording.verdict_on(made.finding, path, document.text, verdict, reason=reason, who=who, language=language)
    feedback.append(folder.path, [event])
