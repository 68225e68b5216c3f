"""Markdown, for a comment on a change, a job summary or a wiki page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reread.analyzers.findings import Severity
from reread.analyzers.shown.links import address
from reread.analyzers.shown.markdown import code, code_block, inline
from reread.server.report.report import FileReport, LocatedFinding, Report, Style

_LONGEST_LINE = 200


def render(report: Report, style: Style) -> Iterator[str]:
    """A heading with the counts, then the findings by file, each with its line of code."""
    yield f"## Reread: {_counts(report)}\n"
    if report.incomplete:
        yield f"\nIncomplete: {inline(report.incomplete)}\n"
    for path, pairs in groupby(report.for_people(existing=style.existing), key=lambda pair: pair[0].relative):
        yield f"\n### {code(path)}\n\n"
        for file, located in pairs:
            yield from _finding(file, located, style)
    if left := report.left_out(existing=style.existing, for_people=True):
        yield f"\n{left:,} more are not shown.\n"
    existing = len(report.findings(new=False))
    if existing and not style.existing:
        yield f"\n{existing:,} not new, not shown.\n"
    if report.conclusion is not None:
        from reread.server.conclusion import rendering

        yield f"\n{rendering.as_markdown(report.conclusion)}"


def _counts(report: Report) -> str:
    new = report.findings()
    if not new:
        return "no new findings" if report.baseline else "no findings"
    by_level = [(severity.value, sum(each.finding.severity is severity for each in new)) for severity in Severity]
    counted = ", ".join(f"{count:,} {name}" for name, count in by_level if count)
    return f"{len(new):,} finding{'' if len(new) == 1 else 's'} ({counted})"


def _finding(file: FileReport, located: LocatedFinding, style: Style) -> Iterator[str]:
    finding, place = located.finding, located.place
    rule = code(finding.rule)
    if href := address(finding.documentation):
        rule = f"[{rule}]({href})"
    old = "" if located.new else " (not new)"
    yield f"- **{finding.severity.value}**{old} line {place.line + 1}: {inline(finding.message)} {rule}\n"
    line = located.line_text.strip()
    if style.excerpts and line and len(line) <= _LONGEST_LINE:
        block = code_block("", line).strip("\n")
        yield "\n" + "".join(f"  {each}\n" for each in block.split("\n")) + "\n"
