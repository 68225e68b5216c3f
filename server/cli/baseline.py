"""Tells what a change brought from what was there before.

A finding is new when it marks a line that changed, or when the content before the change did not have it: removing a
check can make an untouched line wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reread.server import checking, git
from reread.server.checking import Job, Source
from reread.server.git import ChangedFile
from reread.server.output.report import FileReport, LocatedFinding


def compare(
    job: Job,
    sources: Sequence[Source],
    reports: Sequence[FileReport],
    changes: Mapping[str, ChangedFile],
    root: str,
) -> list[FileReport]:
    """The reports with every finding marked as new or not. Reads the old content only where it decides something."""
    sources_by_path = {source.path: source for source in sources}
    undecided = [
        report.path
        for report in reports
        if changes[report.path].old_object
        and any(not _touched(found, changes[report.path]) for found in report.findings)
    ]
    before = git.contents(root, [changes[path].old_object for path in undecided])
    old = {
        path: checking.check(job, sources_by_path[path]._replace(data=data))
        for path, data in zip(undecided, before, strict=True)
    }
    return [_marked(report, changes[report.path], old.get(report.path)) for report in reports]


def _is_undecided(report: FileReport, change: ChangedFile) -> bool:
    return bool(change.old_object) and any(not _touched(found, change) for found in report.findings)


def _marked(report: FileReport, change: ChangedFile, old: FileReport | None) -> FileReport:
    if old is None:
        return report
    known = [_key(found) for found in old.findings]
    findings = []
    for found in report.findings:
        is_new = True
        if not _touched(found, change) and _key(found) in known:
            known.remove(_key(found))
            is_new = False
        findings.append(found._replace(new=is_new))
    return report._replace(findings=tuple(findings))


def _touched(found: LocatedFinding, change: ChangedFile) -> bool:
    return change.touches(found.place.line, found.place.end_line)


def _key(found: LocatedFinding) -> tuple[str, str]:
    return found.finding.rule, " ".join(found.line_text.split())
