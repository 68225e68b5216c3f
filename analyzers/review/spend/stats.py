"""Statistics of the ledger: spend, cache hit rate and latency, by group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.review.spend.ledger import LedgerEntry

PERCENTILES = (50, 90, 99)


class Statistics(NamedTuple):
    """The sum of some calls.

    `calls` were sent, `failed` of them without an answer (cancelled ones included); `cached` answers took no call.
    `cost` in US dollars leaves out the `unpriced` calls. `latency` has the percentiles of PERCENTILES in seconds, over
    the calls that were answered; none without any. The `open` calls are in none of the other figures: what they take is
    not known yet.
    """

    calls: int = 0
    cached: int = 0
    failed: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0
    unpriced: int = 0
    latency: tuple[float, ...] = ()
    open: int = 0

    @property
    def known_cost(self) -> float | None:
        """The cost as far as prices are known; None where none of them is."""
        return None if self.unpriced and self.unpriced == self.calls else self.cost

    @property
    def price(self) -> str:
        """The cost in words: a price that is not known is not 0."""
        if self.known_cost is None:
            return "unknown"
        return f"${self.cost:.4f} + unknown" if self.unpriced else f"${self.cost:.4f}"

    @property
    def hit_rate(self) -> float | None:
        """The share of answers that came from the cache; None without any answer."""
        answered = self.calls - self.failed + self.cached
        return self.cached / answered if answered else None


class Group(NamedTuple):
    """The statistics of one provider, model, prompt version and stage."""

    provider: str
    model: str
    prompt: str
    kind: str
    statistics: Statistics


def statistics(entries: Iterable[LedgerEntry]) -> Statistics:
    """The statistics of all calls."""
    every = list(entries)
    found = [entry for entry in every if entry.state != "open"]
    sent = [entry for entry in found if entry.state != "cached"]
    return Statistics(
        calls=len(sent),
        cached=len(found) - len(sent),
        failed=sum(entry.state != "done" for entry in sent),
        input_tokens=sum(entry.input_tokens for entry in sent),
        output_tokens=sum(entry.output_tokens for entry in sent),
        cost=sum(entry.cost or 0.0 for entry in sent),
        unpriced=sum(entry.cost is None for entry in sent),
        latency=percentiles([entry.seconds for entry in sent if entry.state == "done"]),
        open=len(every) - len(found),
    )


def groups(entries: Iterable[LedgerEntry]) -> list[Group]:
    """The statistics by provider, model, version of the prompt and stage, in this order."""
    by_key: dict[tuple[str, str, str, str], list[LedgerEntry]] = {}
    for entry in entries:
        by_key.setdefault((entry.provider, entry.model, entry.prompt, entry.kind), []).append(entry)
    return [Group(*key, statistics(by_key[key])) for key in sorted(by_key)]


def percentiles(values: Sequence[float]) -> tuple[float, ...]:
    """The values that so many percent of all do not exceed (nearest rank); none of no values."""
    ordered = sorted(values)
    return tuple(ordered[-(-len(ordered) * percent // 100) - 1] for percent in PERCENTILES) if ordered else ()
