"""The results as Markdown, for a comment on a change or a wiki page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reread.analyzers.shown.markdown import inline
from reread.server.evaluation.formats._words import HEADER, NOTE, Listed, cells, changes, differences, facts, lists
from reread.server.evaluation.results import Figures, Results


def write(results: Results) -> str:
    return "".join(f"{line}\n" for line in _lines(results))


def _lines(results: Results) -> Iterator[str]:
    yield f"# Evaluation of {inline(results.dataset)}"
    yield from _figures(results.first)
    if results.other is not None:
        yield from _figures(results.other)
    if results.difference is not None:
        yield from ("", f"## Difference over {results.difference.cases} cases", "")
        yield from _table(("figure", "difference"), differences(results.difference))
        yield from _list(changes(results))


def _figures(figures: Figures) -> Iterator[str]:
    yield from ("", f"## {inline(figures.label)}", "")
    yield from _table(("", ""), facts(figures))
    yield from ("", NOTE, "")
    yield from _table(("", *HEADER), [("all", *cells(figures.score))])
    for group, scores in figures.groups.items():
        yield ""
        yield from _table((group, *HEADER), [(name, *cells(each)) for name, each in scores.items()])
    for listed in lists(figures):
        yield from _list(listed)
    if figures.incomplete:
        yield from ("", "### Incomplete", "")
        yield from _table(("case", "reason"), figures.incomplete.items())


def _list(listed: Listed) -> Iterator[str]:
    yield from ("", f"### {listed.title}", "")
    if listed.rows:
        yield from _table(listed.header, listed.rows)
    if listed.more:
        yield from ("", listed.more)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(header)
    yield _row(["---"] * len(header))
    yield from (_row([inline(cell) for cell in row]) for row in rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
