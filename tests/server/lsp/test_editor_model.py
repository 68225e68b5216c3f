"""The provider that asks the editor: the request of ours, and whatever an editor answers."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.review.client_model import ClientAnswer, ClientQuestion
from reread.server.report.review import ReviewOutcome
from tests.server.lsp.editor import CAPABILITIES, Editor
from tests.server.lsp.test_review import Worker, run, start, worker

__all__ = ["worker"]

METHOD = "reread/askModel"
QUESTION = ClientQuestion(METHOD, "fast", "Review.", "def f(): ...", 1_000)
ABLE: dict[str, Any] = {**CAPABILITIES, "experimental": {"reread": ["askModel"]}}


@pytest.fixture(autouse=True)
def agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REREAD_CONSENT", "1")


async def asked(editor: Editor, worker: Worker, folder: Path, capabilities: Any, question: ClientQuestion) -> Any:
    """What the worker is answered during a review."""
    uri = await start(editor, folder, capabilities=capabilities)
    await run(editor, worker, "reread.reviewFile", uri)
    answer = await worker.ask_client(question)
    worker.answer.set_result(ReviewOutcome())
    await editor.until(lambda message: "reviewed: " in str(message))
    return answer


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"text": "{}"}, ClientAnswer("{}")),
        (
            {"text": "{", "cut": True, "inputTokens": 7, "outputTokens": 1},
            ClientAnswer("{", cut=True, input_tokens=7, output_tokens=1),
        ),
        ({"text": "{}", "cut": 1, "inputTokens": "7"}, ClientAnswer("{}")),
        ({"problem": "no model"}, ClientAnswer(problem="no model")),
        ({"text": 1}, ClientAnswer(problem="the answer of the editor has no text")),
        (None, ClientAnswer(problem="the editor did not answer with an object")),
    ],
)
async def test_an_editor_that_can_is_asked_and_answers_in_a_few_lines(
    editor: Editor, worker: Worker, tmp_path: Path, said: Any, answer: ClientAnswer
) -> None:
    editor.answers[METHOD] = lambda _: said
    assert await asked(editor, worker, tmp_path, ABLE, QUESTION) == answer
    [sent] = [message["params"] for message in editor.sent if message.get("method") == METHOD]
    assert sent == {"model": "fast", "system": "Review.", "user": "def f(): ...", "maxOutputTokens": 1_000}


async def test_an_editor_that_cannot_is_not_asked(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    assert await asked(editor, worker, tmp_path, CAPABILITIES, QUESTION) is None
    assert not any(message.get("method") == METHOD for message in editor.sent)


async def test_an_editor_is_not_asked_what_is_for_others(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    other = ClientQuestion("sampling/createMessage", "", "", "", 1)
    assert await asked(editor, worker, tmp_path, ABLE, other) is None


async def test_a_question_that_nobody_waits_for_is_withdrawn(editor: Editor, worker: Worker, tmp_path: Path) -> None:
    editor.answers[METHOD] = lambda _: NotImplemented
    uri = await start(editor, tmp_path, capabilities=ABLE)
    await run(editor, worker, "reread.reviewFile", uri)
    waiting = asyncio.create_task(worker.ask_client(QUESTION))
    sent = await editor.until(lambda message: message.get("method") == METHOD)
    waiting.cancel()
    await editor.until(lambda message: message.get("params") == {"id": sent["id"]})
    editor.receive({"jsonrpc": "2.0", "id": sent["id"], "result": {"text": "too late"}})
    worker.answer.set_result(ReviewOutcome())
    await editor.until(lambda message: "reviewed: " in str(message))
