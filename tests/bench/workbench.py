"""What a person waits for in a real VS Code workbench, measured in its page (needs `editors/install-test-tools.sh`)."""

from __future__ import annotations

import argparse as measured
import os
import shutil
import statistics
from pathlib import Path
from typing import NamedTuple

from tests.editors.code_server import TOOLS, CodeServer, pack
from tests.editors.conftest import make_project
from tests.editors.servers import COMMAND
from tests.editors.vscode import drive

SCRIPT = Path(__file__).parents[1] / "editors" / "vscode_session" / "bench.mjs"
MOST_KEYSTROKE = 60
"""Milliseconds, in the median."""
MOST_FRAME = 100
"""Milliseconds between two frames."""
FILES, IN_EACH = 5, 1_000
"""Findings: the editor takes no more than a thousand of one file."""
_QUIET = {
    "editor.quickSuggestions": {"other": "off"},
    "editor.wordBasedSuggestions": "off",
    "files.autoSave": "off",
    "editor.codeLens": True,
}


class Seen(NamedTuple):
    """Milliseconds: keystroke to squiggle (median, 95th percentile), the longest frame and the longest task."""

    keystroke: float
    late: float
    frame: float
    task: float
    moving: float
    """The longest frame while line breaks move all findings of the file."""


def measure(folder: Path, keystrokes: int = 40) -> Seen:
    """Type in argparse.py, then with `FILES` times `IN_EACH` findings."""
    project = make_project(folder / "project")
    shutil.copy(measured.__file__, project / "argparse.py")
    many = [f"many{number}.py" for number in range(FILES)]
    for name in many:
        (project / name).write_text("a = __file__\n" + "".join(f"a{number} = a == None\n" for number in range(IN_EACH)))
    home = folder / "home"
    home.mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
    settings = {"reread.path": COMMAND, "reread.index.enable": False}
    server = CodeServer(folder, pack(folder / "reread.vsix"), settings, environment, _QUIET)
    try:
        given = {
            "url": server.url,
            "folder": str(project),
            "tools": str(TOOLS),
            "chromium": shutil.which("chromium"),
            "screenshots": str(folder),
            "file": "argparse.py",
            "many": many,
            "keystrokes": keystrokes,
        }
        seen = drive(SCRIPT, given, environment)
    finally:
        server.close()
    times = seen["times"]
    late = statistics.quantiles(times, n=20)[-1]
    return Seen(
        statistics.median(times), late, max(seen["frames"]), max(seen["tasks"], default=0.0), max(seen["moving"])
    )
