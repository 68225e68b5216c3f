"""Workflow commands for GitHub Actions, which become annotations of the change.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions. GitHub shows at most ten of a level
for each step; the job summary, which `reread` writes besides, has all.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.findings import Severity
from reread.analyzers.shown.characters import visible
from reread.server.report.report import FileReport, LocatedFinding, Report, Style

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice", Severity.HINT: "notice"}


def render(report: Report, style: Style) -> Iterator[str]:
    """One command for each finding; the most severe first, since those that come late are not shown."""
    found = report.for_people(existing=style.existing)
    for file, located in sorted(found, key=lambda pair: -pair[1].finding.severity.rank):
        yield _command(file, located)
    if report.incomplete:
        yield f"::error title=Reread::{_data(f'incomplete: {report.incomplete}')}\n"


def _command(file: FileReport, located: LocatedFinding) -> str:
    place, finding = located.place, located.finding
    properties = {"file": file.relative, "line": str(place.line + 1), "endLine": str(place.end_line + 1)}
    if place.line == place.end_line:
        # GitHub refuses columns of places that span lines.
        properties |= {"col": str(place.column + 1), "endColumn": str(max(place.end_column, place.column + 1))}
    properties["title"] = finding.rule
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {written}::{_data(finding.message)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
