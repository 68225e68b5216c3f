"""How findings are written: one file a format, each with `render(report, style)`. The file's name is the format's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module

from reread.server.output.report import Report, Style

_NOT_FORMATS = ("__init__", "report")


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    files = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
    return tuple(sorted(stem for stem, ending in files if ending == ".py" and stem not in _NOT_FORMATS))


def render(name: str, report: Report, style: Style) -> Iterator[str]:
    """The report in the format of that name, as pieces of text that end with a line feed."""
    lines: Iterator[str] = import_module(f"reread.server.output.{name}").render(report, style)
    return lines
