"""Newline-delimited JSON for programs that read as it is written; the `type` distinguishes the objects.

`status` comes first (`version`, `tool`), then a `finding` each (the fields that `json` has), an `error` for each file
that was not checked (`path`, `message`) and for what makes the run incomplete (`message`), and `complete` last
(`summary`, `incomplete`, after a review of a change `conclusion`, in a loop `loop`). Without that last line the run was
cut short.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reread.server.output.json import TOOL, VERSION, conclusion, finding_data, loop, skipped, summary
from reread.server.report.report import Report, Style


def render(report: Report, style: Style) -> Iterator[str]:
    """The whole report, existing findings included, a line at a time."""
    yield _line("status", version=VERSION, tool=TOOL)
    for file, located in report.shown(existing=True):
        yield _line("finding", **finding_data(file, located))
    for entry in skipped(report):
        yield _line("error", path=entry["path"], message=entry["reason"])
    if report.incomplete:
        yield _line("error", message=report.incomplete)
    yield _line("complete", summary=summary(report), incomplete=report.incomplete, **conclusion(report), **loop(report))


def _line(kind: str, **fields: Any) -> str:
    return json.dumps({"type": kind, **fields}) + "\n"
