"""What a person wants to see, in a real workbench with two folders: known findings, new ones, none; and by which keys.

REREAD_SCREENSHOTS names a folder to keep the pictures in.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.editors.code_server import TOOLS, CodeServer, pack
from tests.editors.conftest import COMPARED, make_project
from tests.editors.servers import COMMAND
from tests.editors.test_vscode_package import PREFIX
from tests.editors.vscode import drive
from tests.standin import StandIn

pytestmark = pytest.mark.editor

SCRIPT = Path(__file__).with_name("vscode_session") / "attention.mjs"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("attention")
    for name, file in (("one", "first.py"), ("two", "second.py")):
        project = make_project(folder / name)
        (project / "compare.py").unlink()
        (project / file).write_text(COMPARED)
    workspace = folder / "both.code-workspace"
    workspace.write_text(json.dumps({"folders": [{"path": "one"}, {"path": "two"}]}))
    with StandIn() as model:
        settings = {
            "reread.path": ["/usr/bin/env", "OPENAI_API_KEY=sk-nobodys-key", *COMMAND],
            "reread.review.provider": "openai",
            "reread.review.model": "gpt-4o-mini",
            "reread.review.baseUrl": model.openai_url,
        }
        server = CodeServer(folder, pack(folder / "reread.vsix"), settings, environment)
        try:
            given = {
                "url": server.url,
                "workspace": str(workspace),
                "tools": str(TOOLS),
                "chromium": shutil.which("chromium"),
                "screenshots": os.environ.get("REREAD_SCREENSHOTS") or str(folder / "screenshots"),
            }
            found = drive(SCRIPT, given, environment)
        finally:
            server.close()
    return {**found, "baselines": [(folder / name / ".reread/baseline.json").exists() for name in ("one", "two")]}


def consents(menu: list[str]) -> list[str]:
    return [answer for row in menu for answer in ("unasked", "allowed") if "Consent" in row and answer in row]


def test_the_menu_has_index_model_and_consent_of_each_folder(seen: dict[str, Any]) -> None:
    rows = "\n".join(seen["menu"])
    assert rows.count("Index: ") == 2 and rows.count("Model: openai, gpt-4o-mini") == 2
    assert consents(seen["menu"]) == ["unasked", "unasked"]
    assert [row.splitlines()[-1] for row in seen["menu"] if "Index: " in row] == ["one", "two"]


def test_consent_is_given_for_the_folder_that_was_chosen(seen: dict[str, Any]) -> None:
    assert "/two" in seen["question"] and "/one" not in seen["question"]
    assert consents(seen["answered"]) == ["unasked", "allowed"]


def test_accepting_findings_says_how_many_and_writes_the_baseline_of_that_folder(seen: dict[str, Any]) -> None:
    assert "Accept all 1 finding in one as known?" in seen["accepting"]
    assert seen["baselines"] == [True, False]


def test_focus_on_new_code_hides_what_is_known_from_code_problems_and_tree(seen: dict[str, Any]) -> None:
    assert seen["hidden"] == "1 known finding is hidden."
    assert [row for row in seen["new"] if "Compare with None" in row] == seen["new"][1:] and len(seen["new"]) == 2
    assert "compare-with-none" in seen["problems"][1] and len(seen["problems"]) == 2
    assert (seen["all"], seen["squiggles"], seen["again"]) == (2, 1, 2)
    assert "Findings: new ones only" in "\n".join(seen["focusedMenu"])


def test_the_badge_counts_new_errors_and_warnings_only(seen: dict[str, Any]) -> None:
    assert (seen["badgeBefore"], seen["badge"]) == ("1", "1")


def test_a_finding_is_dismissed_for_a_reason_of_ones_own_and_comes_back(seen: dict[str, Any]) -> None:
    assert seen["reasons"][0] == "Not a problem here" and len(seen["reasons"]) == 4
    assert "dismissed compare-with-none for everyone here: It is a test" in seen["dismissed"]


def test_a_pause_is_to_be_seen_and_ends_from_the_menu(seen: dict[str, Any]) -> None:
    assert "Analysis: paused" in seen["paused"] and "Index: off" in seen["paused"]


def test_the_editor_itself_leaves_the_prefix_of_our_keys_free(seen: dict[str, Any]) -> None:
    others = [key for key, command in seen["keys"] if not command.startswith("reread.")]
    assert len(others) > 500
    prefix = PREFIX.strip()
    assert [key for key in others if key == prefix or key.startswith(PREFIX) or prefix.startswith(f"{key} ")] == []
