"""A small blocking language client that takes times: the clock stops when the bytes of an answer are there."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-8", "utf-16"]},
    "workspace": {"configuration": True, "workspaceFolders": True},
    "window": {"workDoneProgress": True},
    "textDocument": {
        "publishDiagnostics": {"versionSupport": True, "dataSupport": True, "relatedInformation": True},
        "synchronization": {"didSave": True},
    },
}


class Client:
    """One server process. `settings` is what the server gets for every `workspace/configuration` item, and `token` is
    that of the latest progress.
    """

    def __init__(self, command: Sequence[str], folder: Path, settings: Any = None, environment: Any = None) -> None:
        self.started = time.perf_counter()
        self.folder = folder
        self.settings = settings
        self.progress: queue.Queue[dict[str, Any]] = queue.Queue()
        self.token: Any = None
        self._diagnostics: queue.Queue[tuple[float, dict[str, Any]]] = queue.Queue()
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, **(environment or {})},
        )
        threading.Thread(target=self._read, daemon=True).start()

    def initialize(self, options: Any = None) -> dict[str, Any]:
        uri = self.folder.as_uri()
        params = {
            "processId": os.getpid(),
            "rootUri": uri,
            "workspaceFolders": [{"uri": uri, "name": self.folder.name}],
            "capabilities": CAPABILITIES,
            "initializationOptions": options or {},
        }
        answer = self.request("initialize", params)
        self.notify("initialized", {})
        return answer

    def request(self, method: str, params: Any, timeout: float = 60) -> dict[str, Any]:
        number = len(self._answers) + 1
        self._answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": params})
        answer = self._answers[number].get(timeout=timeout)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]  # type: ignore[no-any-return]

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def diagnostics(
        self, uri: str, accept: Callable[[dict[str, Any]], bool], timeout: float = 60
    ) -> tuple[float, dict[str, Any]]:
        """The first accepted publication for the URI and the time at which it was there."""
        end = time.monotonic() + timeout
        while True:
            arrived, params = self._diagnostics.get(timeout=max(0.001, end - time.monotonic()))
            if params["uri"] == uri and accept(params):
                return arrived, params

    def memory(self) -> float:
        """Resident memory of the server process itself, in MB (Linux)."""
        return resident(self._process.pid)

    def children_memory(self) -> float:
        """Resident memory of the processes that the server has started, in MB (Linux)."""
        process = self._process.pid
        children = [
            int(child)
            for thread in os.listdir(f"/proc/{process}/task")
            for child in Path(f"/proc/{process}/task/{thread}/children").read_text().split()
        ]
        return sum(resident(child) for child in children)

    def stop(self) -> None:
        with contextlib.suppress(OSError, RuntimeError, queue.Empty):
            self.request("shutdown", None, timeout=5)
            self.notify("exit", None)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while stream.readline().strip():
                pass
            body = stream.read(length)
            self._take(time.perf_counter(), json.loads(body))

    def _take(self, now: float, message: dict[str, Any]) -> None:
        if "method" not in message:
            self._answers[message["id"]].put(message)
        elif message["method"] == "textDocument/publishDiagnostics":
            self._diagnostics.put((now, message["params"]))
        elif "id" in message:
            result = None
            if message["method"] == "workspace/configuration":
                result = [self.settings for _ in message["params"]["items"]]
            self._send({"id": message["id"], "result": result})
        elif message["method"] == "$/progress":
            self.token = message["params"]["token"]
            self.progress.put(message["params"]["value"])


def resident(process: int) -> float:
    """Resident memory of a process, in MB (Linux)."""
    with open(f"/proc/{process}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
