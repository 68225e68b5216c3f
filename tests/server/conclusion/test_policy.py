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


@pytest.mark.parametrize(
    ("severities", "settings", "verdict", "reasons"),
    [
        (("warning", "info"), {"approve": "warnings"}, "approve", ("2 findings",)),
        (("warning", "hint"), {"approve": "warnings"}, "approve", ("1 finding", "1 hint")),
        (("warning",), {"approve": "warnings", "fail_on": "warning"}, "request changes", None),
        (("warning", "warning"), {"approve": "warnings", "max_findings": 1}, "request changes", None),
        (("error",), {"approve": "warnings", "fail_on": "never"}, "comment", ("1 finding",)),
        (("warning",), {"approve": "no-findings"}, "comment", ("1 finding",)),
        ((), {"approve": "never"}, "comment", ("the policy leaves it to a person to approve",)),
        (("error",), {"approve": "never"}, "request changes", ("1 finding of severity error",)),
    ],
)
def test_the_policy_says_what_is_approved(severities, settings, verdict, reasons):
    judged = judge(report(*severities), ["a.py"], Owners(()), PolicySettings(**settings), changes_review=False)
    assert judged.verdict == verdict
    assert reasons is None or judged.reasons == reasons


@pytest.mark.parametrize("approve", ["no-findings", "warnings", "never"])
def test_no_policy_approves_a_change_of_the_review_itself_or_what_an_owner_has_to_see(approve):
    policy = PolicySettings(approve=approve, needs_owner=("a.py",))
    for paths, changes_review in ((["b.py"], True), (["a.py"], False)):
        assert judge(report("info"), paths, Owners(()), policy, changes_review).verdict == "comment"
    incomplete = report()._replace(incomplete="a file could not be read")
    assert judge(incomplete, ["b.py"], Owners(()), policy, changes_review=False).verdict == "comment"
