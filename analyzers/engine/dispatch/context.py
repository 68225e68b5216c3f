"""The context in which rules run: compiled rules and options, the same for all documents."""

from __future__ import annotations

from collections.abc import Iterator

from reread.analyzers.engine.dispatch.active_rules import ActiveRules
from reread.analyzers.engine.dispatch.plans import Plans
from reread.analyzers.findings import Finding, Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.taint.context import TaintContext
from reread.analyzers.taint.rules import TaintRules


class RuleContext:
    """Compiled rules for running. Its caches depend only on the rules, never on a document.

    `for_taint` is what taint rules run with; `rules`, `options` and `taint` are the same there.
    """

    __slots__ = ("active_rules", "for_taint", "options", "plans", "rules")

    def __init__(
        self, rules: RuleSet, options: CheckOptions, *, interprocedural: bool = True, beyond_semgrep: bool = True
    ) -> None:
        self.for_taint = TaintContext(rules, options, interprocedural=interprocedural, beyond_semgrep=beyond_semgrep)
        self.options = options
        self.rules = self.for_taint.rules
        self.active_rules = ActiveRules(self.rules.rules, options, self.taint)
        self.plans = Plans(self.rules.rules, options, self.taint)

    @property
    def taint(self) -> TaintRules:
        return self.for_taint.taint

    def severity(self, rule: Rule) -> Severity:
        """The severity that the options give a rule, else its own, which the profile limits."""
        return self.for_taint.severity(rule)

    def text_findings(self, rule: Rule, found: Iterator[Finding]) -> Iterator[Finding]:
        """The findings of one text rule, for measurements."""
        return found
