"""Reviews in the editor, with a worker that says what the test wants and when."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.findings import Edit, Finding, Fix, Severity, Source
from reread.analyzers.text import Span
from reread.server.known import state
from reread.server.report.review import FixOutcome, FixRequest, ReviewOutcome, ReviewPlan, ReviewRequest
from reread.server.rpc.errors import WorkerGoneError
from tests.server.lsp.editor import CAPABILITIES, Editor, range_
from tests.server.lsp.test_document_sync import places

TEXT = "def one():\n    return maybe\n\n\ndef two():\n    return surely\n"


class Worker:
    """Stands for the worker: `requests` are what it was asked, and each waits until `answer` has an outcome."""

    def __init__(self) -> None:
        self.requests: list[Any] = []
        self.on_finding: Callable[[str, Finding], None] = lambda uri, finding: None
        self.on_progress: Callable[[str, int, int], None] = lambda line, done, total: None
        self.ask_client: Any = None
        self.answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.asked = asyncio.Event()
        self.cancelled = 0
        self.planned = ReviewPlan()

    async def plan(self, request: ReviewRequest) -> ReviewPlan:
        return self.planned

    async def review(self, request: ReviewRequest, on_finding: Any, on_progress: Any, ask_client: Any) -> ReviewOutcome:
        self.on_finding, self.on_progress, self.ask_client = on_finding, on_progress, ask_client
        return await self._answer(request)

    async def fix(self, request: FixRequest, ask_client: Any) -> FixOutcome:
        return await self._answer(request)

    async def _answer(self, request: Any) -> Any:
        self.requests.append(request)
        self.asked.set()
        try:
            return await asyncio.shield(self.answer)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise


@pytest.fixture
async def worker(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> Worker:
    stand_in = Worker()

    async def worker_for(folder: object) -> Worker:
        return stand_in

    monkeypatch.setattr(editor.server.background, "worker_for", worker_for)
    return stand_in


def finding(text: str, word: str, message: str = "Unsure", **more: Any) -> Finding:
    start = text.index(word)
    return Finding("model-logic", message, Span(start, start + len(word)), Severity.WARNING, Source.MODEL, **more)


async def start(editor: Editor, folder: Path, text: str = TEXT, capabilities: Any = None) -> str:
    uri = (folder / "a.py").as_uri()
    (folder / "a.py").write_text(text)
    await editor.start(folder.as_uri(), capabilities=capabilities)
    editor.open(uri, text)
    await editor.diagnostics(uri, 1)
    return uri


async def run(editor: Editor, worker: Worker, command: str, *arguments: Any) -> Any:
    worker.asked.clear()
    await editor.request("workspace/executeCommand", {"command": command, "arguments": list(arguments)})
    await asyncio.wait_for(worker.asked.wait(), 120)
    return worker.requests[-1]


async def published(editor: Editor, uri: str, wanted: list[tuple[int, int, int, int]]) -> dict[str, Any]:
    """Wait until exactly these places are the last that was published."""
    async with asyncio.timeout(120):
        while places(editor.published[uri][-1]["diagnostics"]) != wanted:
            await editor.until(lambda _: True, len(editor.sent))
    return editor.published[uri][-1]


async def test_a_file_is_reviewed_whole_and_findings_arrive_one_by_one(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    request = await run(editor, worker, "reread.reviewFile", uri)
    (document,) = request.documents
    assert (request.folder, request.whole) == (str(tmp_path), True)
    assert (document.uri, document.relative, document.language, document.text) == (uri, "a.py", "python", TEXT)
    worker.on_finding(uri, finding(TEXT, "maybe"))
    await published(editor, uri, [(1, 11, 1, 16)])
    worker.answer.set_result(ReviewOutcome(((uri, finding(TEXT, "surely")),)))
    await published(editor, uri, [(5, 11, 5, 17)])
    await editor.until(lambda message: "1 finding" in str(message))


async def test_a_review_is_kept_with_its_findings_as_those_of_the_command_line(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    (task,) = editor.server.reviews._running.values()
    found = ((uri, finding(TEXT, "maybe")),)
    worker.answer.set_result(ReviewOutcome(found, units=2, tokens=7, provider="openai", model="one"))
    await task
    with state.opened(str(tmp_path)) as kept:
        (review,), (guess,) = kept.reviews(), kept.findings()
        assert kept.runs() == []
    assert (review.provider, review.model, review.units, review.findings, review.tokens) == ("openai", "one", 2, 1, 7)
    assert (guess.path, guess.rule, guess.line, guess.source) == ("a.py", "model-logic", 1, "model")
    assert "maybe" in guess.code and guess.fingerprint


async def test_a_review_that_asked_nothing_is_not_kept(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    (task,) = editor.server.reviews._running.values()
    worker.answer.set_result(ReviewOutcome())
    await task
    with state.opened(str(tmp_path)) as kept:
        assert kept.reviews() == []


async def test_a_finding_follows_the_edits_made_while_the_model_was_thinking(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    editor.change(uri, 2, (0, 0), (0, 0), "# one line more\n")
    worker.on_finding(uri, finding(TEXT, "surely"))
    assert (await published(editor, uri, [(6, 11, 6, 17)]))["version"] == 2
    editor.change(uri, 3, (0, 0), (1, 0), "")
    assert (await published(editor, uri, [(5, 11, 5, 17)]))["version"] == 3


async def test_a_finding_whose_text_was_touched_meanwhile_is_never_shown(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    editor.change(uri, 2, (5, 12), (5, 13), "")
    worker.on_finding(uri, finding(TEXT, "surely"))
    worker.answer.set_result(ReviewOutcome(((uri, finding(TEXT, "surely")),)))
    await editor.until(lambda message: "reviewed: " in str(message))
    assert all(not sent["diagnostics"] for sent in editor.published[uri])


async def test_a_finding_vanishes_when_its_text_is_touched_later(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    worker.answer.set_result(ReviewOutcome(((uri, finding(TEXT, "surely")),)))
    await published(editor, uri, [(5, 11, 5, 17)])
    editor.change(uri, 2, (5, 13), (5, 14), "")
    await published(editor, uri, [])


async def test_findings_of_rules_and_model_are_one_list(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    text = "bad = 1\nmaybe = 2\nbad = 3\n"
    uri = await start(editor, tmp_path, text)
    await run(editor, worker, "reread.reviewFile", uri)
    worker.on_finding(uri, finding(text, "maybe"))
    await published(editor, uri, [(0, 0, 0, 3), (1, 0, 1, 5), (2, 0, 2, 3)])


async def test_a_newer_review_of_the_same_file_cancels_the_older(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    await run(editor, worker, "reread.reviewFile", uri)
    assert worker.cancelled == 1
    assert len(editor.server.session.document(uri).followers) == 1


async def test_cancelling_in_the_editor_cancels_the_review(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    worker.on_progress("a.py", 1, 2)
    report = await editor.until(lambda message: message.get("params", {}).get("value", {}).get("kind") == "report")
    assert report["params"]["value"] == {"kind": "report", "message": "a.py", "percentage": 50}
    editor.notify("window/workDoneProgress/cancel", {"token": report["params"]["token"]})
    end = await editor.until(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
    assert end["params"]["value"]["message"] == "cancelled"
    assert worker.cancelled == 1
    assert editor.server.session.document(uri).followers == []


async def test_closing_the_document_cancels_its_review(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    await editor.until(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
    assert worker.cancelled == 1


async def test_a_selection_is_sent_in_code_points(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, "x = '🙂🙂'\ny = 2\n")
    request = await run(editor, worker, "reread.reviewSelection", uri, range_((0, 7), (1, 1)))
    assert request.documents[0].selection == (6, 10)
    assert request.whole


async def test_a_review_of_a_selection_leaves_what_is_known_elsewhere(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    editor.server.session.document(uri).slower["model:file"] = (
        finding(TEXT, "maybe", fingerprint="1"),
        finding(TEXT, "surely", fingerprint="2"),
    )
    await run(editor, worker, "reread.reviewSelection", uri, range_((4, 0), (6, 0)))
    worker.answer.set_result(ReviewOutcome())
    await published(editor, uri, [(1, 11, 1, 16)])


async def test_an_incomplete_review_says_why_and_keeps_what_was_known(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path)
    editor.server.session.document(uri).slower["model:file"] = (finding(TEXT, "maybe", fingerprint="1"),)
    await run(editor, worker, "reread.reviewFile", uri)
    outcome = ReviewOutcome(((uri, finding(TEXT, "surely")),), complete=False, problems=("the limit is reached",))
    worker.answer.set_result(outcome)
    await published(editor, uri, [(1, 11, 1, 16), (5, 11, 5, 17)])
    assert editor.messages == ["Reread: the review is incomplete: the limit is reached"]


async def test_the_price_is_told_before_more_than_a_tenth_of_a_limit_is_spent(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    worker.planned = ReviewPlan(tokens=40_000, cost=0.08, usual_tokens=25_000, usual_cost=0.05)
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    told = (
        "this review takes about 25,000 tokens, up to 40,000 if much is found ($0.05 to $0.08), "
        "25% of review.tokens-per-run"
    )
    assert editor.messages == [f"Reread: {told}"]


async def test_less_of_it_is_spent_without_a_word(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    worker.planned = ReviewPlan(tokens=20_000, usual_tokens=10_000, usual_cost=0.05)
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    assert editor.messages == []


SEVEN = "".join(f"maybe{number}\n" for number in range(7))


def seven(folder: Path) -> list[tuple[str, Finding]]:
    """Findings of a file with that text, each surer than the one before."""
    found = [finding(SEVEN, f"maybe{number}", f"No {number}", confidence=0.6 + number / 20) for number in range(7)]
    return [((folder / "a.py").as_uri(), each) for each in found]


def lines_of(shown: dict[str, Any]) -> list[int]:
    return [each["range"]["start"]["line"] for each in shown["diagnostics"]]


@pytest.mark.parametrize(("profile", "lines"), [("quiet", [2, 3, 4, 5, 6]), ("pedantic", list(range(7)))])
async def test_no_more_are_shown_in_a_file_than_the_profile_says_while_it_goes_on_or_stops_half_way(
    editor: Editor, worker: Worker, tmp_path: Path, profile: str, lines: list[int]
) -> None:
    editor.settings["review"] = {"profile": profile}
    uri = await start(editor, tmp_path, SEVEN)
    await run(editor, worker, "reread.reviewFile", uri)
    for each in seven(tmp_path):
        worker.on_finding(*each)
    async with asyncio.timeout(120):
        while lines_of(editor.published[uri][-1]) != lines:
            await editor.until(lambda _: True, len(editor.sent))
    worker.answer.set_result(ReviewOutcome(tuple(seven(tmp_path)[-5:]), complete=False, problems=("the limit",)))
    await editor.until(lambda message: "the limit" in str(message))
    assert lines_of(editor.published[uri][-1]) == lines


async def test_findings_of_another_review_of_the_file_count_to_its_limit(
    editor: Editor, worker: Worker, tmp_path: Path
) -> None:
    uri = await start(editor, tmp_path, SEVEN)
    known = tuple(each._replace(fingerprint=str(number)) for number, (_, each) in enumerate(seven(tmp_path)))
    opened = editor.server.session.document(uri)
    opened.slower["model:changes"] = known[2:]
    await run(editor, worker, "reread.reviewSelection", uri, range_((0, 0), (2, 0)))
    worker.answer.set_result(ReviewOutcome(tuple((uri, each) for each in known[:2])))
    await editor.until(lambda message: "2 findings" in str(message))
    assert [len(opened.slower[slot]) for slot in ("model:file", "model:changes")] == [2, 3]


async def test_a_worker_that_dies_is_told_of_in_one_line(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    await run(editor, worker, "reread.reviewFile", uri)
    worker.answer.set_exception(WorkerGoneError("the worker ended with exit code 9"))
    await editor.until(lambda message: "not reviewed: the worker ended with exit code 9" in str(message))


async def test_saving_reviews_what_differs_from_head(editor: Editor, worker: Worker, repository: Path) -> None:
    editor.settings["review"] = {"run": "on-save"}
    uri = (repository / "a.py").as_uri()
    await editor.start(repository.as_uri())
    editor.open(uri, TEXT.replace("surely", "perhaps"))
    await editor.diagnostics(uri, 1)
    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    await asyncio.wait_for(worker.asked.wait(), 120)
    (document,) = worker.requests[0].documents
    assert document.base_text == TEXT and "perhaps" in document.text
    assert not worker.requests[0].whole


async def test_saving_what_is_as_in_head_asks_nobody(editor: Editor, worker: Worker, repository: Path) -> None:
    editor.settings["review"] = {"run": "on-save"}
    uri = (repository / "a.py").as_uri()
    await editor.start(repository.as_uri())
    editor.open(uri, TEXT)
    await editor.diagnostics(uri, 1)
    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    await editor.until(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
    assert not worker.requests


async def test_saving_outside_of_a_repository_says_so_once(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    editor.settings["review"] = {"run": "on-save"}
    uri = await start(editor, tmp_path)
    for _ in range(2):
        editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        await editor.until(lambda message: message.get("params", {}).get("value", {}).get("kind") == "end")
        await asyncio.gather(*editor.server.reviews._running.values())
    assert len([message for message in editor.messages if "repository" in message]) == 1


async def test_saving_asks_nobody_by_default(editor: Editor, worker: Worker, repository: Path) -> None:
    uri = (repository / "a.py").as_uri()
    await editor.start(repository.as_uri())
    editor.open(uri, "maybe\n")
    await editor.diagnostics(uri, 1)
    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert not editor.server.reviews._running


async def test_changes_are_reviewed_in_files_that_are_not_open_too(
    editor: Editor, worker: Worker, repository: Path
) -> None:
    (repository / "a.py").write_text(TEXT + "x = 1\n")
    (repository / "new.py").write_text("maybe = 1\n")
    (repository / "notes.txt").write_text("no code\n")
    await editor.start(repository.as_uri())
    editor.open((repository / "a.py").as_uri(), TEXT + "y = 2\n")
    await editor.diagnostics((repository / "a.py").as_uri(), 1)
    request = await run(editor, worker, "reread.reviewChanges")
    documents = {document.relative: document for document in request.documents}
    assert set(documents) == {"a.py", "new.py"}
    assert documents["a.py"].text.endswith("y = 2\n"), "what the editor has counts"
    assert (documents["a.py"].base_text, documents["new.py"].base_text) == (TEXT, None)
    uri = documents["new.py"].uri
    worker.answer.set_result(ReviewOutcome(((uri, finding("maybe = 1\n", "maybe")),)))
    await editor.diagnostics(uri)
    assert places(editor.published[uri][-1]["diagnostics"]) == [(0, 0, 0, 5)]
    editor.open(uri, "maybe = 1\n")
    assert places(await editor.diagnostics(uri, 1)) == [(0, 0, 0, 5)], "opening it keeps them"
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.published[uri][-1]["diagnostics"] == []
    editor.open(uri, "maybe = 1\n", version=2)
    assert places(await editor.diagnostics(uri, 2)) == [(0, 0, 0, 5)], "and so does opening it again"
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    editor.open(uri, "perhaps = 1\n", version=3)
    assert places(await editor.diagnostics(uri, 3)) == [], "but not with another text"


async def test_line_endings_that_git_keeps_otherwise_are_no_change(
    editor: Editor, worker: Worker, repository: Path
) -> None:
    (repository / "a.py").write_bytes(TEXT.replace("\n", "\r\n").encode() + b"x = 1\r\n")
    await editor.start(repository.as_uri())
    await editor.server.configuration._task
    (document,) = (await run(editor, worker, "reread.reviewChanges")).documents
    assert document.base_text == TEXT.replace("\n", "\r\n")


async def test_findings_of_a_file_that_changed_on_disk_are_taken_away(
    editor: Editor, worker: Worker, repository: Path
) -> None:
    (repository / "new.py").write_text("maybe = 1\n")
    uri = (repository / "new.py").as_uri()
    await editor.start(repository.as_uri())
    await editor.server.configuration._task
    await run(editor, worker, "reread.reviewChanges")
    worker.answer.set_result(ReviewOutcome(((uri, finding("maybe = 1\n", "maybe")),)))
    await editor.diagnostics(uri)
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 3}]})
    assert editor.published[uri][-1]["diagnostics"] == []


async def test_reviewing_changes_without_a_repository_says_so(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path)
    await editor.request("workspace/executeCommand", {"command": "reread.reviewChanges", "arguments": [uri]})
    await editor.until(lambda message: "not in a git repository" in str(message))


async def test_a_switched_off_model_says_so(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    editor.settings["review"] = {"enable": False}
    uri = await start(editor, tmp_path)
    await editor.request("workspace/executeCommand", {"command": "reread.reviewFile", "arguments": [uri]})
    await editor.until(lambda message: "disabled" in str(message))
    assert not worker.requests


@pytest.mark.parametrize(
    ("choice", "applied"), [({"title": "Apply"}, True), ({"title": "Discard"}, False), (None, False)]
)
async def test_a_fix_by_the_model_is_applied_when_the_person_says_so(
    editor: Editor, worker: Worker, tmp_path: Path, choice: Any, applied: bool
) -> None:
    editor.answers["window/showMessageRequest"] = lambda _: choice
    uri = await start(editor, tmp_path)
    reviewed = finding(TEXT, "maybe", fingerprint="1")
    editor.server.session.document(uri).slower["model:file"] = (reviewed,)
    request = await run(editor, worker, "reread.fixWithModel", {"uri": uri, "fingerprint": "1"})
    assert request.finding == reviewed
    editor.change(uri, 2, (0, 0), (0, 0), "#\n")
    start_of_word = TEXT.index("maybe")
    fix = Fix("Be sure", (Edit(Span(start_of_word, start_of_word + 5), "sure"),), generated=True)
    worker.answer.set_result(FixOutcome(fix))
    await editor.until(lambda message: message.get("method") == "window/showMessageRequest")
    if applied:
        asked = await editor.until(lambda message: message.get("method") == "workspace/applyEdit")
        (change,) = asked["params"]["edit"]["documentChanges"]
        assert change["textDocument"]["version"] == 2
        assert change["edits"] == [{"range": range_((2, 11), (2, 16)), "newText": "sure"}]
    await asyncio.gather(*editor.server.session.tasks._tasks)
    assert bool([sent for sent in editor.sent if sent.get("method") == "workspace/applyEdit"]) is applied


async def test_an_editor_that_can_confirm_edits_is_left_to_it(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = (tmp_path / "a.py").as_uri()
    support = {"documentChanges": True, "changeAnnotationSupport": {}}
    workspace = {**CAPABILITIES["workspace"], "workspaceEdit": support}
    await editor.start(tmp_path.as_uri(), capabilities={**CAPABILITIES, "workspace": workspace})
    editor.open(uri, "bad\n")
    await editor.diagnostics(uri, 1)
    fingerprint = editor.published[uri][-1]["diagnostics"][0]["data"]["fingerprint"]
    await run(editor, worker, "reread.fixWithModel", {"uri": uri, "fingerprint": fingerprint})
    worker.answer.set_result(FixOutcome(Fix("Be good", (Edit(Span(0, 3), "good"),), generated=True)))
    asked = await editor.until(lambda message: message.get("method") == "workspace/applyEdit")
    edit = asked["params"]["edit"]
    assert edit["changeAnnotations"]["reread"]["needsConfirmation"] is True
    assert edit["documentChanges"][0]["edits"][0]["annotationId"] == "reread"


async def test_a_fix_that_does_not_hold_is_not_applied(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    editor.answers["window/showMessageRequest"] = lambda _: {"title": "Apply"}
    uri = await start(editor, tmp_path)
    editor.server.session.document(uri).slower["model:file"] = (finding(TEXT, "maybe", fingerprint="1"),)
    await run(editor, worker, "reread.fixWithModel", {"uri": uri, "fingerprint": "1"})
    worker.answer.set_result(FixOutcome(Fix("Break it", (Edit(Span(0, 3), "("),), generated=True)))
    await editor.until(lambda message: "was not applied" in str(message))
    assert not [sent for sent in editor.sent if sent.get("method") == "workspace/applyEdit"]


async def test_no_fix_comes_with_the_reason(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    uri = await start(editor, tmp_path, "bad\n")
    fingerprint = editor.published[uri][-1]["diagnostics"][0]["data"]["fingerprint"]
    await run(editor, worker, "reread.fixWithModel", {"uri": uri, "fingerprint": fingerprint})
    worker.answer.set_result(FixOutcome(problem="the model refused"))
    await editor.until(lambda message: "no fix for bad-word: the model refused" in str(message))
    await editor.request("workspace/executeCommand", {"command": "reread.fixWithModel", "arguments": [{"uri": uri}]})
    await editor.until(lambda message: "no finding here" in str(message))
