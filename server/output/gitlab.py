"""A code quality report for GitLab merge requests, https://docs.gitlab.com/ci/testing/code_quality/.

GitLab compares it with that of the target branch by the fingerprints, so all findings are in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from reread.analyzers.findings import Severity
from reread.analyzers.shown.characters import visible
from reread.server.output.json import text
from reread.server.report.report import FileReport, LocatedFinding, Report, Style

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.INFO: "minor",
    Severity.HINT: "info",
}


def render(report: Report, style: Style) -> Iterator[str]:
    """The whole report as one JSON list."""
    yield json.dumps([_issue(file, located) for file, located in report.shown(existing=True)], indent=2) + "\n"


def _issue(file: FileReport, located: LocatedFinding) -> dict[str, Any]:
    finding = located.finding
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": visible(finding.message),
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _fingerprint(file, located),
        "location": {
            "path": text(file.relative),
            "lines": {"begin": located.place.line + 1, "end": located.place.end_line + 1},
        },
    }


def _fingerprint(file: FileReport, located: LocatedFinding) -> str:
    """Different for each finding of a report, and the same in the next one."""
    finding = located.finding
    parts = (file.relative, finding.rule, finding.fingerprint or f"{finding.message}\0{located.place}")
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
