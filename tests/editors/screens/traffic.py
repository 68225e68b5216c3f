"""What an editor and the server say to each other, recorded on the way between them."""

from __future__ import annotations

import fcntl
import json
import shlex
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.editors.servers import COMMAND, PYTHON

PATIENCE = 120
RECORDER = Path(__file__).with_name("recorder.py")


class Traffic:
    """The messages of all servers that were started as `reread` from `programs`, in the order in which they passed."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "traffic.jsonl"
        self.programs = folder / "programs"
        self.programs.mkdir(parents=True)
        program = self.programs / "reread"
        # What follows `reread` is what the editor's configuration says; the rest starts the server under test.
        command = shlex.join([PYTHON, str(RECORDER), str(self._file), *COMMAND[:-1]])
        program.write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        program.chmod(0o755)

    def sent(self, by: str, method: str) -> list[dict[str, Any]]:
        """The parameters of each message with this method; `by` is `client` or `server`."""
        if not self._file.exists():
            return []
        # The last line may be only half written.
        lines = [line for line in self._file.read_text().splitlines(keepends=True) if line.endswith("\n")]
        messages = [json.loads(line) for line in lines]
        return [each[by].get("params", {}) for each in messages if by in each and each[by].get("method") == method]

    @property
    def capabilities(self) -> dict[str, Any]:
        """What the editor said that it can do."""
        capabilities: dict[str, Any] = self.sent("client", "initialize")[0]["capabilities"]
        return capabilities

    def rules(self, name: str) -> list[str]:
        """The rules of the findings that a file has now."""
        published = self.sent("server", "textDocument/publishDiagnostics")
        last = next((each for each in reversed(published) if each["uri"].endswith(f"/{name}")), {"diagnostics": []})
        return sorted(each["code"] for each in last["diagnostics"])

    def wait_for(self, name: str, rules: list[str]) -> None:
        """Until the server has published exactly these findings. Raises TimeoutError."""
        _wait(lambda: self.rules(name) == rules, lambda: f"{name} has {self.rules(name)} instead of {rules}")

    def wait_until_saved(self, name: str) -> None:
        """Until the editor has said that it saved a file. Raises TimeoutError."""
        _wait(lambda: any(uri.endswith(f"/{name}") for uri in self._saved()), lambda: f"saved: {self._saved()}")

    def wait_until_ended(self) -> None:
        """Until no server runs any more, which closing the editor only asks them for. Raises TimeoutError."""
        _wait(lambda: not self.is_running(), lambda: "a server still runs")

    def is_running(self) -> bool:
        """Whether a server, or what records it, has the file of the record locked."""
        if not self._file.exists():
            return False
        with self._file.open("a") as record:
            try:
                fcntl.flock(record, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def _saved(self) -> list[str]:
        return [each["textDocument"]["uri"] for each in self.sent("client", "textDocument/didSave")]


def _wait(holds: Callable[[], bool], problem: Callable[[], str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(problem())
        time.sleep(0.05)
