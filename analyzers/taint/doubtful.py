"""What is said of a taint flow that is not proven, or not shown: a hint, and nothing in `quiet`."""

from __future__ import annotations

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile, is_builtin
from reread.analyzers.rules.rule import Rule

POSSIBLE = 0.7
"""The confidence that what is not proven has at most."""


def speaks_of_doubtful(rule: Rule, options: CheckOptions) -> bool:
    """Whether a rule also reports what is not proven, or not shown in one function; those of a user's own do."""
    return options.profile is not Profile.QUIET or rule.id in options.select or not is_builtin(rule)


def as_doubtful(finding: Finding, options: CheckOptions, *, is_proven: bool) -> Finding:
    """The finding as one that is not proven, or not shown. A severity that the user chose for the rule stays; of a rule
    that was chosen by its name, it is a warning.
    """
    severity = finding.severity
    if finding.rule not in options.severity:
        most = Severity.WARNING if finding.rule in options.select else Severity.HINT
        severity = min(severity, most, key=lambda level: level.rank)
    return finding._replace(severity=severity, confidence=min(finding.confidence, 1 if is_proven else POSSIBLE))
