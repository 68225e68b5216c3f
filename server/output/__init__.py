"""Output formats: one file per format, each with `render(report, style)`.

The file's name is the format's, with `_` for each `-`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module

from reread.server.report.report import Report, Style

_NOT_FORMATS = ("__init__", "report")
FOR_PEOPLE = ("github", "markdown", "text")
"""The formats that show the sinks of one source as one finding (`Report.for_people`)."""
WITH_HINTS = ("json", "ndjson")
"""The formats for programs of the user's own, which have all findings, hints among them."""


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    files = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
    found = (stem for stem, ending in files if ending == ".py" and stem not in _NOT_FORMATS)
    return tuple(sorted(stem.replace("_", "-") for stem in found))


def render(name: str, report: Report, style: Style) -> Iterator[str]:
    """The report in the format of that name, as pieces of text that end with a line feed."""
    module = import_module(f"reread.server.output.{name.replace('-', '_')}")
    lines: Iterator[str] = module.render(report, style)
    return lines
