"""The results as an HTML page with plots, which loads no external resources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from reread.analyzers import parts
from reread.analyzers.shown.lines import line
from reread.server.evaluation.formats._words import HEADER, NOTE, Listed, cells, changes, differences, facts, lists
from reread.server.evaluation.intervals import Interval
from reread.server.evaluation.results import Figures, Results, Score
from reread.server.plotting import pygal

_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Evaluation of {title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 64em; margin: 2em auto; padding: 0 1em }}
table {{ border-collapse: collapse; margin: 1em 0 }} td, th {{ padding: .2em .8em; text-align: right }}
.words td, .words th, th:first-child, td:first-child {{ text-align: left }} tr:nth-child(even) {{ background: #f4f4f6 }}
figure {{ display: inline-block; width: 30em; max-width: 100%; margin: 0 }}</style></head>
<body><h1>Evaluation of {title}</h1>
{body}
</body></html>
"""


def write(results: Results) -> str:
    """Raises PartMissingError without the library for plots."""
    parts.require("eval")
    body = list(_figures(results.first))
    if results.other is not None:
        body += _figures(results.other)
    if results.difference is not None:
        body.append(f"<h2>Difference over {results.difference.cases} cases</h2>")
        body.append(_table((), differences(results.difference)))
        body.append(_folded(changes(results)))
    return _PAGE.format(title=escape(results.dataset), body="\n".join(body))


def _figures(figures: Figures) -> Iterator[str]:
    yield f"<h2>{escape(figures.label)}</h2>"
    yield _table((), facts(figures))
    yield _table(("", *HEADER), [("all", *cells(figures.score))])
    yield f"<p>{NOTE}</p>"
    yield f"<figure>{_curve(figures)}</figure>"
    for group, scores in figures.groups.items():
        yield f"<h3>By {escape(group)}</h3>"
        yield f"<figure>{_bars(scores)}</figure>"
        yield _table((group, *HEADER), [(name, *cells(each)) for name, each in scores.items()])
    yield from map(_folded, lists(figures))
    if figures.incomplete:
        yield f"<h3>Incomplete</h3>{_table((), figures.incomplete.items())}"


def _folded(listed: Listed) -> str:
    more = f"<p>{escape(listed.more)}</p>" if listed.more else ""
    table = _table(listed.header, listed.rows, ' class="words"')
    return f"<details><summary>{escape(listed.title)}</summary>{table}{more}</details>"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    head = f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in header)}</tr>" if header else ""
    lines = (f"<tr>{''.join(f'<td>{escape(line(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table{kind}>{head}{''.join(lines)}</table>"


def _curve(figures: Figures) -> str:
    chart = pygal().XY(
        range=(0, 1), xrange=(0, 1), title="Calibration", x_title="confidence", y_title="precision", **_plain()
    )
    chart.add("calibrated", [(0, 0), (1, 1)], show_dots=False)
    chart.add("measured", [(each.confidence, each.precision) for each in figures.curve])
    return _svg(chart)


def _bars(scores: Mapping[str, Score]) -> str:
    chart = pygal().HorizontalBar(range=(0, 1), **_plain())
    chart.x_labels = list(scores)
    chart.add("precision", [_bar(each.precision) for each in scores.values()])
    chart.add("recall", [_bar(each.recall) for each in scores.values()])
    return _svg(chart)


def _bar(found: Interval | None) -> dict[str, Any] | None:
    """A bar with its confidence interval."""
    if found is None:
        return None
    return {"value": found.value, "ci": {"low": found.low, "high": found.high}}


def _plain() -> dict[str, Any]:
    # Its scripts are loaded from the network, and its plots say all that they have to say without them.
    return {"js": (), "disable_xml_declaration": True, "show_legend": True}


def _svg(chart: Any) -> str:
    svg: str = chart.render(is_unicode=True)
    return _SCRIPT.sub("", svg)
