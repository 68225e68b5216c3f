"""Models of known quality get the figures that they must."""

from __future__ import annotations

import asyncio
import os

import msgspec
import pytest

from reread.analyzers.review.settings import ReviewSettings, Selection
from reread.server import case_reviews
from reread.server.evaluation import fits, formats, results, stored_answers
from reread.server.evaluation.dataset import load
from reread.server.evaluation.metrics import Clean, Counts
from reread.server.evaluation.stored_answers import StoredAnswers
from reread.server.evaluation.values import AnnotatedLines, Answer, Reported
from reread.server.review import reviewing
from reread.server.settings import Settings
from tests.server.evaluation.scripted import Scripted
from tests.standin import Reply, StandIn, reviewer
from tests.standin.replies import Fault

CASE = """
language: python
intent: Number {number}
files:
  a{number}.py: |2
    +def sum_{number}(values):
    +    total = {number}
    +    for value in values:
    +        total -= value
    +    return total
{what}
"""
DEFECT = """
defects:
  - path: a{number}.py
    line: "        total -= value"
    class: wrong-result
    why: The values are subtracted although the name says sum.
"""


class InProcess:
    """The reviews of the worker, in this process."""

    async def start(self):
        self.settings = {}

    async def stop(self):
        pass

    async def open_folder(self, folder, settings):
        assert os.listdir(folder)
        self.settings[folder] = settings

    async def close_folder(self, folder):
        del self.settings[folder]

    async def index(self, folder):
        pass

    async def review(self, request, on_finding, on_progress):
        return await reviewing.review(request, self.settings[request.folder], None, on_finding, on_progress)


