"""Cost and latency of models, from the ledger, and suggestions for saving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from reread.analyzers.review.spend.ledger import LedgerEntry
from reread.analyzers.review.spend.stats import Statistics, groups, statistics
from reread.server.known.state import ModelReviewRun
from reread.server.overview import periods
from reread.server.overview.savings import ENOUGH
from reread.server.overview.values import Cell, Plot, Section, Table

_COLUMNS = (
    *("provider", "model", "purpose", "calls", "failed", "cached", "hits", "tokens", "US$"),
    *("p50 s", "p90 s", "p99 s"),
)
_OWN = (
    "This workspace: the calls of the ledger whose runs the audit log names with this folder, so without runs that "
    "the cache alone answered."
)
_ALL = "All workspaces of this machine: there is no audit log, which would say what was for this one."


def section(
    every: Sequence[LedgerEntry],
    runs: frozenset[str] | None,
    reviews: Sequence[ModelReviewRun],
    today: date,
    more: Iterable[str] = (),
) -> Section:
    """The section on models: of this workspace by the `runs` that were about it, of all where they are not known.

    `more` are further suggestions.
    """
    entries = every if runs is None else [each for each in every if each.run in runs]
    if not entries:
        return Section("Models", (f"No model was asked{' about this workspace' * bool(every)}.",))
    # Versions of a prompt are of no interest here.
    parts = groups(each._replace(prompt="") for each in entries)
    total = statistics(entries)
    rows = [(each.provider, each.model, each.kind, *_cells(each.statistics)) for each in parts]
    rows.append(("all", "", "", *_cells(total)))
    notes = (f"{_ALL if runs is None else _OWN} hits: answers that came from the cache.",)
    return Section(
        "Models",
        (*notes, *advice(total, reviews), *more),
        (Table("By provider and purpose", _COLUMNS, tuple(rows)),),
        (_plot(entries, today),),
    )


def _cells(found: Statistics) -> tuple[Cell, ...]:
    hits = None if found.hit_rate is None else f"{found.hit_rate:.0%}"
    latency = tuple(round(seconds, 2) for seconds in found.latency) or (None, None, None)
    tokens = found.input_tokens + found.output_tokens
    return found.calls, found.failed, found.cached, hits, tokens, _cost(found), *latency


def _cost(found: Statistics) -> Cell:
    """In US dollars, as far as prices are known."""
    return found.price.removeprefix("$") if found.unpriced else round(found.cost, 4)


def _plot(entries: Sequence[LedgerEntry], today: date) -> Plot:
    """What each purpose cost by week, in US dollars."""
    mondays = periods.weeks(today)
    spent: dict[str, list[float]] = {}
    for each in entries:
        week = periods.index_of(mondays, datetime.fromtimestamp(each.time, UTC).date())
        if 0 <= week < len(mondays) and each.cost and each.state != "open":
            spent.setdefault(each.kind, [0.0] * len(mondays))[week] += each.cost
    series = tuple((kind, tuple(round(cost, 4) for cost in costs)) for kind, costs in sorted(spent.items()))
    return Plot("Spend by purpose, US$ a week, at known prices", periods.labels(mondays), series, stacked=True)


def advice(total: Statistics, reviews: Sequence[ModelReviewRun]) -> Iterator[str]:
    """Suggestions for saving money, each with its figures; none if too little is known."""
    if total.calls >= ENOUGH and total.failed / total.calls > 0.1:
        yield (
            f"{total.failed:,} of {total.calls:,} calls had no answer. `reread doctor --ping` says why; "
            "a fallback or a lower `review.concurrency` may help."
        )
    answered = total.calls - total.failed + total.cached
    if answered >= ENOUGH and total.cached == 0:
        yield f"None of {answered:,} answers came from the cache: is the cache folder kept between runs (CI)?"
    silent = sum(not each.findings for each in reviews)
    cost = sum(each.cost or 0.0 for each in reviews if not each.findings)
    if len(reviews) >= ENOUGH and silent / len(reviews) > 0.5 and cost:
        yield (
            f"{silent:,} of the last {len(reviews):,} reviews of this workspace found nothing and cost ${cost:.2f}. "
            "Paths or --base narrow a review down to what is worth it."
        )
    if total.unpriced:
        yield f"{total.unpriced:,} calls had no known price: `models.toml` gives prices of your own."
