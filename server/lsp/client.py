"""What the client can be sent and asked."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Sequence
from typing import Any, Protocol

from lsprotocol import types

from reread.analyzers.shown.lines import toast
from reread.server.lsp.session import Session

logger = logging.getLogger(__name__)


class Connection(Protocol):
    """What sends messages: the JSON-RPC protocol, as far as the parts of the server need it."""

    def ask(self, method: str, params: Any) -> Awaitable[Any]:
        """Send a request in plain JSON."""

    def tell(self, method: str, params: Any) -> None:
        """Send a notification in plain JSON."""

    def send_notification(self, method: str, params: bytes) -> None:
        """Send a notification whose parameters are JSON already."""

    def send_request_async(self, method: str, params: Any = None) -> Awaitable[Any]:
        """Send a request with parameters of lsprotocol; gives its result as lsprotocol has it."""


class Client:
    """The client of one session. `session.client` says what it is capable of."""

    def __init__(self, session: Session, connection: Connection) -> None:
        self.session = session
        self.connection = connection

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
        self.connection.tell("window/logMessage", {"type": types.MessageType.Info.value, "message": message})

    async def choose(self, message: str, choices: Sequence[str]) -> str | None:
        """What the user chooses under a line; None when they close it."""
        actions = [types.MessageActionItem(choice) for choice in choices]
        params = types.ShowMessageRequestParams(types.MessageType.Info, toast(f"Reread: {message}"), actions)
        chosen = await self.connection.send_request_async("window/showMessageRequest", params)
        return chosen.title if chosen is not None else None

    async def open_document(self, uri: str, selection: types.Range | None = None) -> bool:
        """Show a document in the editor, with a range of it selected; False where that failed."""
        params = types.ShowDocumentParams(uri, external=False, take_focus=True, selection=selection)
        return bool((await self.connection.send_request_async("window/showDocument", params)).success)

    async def apply_edit(self, edit: types.WorkspaceEdit, label: str) -> types.ApplyWorkspaceEditResult:
        """Have the editor make an edit."""
        params = types.ApplyWorkspaceEditParams(edit, label=label)
        result: types.ApplyWorkspaceEditResult = await self.connection.send_request_async("workspace/applyEdit", params)
        return result