@pytest.fixture
def model(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith(("OPENAI_", "ANTHROPIC_", "OLLAMA_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    with StandIn() as stand_in:
        monkeypatch.setenv("OPENAI_BASE_URL", stand_in.openai_url)
        yield stand_in


@pytest.fixture
def cases(tmp_path):
    """Six with a defect, then two clean ones."""
    (tmp_path / "set").mkdir()
    for number in range(8):
        what = DEFECT.format(number=number) if number < 6 else "clean: It is meant so."
        (tmp_path / "set" / f"{number}.yaml").write_text(CASE.format(number=number, what=what))
    return load(str(tmp_path / "set"))


async def measured(cases, runs=1, budget=0.0, settings=None):
    settings = settings or Settings()
    questions = case_reviews.case_runs(cases, settings, runs)
    said = []
    answers = await case_reviews.ask(
        questions,
        StoredAnswers("set"),
        at_once=2,
        budget=budget,
        on_answer=lambda *at: said.append(at),
        opened=lambda cache: InProcess(),
    )
    incomplete = {
        question.case.name: answer.problems[0]
        for question, answer in zip(questions, answers, strict=True)
        if answer.problems
    }
    return results.figures(
        "",
        "openai/gpt-5-mini",
        stored_answers.prompt_versions(),
        case_reviews.judged(cases, answers, runs, settings.review.selection),
        incomplete,
    )


async def test_an_oracle_scores_exactly_1_and_a_second_run_asks_nothing(model, cases):
    model.answers(Scripted(cases))
    found = await measured(cases)
    assert (found.score.counts, found.clean) == (Counts(6, 0, 0, 0), Clean(2, 0, 0))
    assert (found.score.counts.precision, found.score.counts.recall, found.score.counts.f1) == (1.0, 1.0, 1.0)
    asked = len(model.requests)
    assert asked > 0
    assert await measured(cases) == found
    assert len(model.requests) == asked


async def test_a_silent_model_has_a_recall_of_0_and_no_precision(model, cases):
    model.answers(Scripted(cases, lambda case, number, annotation: 0))
    found = await measured(cases)
    assert (found.score.counts, found.score.counts.recall, found.score.counts.precision) == (
        Counts(missed=6),
        0.0,
        None,
    )


async def test_a_noisy_model_scores_what_it_must(model, cases):
    """It finds three of six, and is wrong about each third file."""

    def say(case, number, annotation):
        return 0.7 if int(case.name) < 3 else 0

    def besides(code):
        for line in code.splitlines():
            if line.startswith("def sum_") and int(line[8]) in (0, 3, 6):
                yield line, 0.9

    # The head of the function is three lines above the defect: too far away to be about it.
    model.answers(Scripted(cases, say, besides))
    found = await measured(cases)
    assert (found.score.counts, found.clean) == (Counts(found=3, wrong=3, missed=3), Clean(2, 1, 1))
    assert [(each.low, each.findings, each.precision) for each in found.curve] == [(0.7, 3, 1.0), (0.9, 3, 0.0)]
    assert found.calibration_error == pytest.approx((3 * 0.3 + 3 * 0.9) / 6, abs=1e-12)


async def test_each_run_asks_anew_and_more_runs_only_what_is_missing(model, cases):
    model.answers(Scripted(cases))
    await measured(cases[:2])
    once = len(model.requests)
    found = await measured(cases[:2], runs=3)
    assert (len(model.requests), found.runs, found.repeatability) == (3 * once, 3, 1.0)


async def test_an_interrupted_run_goes_on_where_it_was(model, cases):
    model.answers(Scripted(cases))
    await measured(cases[:5])
    before = {request.prompt for request in model.requests}
    found = await measured(cases)
    assert found.score.counts == Counts(found=6)
    again = [request for request in model.requests if request.prompt in before]
    assert len(again) == len(before)


async def test_what_failed_is_in_no_figure_and_is_asked_again(model, cases):
    model.answers(Scripted(cases))
    model.always(Reply(kind="review", status=400))
    found = await measured(cases[:2])
    assert (found.cases, list(found.incomplete)) == (0, ["0", "1"])
    model.always(Reply(kind="review"))
    assert (await measured(cases[:2])).score.counts == Counts(found=2)


@pytest.mark.parametrize(
    ("kind", "left"), [("review", ["review", "refute"]), ("refute", ["refute"])], ids=["review", "refute"]
)
async def test_what_was_answered_before_an_interruption_is_not_asked_again_and_its_cost_counts(
    model, cases, kind, left
):
    """Of a change of two files, one request at a time, the interruption comes within the second."""
    one, other = cases[:2]
    both = msgspec.structs.replace(one, after={**one.after, **other.after})
    both = msgspec.structs.replace(both, annotations=(*one.annotations, *other.annotations))
    settings = Settings(review=ReviewSettings(parts_per_request=1, concurrency=1, change_tokens=0))
    model.answers(Scripted([both]))
    model.script(Reply(kind=kind), Reply(kind=kind, fault=Fault.HANG))
    running = asyncio.create_task(measured([both], settings=settings))
    count = {"review": 3, "refute": 4}[kind]
    await asyncio.to_thread(model.wait_for_requests, count)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    found = await measured([both], settings=settings)
    again = [reviewer.kind_of(request.prompt) for request in model.requests[count:]]
    # An answer that was being read when it ended may be asked for again.
    assert again == left or (kind == "refute" and again == ["review", "refute"])
    assert found.score.counts == Counts(found=2)
    fresh = await measured([both], runs=2, settings=settings)
    assert found.tokens >= fresh.tokens - found.tokens > 0


async def test_other_settings_ask_anew_and_limits_do_not(model, cases):
    model.answers(Scripted(cases))
    await measured(cases[:1])
    asked = len(model.requests)
    await measured(cases[:1], settings=Settings(review=ReviewSettings(tokens_per_run=90_000, concurrency=1)))
    assert len(model.requests) == asked
    await measured(cases[:1], settings=Settings(review=ReviewSettings(looks=2)))
    assert len(model.requests) > asked


async def test_what_selects_findings_to_show_asks_nothing_again(model, cases):
    def say(case, number, annotation):
        return 0.3 if int(case.name) < 3 else 0.9

    model.answers(Scripted(cases, say))
    assert (await measured(cases)).score.counts == Counts(found=3, missed=3)
    asked = len(model.requests)
    for found, given in (
        (6, {"minimum_confidence": 0.25}),
        (6, {"profile": "pedantic"}),
        (3, {"profile": "standard", "max_findings": 1, "max_findings_per_file": 1}),
        (0, {"minimum_confidence": 0.95}),
    ):
        review = ReviewSettings(**given)
        assert (await measured(cases, settings=Settings(review=review))).score.counts.found == found, given
    assert len(model.requests) == asked


async def test_where_looks_vote_another_minimum_confidence_asks_again(model, cases):
    model.answers(Scripted(cases))
    for minimum in (0.3, 0.6):
        asked = len(model.requests)
        await measured(cases[:1], settings=Settings(review=ReviewSettings(looks=2, minimum_confidence=minimum)))
        assert len(model.requests) > asked


def test_a_selection_shows_the_findings_most_worth_it():
    def reported(path, line, confidence, rank):
        return Reported(AnnotatedLines(path, line, line), "race", confidence, "", rank)

    answer = Answer((reported("a", 1, 0.9, 1), reported("a", 2, 0.9, 0), reported("b", 3, 0.5, 2)))

    def lines(*selection):
        return [each.place.first for each in case_reviews.shown(answer, Selection(*selection)).findings]

    assert lines(0.0, 0, 0) == [1, 2, 3]
    assert lines(0.6, 0, 0) == [1, 2]
    assert lines(0.0, 1, 0) == [2, 3]
    assert lines(0.0, 0, 1) == [2]


async def test_a_budget_that_is_spent_begins_no_review(cases, tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))

    class Dear(InProcess):
        async def review(self, request, on_finding, on_progress):
            from reread.server.report.review import ReviewOutcome

            return ReviewOutcome(cost=0.6, provider="openai", model="dear")

    questions = case_reviews.case_runs(cases, Settings(), 1)
    answers = await case_reviews.ask(
        questions, StoredAnswers("set"), at_once=1, budget=1.0, on_answer=lambda *at: None, opened=lambda cache: Dear()
    )
    assert [bool(answer.problems) for answer in answers] == [False, False] + [True] * 6
    assert answers[2].problems == ("not requested: the budget of $1 is spent",)


def test_kept_answers_are_for_this_user_alone_and_a_damaged_one_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "kept"))
    answers = StoredAnswers("set")
    assert answers.get("ab12") is None
    answers.put("ab12", Answer(tokens=7))
    [file] = (tmp_path / "kept").rglob("*.json")
    assert answers.get("ab12") == Answer(tokens=7)
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
    file.write_text("{")
    assert answers.get("ab12") is None


def test_a_calibration_is_kept_by_model_and_prompts_and_takes_enough_findings(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path))
    samples = [(0.9, True)] * 45 + [(0.6, False)] * 5
    assert fits.measured("a/b", ("review-1",), "set", samples[1:]) is None
    made = fits.measured("a/b", ("review-1",), "set", samples)
    assert fits.store(made)
    assert fits.load("a/b", ("review-1",)) == made
    assert fits.load("a/b", ("review-2",)) is None
    assert (made.threshold(0.9), made.threshold(0.0)) == (0.9, 0.6)


async def test_every_format_says_precision_and_recall_and_the_page_loads_nothing(model, cases):
    model.answers(Scripted(cases))
    found = await measured(cases[:2])
    whole = results.Results("<set>", found, found, results.compared(found, found))
    texts = {name: formats.find(name).write(whole) for name in formats.names()}
    assert set(texts) == {"html", "json", "md", "text"}
    assert "1.000 (0.34 to 1.00)" in texts["text"]
    assert "Evaluation of &lt;set&gt;" in texts["html"]
    assert texts["html"].count("<svg") == 10
    assert "<script" not in texts["html"]
    assert "http-equiv" in texts["html"]
