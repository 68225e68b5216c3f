"""Runs `vscode_session/session.mjs` in a workbench that opens the sample project, and gives what it saw."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

from reread.server.demo import project as sample
from tests.editors.code_server import TOOLS, CodeServer, node, pack
from tests.editors.servers import COMMAND
from tests.standin import StandIn

SESSION = Path(__file__).with_name("vscode_session") / "session.mjs"
SESSION_SECONDS = 840

HOSTILE = "hostile-program-was-started"


class Session:
    """The folder of the opened project, and what was seen in it."""

    def __init__(self, folder: Path, environment: dict[str, str], screenshots: Path) -> None:
        self.project = folder / "sample"
        self.project.mkdir()
        sample.create(str(self.project))
        self._add_files(folder / HOSTILE)
        pids = folder / "pids"
        settings = {"reread.path": ["/bin/sh", "-c", 'echo $$ >> "$0"; exec "$@"', str(pids), *COMMAND]}
        environment = {**environment, "PATH": f"{program(folder / 'bin')}{os.pathsep}{environment['PATH']}"}
        server = CodeServer(folder, pack(folder / "reread.vsix"), settings, environment)
        try:
            with StandIn() as model:
                given = {
                    "url": server.url,
                    "folder": str(self.project),
                    "tools": str(TOOLS),
                    "chromium": shutil.which("chromium"),
                    "screenshots": str(screenshots),
                    "settings": str(server.machine_settings),
                    "pids": str(pids),
                    "python": COMMAND[0],
                    "model": model.url,
                    "reviewing": _reviewing(model),
                }
                self.seen = drive(SESSION, given, environment)
        finally:
            server.close()
        self.hostile_program_was_started = (folder / HOSTILE).exists()

    def _add_files(self, hostile: Path) -> None:
        """A rule of its own, a rule switched off by the repository, and a repository that tries to start a program."""
        from tests.editors.conftest import COMPARED, RULE

        rules = self.project / ".reread" / "rules"
        rules.mkdir(parents=True, exist_ok=True)
        (rules / "compare.yaml").write_text(RULE)
        (self.project / "compare.py").write_text(COMPARED + "\n\ndone = known(1) is 'yes'\n")
        (self.project / "mean.py").write_text("def mean(values):\n    return sum(values) / len(values)\n")
        (self.project / "reread.toml").write_text('[rules]\nprofile = "standard"\nignore = ["is-literal"]\n')
        (self.project / ".vscode").mkdir()
        planted = {"reread.path": ["/usr/bin/touch", str(hostile)], "reread.interpreter": str(hostile)}
        (self.project / ".vscode" / "settings.json").write_text(json.dumps(planted))


def _reviewing(model: StandIn) -> dict[str, Any]:
    """The settings of a person who reviews with a model; here it is one on loopback."""
    return {
        "reread.path": ["/usr/bin/env", "OPENAI_API_KEY=sk-nobodys-key", "REREAD_CONSENT=1", *COMMAND],
        "reread.review.provider": "openai",
        "reread.review.model": "gpt-4o-mini",
        "reread.review.baseUrl": model.openai_url,
    }


def program(folder: Path) -> Path:
    """A folder with the program `reread` in it, as an installation would put it on the search path."""
    folder.mkdir()
    program = folder / "reread"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND[:-1])} "$@"\n')
    program.chmod(0o755)
    return folder


def drive(session: Path, given: dict[str, Any], environment: dict[str, str]) -> dict[str, Any]:
    """What a session saw."""
    done = subprocess.run(
        [node(), str(session), json.dumps(given)],
        capture_output=True,
        text=True,
        timeout=SESSION_SECONDS,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, f"{done.stderr}\nscreenshots: {given['screenshots']}"
    result: dict[str, Any] = json.loads(done.stdout)
    return result
