"""What taint rules run with: the rules made ready, and how far the analysis goes. The same for all documents."""

from __future__ import annotations

from reread.analyzers.findings import Severity
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.models.joining import Joined, join
from reread.analyzers.rules.models.model import names_in
from reread.analyzers.rules.profiles import level_of
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.taint.rules import TaintRules


class TaintContext:
    """The rules, with what library models add to them.

    `interprocedural` says whether taint rules look into calls within the file, unless they say otherwise,
    `beyond_semgrep` whether the data-flow analysis does more than Semgrep's: guards that sanitize, methods that change
    their object. `modelled` are the names in sources and sinks of the workspace's own library models.
    """

    __slots__ = ("beyond_semgrep", "interprocedural", "modelled", "options", "rules", "taint")

    def __init__(self, rules: RuleSet, options: CheckOptions, *, interprocedural: bool, beyond_semgrep: bool) -> None:
        joined = join(rules.rules, rules.models, options.profile.value) if rules.models else Joined(rules.rules, {})
        self.rules = rules._replace(rules=joined.rules)
        self.options = options
        self.interprocedural = interprocedural
        self.beyond_semgrep = beyond_semgrep
        self.modelled = names_in(rules.models)
        self.taint = TaintRules(joined.rules, joined.entries)

    def severity(self, rule: Rule) -> Severity:
        """The severity that the options give a rule, else the level that its record allows.

        Of a rule that was chosen by its name, it is its own.
        """
        if (chosen := self.options.severity.get(rule.id)) is not None:
            return chosen
        return rule.severity if rule.id in self.options.select else level_of(rule)
