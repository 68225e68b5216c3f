"""Messages, requests and questions to the client."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from typing import Any, Protocol

from lsprotocol import types

from reread.analyzers.shown.lines import title, toast
from reread.analyzers.shown.terminal import printable_lines
from reread.server.lsp.documents.session import Session

logger = logging.getLogger(__name__)


class ClientError(Exception):
    """The client answered a request with an error; the text is its message."""


class Connection(Protocol):
    """The connection for messages: the JSON-RPC protocol, as far as the parts of the server need it."""

    def ask(self, method: str, params: Any) -> Awaitable[Any]:
        """Send a request in plain JSON."""

    def tell(self, method: str, params: Any) -> None:
        """Send a notification in plain JSON."""

    def send_notification(self, method: str, params: bytes) -> None:
        """Send a notification whose parameters are JSON already."""

    def send_request_async(self, method: str, params: Any = None) -> Awaitable[Any]:
        """Send a request with parameters of lsprotocol; returns its result as lsprotocol has it."""


class Client:
    """The client of one session. `session.client` has its capabilities."""

    def __init__(self, session: Session, connection: Connection) -> None:
        self.session = session
        self.connection = connection
        self._refreshing = False

    def show(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Tell the user one line."""
        self.connection.tell("window/showMessage", {"type": kind.value, "message": toast(f"Reread: {message}")})

    def show_once(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Tell the user one line that is not shown again in this session."""
        if message not in self.session.shown:
            self.session.shown.add(message)
            logger.log(logging.INFO if kind is types.MessageType.Info else logging.WARNING, "%s", message)
            self.show(message, kind)

    def log(self, message: str) -> None:
        """Write to the client's log of this server."""
        self.connection.tell(
            "window/logMessage", {"type": types.MessageType.Info.value, "message": printable_lines(message)}
        )

    def set_trace(self, value: object) -> None:
        """Take in a `TraceValue`; nonsense counts as "off"."""
        self.session.trace = value if value in ("messages", "verbose") else "off"

    def trace(self, message: str, more: str) -> None:
        """Tell a client that traces what was done; `more` if it wants to know all."""
        verbose = {"verbose": more} if self.session.trace == "verbose" else {}
        self.connection.tell("$/logTrace", {"message": message, **verbose})

    async def choose(self, message: str, choices: Sequence[str]) -> str | None:
        """The user's choice below a message; None when they close it."""
        actions = [types.MessageActionItem(choice) for choice in choices]
        params = types.ShowMessageRequestParams(types.MessageType.Info, toast(f"Reread: {message}"), actions)
        chosen = await self.connection.send_request_async("window/showMessageRequest", params)
        return chosen.title if chosen is not None else None

    async def open_document(self, uri: str, selection: types.Range | None = None) -> bool:
        """Show a document in the editor, with a range of it selected; False if that failed."""
        params = types.ShowDocumentParams(uri, external=False, take_focus=True, selection=selection)
        return bool((await self.connection.send_request_async("window/showDocument", params)).success)

    def refresh_lenses(self) -> None:
        """Has the client refresh code lenses that changed without an edit."""
        if self.session.client.refresh_lenses:
            refreshed = self.connection.ask("workspace/codeLens/refresh", None)
            self.session.tasks.start(_log_refusal(refreshed), "refreshing code lenses")

    def refresh_diagnostics(self) -> None:
        """There are other diagnostics than those that were pulled; for many at once the client is asked once."""
        if not self._refreshing:
            self._refreshing = True
            self.session.tasks.start(self._refresh_diagnostics(), "refreshing diagnostics")

    async def _refresh_diagnostics(self) -> None:
        await asyncio.sleep(0)
        self._refreshing = False
        await _log_refusal(self.connection.ask("workspace/diagnostic/refresh", None))

    async def apply_edit(self, edit: types.WorkspaceEdit, label: str) -> types.ApplyWorkspaceEditResult:
        """Have the editor make an edit."""
        params = types.ApplyWorkspaceEditParams(edit, label=title(label))
        result: types.ApplyWorkspaceEditResult = await self.connection.send_request_async("workspace/applyEdit", params)
        return result


async def _log_refusal(answer: Awaitable[Any]) -> None:
    try:
        await answer
    except Exception as error:
        logger.info("the client refused: %s", error)
