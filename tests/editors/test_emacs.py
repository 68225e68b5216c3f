"""Reread in a real Emacs, with eglot. What the person does is in `emacs/session.el`."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors.servers import COMMAND, PYTHON

pytestmark = pytest.mark.editor

SESSION = Path(__file__).with_name("emacs") / "session.el"
LIBRARY = Path(__file__).parents[2] / "editors" / "emacs"
LIBRARIES = sorted(path.name for path in LIBRARY.glob("*.el"))
COMMANDS = SESSION.with_name("commands.el")


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


def test_the_commands_do_what_they_say(project: Path, environment: dict[str, str]) -> None:
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    done = emacs(environment, "-l", str(COMMANDS), str(project / "compare.py"), *COMMAND)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert "warn  the server does not run for this buffer" in seen["doctorBefore"]
    assert seen["withoutServer"] == "The server does not run for this file"
    assert f"ok    program: {PYTHON}" in seen["doctor"]
    assert f"ok    a server runs in {project}" in seen["doctor"]
    assert "Python" in seen["doctor"]
    assert seen["noFinding"].startswith("No finding here")
    assert [line.split(" ", 1)[1] for line in seen["offered"]] == ["compare-with-none in compare.py: the ORM needs it"]
    assert seen["nothingBlank"] == "A finding is not dismissed without a reason"
    assert "compare-with-none" in seen["answer"]
    assert "+    return value is None" in seen["diff"]
    assert seen["fixed"] == "def known(value):\n    return value is None\n"


def test_every_command_of_the_library_is_run() -> None:
    tests = SESSION.read_text() + COMMANDS.read_text()
    defined = re.findall(r"\(defun (reread-[a-z][\w-]*) ", (LIBRARY / "reread.el").read_text())
    assert defined
    assert [name for name in defined if not re.search(rf"{name}[\s)]", tests)] == []


def test_every_command_of_the_library_is_in_its_page() -> None:
    page = (LIBRARY / "README.md").read_text()
    defined = re.findall(r"\(defun (reread-[a-z][\w-]*) ", (LIBRARY / "reread.el").read_text())
    assert [name for name in defined if not re.search(rf"{name}[`)]", page)] == []


def has_library(environment: dict[str, str], name: str) -> bool:
    return emacs(environment, "--eval", f"(progn (package-initialize) (require '{name}))").returncode == 0


def test_in_flycheck_findings_have_rule_level_and_place(project: Path, environment: dict[str, str]) -> None:
    if not has_library(environment, "flycheck"):
        pytest.skip("flycheck is not installed")
    session = SESSION.with_name("flycheck.el")
    done = emacs(environment, "-l", str(session), str(project / "compare.py"), *COMMAND[:-1])
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[2, 12, 25, "warning", "compare-with-none", "Compare with None by `is`."]]


ALLOWED = re.compile(r"Homepage or URL header|eglot|flycheck is not installable|uninstallable in all released|too high")
"""What package-lint may say: the project has no address yet, and an old one does not know of newer versions."""


@pytest.mark.parametrize("name", LIBRARIES)
def test_package_lint_has_nothing_to_say(environment: dict[str, str], name: str) -> None:
    if not has_library(environment, "package-lint"):
        pytest.skip("package-lint is not installed")
    # What is installed stands for the archives, which are not asked.
    known = "(progn (require 'package) (package-initialize) (setq package-archive-contents package-alist))"
    lint = ("-l", "package-lint", "-f", "package-lint-batch-and-exit", str(LIBRARY / name))
    done = emacs(environment, "--eval", known, *lint)
    problems = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(f"{name}:")]
    assert [line for line in problems if not ALLOWED.search(line)] == []


@pytest.mark.parametrize("name", LIBRARIES)
def test_checkdoc_has_nothing_to_say(environment: dict[str, str], name: str) -> None:
    check = f"""(progn (require 'checkdoc) (checkdoc-file "{LIBRARY / name}"))"""
    done = emacs(environment, "--eval", check)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith(f"{name}:")] == []


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_library_compiles_without_a_warning(environment: dict[str, str], tmp_path: Path, name: str) -> None:
    if name == "reread-flycheck.el" and not has_library(environment, "flycheck"):
        pytest.skip("flycheck is not installed")
    compile_it = f"""(progn
      (package-initialize)
      (setq byte-compile-error-on-warn t
            byte-compile-dest-file-function (lambda (_) "{tmp_path / "library.elc"}"))
      (kill-emacs (if (byte-compile-file "{LIBRARY / name}") 0 1)))"""
    done = emacs(environment, "--eval", compile_it)
    assert done.returncode == 0, done.stderr
