"""Marks the findings of a run as known or dismissed, by the baseline and people's verdicts."""

from __future__ import annotations

import os
from collections.abc import Sequence

from reread.server.known import standing
from reread.server.known.standing import Known
from reread.server.report.report import FileReport


def marked(reports: Sequence[FileReport], root: str, named: str | None = None) -> tuple[list[FileReport], bool]:
    """The reports with what is known in a workspace folder marked as not new or dismissed, and whether anything is.

    `named` is the file of another baseline. Raises BaselineError or FeedbackError for files that cannot be used.
    """
    known = standing.load(root, os.path.abspath(named) if named else "")
    if known.is_empty:
        return list(reports), False
    return [_marked(report, known) for report in reports], True


def _marked(report: FileReport, known: Known) -> FileReport:
    if not report.findings:
        return report
    found = known.standings(report.relative, [located.finding for located in report.findings], report.text)
    return report._replace(
        findings=tuple(
            located._replace(
                finding=each.applied(located.finding),
                new=located.new and each.new,
                dismissed=each.dismissed,
                held_back=each.held_back,
            )
            for located, each in zip(report.findings, found, strict=True)
        )
    )
