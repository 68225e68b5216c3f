"""The settings for rules, as frozen values: which rules run, their severities and thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reread.analyzers.findings import Severity
from reread.analyzers.rules.profiles import Profile


class CheckOptions(NamedTuple):
    """The settings for rules.

    `ignore` and `select` hold rule ids; an empty `select` means all those of the profile, and one that is named there
    runs whatever the profile. `options` are the thresholds of rules, by their ids.
    """

    ignore: frozenset[str] = frozenset()
    select: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = {}
    report_unused_suppressions: bool = True
    profile: Profile = Profile.STANDARD
    options: Mapping[str, Mapping[str, int]] = {}

    def thresholds(self, rule: str) -> Mapping[str, int]:
        """The settings of a rule that are not as in its definition."""
        return self.options.get(rule, {})


def options_of(
    ignore: frozenset[str],
    select: frozenset[str],
    severity: Iterable[tuple[str, str]],
    profile: str = "standard",
    options: Mapping[str, Mapping[str, int]] | None = None,
) -> CheckOptions:
    """The options from rule ids, from severities by name, "off" among them, and from the name of a profile; names
    that are none are passed over.
    """
    levels = {level.value: level for level in Severity}
    named = dict(severity)
    off = {rule for rule, name in named.items() if name == "off"}
    known = {rule: levels[name] for rule, name in named.items() if name in levels}
    profiles = {each.value: each for each in Profile}
    chosen = profiles.get(profile, Profile.STANDARD)
    return CheckOptions(ignore | off, select, known, profile=chosen, options=options or {})
