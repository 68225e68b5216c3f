"""JSON-RPC on top of pygls: decodes, checks and passes on incoming messages, and writes outgoing ones as bytes.

pygls dispatches requests, cancels them and tracks Reread's own requests to the client. This module replaces these parts
of it, because they are on the path of every keystroke or make a bad message fatal: reading, its own copies of the
documents, turning the hot notifications into objects and back, and reporting errors to the client by more messages.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

from reread.analyzers import correlation, spans

if TYPE_CHECKING:
    from cattrs import Converter

    from reread.server.lsp.handlers import Handlers
    from reread.server.lsp.parts.parts import Parts
    from reread.server.lsp.transport.notebook import Notebook
    from reread.server.lsp.transport.transport import Transport

from reread.server.lsp.client.client import ClientError
from reread.server.lsp.questions import Questions
from reread.server.lsp.transport import cells

logger = logging.getLogger(__name__)

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
INVALID_PARAMS = -32602
NOT_INITIALIZED = -32002
CANCEL = "$/cancelRequest"

_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode


class Host(typing.Protocol):
    """The parts of the server that the protocol needs: parts and handlers, where to write, and a notice of start and
    end.

    Notifications that have a handler are given to it as the JSON they came as; all others go through pygls.
    """

    parts: Parts
    handlers: Handlers
    transport: Transport

    def initialize(self, params: dict[str, Any]) -> dict[str, Any]:
        """Take in `InitializeParams`, as JSON, and give the `InitializeResult`."""

    def end(self, code: int) -> None:
        """Stop serving."""


class Protocol(LanguageServerProtocol):
    """The connection to the one client."""

    _server: Host  # type: ignore[assignment]
    _initialized = False
    _closed = False

    def __init__(self, server: Host, converter: Converter | None) -> None:
        self._made_converter = converter
        self._pending: dict[str, asyncio.Future[Any]] = {}
        self._numbers = itertools.count(1)
        self._questions = Questions(self._send_json)
        self._about_cells: dict[int | str, cells.Cell] = {}
        super().__init__(server, converter)  # type: ignore[arg-type]

    @property
    def _converter(self) -> Converter:
        """Made when the first request needs it: it takes longer than opening a file."""
        if self._made_converter is None:
            self._made_converter = default_converter()  # type: ignore[no-untyped-call]
        return self._made_converter

    @_converter.setter
    def _converter(self, converter: Converter | None) -> None:
        self._made_converter = converter

    def _register_builtin_features(self) -> None:
        # As in pygls, but without looking at the properties of the instance: that would make the converter.
        for name in dir(type(self)):
            method = getattr(getattr(type(self), name), "method_name", None)
            if isinstance(method, str):
                self.fm.add_builtin_feature(method, getattr(self, name))

    def receive(self, body: bytes) -> None:
        """Handle one message.

        Nothing in it can raise: errors are answered, or logged if the message is not a request.
        """
        with correlation.within(correlation.fresh()):
            self._receive(body)

    def _receive(self, body: bytes) -> None:
        try:
            message = decode(body)
        except (ValueError, RecursionError) as error:
            self._refuse(None, PARSE_ERROR, f"not valid JSON: {error}")
            return
        if not isinstance(message, dict):
            self._refuse(None, INVALID_REQUEST, "a message must be a JSON object")
            return
        method = message.get("method")
        handler = self._server.handlers.notifications.get(method) if isinstance(method, str) else None
        if handler is None or "id" in message:
            self._receive_other(message, method)
        elif self._initialized and not self._shutdown:
            try:
                handler(self._server.parts, message.get("params"))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                logger.error("%s with wrong parameters: %r", method, error, exc_info=True)

    def _receive_other(self, message: dict[str, Any], method: Any) -> None:
        identifier = message.get("id")
        logger.debug("request %s: %s", identifier, method)
        if method is not None and not isinstance(method, str):
            self._refuse(identifier, INVALID_REQUEST, "`method` must be a string")
        elif method == "initialize" and identifier is not None:
            self._initialize(identifier, message.get("params"))
        elif method == "exit":
            self._server.end(0 if self._shutdown else 1)
        elif identifier is not None and method is not None and not self._initialized:
            self._refuse(identifier, NOT_INITIALIZED, f"{method} before initialize")
        elif identifier is not None and method is not None and self._shutdown:
            self._refuse(identifier, INVALID_REQUEST, f"{method} after shutdown")
        elif method is None and isinstance(identifier, str) and identifier in self._pending:
            self._answered(self._pending.pop(identifier), message)
        elif method == CANCEL and self._questions.cancel(message.get("params")):
            return
        elif self._initialized and not self._shutdown:
            if identifier is not None and method is not None and self._notebooks:
                about = cells.incoming(message, self._notebooks)
                if about is not None:
                    self._about_cells[identifier] = about
            question = self._server.handlers.questions.get(method) if method else None
            if question is not None and identifier is not None:
                self._questions.answer(self._server.parts, identifier, question, message.get("params"))
            else:
                self._dispatch(message, identifier, method)

    def _dispatch(self, message: dict[str, Any], identifier: Any, method: str | None) -> None:
        message.setdefault("jsonrpc", self.VERSION)
        try:
            structured = self.structure_message(message)
        except Exception as error:
            if method is None:
                self._fail_own_request(identifier, error)
            else:
                self._refuse(identifier, INVALID_PARAMS, f"{method}: the parameters are not valid")
            return
        self.handle_message(structured)

    def _initialize(self, identifier: Any, params: Any) -> None:
        if self._initialized:
            self._refuse(identifier, INVALID_REQUEST, "initialize a second time")
            return
        self._initialized = True
        result = self._server.initialize(params if isinstance(params, dict) else {})
        self._send_json({"jsonrpc": "2.0", "id": identifier, "result": result})

    def _fail_own_request(self, identifier: Any, error: Exception) -> None:
        future = self._request_futures.pop(identifier, None)
        if future is not None and not future.done():
            future.set_exception(error)

    def _refuse(self, identifier: Any, code: int, reason: str) -> None:
        logger.warning("refused a message: %s", reason)
        error = {"code": code, "message": reason}
        if identifier is not None or code in (PARSE_ERROR, INVALID_REQUEST):
            self._send_json({"jsonrpc": "2.0", "id": identifier, "error": error})

    def ask(self, method: str, params: Any) -> asyncio.Future[Any]:
        """Send the client a request in plain JSON; the future gets its result, or a ClientError.

        Cancelling the future withdraws the request.
        """
        identifier = f"reread-{next(self._numbers)}"
        future = self._pending[identifier] = asyncio.get_running_loop().create_future()
        future.add_done_callback(lambda _: self._withdraw(identifier) if future.cancelled() else None)
        self._send_json({"jsonrpc": "2.0", "id": identifier, "method": method, "params": params})
        return future

    def _withdraw(self, identifier: str) -> None:
        if self._pending.pop(identifier, None) is not None:
            self.tell(CANCEL, {"id": identifier})

    def tell(self, method: str, params: Any) -> None:
        """Send the client a notification in plain JSON."""
        self._send_json({"jsonrpc": "2.0", "method": method, "params": params})

    def _answered(self, future: asyncio.Future[Any], message: dict[str, Any]) -> None:
        if future.done():
            return
        error = message.get("error")
        if error is None:
            future.set_result(message.get("result"))
        else:
            future.set_exception(ClientError(str(error.get("message") if isinstance(error, dict) else error)))

    def send_notification(self, method: str, params: bytes) -> None:
        """Send a notification whose parameters are JSON already."""
        self.send_bytes(b'{"jsonrpc":"2.0","method":"%b","params":%b}' % (method.encode(), params))

    def send_bytes(self, body: bytes) -> None:
        if not self._closed:
            self._server.transport.write(body)

    def close(self) -> None:
        """Send nothing more: late answers of cancelled work have no recipient."""
        self._closed = True

    @property
    def _notebooks(self) -> Mapping[str, Notebook]:
        return self._server.parts.session.notebooks

    def _send_json(self, value: Any) -> None:
        self.send_bytes(_encode(self._with_cells(value) if self._about_cells or self._notebooks else value))

    def _with_cells(self, message: dict[str, Any]) -> dict[str, Any]:
        """The message with places in cells of notebooks where it has any in their texts."""
        about = None if "method" in message else self._about_cells.pop(message["id"], None)
        for name in ("params", "result"):
            if name in message:
                message = {**message, name: cells.outgoing(message[name], self._notebooks, about)}
        return message

    def _send_data(self, data: Any) -> None:
        # pygls would log every payload, and report a failure to send by sending.
        if data:
            body = json.dumps(data, default=self._serialize_message).encode()
            if self._about_cells or self._notebooks:
                body = _encode(self._with_cells(decode(body)))
            self.send_bytes(body)

    @lsp_method("shutdown")
    def lsp_shutdown(self, *_: Any) -> None:  # type: ignore[override]
        for identifier, future in list(self._request_futures.items()):
            if identifier != self.msg_id and not future.done():
                future.cancel()
        self._shutdown = True
        self._server.parts.session.tasks.cancel_all()

    @lsp_method("workspace/executeCommand")
    def lsp_workspace__execute_command(self, params: types.ExecuteCommandParams) -> Any:
        # pygls would check the arguments against the types of the parameters; ours take what editors can give.
        command = self._server.handlers.command(params.command)
        if command is None:
            raise JsonRpcInvalidParams(f"no such command: {params.command}")
        # What it starts goes on after the answer, and belongs to the same trace.
        with spans.span(f"answered {params.command}", logging.DEBUG):
            return command(self._server.parts, *(params.arguments or ()))


def decode(body: bytes) -> Any:
    """The JSON value of a body; raises ValueError for anything else."""
    try:
        return _decode(body)
    except msgspec.DecodeError:
        # Half surrogate pairs are legal JSON, and JavaScript clients send them; the standard library reads them.
        return json.loads(body)
