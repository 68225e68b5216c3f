"""What is said of a taint flow that is not proven, or not shown: a warning at most, and nothing in `quiet`."""

from __future__ import annotations

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile, is_builtin
from reread.analyzers.rules.rule import Rule

_CONFIDENCE = 0.7


def speaks_of_doubtful(rule: Rule, options: CheckOptions) -> bool:
    """Whether a rule also reports what is not proven, or not shown in one function; those of a user's own do."""
    return options.profile is not Profile.QUIET or rule.id in options.select or not is_builtin(rule)


def as_doubtful(finding: Finding, options: CheckOptions) -> Finding:
    """The finding as one that is not proven. A severity that the user chose for the rule stays."""
    severity = finding.severity
    if severity is Severity.ERROR and finding.rule not in options.severity:
        severity = Severity.WARNING
    return finding._replace(severity=severity, confidence=min(finding.confidence, _CONFIDENCE))
