"""The way of somebody who has just installed Reread, in a real workbench with no settings but the address of
the model: how many clicks it takes.

REREAD_SCREENSHOTS names a folder to keep the pictures in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.editors.code_server import TOOLS, CodeServer, pack
from tests.editors.conftest import COMPARED, RULE
from tests.editors.vscode import drive, program
from tests.editors.vscode_tour import KEY, write
from tests.standin import StandIn

pytestmark = pytest.mark.editor

SCRIPT = Path(__file__).with_name("vscode_session") / "newcomer.mjs"
MOST_CLICKS = 12

FILES = {
    ".reread/rules/compare.yaml": RULE,
    "accounts.py": COMPARED,
    "orders.py": "from pricing import total\n\n\ndef invoice(order):\n    return total(order.prices)\n",
    "pricing.py": "def total(prices):\n    return sum(prices)\n",
    "report.py": "from pricing import total\n\n\ndef year(sales):\n    return total(sales)\n",
}
MEAN = "\n\ndef mean(values):\n    return sum(values) / len(values)\n"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("newcomer")
    project = folder / "shop"
    write(project, FILES)
    git(project, "init", "-q", "-b", "main")
    for name, value in (("user.name", "newcomer"), ("user.email", "n@example.invalid")):
        git(project, "config", name, value)
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "start")
    (project / "pricing.py").write_text(FILES["pricing.py"] + MEAN)
    with StandIn() as model:
        path = f"{program(folder / 'bin')}{os.pathsep}{environment['PATH']}"
        installed = {**environment, "PATH": path}
        settings = {"reread.review.baseUrl": model.openai_url}
        server = CodeServer(folder, pack(folder / "reread.vsix"), settings, installed, {"git.enabled": True})
        try:
            given = {
                "url": server.url,
                "folder": str(project),
                "tools": str(TOOLS),
                "chromium": shutil.which("chromium"),
                "screenshots": os.environ.get("REREAD_SCREENSHOTS") or str(folder / "screenshots"),
                "key": KEY,
            }
            found = drive(SCRIPT, given, installed)
        finally:
            server.close()
    return {**found, "log": git(project, "log", "--format=%s", "-1"), "committed": git(project, "show", "HEAD")}


def test_from_the_first_finding_to_the_commit_it_takes_a_dozen_clicks(seen: dict[str, Any]) -> None:
    assert seen["clicks"] <= MOST_CLICKS


def test_on_the_way_a_finding_callers_and_a_remark_of_the_model_are_met(seen: dict[str, Any]) -> None:
    assert seen["callers"] == 2
    assert seen["verdict"].startswith("Ready to commit")
    assert seen["log"] == "Divide only where there is something\n"
    assert "+    return value is None" in seen["committed"] and "if values else" in seen["committed"]
