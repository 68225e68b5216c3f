"""What a person does with a finding in the editor is remembered: a fix that is taken, changed or taken back, a
dismissal.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from reread.analyzers.findings import Finding, Fix
from reread.analyzers.text import Document
from reread.server.known.feedback import FeedbackError, Verdict
from reread.server.lsp.client.client import Client

if TYPE_CHECKING:
    from reread.server.lsp.analysis.schedule import Schedule
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.documents.session import OpenDocument

REASONS = ("Not a problem here", "Intended", "Not worth a change")
_MOST_OFFERED = 50


class Offered(NamedTuple):
    """A finding whose fix was given to the editor, in the text as it was then; `event` is its acceptance, if taken."""

    finding: Finding
    document: Document
    folder: Folder
    fix: Fix | None = None
    event: str = ""

    def is_as_applied(self, text: str) -> bool:
        """Whether all that the fix wrote into its document is in a text of it."""
        fix = self.fix
        return fix is None or all(edit.text.strip() in text for edit in fix.edits if not edit.uri)

    def is_back(self, text: str) -> bool:
        """Whether the code that the finding marks is in a text again."""
        start, end = self.finding.span
        return self.document.text[start:end] in text


class Verdicts:
    """Writes verdicts and puts them into force. `reload` reads the known findings of a folder again."""

    def __init__(self, client: Client, schedule: Schedule, reload: Callable[[Folder], Awaitable[None]]) -> None:
        self._client = client
        self._schedule = schedule
        self._reload = reload
        self._offered: dict[tuple[str, str], Offered] = {}
        self._applied: dict[str, list[Offered]] = {}
        self._dismissed: list[Offered] = []

    def offered(self, opened: OpenDocument, finding: Finding, fix: Fix) -> None:
        """A fix of the finding is on its way to the editor. Whether it is taken is known by `accepted`."""
        if len(self._offered) >= _MOST_OFFERED:
            self._offered.clear()
        made = Offered(finding, opened.document, opened.folder, fix)
        self._offered[opened.document.uri, finding.fingerprint] = made

    async def accepted(self, uri: str, fingerprint: str) -> None:
        """The editor has made the edit of a fix that it was given."""
        made = self._offered.pop((uri, fingerprint), None)
        if made is not None:
            event = await self._keep(made, "accepted", "")
            taken = self._applied.setdefault(uri, [])
            taken.append(made._replace(event=event))
            del taken[:-_MOST_OFFERED]

    def saved(self, uri: str, text: str) -> list[tuple[Offered, Verdict]]:
        """The fixes that were taken since the last save and are not as they were taken, with what became of them."""
        taken = self._applied.pop(uri, ())
        changed = (made for made in taken if made.event and not made.is_as_applied(text))
        return [(made, "undone" if made.is_back(text) else "edited") for made in changed]

    async def revised(self, changed: Sequence[tuple[Offered, Verdict]]) -> None:
        """Put right what was said of fixes that were changed after they had been taken, or taken back."""
        for made, verdict in changed:
            await self._keep(made, verdict, "")

    async def dismiss(self, opened: OpenDocument, finding: Finding, reason: str = "") -> None:
        """Dismiss a finding for everyone.

        Without a reason the person is asked for one; closing that is not a verdict.
        """
        made = Offered(finding, opened.document, opened.folder)
        chosen = reason or await self._client.choose(f"Why dismiss {finding.rule} here, for everyone?", REASONS)
        if chosen and (event := await self._keep(made, "dismissed", chosen)):
            self._dismissed.append(made._replace(event=event))
            del self._dismissed[:-_MOST_OFFERED]

    async def undo_dismissal(self) -> None:
        """Take back the last dismissal of this session."""
        if not self._dismissed:
            self._client.show("nothing was dismissed in this session", types.MessageType.Info)
            return
        made = self._dismissed.pop()
        if await self._keep(made, "undone", ""):
            self._client.show(f"{made.finding.rule} is no longer dismissed here", types.MessageType.Info)

    async def _keep(self, made: Offered, verdict: Verdict, reason: str) -> str:
        """The id of the event, "" where it could not be kept."""
        try:
            event = await self._schedule.in_thread(_write, made, verdict, reason)
        except FeedbackError as error:
            self._client.show(str(error))
            return ""
        await self._reload(made.folder)
        return event


def _write(made: Offered, verdict: Verdict, reason: str) -> str:
    from reread.server.known import feedback, recording

    folder, document = made.folder, made.document
    who = recording.author(folder.path)
    path = folder.relative(document.path)
    language = document.language
    if verdict == "undone":
        event = feedback.event(verdict, of=made.event, who=who)
    else:
        found = made.finding
        event = recording.verdict_on(found, path, document.text, verdict, reason=reason, who=who, language=language)
    feedback.append(folder.path, [event])
    return event.id
