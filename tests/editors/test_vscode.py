"""The packed extension in a real Visual Studio Code workbench. What the person does is in `vscode_session/session.mjs`.

REREAD_SCREENSHOTS names a folder to keep the pictures in.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.editors.vscode import Session

pytestmark = pytest.mark.editor


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Session:
    folder = tmp_path_factory.mktemp("vscode")
    screenshots = Path(os.environ.get("REREAD_SCREENSHOTS") or folder / "screenshots")
    return Session(folder, environment, screenshots)


def test_findings_are_listed_with_their_rule_and_place(session: Session) -> None:
    assert any("compare-with-none" in row and "[Ln 2, Col 12]" in row for row in session.seen["problems"])
    assert "Reread" in session.seen["status"]


def test_what_the_repository_switched_off_is_not_switched_on_by_defaults_of_the_editor(session: Session) -> None:
    assert not any("is-literal" in row for row in session.seen["problems"])


def test_findings_follow_the_text(session: Session) -> None:
    assert "[Ln 3, Col 12]" in session.seen["typed"]


def test_resting_the_mouse_on_a_finding_explains_it(session: Session) -> None:
    assert "Compare with None by" in session.seen["hover"]
    assert "A class can define what" in session.seen["hover"]


def test_a_quick_fix_is_offered_first_and_changes_the_text(session: Session) -> None:
    assert session.seen["fixes"][0] == "Replace with `value is None` (Reread: compare-with-none)"
    assert session.seen["fixed"].split() == ["return", "value", "is", "None"]


def test_explain_opens_a_page_beside_the_code(session: Session) -> None:
    assert "compare-with-none" in session.seen["page"]
    assert "A class can define what" in session.seen["page"]


def test_all_safe_fixes_are_applied_and_saved(session: Session) -> None:
    assert (session.project / "compare.py").read_text().splitlines()[2] == "    return value is None"


def test_a_review_without_a_model_says_how_to_set_one_up(session: Session) -> None:
    assert "Choose a Model" in session.seen["withoutModel"]


def test_a_review_shows_what_the_model_found(session: Session) -> None:
    assert "Reread" in session.seen["reviewed"]
    assert "[Ln 2," in session.seen["reviewed"]


def test_every_language_of_the_sample_project_has_findings(session: Session) -> None:
    names = [row.splitlines()[0] for row in session.seen["languages"]]
    assert names == ["tracking.tsweb", "courier.gogateway", "LabelArchive.javaprinter", "importer.pydesk"]


def test_a_crashed_server_comes_back_by_itself(session: Session) -> None:
    assert session.seen["startedAfterCrash"] == 1


def test_a_missing_server_is_said_once_and_how_to_mend_it(session: Session) -> None:
    assert "there is no program /nonexistent/reread" in session.seen["missing"]
    assert "How to Install" in session.seen["missing"]
    assert session.seen["messages"] == 1


def test_a_repository_cannot_name_the_program_to_start(session: Session) -> None:
    assert session.hostile_program_was_started is False
