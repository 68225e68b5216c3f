"""The format of `semgrep --json`, for existing scripts: `results`, `errors`, `paths`, `version`.

A result has `check_id`, `path`, `start` and `end` (`line` and `col` from 1, and `offset`, all in code points), and
`extra`: `message`, `severity` (ERROR, WARNING or INFO), `fingerprint`, `lines` (the first one), `metavars` (of each its
`abstract_content`) and `metadata` for rules that are not built in, `is_ignored` (what was there before, or was
dismissed) and, where there is a fix of one edit, `fix`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reread.analyzers.findings import Finding, Severity
from reread.server import __version__
from reread.server.output.json import skipped, text
from reread.server.report.report import FileReport, LocatedFinding, Report, Style

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO", Severity.HINT: "INFO"}


def render(report: Report, style: Style) -> Iterator[str]:
    """The whole report, existing findings included, as one object."""
    errors = [
        {"code": 3, "level": "warn", "type": "Other syntax error", "path": each["path"], "message": each["reason"]}
        for each in skipped(report)
    ]
    metadata = {rule.id: dict(rule.metadata) for rule in report.rules}
    data = {
        "version": __version__,
        "results": [_result(file, located, metadata) for file, located in report.shown(existing=True)],
        "errors": errors,
        "paths": {"scanned": [text(file.path) for file in report.files if not file.skipped]},
    }
    yield json.dumps(data, indent=2) + "\n"


def _result(file: FileReport, located: LocatedFinding, metadata: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    finding, place = located.finding, located.place
    return {
        "check_id": finding.rule,
        "path": text(file.path),
        "start": {"line": place.line + 1, "col": place.column + 1, "offset": finding.span.start},
        "end": {"line": place.end_line + 1, "col": place.end_column + 1, "offset": finding.span.end},
        "extra": {**_extra(finding, located), "metadata": metadata.get(finding.rule, {})},
    }


def _extra(finding: Finding, located: LocatedFinding) -> dict[str, Any]:
    extra: dict[str, Any] = {
        "message": finding.message,
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "lines": located.line_text,
        "metavars": {name: {"abstract_content": code} for name, code in finding.metavariables},
        "is_ignored": not located.new or located.dismissed is not None,
    }
    if finding.fixes and len(finding.fixes[0].edits) == 1:
        extra["fix"] = finding.fixes[0].edits[0].text
    return extra
