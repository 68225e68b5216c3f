"""What rules run with: the rules made ready, and how they are to be run. The same for all documents."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.dispatch.active_rules import ActiveRules
from reread.analyzers.rules.dispatch.plans import Plans
from reread.analyzers.rules.models.joining import Joined, join
from reread.analyzers.rules.models.model import names_in
from reread.analyzers.rules.prefilter.profiles import severity_in
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.taint.rules import TaintRules


class RuleContext:
    """The rules, made ready to run. What it keeps depends on the rules alone, never on a document.

    `interprocedural` says whether taint rules look into calls within the file, unless they say otherwise,
    `beyond_semgrep` whether the data-flow analysis does more than Semgrep's: guards that sanitize, methods that change
    their object. `modelled` are the names in sources and sinks of the workspace's own library models.
    """

    __slots__ = ("active_rules", "beyond_semgrep", "interprocedural", "modelled", "options", "plans", "rules", "taint")

    def __init__(
        self, rules: RuleSet, options: CheckOptions, *, interprocedural: bool = True, beyond_semgrep: bool = True
    ) -> None:
        joined = join(rules.rules, rules.models, options.profile.value) if rules.models else Joined(rules.rules, {})
        self.rules = rules._replace(rules=joined.rules)
        self.options = options
        self.interprocedural = interprocedural
        self.beyond_semgrep = beyond_semgrep
        self.modelled = names_in(rules.models)
        self.taint = TaintRules(joined.rules, joined.entries)
        self.active_rules = ActiveRules(joined.rules, options, self.taint)
        self.plans = Plans(joined.rules, options, self.taint)

    def severity(self, rule: Rule) -> Severity:
        """The severity that the options give a rule, else its own, which the profile limits."""
        chosen = self.options.severity.get(rule.id)
        return severity_in(rule, self.options.profile) if chosen is None else chosen

    def text_findings(self, rule: Rule, found: Iterator[Finding]) -> Iterator[Finding]:
        """What one rule about text finds, for those who measure it."""
        return found
