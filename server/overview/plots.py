"""The plots of the report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

from reread.analyzers import parts
from reread.analyzers.shown.lines import line
from reread.server.html import plotting
from reread.server.overview.values import Plot

_EVERY = 4
"""Labels of the horizontal axis that are written: one of so many."""


_RED, _ORANGE, _BLUE, _GREEN, *_OTHERS = plotting.COLORS
_OF_SEVERITIES = {"error": _RED, "warning": _ORANGE, "info": _BLUE, "hint": _GREEN}
_OF_OTHERS = (_BLUE, _GREEN, *_OTHERS, _ORANGE)
"""Those of what is neither good nor bad: red stands for errors alone."""


def is_possible() -> bool:
    """Whether the library that draws is installed."""
    return parts.is_installed("report")


def drawn(plot: Plot) -> str:
    """The plot as an SVG element for an HTML page, "" for one without values."""
    if not plot.series:
        return ""
    parts.require("report")
    kind = "StackedBar" if plot.stacked else "Line"
    colors = colors_of([name for name, _ in plot.series])
    chart = plotting.chart(
        kind, colors, height=320, show_minor_x_labels=False, legend_at_bottom_columns=6, margin_bottom=40
    )
    chart.x_labels = plot.labels
    chart.x_labels_major = plot.labels[::_EVERY]
    for name, values in plot.series:
        chart.add(line(name), list(values))
    return plotting.svg(chart)


def colors_of(names: Sequence[str]) -> tuple[str, ...]:
    """The colour of each series. A severity has its own, also where others are absent."""
    rest = cycle(_OF_OTHERS)
    return tuple(_OF_SEVERITIES.get(name) or next(rest) for name in names)
