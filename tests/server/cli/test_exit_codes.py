"""Which exit code a run deserves."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Finding, Severity, Source
from reread.analyzers.text import Document, Span
from reread.server.cli import writing
from reread.server.cli.options import OutputOptions
from reread.server.report.report import FileReport, Report, locate

DOCUMENT = Document("file:///w/a.py", "eval(x)\n", path="/w/a.py", language="python")
FOUND = locate(DOCUMENT, [Finding("no-eval", "No.", Span(0, 4), Severity.ERROR, Source.RULE)])


@pytest.mark.parametrize(
    ("findings", "incomplete", "exit_zero", "code"),
    [
        ((), "", False, 0),
        (FOUND, "", False, 1),
        ((), "no model answered", False, 3),
        (FOUND, "no model answered", False, 1),
        (FOUND, "no model answered", True, 3),
        (FOUND, "", True, 0),
    ],
)
def test_findings_come_before_what_was_not_looked_at(findings, incomplete, exit_zero, code, capsys):
    report = Report((FileReport("a.py", "a.py", tuple(findings)),), incomplete=incomplete)
    assert writing.finish(report, OutputOptions(quiet=True, exit_zero=exit_zero)) == code
