"""Reread in a real Emacs, with eglot. What the person does is in `emacs/session.el`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors.servers import COMMAND

pytestmark = pytest.mark.editor

SESSION = Path(__file__).with_name("emacs") / "session.el"
LIBRARY = Path(__file__).parents[2] / "editors" / "emacs"


def emacs(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["emacs", "--batch", "-L", str(LIBRARY), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def seen(project: Path, environment: dict[str, str]) -> dict[str, Any]:
    done = emacs(environment, "-l", str(SESSION), str(project / "compare.py"), *COMMAND)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_a_session(seen: dict[str, Any]) -> None:
    assert seen["ensured"] is True
    assert seen["opened"] == [[2, "compare-with-none"]]
    assert seen["edited"] == [[3, "compare-with-none"]]
    assert "compare-with-none" in seen["page"]
    assert seen["actions"][0].startswith("Reread (compare-with-none)")
    assert seen["fixed"] == ["# one line more", "def known(value):", "    return value is None", ""]


def test_the_library_compiles_without_a_warning(environment: dict[str, str], tmp_path: Path) -> None:
    compile_it = f"""(progn
      (package-initialize)
      (setq byte-compile-error-on-warn t
            byte-compile-dest-file-function (lambda (_) "{tmp_path / "reread.elc"}"))
      (kill-emacs (if (byte-compile-file "{LIBRARY / "reread.el"}") 0 1)))"""
    done = emacs(environment, "--eval", compile_it)
    assert done.returncode == 0, done.stderr
