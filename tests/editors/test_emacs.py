"""Reread in a real Emacs, with eglot. What the person does is in `emacs/session.el`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors.servers import COMMAND, PYTHON

pytestmark = pytest.mark.editor

SESSION = Path(__file__).with_name("emacs") / "session.el"
LIBRARY = Path(__file__).parents[2] / "editors" / "emacs"
LIBRARIES = ["reread.el", "reread-flymake.el", "reread-lsp.el"]


def emacs(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["emacs", "--batch", "-L", str(LIBRARY), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
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
    assert seen["actions"][0] == "Replace with `value is None` (Reread: compare-with-none)"
    assert seen["fixed"] == ["# one line more", "def known(value):", "    return value is None", ""]


def test_the_languages_own_server_stays_beside_flymake(project: Path, environment: dict[str, str]) -> None:
    beside, own = SESSION.with_name("beside.el"), SESSION.with_name("own_server.py")
    done = emacs(environment, "-l", str(beside), str(project / "compare.py"), str(own), *COMMAND[:-1])
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    ours = "Compare with None by `is`. [compare-with-none]"
    assert seen["alone"] == [ours]
    assert [each.strip(": ") for each in seen["both"]] == ["said by the language's own server", ours]
    assert seen["program"] == [PYTHON, str(own)]


def test_in_lsp_mode_findings_arrive(project: Path, environment: dict[str, str]) -> None:
    session = SESSION.with_name("lsp_mode.el")
    done = emacs(environment, "-l", str(session), str(project / "compare.py"), *COMMAND)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"addOn": True, "opened": [[2, "compare-with-none"]]}


@pytest.mark.parametrize("name", LIBRARIES)
def test_checkdoc_has_nothing_to_say(environment: dict[str, str], name: str) -> None:
    check = f"""(progn (require 'checkdoc) (checkdoc-file "{LIBRARY / name}"))"""
    done = emacs(environment, "--eval", check)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith(f"{name}:")] == []


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_library_compiles_without_a_warning(environment: dict[str, str], tmp_path: Path, name: str) -> None:
    compile_it = f"""(progn
      (package-initialize)
      (setq byte-compile-error-on-warn t
            byte-compile-dest-file-function (lambda (_) "{tmp_path / "library.elc"}"))
      (kill-emacs (if (byte-compile-file "{LIBRARY / name}") 0 1)))"""
    done = emacs(environment, "--eval", compile_it)
    assert done.returncode == 0, done.stderr
