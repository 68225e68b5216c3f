"""Distinguishes the findings that a change adds from those that were there before.

A finding is new when it marks a line that changed, or when the content before the change did not have it: removing a
check can make an untouched line wrong. Where a bug of ours ends the look at the content before, only the lines decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from reread.server import checking
from reread.server.checking import Job
from reread.server.cli import writing
from reread.server.cli.scope import ScopedChange
from reread.server.git import ChangedFile
from reread.server.report.report import FileReport, LocatedFinding
from reread.server.result_cache import ResultCache


def compare(
    job: Job, change: ScopedChange, reports: Sequence[FileReport], memory: ResultCache | None = None
) -> list[FileReport]:
    """The reports with every finding marked as new or not. Reads the old content only where it decides something, and
    looks at what the memory does not know of it.
    """
    undecided = {report.path for report in reports if _is_undecided(report, change.changes[report.path])}
    chosen = [source for source in change.selection.sources if source.path in undecided]
    before = change.base_data(chosen)
    old = {each.path: checking.check(job, each._replace(data=before[each.path]), memory) for each in chosen}
    for path, report in old.items():
        if report.broken:
            writing.say(f"{path}: before the change: {report.skipped}; only findings on changed lines count as new")
    return [_marked(report, change.changes[report.path], old.get(report.path)) for report in reports]


def _is_undecided(report: FileReport, change: ChangedFile) -> bool:
    return bool(change.old_object) and any(not _touched(found, change) for found in report.findings)


def _marked(report: FileReport, change: ChangedFile, old: FileReport | None) -> FileReport:
    if old is None:
        return report
    known = [_key(found) for found in old.findings]
    findings = []
    for found in report.findings:
        is_new = _touched(found, change)
        if not is_new and _key(found) in known:
            known.remove(_key(found))
        elif not old.broken:
            is_new = True
        findings.append(found._replace(new=is_new))
    return report._replace(findings=tuple(findings))


def _touched(found: LocatedFinding, change: ChangedFile) -> bool:
    return change.touches(found.place.line, found.place.end_line)


def _key(found: LocatedFinding) -> tuple[str, str]:
    return found.finding.rule, " ".join(found.line_text.split())
