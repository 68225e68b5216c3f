"""Plots as SVG without scripts, by pygal, in colours that suit light and dark pages."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from reread.analyzers import parts
from reread.analyzers.shown.lines import line
from reread.server.overview.values import Plot
from reread.server.plotting import pygal

_COLORS = ("#c4314b", "#c77d0a", "#2b78c5", "#3f8f6b", "#8a63c9", "#6b7785", "#b0578d", "#7a7a1f")
_NOT_SHOWN = re.compile(r"<script\b.*?(?:</script>|/>)|<!--.*?-->", re.DOTALL)
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
    library = pygal()
    kind = library.StackedBar if plot.stacked else library.Line
    chart = kind(_configuration(library))
    chart.x_labels = plot.labels
    chart.x_labels_major = plot.labels[::_EVERY]
    for name, values in plot.series:
        chart.add(line(name), list(values))
    svg: str = chart.render(is_unicode=True)
    return _NOT_SHOWN.sub("", svg)


def _configuration(library: Any) -> Any:
    style = import_module("pygal.style").Style(
        background="transparent",
        plot_background="transparent",
        foreground="#7d8590",
        foreground_strong="#7d8590",
        foreground_subtle="#7d8590",
        font_family="system-ui, sans-serif",
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=14,
        colors=_COLORS,
        opacity="1",
        opacity_hover="1",
    )
    return library.Config(
        js=[],
        style=style,
        width=900,
        height=320,
        show_minor_x_labels=False,
        x_label_rotation=0,
        truncate_label=-1,
        truncate_legend=-1,
        legend_at_bottom=True,
        legend_at_bottom_columns=6,
        disable_xml_declaration=True,
        no_data_text="",
        margin=10,
        margin_bottom=40,
        min_scale=2,
    )
