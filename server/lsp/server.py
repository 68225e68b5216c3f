"""The server object: holds the parts together, and knows when to start and end."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

import reread.server
from reread.analyzers.shown.lines import toast
from reread.server.lsp.analysis import schedule
from reread.server.lsp.analysis.background import Background
from reread.server.lsp.analysis.configuration import ConfigurationSource
from reread.server.lsp.analysis.index_findings import IndexFindings
from reread.server.lsp.analysis.tidying import Tidying
from reread.server.lsp.features import code_actions, hover
from reread.server.lsp.features.consent import Consents
from reread.server.lsp.features.review import Reviews
from reread.server.lsp.session import Session
from reread.server.lsp.transport import capabilities, uris
from reread.server.lsp.transport.protocol import Protocol
from reread.server.lsp.transport.transport import Transport

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

logger = logging.getLogger(__name__)

PARENT_CHECK = 2.0
"""Seconds between two looks at whether the editor is still alive."""


class Server(LanguageServer):
    """One server for one client."""

    protocol: Protocol
    transport: Transport

    def __init__(self) -> None:
        super().__init__("reread", reread.server.__version__, protocol_cls=Protocol, converter_factory=lambda: None)
        self.session = Session()
        self.schedule = schedule.Schedule(self)
        self.tidying = Tidying(lambda: any(map(schedule.is_behind, self.session.documents.values())))
        self.configuration = ConfigurationSource(self)
        self.background = Background(self)
        self.reviews = Reviews(self)
        self.index_findings = IndexFindings(self)
        self.consents = Consents(self)
        self._ended: asyncio.Future[int] | None = None
        self._first_diagnostics = False
        self._pages: TemporaryDirectory[str] | None = None
        self.feature(types.TEXT_DOCUMENT_HOVER)(hover.hover)
        self.feature(types.TEXT_DOCUMENT_CODE_ACTION)(code_actions.code_action)
        self.feature(types.CODE_ACTION_RESOLVE)(code_actions.resolve)

    async def serve(self, transport: Transport) -> int:
        """Serve one client to the end; the exit code is 0 after a proper shutdown, else 1."""
        self.transport = transport
        self._ended = asyncio.get_running_loop().create_future()
        transport.start(self.protocol.receive, lambda: self.end(0 if self.protocol._shutdown else 1))
        code = await self._ended
        self.protocol.close()
        self.session.tasks.cancel_all()
        self.schedule.close()
        self.tidying.close()
        await self.background.close()
        if self._pages is not None:
            self._pages.cleanup()
        return code

    @property
    def pages_directory(self) -> str:
        """Where the pages are that the editor is asked to open; deleted at the end."""
        if self._pages is None:
            import tempfile

            self._pages = tempfile.TemporaryDirectory(prefix="reread-", ignore_cleanup_errors=True)
        return self._pages.name

    def end(self, code: int) -> None:
        """Stop serving."""
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(code)

    def initialize(self, params: dict[str, Any]) -> dict[str, Any]:
        """Take in `InitializeParams`, as JSON, and give the `InitializeResult`."""
        self.session.client = capabilities.read(params.get("capabilities"))
        for uri in _folders(params):
            self.session.add_folder(uri)
        self.configuration.initialize(params.get("initializationOptions"))
        parent = params.get("processId")
        # A number that nobody has here is the editor's in another container; the end of its input is enough then.
        if isinstance(parent, int) and os.name == "posix" and _is_alive(parent):
            asyncio.get_running_loop().call_later(PARENT_CHECK, self._watch_parent, parent)
        return {
            "capabilities": capabilities.announced(self.session.client),
            "serverInfo": {"name": "reread", "version": self.version},
        }

    def diagnostics_are_out(self) -> None:
        """The first findings were sent: from now on slower things may start."""
        if not self._first_diagnostics:
            self._first_diagnostics = True
            self.background.ready()

    def report_server_error(self, error: Exception, source: Any) -> None:
        # pygls tells the client by a message; when sending is what fails, that has no end.
        logger.error("%s: %s", getattr(source, "__name__", source), error)

    def show(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Tell the user one line."""
        self.protocol.tell("window/showMessage", {"type": kind.value, "message": toast(f"Reread: {message}")})

    def show_once(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Tell the user one line that is not told again in this session."""
        if message not in self.session.shown:
            self.session.shown.add(message)
            logger.log(logging.INFO if kind is types.MessageType.Info else logging.WARNING, "%s", message)
            self.show(message, kind)

    def _watch_parent(self, parent: int) -> None:
        if _is_alive(parent):
            asyncio.get_running_loop().call_later(PARENT_CHECK, self._watch_parent, parent)
        else:
            logger.warning("the editor's process %d is gone", parent)
            self.end(1)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return process > 0


def _folders(params: dict[str, Any]) -> list[str]:
    """The URIs of the workspace folders; `rootUri` and `rootPath` are what older clients send instead."""
    folders = params.get("workspaceFolders")
    if isinstance(folders, list):
        return [folder["uri"] for folder in folders if isinstance(folder, dict) and isinstance(folder.get("uri"), str)]
    if isinstance(params.get("rootUri"), str):
        return [params["rootUri"]]
    return [uris.uri_of(params["rootPath"])] if isinstance(params.get("rootPath"), str) else []
