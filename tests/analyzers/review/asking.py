"""Asks the stand-in through a vendor's real library, with ledger, audit and cache at hand to look at."""

from __future__ import annotations

from reread.analyzers.review.ask.cache import ResponseCache
from reread.analyzers.review.ask.cached_client import AnswerLimits, CachedClient
from reread.analyzers.review.ask.pool import Line
from reread.analyzers.review.change.subject import Subject
from reread.analyzers.review.change.units import plan_units
from reread.analyzers.review.privacy.audit import AuditLog
from reread.analyzers.review.providers import connect
from reread.analyzers.review.run.reviewer import Review, Reviewer
from reread.analyzers.review.settings import ReviewSettings
from reread.analyzers.review.spend.ledger import Ledger, SpendingLimits
from reread.analyzers.review.spend.rate_limits import Breaker, Gate, TrafficLimits
from reread.analyzers.review.spend.waiting import ReservationQueue
from reread.analyzers.text import Document
from tests.standin import StandIn

MEAN = """def mean(values):
    return sum(values) / len(values)


def last(values):
    for index in range(len(values) + 1):
        print(values[index])
    return None
"""


class Bench:
    """One vendor, connected to a stand-in. `slept` are the seconds that it would have waited before trying again."""

    def __init__(self, model: StandIn, vendor: str, folder, small: str = "") -> None:
        self.model = model
        self.vendor = vendor
        self.url = model.openai_url if vendor == "openai" else model.url
        self.provider = connect(vendor, self.url, "a-key", {})
        self.line = Line(self.provider, Gate(TrafficLimits(), Breaker(vendor)), "stand-in", small)
        self.ledger = Ledger(str(folder / "ledger.sqlite"))
        self.turns = ReservationQueue(self.ledger)
        self.audit = AuditLog(str(folder / "audit.jsonl"))
        self.cache = ResponseCache(str(folder / "responses"))
        self.slept: list[float] = []

    def asker(
        self, *, timeout: float = 20.0, limits: SpendingLimits | None = None, run: str = "run", cached: bool = True
    ) -> CachedClient:
        answer_limits = AnswerLimits(1_000, timeout, limits or SpendingLimits())
        cache = self.cache if cached else None
        return CachedClient(
            [self.line],
            answer_limits,
            run=run,
            turns=self.turns,
            audit=self.audit,
            cache=cache,
            sleep=self._sleep,
        )

    async def review(
        self, text: str = MEAN, base: str | None = None, *, asker: CachedClient | None = None, gather=None, **options
    ) -> Reviewed:
        settings = ReviewSettings(**options)
        subjects = subjects_of(text, base)
        shown: list[str] = []
        asker = asker or self.asker()
        reviewer = Reviewer(asker, settings, gather=gather)
        review = await reviewer.review(subjects, lambda _, finding: shown.append(finding.rule))
        return Reviewed(review, shown, asker)

    async def close(self) -> None:
        self.cache.close()
        await self.provider.close()

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


class Reviewed:
    """A review, the rules of the findings that were shown while it went on, and what asked."""

    def __init__(self, review: Review, shown: list[str], asker: CachedClient) -> None:
        self.review = review
        self.shown = shown
        self.asker = asker
        self.findings = [finding for _, finding in review.findings]
        self.rules = [finding.rule for finding in self.findings]
        self.problems = review.problems


def subjects_of(text: str, base: str | None = None, *, language: str = "python", name: str = "a.py") -> list[Subject]:
    document = Document(f"file:///w/{name}", text, path=f"/w/{name}", language=language)
    return [Subject("/w", name, document, unit) for unit in plan_units(document, base).units]
