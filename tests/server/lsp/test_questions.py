"""Requests of ours, beyond the protocol: how everything stands, what a finding means, consent, a fix to look at."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from reread.analyzers.review.privacy import consent
from reread.server.lsp import handlers
from reread.server.report.review import FixOutcome, ReviewOutcome
from tests.server.lsp.editor import CAPABILITIES, Editor, range_
from tests.server.lsp.test_consent import command
from tests.server.lsp.test_review import Worker, start, worker

__all__ = ["worker"]

URI = "file:///work/a.py"
OWN: dict[str, Any] = {**CAPABILITIES, "experimental": {"reread": ["askConsent", "confirmFix"]}}


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A person without keys, consent or a ledger."""
    for name in ("REREAD_CONSENT", "ANTHROPIC_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))


async def test_the_status_says_how_index_model_and_consent_stand(editor: Editor) -> None:
    await editor.start("file:///work")
    editor.open(URI, "x = bad\n")
    await editor.diagnostics(URI, 1)
    status = await editor.request("reread/status", None)
    [folder] = status["folders"]
    assert (folder["path"], folder["index"], folder["consent"]) == ("/work", "off", "not needed")
    assert folder["model"]["available"] is False and "ANTHROPIC_API_KEY" in folder["model"]["message"]
    assert (status["findings"], status["spent"]) == (1, {"tokens": 0, "cost": 0.0})
    assert {each["name"]: each["hasKey"] for each in status["providers"]}["openai"] is False


async def test_a_key_in_the_environment_makes_the_model_available_and_consent_is_asked(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")
    await editor.start("file:///work")
    status = await editor.request("reread/status", {})
    assert status["folders"][0]["model"]["provider"] == "openai"
    assert status["folders"][0]["consent"] == "unasked"
    assert "no-real-key" not in str(status)


@pytest.mark.parametrize(("name", "role"), [("test_a.py", "; the file: test"), ("latest.py", "")])
async def test_hover_says_what_part_a_file_plays(real_editor: Editor, name: str, role: str) -> None:
    uri = f"file:///work/{name}"
    await real_editor.start("file:///work")
    real_editor.open(uri, "password = x\nassert (password, 1)\n")
    [found] = await real_editor.diagnostics(uri, 1)
    place = {"textDocument": {"uri": uri}, "position": found["range"]["start"]}
    shown = await real_editor.request("textDocument/hover", place)
    assert f", from a rule{role})" in shown["contents"]["value"]


async def test_a_finding_is_explained_with_its_place_and_its_fixes(editor: Editor) -> None:
    await editor.start("file:///work")
    editor.open(URI, "x = bad\n")
    [found] = await editor.diagnostics(URI, 1)
    answer = await editor.request("reread/explain", {"uri": URI, "fingerprint": found["data"]["fingerprint"]})
    assert "A bad word makes *everything* worse." in answer["page"]
    assert (answer["rule"], answer["range"]) == ("bad-word", found["range"])
    assert answer["fixes"] == [{"title": "Replace `bad`", "fix": 0}]


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"uri": URI, "range": range_((0, 0), (0, 0))}, "no finding here"),
        ({"rule": "no-such"}, "no such rule: no-such"),
    ],
)
async def test_what_cannot_be_explained_is_said(editor: Editor, params: Any, problem: str) -> None:
    await editor.start("file:///work")
    editor.open(URI, "x = bad\n")
    await editor.diagnostics(URI, 1)
    assert problem in (await editor.request("reread/explain", params))["problem"]


async def test_a_diagnostic_says_where_it_comes_from(editor: Editor) -> None:
    await editor.start("file:///work")
    editor.open(URI, "x = bad\n")
    [found] = await editor.diagnostics(URI, 1)
    assert found["data"]["source"] == "rule" and "known" not in found["data"]


async def test_a_bug_fails_the_one_request_and_a_cancelled_one_is_told_so(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def hang(parts: Any, params: Any) -> None:
        begun.set()
        await asyncio.Event().wait()

    def fail(parts: Any, params: Any) -> None:
        raise RuntimeError("a bug")

    together = handlers.collected()._replace(questions={"reread/hang": hang, "reread/fail": fail})
    monkeypatch.setattr(editor.server, "handlers", together)
    await editor.start("file:///work")
    assert "bug" in (await editor.refused("reread/fail", {}))["message"]
    refused = asyncio.create_task(editor.refused("reread/hang", {}))
    await begun.wait()
    identifier = editor.server.protocol._questions._running.keys()
    editor.notify("$/cancelRequest", {"id": next(iter(identifier))})
    assert (await refused)["code"] == -32800


async def test_a_client_with_its_own_question_is_asked_by_it_and_told_the_scope(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")
    asked: list[Any] = []
    editor.answers["reread/askConsent"] = lambda params: asked.append(params) or {"allowed": True}
    worker.answer.set_result(ReviewOutcome())
    uri = await start(editor, tmp_path, capabilities=OWN)
    await command(editor, "reread.reviewFile", uri)
    await asyncio.wait_for(worker.asked.wait(), 120)
    [question] = asked
    assert (question["folder"], question["recipients"]) == (str(tmp_path), ["openai (api.openai.com)"])
    assert consent.read(str(tmp_path)).allowed


@pytest.mark.parametrize("answer", [None, {}, {"allowed": "yes"}])
async def test_no_answer_to_it_is_no_consent(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Any
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "no-real-key")
    editor.answers["reread/askConsent"] = lambda _: answer
    uri = await start(editor, tmp_path, capabilities=OWN)
    await command(editor, "reread.reviewFile", uri)
    await editor.until(lambda message: "nobody has agreed" in str(message))
    assert worker.requests == [] and consent.read(str(tmp_path)) is None


@pytest.mark.parametrize("apply", [True, False])
async def test_a_client_that_shows_fixes_gets_both_texts_and_decides(editor: Editor, apply: bool) -> None:
    shown: list[Any] = []
    editor.answers["reread/confirmFix"] = lambda params: shown.append(params) or {"apply": apply}
    await editor.start("file:///work", capabilities=OWN)
    editor.open(URI, "x = bad\n")
    [found] = await editor.diagnostics(URI, 1)
    await command(editor, "reread.previewFix", {"uri": URI, "fingerprint": found["data"]["fingerprint"], "fix": 0})
    await editor.until(lambda message: message.get("method") == "reread/confirmFix")
    if apply:
        await editor.until(lambda message: message.get("method") == "workspace/applyEdit")
    assert shown[0]["files"] == [{"uri": URI, "before": "x = bad\n", "after": "x = good\n"}]
    assert (shown[0]["title"], shown[0]["holds"], shown[0]["generated"]) == ("Replace `bad`", True, False)


async def test_a_fix_that_the_model_has_not_is_not_shown(
    editor: Editor, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REREAD_CONSENT", "1")
    worker.answer.set_result(FixOutcome())
    uri = await start(editor, tmp_path, "bad\n", capabilities=OWN)
    [problem] = await editor.diagnostics(uri, 1)
    await command(editor, "reread.fixWithModel", {"uri": uri, "range": problem["range"]})
    await editor.until(lambda message: "the model has none" in str(message))
    assert not [sent for sent in editor.sent if sent.get("method") == "reread/confirmFix"]
