"""An editor in the same process: talks JSON to a server object, answers its requests, remembers what it was sent."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Callable
from typing import Any

from reread.server.lsp.server import Server

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True,
        "applyEdit": True,
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {
            "versionSupport": True,
            "dataSupport": True,
            "codeDescriptionSupport": True,
            "relatedInformation": True,
            "tagSupport": {"valueSet": [1, 2]},
        },
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
            "dataSupport": True,
            "disabledSupport": True,
            "isPreferredSupport": True,
            "tagSupport": {"valueSet": [1]},
            "resolveSupport": {"properties": ["edit"]},
        },
    },
}


def range_(start: tuple[int, int], end: tuple[int, int]) -> dict[str, Any]:
    """An LSP range as JSON."""
    return {"start": {"line": start[0], "character": start[1]}, "end": {"line": end[0], "character": end[1]}}


class Editor:
    """The client's side; also the server's transport."""

    def __init__(self, settings: Any = None) -> None:
        self.server = Server()
        self.server.transport = self  # type: ignore[assignment]
        self.settings = settings
        self.sent: list[dict[str, Any]] = []
        self.published: dict[str, list[dict[str, Any]]] = {}
        self.answers: dict[str, Callable[[Any], Any]] = {
            "workspace/configuration": lambda params: [self.settings for _ in params["items"]],
            "window/showDocument": lambda _: {"success": True},
            "workspace/applyEdit": lambda _: {"applied": True},
        }
        self._numbers = itertools.count(1)
        self._arrived = asyncio.Event()

    def write(self, body: bytes) -> None:
        message = json.loads(body)
        self.sent.append(message)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published.setdefault(message["params"]["uri"], []).append(message["params"])
        if "id" in message and "method" in message:
            answer = self.answers.get(message["method"], lambda _: None)(message.get("params"))
            if answer is not NotImplemented:
                reply = {"jsonrpc": "2.0", "id": message["id"], "result": answer}
                asyncio.get_running_loop().call_soon(self.server.protocol.receive, json.dumps(reply).encode())
        self._arrived.set()

    def close(self) -> None:
        """Part of being a transport."""

    def receive(self, message: Any) -> None:
        self.server.protocol.receive(message if isinstance(message, bytes) else json.dumps(message).encode())

    def notify(self, method: str, params: Any) -> None:
        self.receive({"jsonrpc": "2.0", "method": method, "params": params})

    async def request(self, method: str, params: Any) -> Any:
        number = next(self._numbers)
        self.receive({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        answer = await self.until(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    async def refused(self, method: str, params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self.receive({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        answer = await self.until(lambda message: message.get("id") == number and "method" not in message)
        error: dict[str, Any] = answer["error"]
        return error

    async def until(self, wanted: Callable[[dict[str, Any]], Any], after: int = 0) -> dict[str, Any]:
        """The first message, counted from `after`, that is wanted; waits for it."""
        async with asyncio.timeout(120):
            while True:
                for message in self.sent[after:]:
                    if wanted(message):
                        return message
                self._arrived.clear()
                await self._arrived.wait()

    async def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """The diagnostics of the URI for that version, or the first that come."""
        message = await self.until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and (version is None or message["params"].get("version") == version)
            )
        )
        found: list[dict[str, Any]] = message["params"]["diagnostics"]
        return found

    async def start(self, *folders: str, capabilities: Any = None, options: Any = None) -> dict[str, Any]:
        params = {
            "processId": None,
            "capabilities": CAPABILITIES if capabilities is None else capabilities,
            "workspaceFolders": [{"uri": folder, "name": folder} for folder in folders],
            "initializationOptions": options,
        }
        result: dict[str, Any] = await self.request("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, uri: str, text: str, language: str = "python", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        place = range_(start, end)
        self.edit(uri, version, [{"range": place, "text": text}])

    def edit(self, uri: str, version: int, changes: list[Any]) -> None:
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    async def actions(self, uri: str, start: tuple[int, int], end: tuple[int, int], **context: Any) -> Any:
        place = range_(start, end)
        context = {"diagnostics": [], **context}
        return await self.request(
            "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": place, "context": context}
        )

    @property
    def messages(self) -> list[str]:
        """What was shown to the user."""
        return [message["params"]["message"] for message in self.sent if message.get("method") == "window/showMessage"]
