"""A folder in restricted mode in a real workbench: what works there, and that trusting it is enough for the rest."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.editors.code_server import TOOLS, CodeServer, pack
from tests.editors.conftest import COMPARED, make_project
from tests.editors.servers import COMMAND
from tests.editors.vscode import drive
from tests.standin import StandIn

pytestmark = pytest.mark.editor

SCRIPT = Path(__file__).with_name("vscode_session") / "trust.mjs"
LITERAL = "\n\ndone = known(1) is 'yes'\n"
"""A finding of a built-in rule, which the repository switches off."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("trust")
    project = make_project(folder / "project")
    (project / "reread.toml").write_text('[rules]\nignore = ["is-literal"]\n')
    (project / "compare.py").write_text(COMPARED + LITERAL)
    with StandIn() as model:
        settings = {
            "reread.path": ["/usr/bin/env", "OPENAI_API_KEY=sk-nobodys-key", "REREAD_CONSENT=1", *COMMAND],
            "reread.review.provider": "openai",
            "reread.review.baseUrl": model.openai_url,
        }
        server = CodeServer(folder, pack(folder / "reread.vsix"), settings, environment, trusts=False)
        try:
            given = {
                "url": server.url,
                "folder": str(project),
                "tools": str(TOOLS),
                "chromium": shutil.which("chromium"),
                "screenshots": str(folder / "screenshots"),
            }
            found = drive(SCRIPT, given, environment)
        finally:
            server.close()
        return {**found, "requests": len(model.requests)}


def test_the_built_in_rules_run_alone_and_the_folder_switches_none_off(seen: dict[str, Any]) -> None:
    rows = "\n".join(seen["restricted"])
    assert "is-literal" in rows and "compare-with-none" not in rows


def test_no_model_is_asked_and_a_button_leads_to_trust(seen: dict[str, Any]) -> None:
    assert "Manage Trust" in seen["told"] and seen["requests"] == 0
    rows = "\n".join(seen["menu"])
    assert "Index: off" in rows and "Model: none" in rows and "This folder is not trusted" in rows


def test_trust_brings_the_rules_of_the_folder_and_its_settings(seen: dict[str, Any]) -> None:
    rows = "\n".join(seen["trusted"])
    assert "compare-with-none" in rows and "is-literal" not in rows
