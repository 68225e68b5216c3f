"""A language client in a few lines: a real server process, strict framing, and waiting for what is to come."""

from __future__ import annotations

import itertools
import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

SERVER = [sys.executable, "-P", "-m", "reread.server", "server"]
PATIENCE = 120.0
"""Seconds until a test gives up on something that should have come long before."""

CAPABILITIES: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True,
        "applyEdit": True,
        "workspaceFolders": True,
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"versionSupport": True, "dataSupport": True, "relatedInformation": True},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
            "isPreferredSupport": True,
            "disabledSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        },
    },
}

_HEADER = re.compile(rb"Content-Length: (\d+)\r\n(?:Content-Type: [^\r\n]+\r\n)?\r\n")


class LanguageClient:
    """One server process and the client's side of the conversation.

    `settings` answer `workspace/configuration`; `folder_settings` do so for single folders, by URI. `answers` has the
    results of other requests of the server, by method. `foreign` collects all output that is not protocol.
    """

    def __init__(
        self, environment: Mapping[str, str], *, settings: Any = None, log: Path, address: tuple[str, int] | None = None
    ) -> None:
        self.settings = settings
        self.folder_settings: dict[str, Any] = {}
        self.answers: dict[str, Any] = {"window/showDocument": {"success": True}}
        self.received: list[dict[str, Any]] = []
        self.foreign = b""
        self.ended = False
        self._log = log
        self._numbers = itertools.count(1)
        self._changed = threading.Condition()
        self._sending = threading.Lock()
        arguments = ["--tcp", "127.0.0.1:0"] if address is not None else ["--stdio"]
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                [*SERVER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=environment
            )
        self._connection: socket.socket | None = None
        self._reader, self._writer = self._over_tcp() if address is not None else self._over_pipes()
        self._listener = threading.Thread(target=self._read, daemon=True)
        self._listener.start()

    def _over_pipes(self) -> tuple[BinaryIO, BinaryIO]:
        assert self.process.stdout is not None and self.process.stdin is not None
        return self.process.stdout, self.process.stdin  # type: ignore[return-value]

    def _over_tcp(self) -> tuple[BinaryIO, BinaryIO]:
        end = time.monotonic() + PATIENCE
        while (match := re.search(rb"listening on \S+:(\d+)", self._log.read_bytes())) is None:
            assert time.monotonic() < end and self.process.poll() is None, self.log
            time.sleep(0.01)
        self._connection = socket.create_connection(("127.0.0.1", int(match[1])))
        return self._connection.makefile("rb"), self._connection.makefile("wb")

    @property
    def log(self) -> str:
        """What the server wrote to standard error."""
        return self._log.read_text(errors="replace")

    def _piece(self) -> bytes:
        """Some bytes that the server sent; none when it has ended, also where it has left some of ours unread."""
        try:
            return self._reader.read1(65_536)  # type: ignore[attr-defined, no-any-return]
        except ConnectionResetError:
            return b""

    def _read(self) -> None:
        data = b""
        while piece := self._piece():
            data += piece
            while match := _HEADER.search(data):
                end = match.end() + int(match[1])
                if len(data) < end:
                    break
                self.foreign += data[: match.start()]
                message, data = json.loads(data[match.end() : end]), data[end:]
                self._take(message)
        with self._changed:
            self.foreign += data
            self.ended = True
            self._changed.notify_all()

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is not None and "id" in message:
            result = self.answers.get(method)
            if method == "workspace/configuration":
                items = message["params"]["items"]
                result = [self.folder_settings.get(item.get("scopeUri"), self.settings) for item in items]
            if callable(result):
                result = result(message["params"])
            try:
                self._send({"id": message["id"], "result": result})
            except (OSError, ValueError):
                pass  # The test has closed the connection meanwhile.
        with self._changed:
            self.received.append(message)
            self._changed.notify_all()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        with self._sending:
            self._writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self._writer.flush()

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def send(self, method: str, params: Any) -> int:
        """Send a request without waiting for its answer."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        return number

    def request(self, method: str, params: Any) -> Any:
        number = self.send(method, params)
        answer = self.wait(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def wait(self, wanted: Callable[[dict[str, Any]], Any], after: int = 0) -> dict[str, Any]:
        """The first message, counted from `after`, that is wanted; waits for it."""
        position, end = after, time.monotonic() + PATIENCE
        with self._changed:
            while True:
                for message in self.received[position:]:
                    if wanted(message):
                        return message
                position = len(self.received)
                left = end - time.monotonic()
                assert not self.ended, f"the server ended\n{self.log}"
                assert left > 0, f"it never came; the last messages: {self.received[-5:]}\n{self.log}"
                self._changed.wait(left)

    def command(self, name: str, *arguments: Any) -> Any:
        return self.request("workspace/executeCommand", {"command": name, "arguments": list(arguments)})

    def start(
        self, *folders: Path, encodings: list[str] | None = None, options: Any = None, capabilities: Any = None
    ) -> Any:
        client = {**(CAPABILITIES if capabilities is None else capabilities)}
        if encodings is not None:
            client["general"] = {"positionEncodings": encodings}
        params = {
            "processId": os.getpid(),
            "capabilities": client,
            "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name} for folder in folders],
            "initializationOptions": options,
        }
        result = self.request("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, uri: str, text: str, language: str = "python", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        change = {"range": range_(start, end), "text": text}
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def settled(self, uri: str, version: int) -> list[dict[str, Any]]:
        """The diagnostics of that version of a document once rules have said all that they can about it."""
        self.diagnostics(uri, version)
        place = {"line": 0, "character": 0}
        asked = {"range": {"start": place, "end": place}, "context": {"diagnostics": []}}
        self.request("textDocument/codeAction", {"textDocument": {"uri": uri}, **asked})  # which waits for it
        published = [
            message["params"]
            for message in self.received
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
        ]
        items: list[dict[str, Any]] = published[-1]["diagnostics"]
        return items

    def diagnostics(self, uri: str, version: int | None) -> list[dict[str, Any]]:
        """The first diagnostics of that version of the document."""
        found = self.wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version") == version
            )
        )
        items: list[dict[str, Any]] = found["params"]["diagnostics"]
        return items

    def until(self, uri: str, wanted: Callable[[list[dict[str, Any]]], Any]) -> dict[str, Any]:
        """The first publication for the URI whose diagnostics are wanted."""
        found = self.wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and wanted(message["params"]["diagnostics"])
            )
        )
        params: dict[str, Any] = found["params"]
        return params

    def actions(self, uri: str, start: tuple[int, int], end: tuple[int, int], **context: Any) -> list[dict[str, Any]]:
        context = {"diagnostics": [], **context}
        params = {"textDocument": {"uri": uri}, "range": range_(start, end), "context": context}
        found: list[dict[str, Any]] = self.request("textDocument/codeAction", params)
        return found

    @property
    def messages(self) -> list[str]:
        """What was shown to the user."""
        with self._changed:
            shown = [message for message in self.received if message.get("method") == "window/showMessage"]
        return [message["params"]["message"] for message in shown]

    def shown(self, words: str) -> str:
        """Wait until a message with these words is shown."""
        message = self.wait(
            lambda message: message.get("method") == "window/showMessage" and words in message["params"]["message"]
        )
        text: str = message["params"]["message"]
        return text

    def shut_down(self) -> int:
        """Shut down as editors do; the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(PATIENCE)

    def hang_up(self) -> None:
        """Close the connection without a word."""
        assert self._connection is not None
        self._connection.shutdown(socket.SHUT_RDWR)

    def kill(self) -> None:
        """End the server if it is still there; nothing of it may stay behind."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._listener.join()
        if self._connection is not None:
            self._connection.close()
        for stream in (self._reader, self._writer, self.process.stdin, self.process.stdout):
            try:
                stream.close()  # type: ignore[union-attr]
            except OSError:
                pass


def range_(start: tuple[int, int], end: tuple[int, int]) -> dict[str, Any]:
    """An LSP range as JSON."""
    return {"start": {"line": start[0], "character": start[1]}, "end": {"line": end[0], "character": end[1]}}


def apply_edits(text: str, edits: list[dict[str, Any]]) -> str:
    """The text with LSP edits applied, in UTF-16, as an editor does it: from the last to the first."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]

    def offset(position: dict[str, int]) -> int:
        line = text[starts[position["line"]] :].encode("utf-16-le")
        return starts[position["line"]] + len(line[: 2 * position["character"]].decode("utf-16-le"))

    places = [(offset(edit["range"]["start"]), offset(edit["range"]["end"]), edit["newText"]) for edit in edits]
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text
