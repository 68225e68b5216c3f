"""The verdict on a change, by the policy in the settings."""

from __future__ import annotations

from collections.abc import Sequence

from reread.analyzers.findings import Severity
from reread.analyzers.review.settings import PolicySettings
from reread.server.conclusion.owners import Owners
from reread.server.report.conclusion import Judged
from reread.server.report.report import LocatedFinding, Report


def judge(report: Report, paths: Sequence[str], owners: Owners, policy: PolicySettings, changes_review: bool) -> Judged:
    """The verdict on the findings of a report and on the files that are changed.

    `changes_review` tells that the change is also about what a review looks at, so that its own word is not enough.
    Hints are named and decide nothing, as everywhere, unless the policy names them.
    """
    new = report.findings()
    findings = [each for each in new if not each.is_hint]
    against, open_questions = _against(new, findings, policy), _open(report, paths, owners, policy)
    if changes_review:
        open_questions.append("the change is also about the rules of the review")
    hints = [_plural(len(new) - len(findings), "hint")] if len(new) > len(findings) else []
    if against:
        return Judged("request changes", (*against, *open_questions, *hints))
    counted = [_plural(len(findings), "finding")] if findings else []
    if not open_questions and _approves(findings, policy):
        return Judged("approve", (*counted, *hints))
    if policy.approve == "never":
        open_questions.append("the policy leaves it to a person to approve")
    return Judged("comment", (*counted, *open_questions, *hints))


def _approves(findings: Sequence[LocatedFinding], policy: PolicySettings) -> bool:
    """Whether the policy approves a change with these findings, if nothing else is open."""
    if policy.approve == "warnings":
        return all(each.finding.severity is not Severity.ERROR for each in findings)
    return policy.approve == "no-findings" and not findings


def _against(new: Sequence[LocatedFinding], findings: Sequence[LocatedFinding], policy: PolicySettings) -> list[str]:
    found = []
    if policy.fail_on != "never":
        level = Severity(policy.fail_on)
        count = sum(each.finding.severity.rank >= level.rank for each in new)
        if count:
            above = "" if level is Severity.ERROR else " or above"
            found.append(f"{_plural(count, 'finding')} of severity {level.value}{above}")
    if policy.max_findings and len(findings) > policy.max_findings:
        found.append(f"{_plural(len(findings), 'finding')}, and the policy allows {policy.max_findings}")
    return found


def _open(report: Report, paths: Sequence[str], owners: Owners, policy: PolicySettings) -> list[str]:
    found = []
    if report.incomplete:
        found.append(f"not everything was looked at: {report.incomplete}")
    if policy.needs_owner:
        from reread.rag.source.ignore import patterns_of

        patterns = patterns_of(policy.needs_owner)
        for path in sorted(path for path in paths if patterns.match_file(path)):
            named = ", ".join(owners.of(path)) or "nobody, by CODEOWNERS"
            found.append(f"{path} needs a look by its owner: {named}")
    return found


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
