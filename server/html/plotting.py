"""Plots as SVG without scripts, by pygal, in colours that suit light and dark pages."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import Any

COLORS = ("#c4314b", "#c77d0a", "#2b78c5", "#3f8f6b", "#8a63c9", "#6b7785", "#b0578d", "#7a7a1f")
_GREY = "#7d8590"
_NOT_SHOWN = re.compile(r"<script\b.*?(?:</script>|/>)|<!--.*?-->", re.DOTALL)


def chart(kind: str, colors: tuple[str, ...] = COLORS, **layout: Any) -> Any:
    """An empty chart of a class of pygal, with a colour for each series; raises ImportError without it."""
    library = _pygal()
    style = import_module("pygal.style").Style(
        background="transparent",
        plot_background="transparent",
        foreground=_GREY,
        foreground_strong=_GREY,
        foreground_subtle=_GREY,
        font_family="system-ui, sans-serif",
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=14,
        colors=colors,
        opacity="1",
        opacity_hover="1",
    )
    usual = {
        "js": [],
        "style": style,
        "width": 900,
        "x_label_rotation": 0,
        "truncate_label": -1,
        "truncate_legend": -1,
        "legend_at_bottom": True,
        "disable_xml_declaration": True,
        "no_data_text": "",
        "margin": 10,
        "min_scale": 2,
    }
    return getattr(library, kind)(library.Config(**usual, **layout))


def svg(drawn: Any) -> str:
    """A chart as an SVG element for an HTML page."""
    text: str = drawn.render(is_unicode=True)
    return _NOT_SHOWN.sub("", text)


def _pygal() -> Any:
    """The module pygal.

    It puts a finder of an interface that Python no longer has into `sys.meta_path`, so that each later import warns. It
    is for plug-ins with maps, of which there are none here.
    """
    module = import_module("pygal")
    sys.meta_path[:] = [each for each in sys.meta_path if type(each).__module__ != "pygal"]
    return module
