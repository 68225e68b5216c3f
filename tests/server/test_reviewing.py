"""The door to the model review, as the worker and the command line use it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from reread.analyzers.findings import Applicability, Finding, Severity
from reread.analyzers.fixes import apply_fix
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.availability import routes
from reread.analyzers.review.settings import Fallback, Guideline, ReviewSettings
from reread.analyzers.text import Document, Span
from reread.server.report.review import FixOutcome, FixRequest, ReviewDocument, ReviewOutcome, ReviewRequest
from reread.server.review.reviewing import fix, review
from reread.server.rpc.errors import WorkerGoneError
from reread.server.settings import Settings
from tests.standin import Fault, Reply, StandIn
from tests.standin.reviewer import sections

TEXT = "def mean(values):\n    return sum(values) / len(values)\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def model(tmp_path, monkeypatch):
    for name in (
        "OPENAI_API_KEY",
        "ANTHROPIC_API_KEY",
        "ANTHROPIC_BASE_URL",
        "OLLAMA_HOST",
        "HTTP_PROXY",
        "http_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config" / "config.toml"))
    monkeypatch.setenv("REREAD_CONSENT", "1")
    with StandIn() as stand_in:
        monkeypatch.setenv("OPENAI_BASE_URL", stand_in.openai_url)
        yield stand_in


def asked(text: str = TEXT, name: str = "a.py", **values) -> ReviewDocument:
    return ReviewDocument(f"file:///w/{name}", f"/w/{name}", name, "python", text, **values)


async def reviewed(
    *documents: ReviewDocument, whole: bool = False, retrieve=None, settings=None, folder="/w"
) -> ReviewOutcome:
    shown: list[tuple[str, Finding]] = []
    request = ReviewRequest(str(folder), documents, whole)
    outcome = await review(request, settings or Settings(), retrieve, lambda uri, finding: shown.append((uri, finding)))
    assert set(outcome.findings) <= set(shown)
    return outcome


async def test_a_new_file_is_reviewed(model):
    outcome = await reviewed(asked())
    assert [(uri, finding.rule) for uri, finding in outcome.findings] == [("file:///w/a.py", "model/division-by-zero")]
    assert (outcome.complete, outcome.problems, outcome.units, outcome.cached) == (True, (), 1, 0)
    assert (outcome.provider, outcome.model) == ("openai", "gpt-5-mini")
    assert outcome.tokens > 0


async def test_a_second_review_takes_no_tokens_and_says_the_same(model):
    first = await reviewed(asked())
    second = await reviewed(asked())
    assert second.findings == first.findings
    assert (second.tokens, second.cost, second.cached) == (0, 0.0, 1)
    assert len(model.reviews) == 1


async def test_a_renamed_file_is_not_asked_about_again_and_keeps_its_fixes(model):
    edits = [{"file": "a.py", "search": TEXT.splitlines()[1], "replace": "    return sum(values) / (len(values) or 1)"}]
    quote = {"message": "Fails.", "quote": TEXT.splitlines()[1], "category": "division-by-zero", "confidence": 0.9}
    model.script(Reply(kind="review", findings=[{**quote, "edits": edits}]))
    [(_, before)] = (await reviewed(asked())).findings
    renamed = await reviewed(asked(name="pkg/b.py"))
    assert (renamed.tokens, renamed.cached, len(model.reviews)) == (0, 1, 1)
    assert [(uri, each.message) for uri, each in renamed.findings] == [("file:///w/pkg/b.py", before.message)]
    assert renamed.findings[0][1].fixes[0].edits == before.fixes[0].edits


async def test_the_same_code_in_another_language_is_asked_about(model):
    await reviewed(asked())
    await reviewed(msgspec.structs.replace(asked(name="a.rb"), language="ruby"))
    assert len(model.reviews) == 2


async def test_without_a_cache_it_asks_again(model):
    settings = Settings(review=ReviewSettings(cache=False))
    await reviewed(asked(), settings=settings)
    await reviewed(asked(), settings=settings)
    assert len(model.reviews) == 2


async def test_only_what_changed_is_reviewed(model):
    text = TEXT + "\n\ndef other(values):\n    return max(values) / len(values)\n"
    outcome = await reviewed(asked(text, base_text=TEXT))
    assert [text[slice(*finding.span)] for _, finding in outcome.findings] == ["return max(values) / len(values)"]


async def test_a_change_of_comments_asks_nothing(model):
    outcome = await reviewed(asked(TEXT + "# done\n", base_text=TEXT))
    assert (outcome.units, outcome.skipped, outcome.complete) == (0, 1, True)
    assert model.requests == []


async def test_the_whole_file_or_a_selection_can_be_asked_for(model):
    assert (await reviewed(asked(base_text=TEXT), whole=True)).units == 1
    assert (await reviewed(asked(base_text=TEXT, selection=(20, 25)))).units == 1


async def test_several_documents_are_reviewed_in_one_run(model):
    outcome = await reviewed(asked(), asked(name="b.py"))
    assert [uri for uri, _ in outcome.findings] == ["file:///w/a.py", "file:///w/b.py"]


async def test_a_panel_of_other_providers_looks_at_each_change_too(model, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "a-key")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", model.url)
    settings = Settings(
        review=ReviewSettings(provider="openai", panel=(Fallback(provider="anthropic", model="another"),))
    )
    outcome = await reviewed(asked(), settings=settings)
    assert {(request.protocol, request.kind) for request in model.reviews} == {
        ("openai", "review"),
        ("anthropic", "review"),
    }
    [(_, finding)] = outcome.findings
    assert finding.confidence == pytest.approx(0.98)


async def test_a_member_of_the_panel_that_is_not_set_up_is_named(model, monkeypatch):
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    settings = Settings(review=ReviewSettings(provider="openai", panel=(Fallback(provider="anthropic"),)))
    outcome = await reviewed(asked(), settings=settings)
    assert [note for note in outcome.notes if "panel" in note] == [
        "panel provider anthropic is not set up: set ANTHROPIC_API_KEY"
    ]


async def test_a_panel_needs_the_consent_for_all_recipients(model, monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "a-key")
    settings = ReviewSettings(provider="openai", panel=(Fallback(provider="anthropic"),))
    assert [route.choice.provider for route in routes(settings)] == ["openai", "anthropic"]


async def test_while_refuting_the_model_may_look_at_more_of_the_change(model):
    calls = [("lines", {"path": name, "first": 1, "last": 9}) for name in ("b.py", "vendor/c.py", "/etc/passwd")]
    model.script(Reply(kind="refute", calls=calls))
    settings = Settings(review=ReviewSettings(exclude=("vendor/",)))
    documents = asked(), asked("def other():\n    return 1\n", name="b.py"), asked("SECRET = 1\n", name="vendor/c.py")
    await reviewed(*documents, settings=settings)
    [answered] = [request for request in model.requests if request.results]
    assert "def other():" in answered.results[0]
    assert answered.results[1:] == ["There is no such file that can be shown."] * 2


async def test_guidelines_are_for_the_files_that_their_patterns_match(model):
    rules = Guideline(text="Say why.", path=("*.py", "!b.py")), Guideline(text="Say what.", path="b.*")
    settings = Settings(review=ReviewSettings(guideline=rules, parts_per_request=1))
    await reviewed(asked(), asked(name="b.py"), settings=settings)
    shown = [[text for name, text in sections(each.prompt) if name == "GUIDANCE"] for each in model.reviews]
    assert sorted(shown) == [["Say what."], ["Say why."]]


async def test_excluded_files_never_leave(model, tmp_path):
    (tmp_path / ".rereadignore").write_text("secret/\n!\n")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / ".rereadignore").write_text("hidden.py\n")
    settings = Settings(exclude=("*.gen.py",), review=ReviewSettings(exclude=("vendor/**",)))
    documents = [asked(name=name) for name in ("secret/a.py", "x.gen.py", "vendor/b.py", "deep/hidden.py")]
    outcome = await reviewed(*documents, settings=settings, folder=tmp_path)
    assert (outcome.units, outcome.skipped) == (0, 4)
    assert (await fix(FixRequest(str(tmp_path), documents[0], finding()), settings)).problem.startswith(
        "secret/a.py is excluded"
    )
    assert model.requests == []


async def test_excluded_files_are_no_context_either(model, tmp_path):
    (tmp_path / ".rereadignore").write_text("secret/\n")

    async def retrieve(document, span, changed):
        assert document.text[slice(*span)] == TEXT.rstrip("\n")
        hidden = [ContextPiece(path, 1, "never", "x") for path in ("secret/k.py", "reread.toml", "lib/.reread.toml")]
        return [*hidden, ContextPiece("b.py", 1, "welcome", "x")]

    await reviewed(asked(), retrieve=retrieve, folder=tmp_path)
    assert "welcome" in model.requests[0].prompt
    assert "never\n" not in model.requests[0].prompt


async def test_a_review_goes_on_without_an_index_and_says_so(model, caplog):
    async def retrieve(document, span, changed):
        raise OSError("the store is broken")

    outcome = await reviewed(asked(), retrieve=retrieve)
    assert len(outcome.findings) == 1
    assert "reviewed without context from the index: the store is broken" in outcome.notes
    assert "the context lookup failed" in caplog.text


@pytest.mark.parametrize("error", [TimeoutError(), WorkerGoneError("the worker is gone")])
async def test_a_lookup_that_takes_too_long_is_absent_and_no_bug(error, model, caplog):
    async def retrieve(document, span, changed):
        raise error

    outcome = await reviewed(asked(), retrieve=retrieve)
    (note,) = [note for note in outcome.notes if "without context" in note]
    assert note.endswith(str(error) or "the lookup took more than 20 s")
    assert len(outcome.findings) == 1
    (record,) = [record for record in caplog.records if "without context" in record.getMessage()]
    assert (record.levelname, record.exc_info) == ("WARNING", None)


async def test_a_lookup_that_does_not_end_is_broken_off(model, monkeypatch):
    monkeypatch.setattr("reread.server.review.units._LONGEST_LOOKUP", 0.01)

    async def retrieve(document, span, changed):
        await asyncio.Event().wait()

    outcome = await reviewed(asked(), retrieve=retrieve)
    assert "reviewed without context from the index: the lookup took more than 0.01 s" in outcome.notes


async def test_a_file_that_is_too_large_is_skipped(model):
    outcome = await reviewed(asked(), settings=Settings(max_file_size=10))
    assert (outcome.units, outcome.skipped) == (0, 1)


async def test_files_that_are_ignored_are_neither_context_nor_guidance(model, tmp_path):
    (tmp_path / ".rereadignore").write_text("AGENTS.md\nprivate/\n")

    async def retrieve(document, span, changed):
        return [
            ContextPiece("AGENTS.md", 1, "ignored guidance", "team guidance"),
            ContextPiece("private/a.py", 1, "ignored code", "calls the change"),
            ContextPiece("public.py", 1, "shown code", "calls the change"),
        ]

    await reviewed(asked(), retrieve=retrieve, folder=tmp_path)
    sent = "\n".join(request.prompt for request in model.requests)
    assert "shown code" in sent
    assert "ignored" not in sent


async def test_without_consent_nothing_is_sent(monkeypatch, model):
    monkeypatch.delenv("REREAD_CONSENT")
    outcome = await reviewed(asked())
    assert (outcome.complete, outcome.findings, model.requests) == (False, (), [])
    assert "nobody has agreed to it" in outcome.problems[0]
    assert "nobody has agreed to it" in (await fix(FixRequest("/w", asked(), finding()), Settings())).problem
    assert model.requests == []


async def test_without_a_provider_it_says_how_to_switch_it_on(monkeypatch, model):
    monkeypatch.delenv("OPENAI_BASE_URL")
    outcome = await reviewed(asked())
    assert not outcome.complete
    assert "set ANTHROPIC_API_KEY or OPENAI_API_KEY" in outcome.problems[0]
    assert "set ANTHROPIC_API_KEY" in (await fix(FixRequest("/w", asked(), finding()), Settings())).problem


async def test_what_goes_wrong_is_told_in_the_outcome(model):
    model.always(Reply(status=401))
    outcome = await reviewed(asked())
    assert (outcome.complete, outcome.problems) == (False, ("openai: the key is not accepted; check OPENAI_API_KEY",))


async def test_a_price_that_is_not_known_is_said(model):
    outcome = await reviewed(asked(), settings=Settings(review=ReviewSettings(provider="openai", model="unheard-of")))
    assert outcome.cost is None
    assert "the price of unheard-of is not known" in outcome.notes[0]


async def test_a_list_price_is_marked_as_one(model):
    outcome = await reviewed(asked())
    assert outcome.cost
    assert outcome.notes == ("the cost is by the vendor's list price of gpt-5-mini",)


async def test_the_price_of_the_user_s_file_makes_the_cost(model, tmp_path):
    (tmp_path / "config").mkdir()
    prices = '[openai.prices]\n"gpt-5-mini" = { input = 1000000.0, output = 1000000.0 }\n'
    (tmp_path / "config" / "models.toml").write_text(prices)
    outcome = await reviewed(
        asked(), settings=Settings(review=ReviewSettings(cost_per_run=0, cost_per_day=0, cost_per_month=0))
    )
    assert outcome.cost == outcome.tokens
    stopped = await reviewed(asked(TEXT.replace("mean", "middle")))
    assert "review.cost-per-run is $1.00" in stopped.problems[0]
    assert len(model.reviews) == 1


async def test_cancelling_closes_the_connection(model):
    model.always(Reply(fault=Fault.HANG_MIDWAY))
    task = asyncio.ensure_future(reviewed(asked()))
    await asyncio.to_thread(model.wait_for_requests, 1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.to_thread(model.wait_until_abandoned)
    await asyncio.to_thread(model.wait_until_idle)


async def test_a_fix_that_breaks_a_rule_is_not_offered(model, tmp_path):
    (tmp_path / ".reread" / "rules").mkdir(parents=True)
    rule = {
        "id": "no-eval-here",
        "languages": ["python"],
        "severity": "WARNING",
        "message": "no",
        "pattern": "eval(...)",
    }
    (tmp_path / ".reread" / "rules" / "own.yaml").write_text(json.dumps({"rules": [rule]}))
    said = {"message": "m", "confidence": 1, "quote": "    return sum(values) / len(values)"}
    edits = [{"search": said["quote"], "replace": "    return eval('1')"}]
    model.script(Reply(findings=[{**said, "edits": edits}]), Reply(kind="fix", edits=edits))
    [(_, found)] = (await reviewed(asked(), folder=tmp_path)).findings
    [fix] = found.fixes
    assert fix.applicability is Applicability.DISPLAY_ONLY
    assert fix.reason == "it would bring a new finding: no-eval-here"


async def test_a_fix_is_asked_for_and_verified(model):
    outcome = await fix(FixRequest("/w", asked(), finding()), Settings())
    assert outcome.problem == ""
    fixed = apply_fix(Document("file:///w/a.py", TEXT, language="python"), outcome.fix)
    assert fixed.text == "def mean(values):\n    return sum(values) / len(values) if values else 0\n"


def finding() -> Finding:
    return Finding("rule", "may divide by zero", Span(22, 54), Severity.WARNING)


async def test_requests_and_outcomes_cross_a_pipe(model):
    outcome = await reviewed(asked())
    assert msgspec.json.decode(msgspec.json.encode(outcome), type=ReviewOutcome) == outcome
    request = FixRequest("/w", asked(selection=(1, 2)), outcome.findings[0][1])
    assert msgspec.json.decode(msgspec.json.encode(request), type=FixRequest) == request
    answer = FixOutcome(outcome.findings[0][1].fixes[0])
    assert msgspec.json.decode(msgspec.json.encode(answer), type=FixOutcome) == answer


def test_the_door_itself_is_light():
    script = "import sys, reread.server.review.reviewing; print({'pydantic', 'httpx', 'tenacity', 'diskcache', 'asyncio'} & set(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert ran.stdout == "set()\n"
