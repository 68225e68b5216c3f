"""Every fault in what a review can do besides: several looks, a panel, the whole change, lookups, and leads.

One request of each unit goes wrong, or the one about the change. All others are answered, and count.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import NamedTuple

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.ask.cached_client import AnswerLimits, CachedClient
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.run import reading
from reread.analyzers.review.run.outcome import Review, ReviewRun, UnitState
from reread.analyzers.review.run.reviewer import Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import SpendingLimits
from reread.analyzers.review.spend.rate_limits import Breaker, Gate, TrafficLimits
from reread.analyzers.review.spend.waiting import ReservationQueue
from tests.analyzers.review.asking import Bench, subjects_of
from tests.analyzers.review.conftest import VENDORS
from tests.analyzers.review.fault_cases import CASES, assert_ledger_is_whole, no_answer_is_open
from tests.analyzers.review.leaping_clock import leap
from tests.analyzers.review.test_evidence import Files
from tests.standin import Reply, StandIn
from tests.standin.replies import Recorded

pytestmark = pytest.mark.slow

CODE = "def mean_{}(values):\n    return sum(values) / len(values)\n"
FOLDERS = ("a", "b", "c")
LOOK_UP = [("lines", {"path": "z.py"})]
LOOKUPS = 4
SECOND_LOOK = "Begin with what can go wrong around each CODE"
ONE_CLOCK = {"silent", "stalled"}
"""A time limit is one for all that goes on, so nothing else may."""
ONE_BY_ONE = ONE_CLOCK | {"401", "429, date", "503", "refusal", "invalid JSON"}


class Feature(NamedTuple):
    """`fails` are the requests that go wrong; `kind` is theirs, and `requests` how many there are of them when all is
    well; `options` are settings. `beside`: the units are reviewed all the same.
    """

    kind: str
    fails: Callable[[Recorded], bool]
    requests: int = len(FOLDERS)
    options: dict = {}
    beside: bool = False


def of_kind(kind: str) -> Callable[[Recorded], bool]:
    return lambda request: request.kind == kind


FEATURES = {
    "change": Feature("change", of_kind("change"), 1, beside=True),
    "leads": Feature("leads", of_kind("leads"), beside=True),
    "look": Feature("review", lambda request: SECOND_LOOK in request.prompt, options={"looks": 2}),
    "panel": Feature("review", of_kind("review")),
    "lookup": Feature("refute", lambda request: request.kind == "refute" and bool(request.results)),
    "review with lookups": Feature(
        "review",
        lambda request: request.kind == "review" and bool(request.results),
        options={"evidence": "always"},
    ),
}


class Ground:
    """A feature with a provider of which some requests fail while `on`, and with a second one for a panel."""

    def __init__(self, bench: Bench, other: StandIn, feature: str, folder) -> None:
        self.name, self.feature = feature, FEATURES[feature]
        self.calls = LOOK_UP
        self.bench = bench
        self.second = Bench(other, bench.vendor, folder)
        self.models = (bench.model, other)
        self.failing = other if feature == "panel" else bench.model

    def fail(self, reply: Reply) -> None:
        self._answer(reply)

    def heal(self) -> None:
        """As another process sees it later: providers are well, and nobody knows that they were not."""
        for model, bench in zip(self.models, (self.bench, self.second), strict=True):
            model.reset()
            bench.line = bench.line._replace(gate=Gate(TrafficLimits(), Breaker(bench.vendor)))
        self._answer(None)

    def _answer(self, fault: Reply | None) -> None:
        for model in self.models:
            self._scripted(model, fault if model is self.failing else None)

    def _scripted(self, model: StandIn, fault: Reply | None) -> None:
        def reply_to(request: Recorded) -> Reply:
            if fault is not None and self.feature.fails(request):
                return fault
            if self.name in ("lookup", "review with lookups") and request.kind == self.feature.kind:
                return Reply(kind=request.kind) if request.results else Reply(kind=request.kind, calls=self.calls)
            return Reply()

        state, took = model.state, type(model.state).took

        def taken(request: Recorded) -> tuple[Reply, int]:
            _, releases = took(state, request)
            return reply_to(request), releases

        state.took = taken

    def asker(self, run: str) -> CachedClient:
        bench = self.bench
        panel = (self.second.line,) if self.name == "panel" else ()
        limits = AnswerLimits(1_000, 600.0, SpendingLimits())
        cache, sleep = bench.cache, bench._sleep
        return CachedClient(
            [bench.line], limits, run=run, turns=bench.turns, audit=bench.audit, cache=cache, panel=panel, sleep=sleep
        )

    async def review(self, run: str, **options) -> Review:
        gather = Files(LOOKUPS, z="def helper():\n    return 1\n").gather
        change = ChangeContext() if self.name == "change" else None
        settings = ReviewSettings(parts_per_request=1, **self.feature.options, **options)
        reviewer = Reviewer(self.asker(run), settings, change=change, gather=gather)
        return await reviewer.review(self.subjects(), lambda _, finding: None)

    def subjects(self) -> list[Subject]:
        subjects = [
            subject for folder in FOLDERS for subject in subjects_of(CODE.format(folder), name=f"{folder}/a.py")
        ]
        if self.name != "leads":
            return subjects
        hint = Finding("py/hint", "It may raise", subjects[0].unit.span, Severity.HINT)
        return [subject._replace(leads=(hint,)) for subject in subjects]

    def asked(self, model: StandIn) -> Counter[str]:
        return Counter(request.kind for request in model.requests)

    def failed(self) -> int:
        return sum(map(self.feature.fails, self.failing.requests))


@asynccontextmanager
async def grounds(model: StandIn, vendor: str, folder, feature: str) -> AsyncIterator[Ground]:
    with StandIn() as other:
        (folder / "second").mkdir()
        made = Ground(Bench(model, vendor, folder), other, feature, folder / "second")
        made.heal()
        yield made
        await made.bench.close()
        await made.second.close()


@pytest.fixture(params=FEATURES)
async def ground(model, vendor, tmp_path, request):
    async with grounds(model, vendor, tmp_path, request.param) as made:
        yield made


@pytest.mark.parametrize("name", CASES)
async def test_a_fault_is_one_message_and_takes_nothing_from_the_rest(ground, monkeypatch, name):
    if ground.name == "panel" and name in ONE_CLOCK:
        pytest.skip("both are asked at once")
    await assert_it_takes_nothing(ground, name, monkeypatch)


async def assert_it_takes_nothing(ground: Ground, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case, feature = CASES[name], ground.feature
    ground.fail(Reply(kind=feature.kind, **case.reply))
    leap(monkeypatch, ground.failing, 600.0)
    review = await ground.review("first", concurrency=1 if name in ONE_BY_ONE else 4)
    lines = (*review.problems, *review.notes)
    assert len(lines) == 1, lines
    [line] = lines
    assert any(part in line for part in case.says.split("|")), line
    assert line.isprintable() and len(line) < 500
    assert places_of(review) == expected(ground, name)
    assert review.leads == ()
    assert review.complete == (ground.name == "leads")
    if feature.beside:
        assert UnitState.INCOMPLETE not in review.states
    assert 1 <= ground.failed() <= case.calls * feature.requests
    assert_ledger_is_whole(ground.bench.ledger, *ground.models)
    for each in ground.models:
        await asyncio.to_thread(no_answer_is_open, each)
    await assert_it_recovers(ground, len(FOLDERS) - len(places_of(review)))


def expected(ground: Ground, name: str) -> list[str]:
    """The folders of what is found all the same. When what failed would fail again, the units after it are left."""
    if ground.name == "review with lookups":
        return []
    if ground.feature.beside or ground.name == "panel" or name not in ONE_BY_ONE or CASES[name].one_answer:
        return list(FOLDERS)
    return list(FOLDERS[: 2 if name in ONE_CLOCK else 1])


async def assert_it_recovers(ground: Ground, left: int) -> None:
    """What failed is asked again, with the units that were left, and only that; a third run asks nothing."""
    ground.heal()
    review = await ground.review("second")
    assert (review.problems, review.notes, review.complete) == ((), (), True)
    assert places_of(review) == list(FOLDERS)
    assert ground.failed() == ground.feature.requests
    asked = sum(map(ground.asked, ground.models), Counter())
    # The provider may have been left alone when findings were to be tried.
    assert asked.keys() <= {ground.feature.kind, "refute", "review"}
    if ground.feature.kind != "review":
        assert asked["review"] == left
    if ground.name == "panel":
        assert ground.asked(ground.bench.model)["review"] == 0
    ground.heal()
    assert places_of(await ground.review("third")) == list(FOLDERS)
    assert [ground.asked(model) for model in ground.models] == [Counter(), Counter()]


def places_of(review: Review) -> list[str]:
    """The folders of the findings, which are all of the one kind there is."""
    assert {finding.rule for _, finding in review.findings} <= {"model/division-by-zero"}
    return [subject.relative.partition("/")[0] for subject, _ in review.findings]


CALLS = {
    "unknown": [("rm", {"path": "/"})],
    "wrong JSON": [("lines", '{"path": ')],
    "no object": [("lines", "[1]")],
    "no arguments": [("lines", "")],
    "too many": LOOK_UP * 40,
}


@pytest.mark.parametrize("ground", ["lookup", "review with lookups"], indirect=True)
@pytest.mark.parametrize("name", CALLS)
async def test_a_call_that_makes_no_sense_takes_nothing_from_a_review(ground, name):
    if ground.bench.vendor == "ollama" and isinstance(CALLS[name][0][1], str):
        pytest.skip("its protocol has arguments as an object")
    ground.calls = CALLS[name]
    review = await ground.review("first")
    assert (review.problems, review.notes, review.complete) == ((), (), True)
    assert places_of(review) == list(FOLDERS)
    assert_ledger_is_whole(ground.bench.ledger, *ground.models)
    ground.heal()
    assert places_of(await ground.review("second")) == list(FOLDERS)
    assert ground.asked(ground.bench.model) == Counter()


@pytest.mark.parametrize("ground", ["lookup", "review with lookups"], indirect=True)
async def test_calls_without_end_are_one_message(ground):
    ground.fail(Reply(kind=ground.feature.kind, calls=LOOK_UP))
    review = await ground.review("first")
    assert len((*review.problems, *review.notes)) == 1
    assert places_of(review) == (list(FOLDERS) if ground.name == "lookup" else [])
    assert ground.asked(ground.bench.model)[ground.feature.kind] == len(FOLDERS) * (LOOKUPS + 1)
    assert_ledger_is_whole(ground.bench.ledger, *ground.models)
    await assert_it_recovers(ground, 0)


def half_kept(monkeypatch) -> None:
    monkeypatch.setattr(reading, "_require_whole", lambda answer, reader: None)


def a_message_each(monkeypatch) -> None:
    number, go_without = count(), ReviewRun.go_without
    monkeypatch.setattr(ReviewRun, "go_without", lambda run, error, what: go_without(run, error, f"{next(number)}"))


def charged_twice(monkeypatch) -> None:
    reserve = ReservationQueue.reserve

    async def twice(queue, *arguments):
        await reserve(queue, *arguments)
        return await reserve(queue, *arguments)

    monkeypatch.setattr(ReservationQueue, "reserve", twice)


def one_stops_all(monkeypatch) -> None:
    monkeypatch.setattr(ReviewRun, "left", lambda run, asker: bool(run._left))


BROKEN = [
    pytest.param("look", half_kept, "limit of tokens", id="half an answer is kept"),
    pytest.param("leads", a_message_each, "400", id="a message for each unit"),
    pytest.param("change", charged_twice, "500", id="charged twice"),
    pytest.param("panel", one_stops_all, "401", id="one of a panel stops the others"),
]


@pytest.mark.parametrize("vendor", ["openai"])
@pytest.mark.parametrize(("feature", "broken", "name"), BROKEN)
async def test_a_review_that_is_broken_is_caught(model, vendor, tmp_path, monkeypatch, feature, broken, name):
    broken(monkeypatch)
    async with grounds(model, vendor, tmp_path, feature) as ground:
        with pytest.raises(AssertionError):
            await assert_it_takes_nothing(ground, name, monkeypatch)


async def test_without_a_fault_there_is_no_message(ground):
    """The requests that are to fail do happen: what fails nothing would prove nothing."""
    review = await ground.review("first")
    assert (review.problems, review.notes, review.complete) == ((), (), True)
    assert ground.failed() == ground.feature.requests
    assert places_of(review) == list(FOLDERS)


def test_the_campaign_is_complete():
    assert len(VENDORS) * len(FEATURES) * len(CASES) >= 590
