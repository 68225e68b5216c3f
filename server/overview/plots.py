"""The plots of the report."""

from __future__ import annotations

from reread.analyzers import parts
from reread.analyzers.shown.lines import line
from reread.server.html import plotting
from reread.server.overview.values import Plot

_EVERY = 4
"""Labels of the horizontal axis that are written: one of so many."""


def is_possible() -> bool:
    """Whether the library that draws is installed."""
    return parts.is_installed("report")


def drawn(plot: Plot) -> str:
    """The plot as an SVG element for an HTML page, "" for one without values."""
    if not plot.series:
        return ""
    parts.require("report")
    kind = "StackedBar" if plot.stacked else "Line"
    chart = plotting.chart(kind, height=320, show_minor_x_labels=False, legend_at_bottom_columns=6, margin_bottom=40)
    chart.x_labels = plot.labels
    chart.x_labels_major = plot.labels[::_EVERY]
    for name, values in plot.series:
        chart.add(line(name), list(values))
    return plotting.svg(chart)
