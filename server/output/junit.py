"""JUnit's XML, for CI systems that display tests: a test case per finding, and a passing one for each other file."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from reread.analyzers.shown.characters import visible
from reread.server.report.report import FileReport, LocatedFinding, Report, Style


def render(report: Report, style: Style) -> Iterator[str]:
    """The findings that count, by file."""
    shown: dict[str, list[LocatedFinding]] = {}
    for file, located in report.shown(existing=style.existing):
        shown.setdefault(file.path, []).append(located)
    cases = [case for file in report.files for case in _cases(file, shown.get(file.path, []))]
    failures = sum(map(len, shown.values()))
    skipped = sum(bool(file.skipped) for file in report.files)
    errors = int(bool(report.incomplete))
    counts = f'tests="{len(cases) + errors}" failures="{failures}" errors="{errors}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="reread" {counts}>\n'
    yield f'<testsuite name="reread" {counts} skipped="{skipped}" time="0">\n'
    yield from cases
    if report.incomplete:
        message = quoteattr(visible(report.incomplete))
        yield f'<testcase classname="reread" name="run" time="0"><error message={message}/></testcase>\n'
    yield "</testsuite>\n</testsuites>\n"


def _cases(file: FileReport, found: list[LocatedFinding]) -> Iterator[str]:
    name = quoteattr(visible(file.relative))
    if file.skipped:
        reason = quoteattr(visible(file.skipped))
        yield f'<testcase classname={name} name="check" time="0"><skipped message={reason}/></testcase>\n'
    elif not found:
        yield f'<testcase classname={name} name="check" time="0"/>\n'
    for located in found:
        finding, place = located.finding, located.place
        title = quoteattr(f"{finding.rule}:{place.line + 1}:{place.column + 1}")
        kind, message = quoteattr(finding.severity.value), quoteattr(visible(finding.message))
        where = f"{file.relative}:{place.line + 1}:{place.column + 1}"
        text = escape(visible(f"{where}: {finding.severity.value} {finding.rule}\n{located.line_text}"))
        case = f'<testcase classname={name} name={title} file={name} line="{place.line + 1}" time="0">'
        yield f"{case}<failure type={kind} message={message}>{text}</failure></testcase>\n"
