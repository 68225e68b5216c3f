"""Asks a person, once per workspace, whether its code may be sent to a model."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from reread.analyzers.review.privacy.consent import Recipient
    from reread.server.lsp.analysis.background import Background
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.parts.context import Context

ALLOW = "Allow"
REFUSE = "Refuse"

ASK = "askConsent"
"""What a client announces that has its own way to ask: `reread/askConsent`, answered by `{"allowed": ...}`."""


class Consents:
    """The consent of each folder. One question is open at a time for a folder, however many reviews wait for it."""

    def __init__(self, context: Context, background: Background) -> None:
        self._context = context
        self._background = background
        self._open: dict[str, asyncio.Task[bool | None]] = {}
        self._unanswered: set[str] = set()

    async def given(self, folder: Folder, *, asked: bool) -> bool:
        """Whether code of the folder may be sent; asks when nothing is decided.

        What was `asked` for by a command is answered each time. What runs by itself asks once in a session, and takes a
        question that was closed for a no.
        """
        from reread.analyzers.review.privacy import consent

        place = self._background.place_of(folder)
        wanted = await self._recipients(folder)
        answer = await self._context.schedule.in_thread(consent.decision, place, wanted)
        if answer is None and (asked or place not in self._unanswered):
            answer = await self._answer(place, wanted)
        if not answer and asked:
            self._context.client.show(consent.refusal(wanted) if answer is False else consent.missing(wanted))
        return bool(answer)

    async def ask(self, folder: Folder) -> None:
        """Ask again, whatever was said before."""
        from reread.analyzers.review.privacy import consent

        place = self._background.place_of(folder)
        wanted = await self._recipients(folder)
        if wanted:
            await self._answer(place, wanted)
        self._context.client.show(
            f"{folder.path or 'files outside of folders'}: {consent.status(place, wanted)}", _INFO
        )

    async def _recipients(self, folder: Folder) -> tuple[Recipient, ...]:
        def found() -> tuple[Recipient, ...]:
            from reread.analyzers.review.availability import routes
            from reread.analyzers.review.privacy.consent import recipients

            return recipients(routes(folder.settings.review))

        return await self._context.schedule.in_thread(found)

    async def _answer(self, place: str, wanted: tuple[Recipient, ...]) -> bool | None:
        """What the person says now, which is kept; None when they close the question."""
        task = self._open.get(place)
        if task is None:
            task = self._context.session.tasks.start(self._dialogue(place, wanted), "consent")
            self._open[place] = task
            task.add_done_callback(lambda _: self._open.pop(place, None))
        # Whoever gives up waiting does not take the question away from the others.
        return await asyncio.shield(task)

    async def _dialogue(self, place: str, wanted: tuple[Recipient, ...]) -> bool | None:
        from reread.analyzers.review.privacy import consent

        chosen = await self._chosen(place, wanted, consent.question(place, wanted))
        if chosen not in (ALLOW, REFUSE):
            self._unanswered.add(place)
            return None
        allowed = chosen == ALLOW
        try:
            await self._context.schedule.in_thread(_keep, place, wanted, allowed)
        except consent.ConsentError as error:
            self._context.client.show(str(error))
        return allowed

    async def _chosen(self, place: str, wanted: tuple[Recipient, ...], question: str) -> str | None:
        """Asked as the client wants to be: a message of the protocol may hide after some seconds."""
        if ASK not in self._context.session.client.own:
            return await self._context.client.choose(question, (ALLOW, REFUSE))
        scope = {"folder": place, "recipients": [str(each) for each in wanted], "message": question}
        answer = await self._context.client.connection.ask(f"reread/{ASK}", scope)
        allowed = answer.get("allowed") if isinstance(answer, dict) else None
        return {True: ALLOW, False: REFUSE}[allowed] if isinstance(allowed, bool) else None


_INFO = types.MessageType.Info


def _keep(place: str, wanted: tuple[Recipient, ...], allowed: bool) -> None:
    from reread.analyzers.review.privacy import consent

    consent.record(place, wanted, allowed=allowed)
