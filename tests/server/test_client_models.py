"""Providers that ask whoever started us: consent, ledger, audit and redaction are as for any other."""

from __future__ import annotations

import asyncio
import json

import pytest

from reread.analyzers.review.availability import availability, choose
from reread.analyzers.review.client_model import ClientAnswer, ClientQuestion, answered_by
from reread.analyzers.review.privacy.audit import AuditLog
from reread.analyzers.review.settings import Fallback, ReviewSettings
from reread.server.report.review import ReviewDocument, ReviewOutcome, ReviewRequest
from reread.server.review.reviewing import review
from reread.server.settings import IndexSettings, Settings
from reread.server.worker.client import Worker
from tests.standin import StandIn

CODE = (
    'TOKEN = "ghp_0123456789abcdefghijABCDEFGHIJ012345"\n\n\ndef mean(values):\n    return sum(values) / len(values)\n'
)
FOUND = {
    "title": "Division by zero",
    "message": "It raises for no values.",
    "severity": "warning",
    "category": "division-by-zero",
    "confidence": 0.9,
    "quote": "    return sum(values) / len(values)",
    "edits": [],
}
FOUND_IT = ClientAnswer(json.dumps({"findings": [FOUND]}))


@pytest.fixture(autouse=True)
def nobody(tmp_path, monkeypatch):
    for name in ("REREAD_CONSENT", "OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CACHE", "STATE"):
        monkeypatch.setenv(f"REREAD_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config.toml"))


def settings(provider: str = "editor", **more) -> Settings:
    options = ReviewSettings(provider=provider, second_pass=False, triage="off", context_tokens=0, **more)
    return Settings(review=options, index=IndexSettings(enable=False))


def request(folder, *, consent: bool = True) -> ReviewRequest:
    path = str(folder / "a.py")
    return ReviewRequest(str(folder), (ReviewDocument(path, path, "a.py", "python", CODE),), consent=consent)


class Client:
    """Whoever started us: answers all questions alike, and knows what it was asked."""

    def __init__(self, answer: ClientAnswer | None = FOUND_IT) -> None:
        self.answer = answer
        self.asked: list[ClientQuestion] = []

    async def ask(self, question: ClientQuestion) -> ClientAnswer | None:
        self.asked.append(question)
        return self.answer


async def reviewed(folder, client: Client, used: Settings, *, consent: bool = True) -> ReviewOutcome:
    with answered_by(client.ask):
        return await review(request(folder, consent=consent), used, None, lambda uri, finding: None)


@pytest.mark.parametrize(
    ("provider", "method"), [("editor", "reread/askModel"), ("sampling", "sampling/createMessage")]
)
async def test_the_client_is_asked_with_redacted_code_and_it_is_in_the_audit(tmp_path, provider, method):
    client = Client()
    outcome = await reviewed(tmp_path, client, settings(provider, model="fast"))
    assert [finding.rule for _, finding in outcome.findings] == ["model/division-by-zero"]
    assert {(each.method, each.model) for each in client.asked} == {(method, "fast")}
    said = "".join(each.user for each in client.asked)
    assert "def mean" in said and "ghp_" not in said
    entries = AuditLog(str(tmp_path / "state" / "audit.jsonl")).entries()
    assert {(each.provider, each.endpoint) for each in entries} == {(provider, f"{provider}://its-models")}


async def test_the_client_chooses_the_model_unless_a_setting_names_one(tmp_path):
    client = Client()
    outcome = await reviewed(tmp_path, client, settings())
    assert {each.model for each in client.asked} == {""}
    assert outcome.tokens > 0, "estimated, since the client told none"


async def test_tokens_that_the_client_tells_are_counted(tmp_path):
    told = ClientAnswer(FOUND_IT.text, input_tokens=4_321, output_tokens=89)
    client = Client(told)
    assert (await reviewed(tmp_path, client, settings())).tokens == 4_410 * len(client.asked)


async def test_without_consent_the_client_is_not_asked(tmp_path):
    client = Client()
    outcome = await reviewed(tmp_path, client, settings(), consent=False)
    assert (client.asked, outcome.complete) == ([], False)
    assert "nothing was sent to editor (its-models)" in outcome.problems[0]


async def test_a_limit_of_tokens_ends_the_review(tmp_path):
    client = Client()
    outcome = await reviewed(tmp_path, client, settings(tokens_per_run=100))
    assert (client.asked, outcome.complete) == ([], False)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "editor: no editor that answers reread/askModel started this review"),
        (ClientAnswer(problem="no model is allowed"), "editor: no model is allowed"),
        (ClientAnswer("x" * 5_000_000), "more than an answer can be"),
        (ClientAnswer("I would rather not.", cut=True), "the model's answer was cut"),
    ],
)
async def test_a_client_that_does_not_answer_is_one_line(tmp_path, answer, said):
    outcome = await reviewed(tmp_path, Client(answer), settings())
    assert not outcome.complete
    assert said in outcome.problems[0] and "\n" not in outcome.problems[0]


async def test_where_no_client_is_the_next_of_the_chain_is_asked(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_CONSENT", "1")
    with StandIn() as model:
        monkeypatch.setenv("OPENAI_BASE_URL", model.openai_url)
        used = settings(fallback=(Fallback(provider="openai"),))
        outcome = await review(request(tmp_path), used, None, lambda uri, finding: None)
    assert [finding.rule for _, finding in outcome.findings] == ["model/division-by-zero"]
    assert any("no editor that answers" in note for note in outcome.notes)


def test_nobody_is_asked_unless_a_setting_says_so():
    assert choose(ReviewSettings()) is None
    assert availability(ReviewSettings(provider="editor")).message == "model review: editor, default model"


async def test_questions_cross_the_pipe_of_the_worker_and_end_with_the_review(tmp_path):
    begun, withdrawn = asyncio.Event(), asyncio.Event()

    async def hang(question: ClientQuestion) -> ClientAnswer | None:
        begun.set()
        try:
            return await asyncio.get_running_loop().create_future()
        finally:
            withdrawn.set()

    worker, client = Worker(on_progress=lambda _: None, on_state=lambda *_: None), Client()
    await worker.start()
    try:
        await worker.open_folder(str(tmp_path), settings(cache=False))
        asked = (request(tmp_path), lambda uri, finding: None, lambda line, done, units: None)
        assert len((await worker.review(*asked, client.ask)).findings) == 1
        assert "no editor" in (await worker.review(*asked)).problems[0]
        running = asyncio.create_task(worker.review(*asked, hang))
        await begun.wait()
        running.cancel()
        await withdrawn.wait()
    finally:
        await worker.stop()
