"""The results as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reread.analyzers.shown.lines import line
from reread.analyzers.shown.terminal import printable
from reread.server.evaluation.formats._words import HEADER, NOTE, cells, changes, differences, facts, share
from reread.server.evaluation.results import Figures, Results
from reread.server.table import table

_LONGEST_CELL = 80


def write(results: Results) -> str:
    lines = list(_figures(results.first))
    if results.other is not None:
        lines += ["", *_figures(results.other)]
    if results.difference is not None:
        lines += ["", f"difference over {results.difference.cases} cases"]
        lines += [f"  {name:<10} {words}" for name, words in differences(results.difference)]
        found = changes(results)
        if found.rows:
            lines += ["", found.title, *table([found.header, *map(_short, found.rows)], left=len(found.header))]
        lines += [found.more] if found.more else []
    return "".join(printable(each) + "\n" for each in lines)


def _short(row: Sequence[str]) -> list[str]:
    return [line(cell, _LONGEST_CELL) for cell in row]


def _figures(figures: Figures) -> Iterator[str]:
    yield figures.label
    yield from (f"  {name:<27} {words}" for name, words in facts(figures))
    yield ""
    rows = [("", *HEADER), ("all", *cells(figures.score))]
    for group, parts in figures.groups.items():
        rows += [(group, *("" for _ in HEADER)), *((f"  {name}", *cells(score)) for name, score in parts.items())]
    yield from table(rows)
    yield NOTE
    if figures.curve:
        yield ""
        bins = [
            (f"{each.low:.1f}", str(each.findings), share(each.confidence), share(each.precision))
            for each in figures.curve
        ]
        yield from table([("confidence from", "findings", "mean", "precision"), *bins])
    yield from (f"incomplete: {name}: {reason}" for name, reason in figures.incomplete.items())
