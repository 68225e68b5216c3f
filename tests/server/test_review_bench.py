"""Fixes of reviews and on request, with the files of a real folder, its rules and its tools."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from reread.analyzers.findings import Applicability, Finding, Severity
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.settings import ReviewSettings, VerifyCommand
from reread.analyzers.text import Span
from reread.server.report.review import FixRequest, ReviewDocument, ReviewRequest
from reread.server.review.reviewing import fix, review
from reread.server.review.verifier import Bench
from reread.server.settings import RuleSettings, Settings
from tests.server.verification.conftest import everything
from tests.standin import Reply, StandIn

OWN = "def mean(values):\n    return sum(values) / len(values)\n"
OTHER = "from a import mean\n\n\ndef use():\n    return mean([])\n"
QUOTE = "    return sum(values) / len(values)"
GOOD = {"search": QUOTE, "replace": "    return sum(values) / max(1, len(values))"}
USE = {"file": "lib/b.py", "search": "    return mean([])", "replace": "    return mean([1])"}
LINT = "import sys; sys.exit(any('else 0' in open(name).read() for name in sys.argv[1:]) and 'too clever')"
RULE = {"id": "no-eval", "languages": ["python"], "severity": "WARNING", "message": "no", "pattern": "eval(...)"}


@pytest.fixture
def model(tmp_path, monkeypatch):
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name, part in (("REREAD_CACHE_DIR", "cache"), ("REREAD_STATE_DIR", "state"), ("REREAD_CONFIG", "config.toml")):
        monkeypatch.setenv(name, str(tmp_path / part))
    monkeypatch.setenv("REREAD_CONSENT", "1")
    with StandIn() as stand_in:
        monkeypatch.setenv("OLLAMA_HOST", stand_in.url)
        yield stand_in


@pytest.fixture
def folder(tmp_path) -> Path:
    work = tmp_path / "work"
    for name, text in (("a.py", OWN), ("lib/b.py", OTHER), (".reread/rules/own.yaml", json.dumps({"rules": [RULE]}))):
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return work


def settings_with(*verify: VerifyCommand, rules: bool = False) -> Settings:
    return Settings(review=ReviewSettings(second_pass=False, verify=verify), rules=RuleSettings(enable=rules))


def tool(code: str, folder: Path, *arguments: str, **more) -> VerifyCommand:
    return VerifyCommand(command=(sys.executable, "-c", code, *arguments), folders=(str(folder),), **more)


def document(folder: Path, name: str = "a.py", text: str = OWN) -> ReviewDocument:
    path = folder / name
    return ReviewDocument(path.as_uri(), str(path), name, "python", text)


async def retrieve(asked, span, *changed):
    return [ContextPiece("lib/b.py", 4, "def use():\n    return mean([])\n", "calls mean")]


async def reviewed(folder: Path, model: StandIn, *edits, settings: Settings | None = None, opened=()):
    found = {"message": "No values.", "confidence": 0.9, "quote": QUOTE, "edits": list(edits)}
    model.always(Reply(kind="review", findings=[found]))
    request = ReviewRequest(str(folder), (document(folder),), opened=opened)
    outcome = await review(request, settings or settings_with(), retrieve, lambda uri, finding: None)
    assert outcome.complete, outcome.problems
    [(_, finding)] = outcome.findings
    return outcome, finding


async def test_a_review_s_fix_edits_a_file_of_the_disk(folder, model):
    _, finding = await reviewed(folder, model, GOOD, USE)
    [offered] = finding.fixes
    [other] = offered.files
    assert (other.path, other.relative, other.uri) == (
        str(folder / "lib/b.py"),
        "lib/b.py",
        (folder / "lib/b.py").as_uri(),
    )
    [edit] = [edit for edit in offered.edits if edit.uri]
    assert (OTHER[slice(*edit.span)], edit.text) == ("    return mean([])", "    return mean([1])")


async def test_the_text_of_an_open_file_counts_and_not_that_of_the_disk(folder, model):
    unsaved = "# not saved\n" + OTHER
    _, finding = await reviewed(folder, model, GOOD, USE, opened=(document(folder, "lib/b.py", unsaved),))
    [edit] = [edit for edit in finding.fixes[0].edits if edit.uri]
    assert unsaved[slice(*edit.span)] == "    return mean([])"


async def test_rules_look_at_the_other_file_too(folder, model):
    bad = {**USE, "replace": "    return eval('1')"}
    model.always(Reply(kind="fix", edits=[GOOD, bad]))
    _, finding = await reviewed(folder, model, GOOD, bad, settings=settings_with(rules=True))
    assert finding.fixes[0].reason == "lib/b.py: it would bring a new finding: no-eval"


@pytest.mark.parametrize("path", ["../outside.py", "lib/../lib/b.py", "/etc/passwd"])
async def test_edits_of_other_files_are_refused_and_counted(folder, model, path):
    model.always(Reply(kind="fix", edits=[]))
    outcome, finding = await reviewed(folder, model, GOOD, {**USE, "file": path})
    assert (finding.fixes, outcome.refused) == ((), 1)


def test_only_what_may_be_shown_is_read(folder, tmp_path):
    (tmp_path / "outside.py").write_text("x")
    (folder / "link.py").symlink_to(tmp_path / "outside.py")
    (folder / "up").symlink_to(tmp_path)
    (folder / ".rereadignore").write_text("secret.py\n")
    (folder / "secret.py").write_text("x")
    (folder / "large.py").write_text("x" * 2_000)
    bench = Bench(Settings(max_file_size=1_000), str(folder), [document(folder, "../outside.py")])
    read = bench.tried_with.read
    assert read("lib/b.py").text == OTHER
    for name in ("link.py", "up/outside.py", "secret.py", "large.py", "gone.py", "../outside.py", "", "/etc/hosts"):
        assert read(name) is None, name


async def test_a_tool_s_objection_is_mended_and_nothing_is_left(folder, model, tmp_path):
    before = everything(folder)
    model.always(Reply(kind="fix", edits=[GOOD]))
    clever = {**GOOD, "replace": QUOTE + " if values else 0"}
    outcome, finding = await reviewed(folder, model, clever, settings=settings_with(tool(LINT, folder, "{files}")))
    assert finding.fixes[0].edits[0].text == GOOD["replace"]
    assert "too clever" in model.requests[-1].prompt
    assert outcome.notes == ()
    assert everything(folder) == before
    assert list((tmp_path / "cache" / "verify").iterdir()) == []


async def test_a_tool_that_objects_twice_leaves_a_proposal_to_look_at(folder, model):
    clever = {**GOOD, "replace": QUOTE + " if values else 0"}
    model.always(Reply(kind="fix", edits=[clever]))
    _, finding = await reviewed(folder, model, clever, settings=settings_with(tool(LINT, folder, "{files}")))
    [shown] = finding.fixes
    assert shown.applicability is Applicability.DISPLAY_ONLY
    assert shown.reason.endswith("fails with it")


async def test_a_tool_that_is_missing_is_a_note(folder, model):
    command = VerifyCommand(command=("no-such-linter",), folders=(str(folder),))
    outcome, finding = await reviewed(folder, model, GOOD, settings=settings_with(command))
    assert finding.fixes[0].applicability is Applicability.UNSAFE
    assert outcome.notes == ("`no-such-linter` is not installed, so it does not verify fixes (review.verify)",)


async def test_a_fix_on_request_sees_the_context_and_is_tried_with_tools(folder, model):
    seen = "import sys; print(*sys.argv[1:]); sys.exit('max' in open('a.py').read())"
    model.script(
        Reply(kind="fix", edits=[GOOD, USE]), Reply(kind="fix", edits=[USE, {**GOOD, "replace": "    return 0"}])
    )
    finding = Finding("rule", "may divide by zero", Span(22, 54), Severity.WARNING)
    request = FixRequest(str(folder), document(folder), finding)
    outcome = await fix(request, settings_with(tool(seen, folder, "{files}")), retrieve)
    assert (outcome.problem, outcome.notes) == ("", ())
    assert "def use():" in model.requests[0].prompt
    assert f"a.py {os.path.join('lib', 'b.py')}\n" in model.requests[1].prompt
    assert sorted(edit.text for edit in outcome.fix.edits) == ["    return 0", "    return mean([1])"]


async def test_a_fix_on_request_without_context_by_setting(folder, model):
    settings = Settings(review=ReviewSettings(context_tokens=0), rules=RuleSettings(enable=False))
    finding = Finding("rule", "may divide by zero", Span(22, 54), Severity.WARNING)
    await fix(FixRequest(str(folder), document(folder), finding), settings, retrieve)
    assert "def use():" not in model.requests[0].prompt


async def test_cancelling_while_a_tool_runs_leaves_nothing(folder, model, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    waits = f"import time; f = open({str(pipe)!r}, 'w'); time.sleep(600)"
    settings = settings_with(tool(waits, folder, timeout=600))
    task = asyncio.ensure_future(reviewed(folder, model, GOOD, settings=settings))
    with await asyncio.to_thread(pipe.open, "rb") as reading:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.to_thread(reading.read)
    assert list((tmp_path / "cache" / "verify").iterdir()) == []
