"""Where money spent on models came to nothing, with the setting that would save it.

From the audit log, which knows the code of each request, the ledger, which knows its price, and the findings of models
in the history. A share that is too small to say something is not told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reread.analyzers.findings import Source
from reread.analyzers.review.privacy.audit import AuditEntry
from reread.analyzers.review.spend.ledger import LedgerEntry
from reread.server.known.state import RecordedFinding
from reread.server.overview.folders import ROOT, folder_of

ENOUGH = 20
"""Requests, or places, from which on a share says something."""
_LEAST_AGREEMENT = 0.95
"""The share of places in which a model has to agree with a dearer one."""
_CHEAPER = 0.5
"""How much of the price of the dearer model is little enough to propose another one."""
_MOST_FOLDERS = 3
_REVIEW = "review"

_Group = tuple[str, str, str, str]
_Place = tuple[str, int, int]


class Price(NamedTuple):
    """What some requests took. `cost` is in US dollars, None if a price is not known."""

    tokens: float = 0.0
    cost: float | None = 0.0

    def plus(self, other: Price) -> Price:
        known = None if self.cost is None or other.cost is None else self.cost + other.cost
        return Price(self.tokens + other.tokens, known)

    def times(self, share: float) -> Price:
        return Price(self.tokens * share, None if self.cost is None else self.cost * share)

    def __str__(self) -> str:
        return f"{self.tokens:,.0f} tokens" if self.cost is None else f"${self.cost:.2f}"


def advice(
    audited: Sequence[AuditEntry], calls: Sequence[LedgerEntry], kept: Sequence[RecordedFinding]
) -> Iterator[str]:
    """The suggestions, for requests about one workspace; `kept` are findings in its history, gone ones too."""
    prices, failed = _prices(audited, calls)
    of_models = [each for each in kept if each.source == Source.MODEL.value]
    yield from _repeated(audited, prices, failed)
    yield from _silent_folders([each for each in audited if each.kind == _REVIEW], prices, of_models)
    yield from _agreeing([each for each in audited if each.kind == _REVIEW], prices, of_models)


def _group(each: AuditEntry | LedgerEntry) -> _Group:
    return each.run, each.kind, each.provider, each.model


def _prices(
    audited: Iterable[AuditEntry], calls: Iterable[LedgerEntry]
) -> tuple[dict[_Group, Price], frozenset[_Group]]:
    """The price of a byte of the requests of each stage of a run, and the stages in which some had no answer."""
    sizes: Counter[_Group] = Counter()
    for entry in audited:
        sizes[_group(entry)] += entry.size
    sums: defaultdict[_Group, Price] = defaultdict(Price)
    failed = set()
    for call in calls:
        if call.state in ("cached", "open"):
            continue
        sums[_group(call)] = sums[_group(call)].plus(Price(call.input_tokens + call.output_tokens, call.cost))
        if call.state != "done":
            failed.add(_group(call))
    return {group: sums[group].times(1 / size) for group, size in sizes.items() if size}, frozenset(failed)


def _price(entry: AuditEntry, prices: dict[_Group, Price]) -> Price:
    return prices.get(_group(entry), Price()).times(entry.size)


def _repeated(audited: Sequence[AuditEntry], prices: dict[_Group, Price], failed: frozenset[_Group]) -> Iterator[str]:
    """Requests that an earlier run had made already, and got an answer to."""
    runs: defaultdict[object, dict[str, list[AuditEntry]]] = defaultdict(dict)
    for entry in audited:
        if _group(entry) not in failed:
            same = (entry.kind, entry.provider, entry.model, entry.prompt, entry.code, entry.context, entry.size)
            runs[same].setdefault(entry.run, []).append(entry)
    again = []
    for by_run in runs.values():
        # Several looks of one run ask the same on purpose, and one of the runs had to ask.
        longest = max(by_run.values(), key=len)
        again += [each for entries in by_run.values() if entries is not longest for each in entries]
    if len(again) >= ENOUGH:
        total = _sum(_price(each, prices) for each in again)
        yield (
            f"{len(again):,} requests ({total}) were made before with the same code: the cache would have answered. "
            "`review.cache` has to be on, and the cache folder (`REREAD_CACHE_DIR`) kept between runs, also in CI."
        )


def _silent_folders(
    reviews: Sequence[AuditEntry], prices: dict[_Group, Price], kept: Sequence[RecordedFinding]
) -> Iterator[str]:
    """Folders in which no model ever found anything, where the history knows that models find something elsewhere."""
    if not kept:
        return
    loud = {folder_of(each.path) for each in kept}
    count: Counter[str] = Counter()
    spent: defaultdict[str, Price] = defaultdict(Price)
    for entry in reviews:
        lines: Counter[str] = Counter()
        for piece in entry.code:
            lines[folder_of(piece.path)] += piece.last_line - piece.first_line + 1
        for folder, own in lines.items():
            count[folder] += 1
            spent[folder] = spent[folder].plus(_price(entry, prices).times(own / (lines.total() or 1)))
    silent = [folder for folder in count if count[folder] >= ENOUGH and folder not in loud and folder != ROOT]
    for folder in sorted(silent, key=lambda each: (-spent[each].tokens, each))[:_MOST_FOLDERS]:
        yield (
            f"{folder}: {count[folder]:,} requests ({spent[folder]}) and never a finding of a model. "
            f"`review.exclude = ['/{folder}/']` saves them, if nothing there is worth a review."
        )


def _agreeing(
    reviews: Sequence[AuditEntry], prices: dict[_Group, Price], kept: Sequence[RecordedFinding]
) -> Iterator[str]:
    """A cheaper model that found as little as a dearer one where both looked, and finds something at all."""
    places: defaultdict[tuple[str, str], set[_Place]] = defaultdict(set)
    spent: defaultdict[tuple[str, str], Price] = defaultdict(Price)
    size: Counter[tuple[str, str]] = Counter()
    for entry in reviews:
        model = entry.provider, entry.model
        places[model].update((piece.path, piece.first_line, piece.last_line) for piece in entry.code)
        spent[model] = spent[model].plus(_price(entry, prices))
        size[model] += entry.size
    finders = {each.model for each in kept}
    for dear, cheap in ((one, other) for one in places for other in places if one != other):
        dear_cost, cheap_cost = spent[dear].cost, spent[cheap].cost
        if not dear_cost or cheap_cost is None or cheap[1] not in finders:
            continue
        share = (cheap_cost / size[cheap]) / (dear_cost / size[dear])
        both = places[dear] & places[cheap]
        equal = len(both) - sum(any(_is_in(each, place) for each in kept) for place in both)
        if share <= _CHEAPER and len(both) >= ENOUGH and equal / len(both) >= _LEAST_AGREEMENT:
            yield (
                f"{cheap[1]} and {dear[1]} reviewed the same {len(both):,} pieces of code, and in {equal:,} of them "
                f"neither found anything; {cheap[1]} costs {share:.0%} as much: "
                f"`review.model` may name it."
            )


def _is_in(finding: RecordedFinding, place: _Place) -> bool:
    path, first, last = place
    return finding.path == path and first <= finding.line + 1 <= last


def _sum(prices: Iterable[Price]) -> Price:
    total = Price()
    for each in prices:
        total = total.plus(each)
    return total
