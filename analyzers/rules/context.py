"""What rules run with: the rules made ready, and how they are to be run. The same for all documents."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.matching.active_rules import RulesInForce
from reread.analyzers.rules.matching.plans import Plans
from reread.analyzers.rules.models.joining import Joined, join
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.taint.rules import TaintRules


class RuleContext:
    """The rules, made ready to run. What it keeps depends on the rules alone, never on a document.

    `follows_calls` says whether taint rules follow calls within the file, unless they say otherwise, `beyond_semgrep`
    whether the data-flow analysis does more than Semgrep's: guards that sanitize, methods that change their object.
    """

    __slots__ = ("beyond_semgrep", "follows_calls", "in_force", "options", "plans", "rules", "taint")

    def __init__(
        self, rules: RuleSet, options: CheckOptions, *, follows_calls: bool = True, beyond_semgrep: bool = True
    ) -> None:
        joined = join(rules.rules, rules.models, options.profile.value) if rules.models else Joined(rules.rules, {})
        self.rules = rules._replace(rules=joined.rules)
        self.options = options
        self.follows_calls = follows_calls
        self.beyond_semgrep = beyond_semgrep
        self.taint = TaintRules(joined.rules, joined.entries)
        self.in_force = RulesInForce(joined.rules, options, self.taint)
        self.plans = Plans(joined.rules, options, self.taint)

    def severity(self, rule: Rule) -> Severity:
        """The severity that the options give a rule, else its own."""
        return self.options.severity.get(rule.id, rule.severity)

    def text_findings(self, rule: Rule, found: Iterator[Finding]) -> Iterator[Finding]:
        """What one rule about text finds, for those who measure it."""
        return found
