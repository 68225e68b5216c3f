"""The views and dialogues of the extension in a real workbench. What the person does is in `vscode_session/tour.mjs`.

REREAD_PICTURES names a folder to keep the pictures in: those of `docs/pictures/` come from here.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.editors.vscode_tour import KEY, Tour

pytestmark = pytest.mark.editor


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Tour:
    folder = tmp_path_factory.mktemp("tour")
    return Tour(folder, environment, Path(os.environ.get("REREAD_PICTURES") or folder / "pictures"))


def test_findings_are_a_tree_with_severe_ones_first(tour: Tour) -> None:
    assert tour.seen["tree"][0].startswith("accounts.py")
    assert tour.seen["tree"][1].startswith("Compare with None by is")
    assert tour.seen["tree"][2].startswith("SQL injection: request.args becomes part of the statement")
    assert any(row.startswith("py/sql-injection") for row in tour.seen["byRule"])


def test_the_tree_is_read_out_with_severity_rule_and_line(tour: Tour) -> None:
    assert tour.seen["labels"][1].startswith("warning: Compare with None by is")
    assert tour.seen["labels"][2].startswith("hint: SQL injection")
    assert tour.seen["labels"][2].endswith("rule py/sql-injection, line 10")


def test_a_data_flow_is_a_path_with_its_places_in_order(tour: Tour) -> None:
    assert [step.rpartition(":")[2] for step in tour.seen["steps"]] == ["15", "16", "17", "10"]


def test_explaining_opens_a_panel_without_scripts_that_can_load_nothing(tour: Tour) -> None:
    assert "Parameters are sent separately" in tour.seen["explanation"]
    assert tour.seen["scripts"] == 0 and tour.seen["policy"].startswith("default-src 'none'")


def test_the_explanation_is_read_out_as_a_page_with_its_heading(tour: Tour) -> None:
    assert tour.seen["explanationRead"].startswith(
        '- main "py/sql-injection":\n  - heading "py/sql-injection" [level=1]'
    )
    assert tour.seen["explanationTitle"].startswith("py/sql-injection")


def test_explaining_where_nothing_is_leads_to_a_finding(tour: Tour) -> None:
    assert "no finding here" in tour.seen["nothing"] and "Go to the Next Finding" in tour.seen["nothing"]


def test_the_rule_in_a_hover_leads_to_its_page_and_the_trace_is_told_once(tour: Tour) -> None:
    assert tour.seen["rulePage"].startswith("py/sql-injection")
    assert tour.seen["hover"].count("The value comes from here") == 1
    assert tour.seen["hover"].count("py/sql-injection") == 1
    assert str(tour.folder) not in tour.seen["hover"]


def test_the_surest_fix_comes_first_and_titles_begin_with_a_verb(tour: Tour) -> None:
    verbs = [title.split()[0] for title in tour.seen["fixes"]]
    assert verbs == ["Replace", "Ignore", "Ignore", "Dismiss", "Explain"]


def test_one_key_applies_a_fix_that_was_shown_as_a_diff(tour: Tour) -> None:
    assert tour.seen["previewed"].split() == ["return", "value", "is", "None"]


def test_callers_in_files_that_are_not_open_are_told_before_saving(tour: Tour) -> None:
    rows = "\n".join(tour.seen["callers"])
    assert "orders.py" in rows and "report.py" in rows
    assert rows.count("rate was added after prices: 1 argument given, 2 needed") == 2


def test_changed_definitions_say_whether_they_were_reviewed(tour: Tour) -> None:
    assert "Reread: not reviewed, no findings" in tour.seen["lenses"]
    assert "Reread: reviewed, 1 finding" in tour.seen["reviewedLenses"]


def test_without_a_model_there_are_buttons_that_lead_to_one(tour: Tour) -> None:
    assert "Choose a Model" in tour.seen["withoutModel"] and "Enter a Key" in tour.seen["withoutModel"]


def test_a_key_that_is_entered_reaches_the_provider_and_stays_in_no_file(tour: Tour) -> None:
    assert f"Bearer {KEY}" in tour.authorizations
    assert KEY not in tour.seen["log"]
    holding = [path for path in tour.folder.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert holding == []


def test_the_question_for_consent_names_its_scope_and_waits_until_it_is_answered(tour: Tour) -> None:
    assert "~/code/shop-repository" in tour.seen["question"] and "openai (127.0.0.1:" in tour.seen["question"]
    assert "Later" in tour.seen["question"]


def test_enter_of_somebody_who_is_typing_consents_to_nothing(tour: Tour) -> None:
    assert tour.seen["enter"] == "Later"


def test_a_remark_of_the_model_is_a_thread_in_the_code(tour: Tour) -> None:
    assert "Division by the length of something that may be empty" in tour.seen["remark"]


def test_a_remark_is_read_out_with_what_can_be_done_about_it_and_needs_no_mouse(tour: Tour) -> None:
    buttons = ["Apply the Fix", "Explain", "Dismiss", "Collapse"]
    assert re.findall(r'button "(.*)"', tour.seen["remarkRead"]) == [*buttons, "Reply"]
    assert 'treeitem "Reread, Division by the length' in tour.seen["remarkRead"]
    thread = "Comment thread with 1 comments on lines 6 through 6. Review remark: model/division-by-zero."
    assert tour.seen["remarkFocus"] == [*buttons, thread]


def test_a_remark_is_explained_in_the_panel(tour: Tour) -> None:
    assert "Division by the length of something that may be empty" in tour.seen["remarkExplained"]


def test_a_question_about_a_remark_and_its_answer_stay_in_the_thread(tour: Tour) -> None:
    remark, question, answer = tour.seen["asked"]
    assert "Division by the length" in remark
    assert "You" in question and "When are values empty?" in question
    assert answer.startswith("Reread") and "shop/orders.py:1" in answer
    assert "return sum(values) / len(values)" in tour.asked[0]


def test_a_reply_to_a_remark_dismisses_it_for_this_reason(tour: Tour) -> None:
    assert "Nobody calls it without values" in tour.feedback


def test_the_fix_of_a_remark_is_shown_and_one_key_applies_it(tour: Tour) -> None:
    assert tour.seen["applied"].split() == ["return", "parts[0]", "/", "len(parts)", "if", "parts", "else", "0"]


def test_an_answer_about_selected_code_is_read_while_it_is_written_and_leads_to_its_places(tour: Tour) -> None:
    assert "It returns" in tour.seen["answering"] and "the rest follows" not in tour.seen["answering"]
    assert "orders.py:5" in tour.seen["answer"] and "the rest follows" in tour.seen["answer"]
    assert 'reason="the question is about this"' in tour.asked[1]


def test_a_message_for_what_is_staged_lands_in_the_box_of_the_source_control_view(tour: Tour) -> None:
    assert tour.seen["message"] == "Add shell.py"


def test_the_menu_says_how_everything_stands(tour: Tour) -> None:
    rows = "\n".join(tour.seen["menu"])
    assert "Index: ready" in rows and "Model: openai, gpt-4o-mini" in rows and "Spent today: " in rows
    assert "Consent to send code: allowed" in rows


def test_the_verdict_on_what_is_staged_is_in_the_source_control_view(tour: Tour) -> None:
    assert tour.seen["verdict"][0].startswith("Check before you commit: 1 finding in 1 staged file")
    assert "shop/shell.py:7" in tour.seen["verdict"][1]


def test_the_log_can_be_followed(tour: Tour) -> None:
    assert "rules, profile standard" in tour.seen["log"]
    assert "checked shop/accounts.py in " in tour.seen["log"]


def test_clearing_the_cache_keeps_the_index_and_rebuilding_it_is_asked_about(tour: Tour) -> None:
    assert "the index was kept" in tour.seen["cache"]
    assert "Delete and Rebuild" in tour.seen["rebuild"]


def test_the_walkthrough_leads_from_the_server_to_the_commit(tour: Tour) -> None:
    assert len(tour.seen["walkthrough"]) == 6
