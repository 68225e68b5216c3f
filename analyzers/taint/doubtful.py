"""What is said of a taint flow that is not proven: a warning at most, and nothing in the profile `quiet`."""

from __future__ import annotations

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.prefilter.profiles import Profile
from reread.analyzers.rules.rule import Rule

_CONFIDENCE = 0.7


def speaks_of_doubtful(rule: Rule, options: CheckOptions) -> bool:
    """Whether a built-in rule also reports what is not proven."""
    return options.profile is not Profile.QUIET or rule.id in options.select


def as_doubtful(finding: Finding, options: CheckOptions) -> Finding:
    """The finding as one that is not proven. A severity that the user chose for the rule stays."""
    severity = finding.severity
    if severity is Severity.ERROR and finding.rule not in options.severity:
        severity = Severity.WARNING
    return finding._replace(severity=severity, confidence=min(finding.confidence, _CONFIDENCE))
