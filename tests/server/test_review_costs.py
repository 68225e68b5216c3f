"""What reviews cost against what their plans said, over sizes and over models that answer well, badly and not at all."""

from __future__ import annotations

import json
from random import Random
from statistics import median
from typing import Any, NamedTuple

import pytest

from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.change.intent import ChangeContext
from reread.analyzers.review.settings import ReviewSettings
from reread.server.report.review import ReviewDocument, ReviewPlan, ReviewRequest
from reread.server.review.price import much_of
from reread.server.review.reviewing import plan, review
from reread.server.settings import Settings
from tests.standin import Reply, StandIn
from tests.standin.reviewer import kind_of, units

MOST_TOO_HIGH = 1.6
"""How many times what a review takes its plan may say that it usually does, in the median."""
LOOK_ALIKE = 0.7
"""How much of what one look finds another of the same model does too."""

FINDS = {"nothing": 0.0, "some": 0.3, "much": 1.5}
"""Findings of a unit."""
FAULTS = {"in form": 0.0, "out of form": 0.15, "cut": 0.15}
"""The part of answers that are not as they should be."""

MANNERS = (("some", "in form"), ("some", "out of form"), ("some", "cut"), ("much", "in form"), ("nothing", "in form"))


class Model:
    """Answers by the dice, but always the same for the same prompt."""

    def __init__(self, finds: str, fault: str, seed: int) -> None:
        self.finds = finds
        self.fault = fault
        self.seed = seed

    def __call__(self, prompt: str) -> Reply:
        chance = Random(f"{self.seed}{prompt}")
        text = json.dumps(self._answer(prompt, chance))
        if chance.random() >= FAULTS[self.fault]:
            return Reply(text=text)
        if self.fault == "cut":
            return Reply(text=text[: len(text) // 2], stop="length")
        return Reply(text="I am afraid that I have to say more about this code before I can say anything in JSON.")

    def _answer(self, prompt: str, chance: Random) -> dict[str, Any]:
        kind = kind_of(prompt)
        if kind == "refute":
            verdict = chance.choice(("real", "real", "real", "wrong", "unclear"))
            return {
                "reason": "One step after the other was followed with that input.",
                "verdict": verdict,
                "confidence": 0.8,
            }
        if kind == "fix":
            return {"explanation": "It cannot be fixed here.", "edits": []}
        if kind == "triage":
            return {
                "units": [{"unit": number, "reason": "It has arithmetic.", "review": True} for number in units(prompt)]
            }
        found = [each for number, unit in units(prompt).items() for each in self._found(number, unit["CODE"], chance)]
        return {"findings": found if kind == "review" else found[:2]}

    def _found(self, number: int, code: str, chance: Random) -> list[dict[str, Any]]:
        there = Random(f"{self.seed}{code}")
        mean = FINDS[self.finds]
        count = sum(there.random() < mean / 3 for _ in range(3))
        lines = [line for line in code.split("\n")[1:] if line.strip()]
        quoted = there.sample(lines, min(count, len(lines)))
        return [_finding(number, line, there) for line in quoted if chance.random() < LOOK_ALIKE]


def _finding(number: int, line: str, chance: Random) -> dict[str, Any]:
    broken = chance.random() < 0.2
    return {
        "unit": number,
        "title": f"The result of this line is wrong for {chance.randrange(10**6)}",
        "message": "The sum is divided by what may be zero, and the caller does not expect the error.",
        "severity": "warning",
        "category": f"mistake-{chance.randrange(10**6)}",
        "confidence": 0.9,
        "quote": line,
        "failure": "share([], []) raises ZeroDivisionError instead of returning 0, since there are no parts",
        "why": "Nothing before the line checks that there are parts, and two callers pass what a user has typed.",
        "edits": [{"file": "", "search": line, "replace": f"{line} (" if broken else f"{line}  # checked"}],
    }


class Draw(NamedTuple):
    """A review: of how many units, by how many looks, of which model."""

    seed: int
    units: int
    looks: int
    finds: str
    fault: str


class Cost(NamedTuple):
    """The plan of a review, and the tokens that it took."""

    draw: Draw
    planned: ReviewPlan
    taken: int


def drawn(seed: int) -> Draw:
    chance = Random(seed)
    finds, fault = chance.choice(MANNERS)
    return Draw(seed, chance.randint(1, 40), chance.choice((1, 3)), finds, fault)


def _text(draw: Draw, chance: Random) -> str:
    return "\n\n".join(
        f"def share_{number}(values, parts):\n"
        + "".join(f"    total_{line} = sum(values) * {line} + {number}\n" for line in range(chance.randint(2, 25)))
        + f"    return total_1 / len(parts) + {number}\n"
        for number in range(draw.units)
    )


async def cost_of(draw: Draw, model: StandIn) -> Cost:
    chance = Random(f"{draw.seed} code")
    model.reset()
    model.answers(Model(draw.finds, draw.fault, draw.seed))
    pieces = [
        ContextPiece(
            f"b{number}.py",
            1,
            f"def use_{number}(parts):\n" + "    print(share_1(parts))\n" * chance.randint(2, 40),
            "calls",
        )
        for number in range(chance.randint(0, 4))
    ]

    async def retrieve(document, span, changed):
        return pieces

    document = ReviewDocument("file:///w/a.py", "/w/a.py", "a.py", "python", _text(draw, chance))
    change = ChangeContext() if chance.random() < 0.5 else None
    request = ReviewRequest("/w", (document,), True, change=change)
    options = ReviewSettings(
        looks=draw.looks,
        evidence=chance.choice(("off", "refuting", "always")),
        tokens_per_run=0,
        tokens_per_day=0,
        cost_per_run=0,
        cost_per_day=0,
        cache=False,
    )
    settings = Settings(review=options)
    planned = await plan(request, settings, retrieve)
    outcome = await review(request, settings, retrieve, lambda *_: None)
    return Cost(draw, planned, outcome.tokens)


@pytest.fixture
def model(tmp_path, monkeypatch):
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("REREAD_CONFIG", str(tmp_path / "config" / "config.toml"))
    monkeypatch.setenv("REREAD_CONSENT", "1")
    with StandIn() as stand_in:
        monkeypatch.setenv("OPENAI_BASE_URL", stand_in.openai_url)
        yield stand_in


def assert_plans_hold(costs: list[Cost], most: int) -> None:
    exceeded = [cost for cost in costs if cost.taken > cost.planned.tokens]
    assert len(exceeded) <= most, [(each.draw, each.planned.tokens, each.taken) for each in exceeded]
    assert 1 / MOST_TOO_HIGH <= median(cost.planned.usual_tokens / cost.taken for cost in costs) <= MOST_TOO_HIGH
    assert all(cost.planned.usual_tokens < cost.planned.tokens for cost in costs)


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_95_of_100_reviews_take_at_most_what_their_plan_says(model):
    assert_plans_hold([await cost_of(drawn(seed), model) for seed in range(100)], most=5)


@pytest.mark.slow
async def test_some_reviews_take_at_most_what_their_plans_say(model):
    draws = [Draw(seed, 1 + 2 * seed, (1, 3)[seed % 2], *manner) for seed, manner in enumerate(MANNERS * 2)]
    assert_plans_hold([await cost_of(draw, model) for draw in draws], most=1)


@pytest.mark.slow
async def test_twenty_units_by_three_looks_fit_into_a_run(model):
    """A review that takes two thirds of a run's tokens was said to take more than a run allows."""
    planned = (await cost_of(Draw(7, 20, 3, "much", "in form"), model)).planned
    assert much_of(planned, ReviewSettings()).endswith("% of review.tokens-per-run")
