"""The model's review in the editor, end to end: server, worker, the vendor's own library, a model on loopback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.language_client import LanguageClient, apply_edits, range_
from tests.standin import Fault, Reply, StandIn

Make = Callable[..., LanguageClient]

CODE = "def mean(values):\n    return sum(values) / len(values)\n"


@pytest.fixture
def start(client: Make, model: StandIn, project: Path) -> Callable[..., tuple[LanguageClient, str]]:
    """Opens a document in a server whose model is the stand-in."""

    def begin(text: str = CODE, **review: Any) -> tuple[LanguageClient, str]:
        settings = {"review": {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url, **review}}
        server = client(settings=settings, OPENAI_API_KEY="sk-nobodys-key")
        server.start(project)
        uri = (project / "a.py").as_uri()
        (project / "a.py").write_text(text)
        server.open(uri, text)
        server.diagnostics(uri, 1)
        return server, uri

    return begin


def test_a_file_is_reviewed_on_request(start: Callable[..., Any], model: StandIn) -> None:
    server, uri = start()
    server.command("reread.reviewFile", uri)
    published = server.until(uri, lambda found: found)
    (found,) = published["diagnostics"]
    assert found["range"]["start"]["line"] == 1 and found["data"]["generated"]
    assert published["version"] == 1
    server.shown("reviewed: 1 finding")
    asked = len(model.requests)
    after = len(server.received)
    server.command("reread.reviewFile", uri)
    server.wait(lambda message: "reviewed: 1 finding" in str(message), after)
    assert len(model.requests) == asked, "the second time costs nothing"


@pytest.mark.slow
def test_a_finding_follows_the_edits_made_during_the_review(start: Callable[..., Any], model: StandIn) -> None:
    server, uri = start()
    model.always(Reply(fault=Fault.GATE))
    server.command("reread.reviewFile", uri)
    model.wait_for_requests(1)
    server.change(uri, 2, (0, 0), (0, 0), "import sys\n\n")
    server.diagnostics(uri, 2)
    model.always(Reply())
    model.release()
    published = server.until(uri, lambda found: found)
    assert published["version"] == 2
    assert published["diagnostics"][0]["range"]["start"]["line"] == 3
    server.change(uri, 3, (3, 4), (3, 10), "yield")
    assert server.diagnostics(uri, 3) == [], "its own text was touched"


FINDINGS = [
    {
        "title": "Division by zero",
        "message": "It raises for no values.",
        "severity": "warning",
        "category": category,
        "confidence": 0.9,
        "quote": "    return sum(values) / len(values)",
        "why": "len is 0",
        "edits": [],
    }
    for category in ("first", "second")
]


@pytest.mark.slow
def test_the_first_finding_is_on_screen_while_the_model_is_still_writing(
    start: Callable[..., Any], model: StandIn
) -> None:
    server, uri = start()
    model.script(Reply(kind="review", findings=FINDINGS, pieces=10, fault=Fault.GATE, after=30))
    server.command("reread.reviewFile", uri)
    published = server.until(uri, lambda found: found)
    assert [found["code"] for found in published["diagnostics"]] == ["model/first"]
    assert model.state.active == 1
    model.release()
    assert len(server.until(uri, lambda found: len(found) == 2)["diagnostics"]) == 2


@pytest.mark.slow
def test_of_an_answer_that_was_cut_off_the_whole_part_is_kept_and_the_rest_is_told(
    start: Callable[..., Any], model: StandIn
) -> None:
    server, uri = start()
    model.script(Reply(kind="review", findings=FINDINGS, pieces=10, fault=Fault.CUT, after=30))
    server.command("reread.reviewFile", uri)
    published = server.until(uri, lambda found: found)
    assert [found["code"] for found in published["diagnostics"]] == ["model/first"]
    assert "a.py:1: " in server.shown("the review is incomplete")


@pytest.mark.slow
def test_cancelling_the_progress_hangs_up_on_the_model(start: Callable[..., Any], model: StandIn) -> None:
    server, uri = start()
    model.always(Reply(fault=Fault.HANG))
    server.command("reread.reviewFile", uri)
    begin = server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "begin")
    model.wait_for_requests(1)
    server.notify("window/workDoneProgress/cancel", {"token": begin["params"]["token"]})
    model.wait_until_abandoned()
    end = server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
    assert end["params"]["value"]["message"] == "cancelled"


@pytest.mark.slow
def test_shutdown_with_a_review_running(start: Callable[..., Any], model: StandIn) -> None:
    server, uri = start()
    model.always(Reply(fault=Fault.HANG))
    server.command("reread.reviewFile", uri)
    model.wait_for_requests(1)
    code = server.shut_down()
    assert code == 0
    model.wait_until_abandoned()


@pytest.mark.slow
def test_a_model_that_refuses_the_key_is_told_in_one_line(start: Callable[..., Any], model: StandIn) -> None:
    server, uri = start()
    model.always(Reply(status=401, error="wrong key"))
    server.command("reread.reviewFile", uri)
    message = server.shown("key")
    assert "\n" not in message


def test_without_a_model_the_message_says_how_to_get_one(client: Make, project: Path) -> None:
    server = client()
    server.start(project)
    uri = (project / "a.py").as_uri()
    server.open(uri, CODE)
    server.diagnostics(uri, 1)
    server.command("reread.reviewFile", uri)
    assert "OPENAI_API_KEY" in server.shown("ANTHROPIC_API_KEY")


@pytest.mark.slow
def test_saving_reviews_what_changed_since_the_last_commit(
    start: Callable[..., Any], model: StandIn, repository: Path
) -> None:
    server, uri = start(CODE + "\n\ndef old():\n    return 1\n", run="on-save")
    server.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    published = server.until(uri, lambda found: found)
    assert published["diagnostics"][0]["range"]["start"]["line"] == 1
    server.wait(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")


@pytest.mark.slow
def test_a_fix_by_the_model_is_offered_and_applied(start: Callable[..., Any], model: StandIn) -> None:
    server, uri = start()
    applied: list[Any] = []

    def apply(params: Any) -> Any:
        applied.append(params)
        return {"applied": True}

    server.answers["workspace/applyEdit"] = apply
    server.answers["window/showMessageRequest"] = {"title": "Apply"}
    server.command("reread.reviewFile", uri)
    published = server.until(uri, lambda found: found)
    place = published["diagnostics"][0]["range"]["start"]
    here = (place["line"], place["character"])
    action = next(one for one in server.actions(uri, here, here) if "with the model" in one["title"])
    server.command(action["command"]["command"], *action["command"]["arguments"])
    server.wait(lambda message: message.get("method") == "workspace/applyEdit")
    (change,) = applied[0]["edit"]["documentChanges"]
    fixed = apply_edits(CODE, change["edits"])
    assert fixed != CODE
    compile(fixed, "a.py", "exec")


@pytest.mark.slow
def test_reviewing_changes_covers_files_that_are_not_open(
    start: Callable[..., Any], model: StandIn, repository: Path
) -> None:
    server, _ = start("x = 1\n")
    (repository / "b.py").write_text(CODE)
    server.command("reread.reviewChanges")
    other = (repository / "b.py").as_uri()
    published = server.until(other, lambda found: found)
    assert published["diagnostics"][0]["range"]["start"]["line"] == 1 and "version" not in published


@pytest.mark.slow
def test_a_selection_is_all_that_is_reviewed(start: Callable[..., Any], model: StandIn) -> None:
    server, uri = start(CODE + "\n\n" + CODE.replace("mean", "other"))
    server.command("reread.reviewSelection", uri, range_((5, 0), (5, 5)))
    published = server.until(uri, lambda found: found)
    assert [found["range"]["start"]["line"] for found in published["diagnostics"]] == [5]
    server.shown("reviewed: 1 finding")


@pytest.mark.slow
def test_a_document_without_a_file_is_reviewed_too(client: Make, model: StandIn) -> None:
    settings = {"review": {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url}}
    server = client(settings=settings, OPENAI_API_KEY="sk-nobodys-key")
    server.start()
    server.open("untitled:Untitled-1", CODE)
    server.diagnostics("untitled:Untitled-1", 1)
    server.command("reread.reviewFile", "untitled:Untitled-1")
    server.until("untitled:Untitled-1", lambda found: found)


REACHED = """import flask

app = flask.Flask(__name__)


@app.route("/show")
def show():
    name = flask.request.args["name"]
    with open("files/" + name) as file:
        return file.read()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("verdict", "severities"), [("real", [1]), ("wrong", []), ("unclear", [4])], ids=lambda value: str(value)
)
def test_a_hint_in_the_editor_stands_as_the_model_says(
    start: Callable[..., Any], model: StandIn, verdict: str, severities: list[int]
) -> None:
    server, uri = start(REACHED)
    server.until(uri, lambda found: [each["code"] for each in found] == ["py/path-traversal"])
    answer = {
        "question": 1,
        "reason": "known names only",
        "verdict": verdict,
        "quote": '    with open("files/" + name) as file:',
        "failure": "/show?name=../key",
        "confidence": 0.9,
    }
    model.script(Reply(kind="leads", text=json.dumps({"answers": [answer]})))
    server.command("reread.reviewFile", uri)
    server.shown("reviewed: no findings")
    if verdict != "unclear":
        server.until(uri, lambda found: [each["severity"] for each in found] == severities)
    server.change(uri, 2, (7, 0), (7, 0), "    print(1)\n")
    server.until(uri, lambda found: [each["severity"] for each in found] == [4])
