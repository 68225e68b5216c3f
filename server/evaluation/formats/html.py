"""The results as an HTML page with plots, which loads no external resources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from reread.analyzers import parts
from reread.analyzers.shown.lines import line
from reread.server.evaluation.formats._words import HEADER, NOTE, Listed, cells, changes, differences, facts, lists
from reread.server.evaluation.intervals import Interval
from reread.server.evaluation.results import Figures, Results, Score
from reread.server.html import plotting
from reread.server.html.page import CLOSING, opening

_FRAME, _ROW = 120, 40
"""The height of a plot of bars: of what is around them, and of a pair of them."""


def write(results: Results) -> str:
    """Raises PartMissingError without the library for plots."""
    parts.require("eval")
    title = f"Evaluation of {escape(line(results.dataset))}"
    body = [opening(title), f"<h1>{title}</h1>", *_figures(results.first)]
    if results.other is not None:
        body += _figures(results.other)
    if results.difference is not None:
        body.append(f"<h2>Difference over {results.difference.cases} cases</h2>")
        body.append(_table((), differences(results.difference)))
        body.append(_folded(changes(results)))
    return "\n".join([*body, CLOSING])


def _figures(figures: Figures) -> Iterator[str]:
    yield f"<h2>{escape(figures.label)}</h2>"
    yield _table((), facts(figures))
    yield _table(("", *HEADER), [("all", *cells(figures.score))], "number")
    yield f"<p>{NOTE}</p>"
    yield f"<figure>{_curve(figures)}</figure>"
    for group, scores in figures.groups.items():
        yield f"<h3>By {escape(group)}</h3>"
        yield f'<figure class="tall">{_bars(scores)}</figure>'
        yield _table((group, *HEADER), [(name, *cells(each)) for name, each in scores.items()], "number")
    yield from map(_folded, lists(figures))
    if figures.incomplete:
        yield f"<h3>Incomplete</h3>{_table((), figures.incomplete.items())}"


def _folded(listed: Listed) -> str:
    more = f"<p>{escape(listed.more)}</p>" if listed.more else ""
    table = _table(listed.header, listed.rows)
    return f"<details><summary>{escape(listed.title)}</summary>{table}{more}</details>"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], numbers: str = "") -> str:
    """`numbers` is the class of all columns but the first."""

    def row(tag: str, cells: Iterable[str]) -> str:
        return f"<tr>{''.join(_cell(tag, cell, numbers if place else '') for place, cell in enumerate(cells))}</tr>"

    lines = "".join(row("td", cells) for cells in rows)
    head = row("th", header) if header else ""
    return f'<div class="scroll"><table><thead>{head}</thead><tbody>{lines}</tbody></table></div>'


def _cell(tag: str, text: str, kind: str) -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<{tag}{attribute}>{escape(line(text))}</{tag}>"


def _curve(figures: Figures) -> str:
    chart = plotting.chart(
        "XY", height=420, range=(0, 1), xrange=(0, 1), title="Calibration", x_title="confidence", y_title="precision"
    )
    chart.add("calibrated", [(0, 0), (1, 1)], show_dots=False)
    chart.add("measured", [(each.confidence, each.precision) for each in figures.curve])
    return plotting.svg(chart)


def _bars(scores: Mapping[str, Score]) -> str:
    chart = plotting.chart("HorizontalBar", height=_FRAME + _ROW * len(scores), range=(0, 1))
    # It draws from the bottom to the top.
    from_bottom = list(scores.items())[::-1]
    chart.x_labels = [name for name, _ in from_bottom]
    chart.add("precision", [_bar(each.precision) for _, each in from_bottom])
    chart.add("recall", [_bar(each.recall) for _, each in from_bottom])
    return plotting.svg(chart)


def _bar(found: Interval | None) -> dict[str, Any] | None:
    """A bar with its confidence interval."""
    if found is None:
        return None
    return {"value": found.value, "ci": {"low": found.low, "high": found.high}}
