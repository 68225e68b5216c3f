"""The server object: assembles the parts, each with its dependencies, and controls start and shutdown."""

from __future__ import annotations

import asyncio
import logging
import os
from functools import partial
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcMethodNotFound
from pygls.lsp.server import LanguageServer

import reread.server
from reread.server.lsp.analysis import schedule
from reread.server.lsp.analysis.background import Background
from reread.server.lsp.analysis.comments import Comments
from reread.server.lsp.analysis.configuration import ConfigurationSource
from reread.server.lsp.analysis.external import ExternalTools
from reread.server.lsp.analysis.index_findings import IndexFindings
from reread.server.lsp.analysis.tidying import Tidying
from reread.server.lsp.analysis.unopened_files import UnopenedFiles
from reread.server.lsp.client.client import Client
from reread.server.lsp.documents.session import Session
from reread.server.lsp.handlers import collected
from reread.server.lsp.parts.consent import Consents
from reread.server.lsp.parts.context import Context
from reread.server.lsp.parts.pages import Pages
from reread.server.lsp.parts.parts import Parts
from reread.server.lsp.parts.review import Reviews
from reread.server.lsp.parts.verdicts import Verdicts
from reread.server.lsp.protocol import Protocol
from reread.server.lsp.transport import capabilities, uris
from reread.server.lsp.transport.transport import Transport

if TYPE_CHECKING:
    from reread.server.lsp.documents.folders import Folder

logger = logging.getLogger(__name__)

PARENT_CHECK = 2.0
"""Seconds between two looks at whether the editor is still alive."""


class Server(LanguageServer):
    """One server for one client."""

    protocol: Protocol
    transport: Transport

    def __init__(self) -> None:
        super().__init__("reread", reread.server.__version__, protocol_cls=Protocol, converter_factory=lambda: None)
        self.handlers = collected()
        self.session = Session()
        self.client = Client(self.session, self.protocol)
        self.schedule = schedule.Schedule(self.client, self.diagnostics_are_out)
        self.tidying = Tidying(lambda: any(map(schedule.is_behind, self.session.documents.values())))
        self.background = Background(
            self.client,
            self.schedule,
            on_indexed=lambda folder: self.index_findings.look(folder),
            on_closed=lambda folder: self.index_findings.forget(folder),
        )
        self.external = ExternalTools(self.client, self.schedule)
        self.comments = Comments(self.client, self.schedule)
        self.unopened_files = UnopenedFiles(self.client, self.schedule)
        self.configuration = ConfigurationSource(
            self.client, self.schedule, self.tidying, self.background, on_applied=self._settings_applied
        )
        self.index_findings = IndexFindings(self.client, self.schedule, self.background)
        self.pages = Pages(self.client, self.schedule)
        verdicts = Verdicts(self.client, self.schedule, self.configuration.load_known)
        context = Context(self.session, self.client, self.schedule, self.pages, verdicts)
        self.consents = Consents(context, self.background)
        self.reviews = Reviews(context, self.background, self.consents, self.configuration.load_known)
        self.parts = Parts(
            self.session,
            self.client,
            self.schedule,
            self.tidying,
            self.background,
            self.configuration,
            self.index_findings,
            self.unopened_files,
            self.external,
            self.comments,
            context,
            self.consents,
            self.reviews,
        )
        self._ended: asyncio.Future[int] | None = None
        self._first_diagnostics = False
        for request in self.handlers.requests:
            self.feature(request.method)(partial(request.handle, context))

    async def serve(self, transport: Transport) -> int:
        """Serve one client to the end; the exit code is 0 after a proper shutdown, else 1."""
        self.transport = transport
        self._ended = asyncio.get_running_loop().create_future()
        transport.start(self.protocol.receive, lambda: self.end(0 if self.protocol._shutdown else 1))
        code = await self._ended
        self.protocol.close()
        self.session.tasks.cancel_all()
        self.schedule.close()
        self.comments.close()
        self.index_findings.close()
        self.tidying.close()
        await self.background.close()
        self.pages.close()
        return code

    def end(self, code: int) -> None:
        """Stop serving."""
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(code)

    def initialize(self, params: dict[str, Any]) -> dict[str, Any]:
        """Take in `InitializeParams`, as JSON, and give the `InitializeResult`."""
        client = self.session.client = capabilities.read(params.get("capabilities"))
        for uri in _folders(params):
            self.session.add_folder(uri)
        self.client.set_trace(params.get("trace"))
        self.configuration.initialize(params.get("initializationOptions"))
        parent = params.get("processId")
        # A number that nobody has here is the editor's in another container; the end of its input is enough then.
        if isinstance(parent, int) and os.name == "posix" and _is_alive(parent):
            asyncio.get_running_loop().call_later(PARENT_CHECK, self._watch_parent, parent)
        return {
            "capabilities": capabilities.announced(client, self.handlers.announced(client)),
            "serverInfo": {"name": "reread", "version": self.version},
        }

    def diagnostics_are_out(self) -> None:
        """The first findings were sent: from now on slower things may start."""
        if not self._first_diagnostics:
            self._first_diagnostics = True
            self.background.ready()

    def report_server_error(self, error: Exception, source: Any) -> None:
        # pygls tells the client by a message; when sending is what fails, that has no end.
        # Some editors ask for what the server did not announce (Kate: symbols, at every edit); the answer is enough.
        level = logging.DEBUG if isinstance(error, JsonRpcMethodNotFound) else logging.ERROR
        logger.log(level, "%s: %s", getattr(source, "__name__", source), error)

    def _settings_applied(self, folder: Folder) -> None:
        self.external.look_all(folder)
        self.unopened_files.settings_changed(folder)

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
