"""Checkstyle's XML, for tools such as Jenkins' Warnings plug-in and many editors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

from reread.analyzers.findings import Severity
from reread.analyzers.shown.characters import visible
from reread.server.report.report import LocatedFinding, Report, Style

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info", Severity.HINT: "info"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The findings that count, by file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    shown = report.shown(existing=style.existing)
    for path, pairs in groupby(shown, key=lambda pair: pair[0].relative):
        yield f"<file name={quoteattr(visible(path))}>\n"
        yield from (_error(located) for _, located in pairs)
        yield "</file>\n"
    yield "</checkstyle>\n"


def _error(located: LocatedFinding) -> str:
    finding, place = located.finding, located.place
    message, source = quoteattr(visible(finding.message)), quoteattr(f"reread.{finding.rule}")
    where = f'line="{place.line + 1}" column="{place.column + 1}"'
    return f'<error {where} severity="{_SEVERITIES[finding.severity]}" message={message} source={source}/>\n'
