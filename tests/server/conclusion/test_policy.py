"""The verdict by the policy: what counts in it, and what is only named."""

from __future__ import annotations

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.review.settings import PolicySettings
from reread.analyzers.text import Span
from reread.server.conclusion.owners import Owners
from reread.server.conclusion.policy import judge
from reread.server.report.report import FileReport, LocatedFinding, Report, SourceRange


def report(*severities: str) -> Report:
    place = SourceRange(0, 0, 0, 1)
    found = [Finding("a-rule", "Said.", Span(0, 1), Severity(each)) for each in severities]
    return Report((FileReport("a.py", "a.py", tuple(LocatedFinding(each, place, "x") for each in found)),))


@pytest.mark.parametrize(
    ("severities", "settings", "verdict", "reasons"),
    [
        ((), {}, "approve", ()),
        (("hint",), {}, "approve", ("1 hint",)),
        (("hint", "warning", "hint"), {}, "comment", ("1 finding", "2 hints")),
        (("hint", "error"), {}, "request changes", ("1 finding of severity error", "1 hint")),
        (("hint", "hint"), {"max_findings": 1}, "approve", ("2 hints",)),
        (("hint",), {"fail_on": "hint"}, "request changes", ("1 finding of severity hint or above", "1 hint")),
    ],
)
def test_hints_are_named_and_decide_nothing(severities, settings, verdict, reasons):
    judged = judge(report(*severities), ["a.py"], Owners(()), PolicySettings(**settings), changes_review=False)
    assert (judged.verdict, judged.reasons) == (verdict, reasons)
