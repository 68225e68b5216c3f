"""Runs rules over documents: `Engine.check` from scratch, `Engine.recheck` after an edit, both with the same answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.other_linters import is_accepted
from reread.analyzers.roles import Role, role_of
from reread.analyzers.rules import texts
from reread.analyzers.rules.alike import one_of_each_group
from reread.analyzers.rules.analysis import Analysis, Place
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.in_force import RulesInForce
from reread.analyzers.rules.plans import Plans
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.rules.state import State, followed, rerun, run
from reread.analyzers.rules.taint_rules import TaintRules
from reread.analyzers.suppressions import BLANKET, UNUSED, apply_suppressions, find, hints_after, hints_in
from reread.analyzers.syntax import SyntaxTree, parse, reparse
from reread.analyzers.text import Change, Document, Span

if TYPE_CHECKING:
    from reread.analyzers.dataflow.cross_file.workspace import Files
    from reread.analyzers.rules.across import Across, Crossing


class Engine:
    """The rules, made ready to run. What it keeps depends on the rules alone, never on a document."""

    follows_calls = True
    """Whether taint rules follow calls within the file, unless they say otherwise."""
    beyond_semgrep = True
    """Whether following values knows more than Semgrep does: conditions that vouch for a value, methods that fill."""

    def __init__(self, rules: RuleSet, options: CheckOptions | None = None) -> None:
        self.rules = rules
        self.options = CheckOptions() if options is None else options
        self._groups = {rule.id: rule.group for rule in rules.rules if rule.group}
        self._security = frozenset(rule.id for rule in rules.rules if rule.category == "security")
        self.taint = TaintRules(rules.rules)
        self.in_force = RulesInForce(rules.rules, self.options, self.taint)
        self.plans = Plans(rules.rules, self.options, self.taint)

    def check(self, document: Document, path: str = "", role: Role | None = None, *, follow: bool = True) -> Analysis:
        """All findings of a document. `path` is relative to its workspace folder, with `/`; the role is taken from it
        and from the content when it is not given. Without `follow` the analysis may be `pending`, as after `recheck`.
        """
        place = Place(path, role_of(path, document.data) if role is None else role)
        tree = parse(document)
        from_text = texts.read(self, document, tree, place)
        hints = hints_in(document.text)
        if tree is None or tree.language.matching is None:
            return self._finish(document, place, tree, None, from_text, hints)
        return self._finish(document, place, tree, run(self, tree, place, follow=follow), from_text, hints)

    def recheck(self, previous: Analysis, change: Change, document: Document, *, follow: bool = True) -> Analysis:
        """The same as `check` of `document`, which is `previous.document` after `change`; looks only where it must.

        Without `follow` values are not followed through functions, if there are any: the analysis is `pending` then,
        with the findings that following gave before, moved, until `settled` has made it whole.
        """
        place = previous.place
        if previous.unparsed:
            return self.check(document, place.path, place.role, follow=follow)
        tree = None if previous.tree is None else reparse(previous.tree, change, document)
        from_text = texts.reread(self, previous.from_text, change, document, tree, place)
        hints = hints_after(previous.hints, change, document.text)
        if tree is None or previous.tree is None or previous.state is None:
            return self._finish(document, place, tree, None, from_text, hints)
        state = rerun(self, previous.tree, previous.state, change, tree, place, follow=follow)
        crossing = None if previous.crossing is None else previous.crossing.after(change)
        return self._finish(document, place, tree, state, from_text, hints, crossing)

    def settled(self, analysis: Analysis) -> Analysis:
        """The analysis, with values followed where that is pending."""
        tree, state = analysis.tree, analysis.state
        if tree is None or state is None or not analysis.pending:
            return analysis
        settled = followed(self, tree, state)
        document, place, crossing = analysis.document, analysis.place, analysis.crossing
        return self._finish(document, place, tree, settled, analysis.from_text, analysis.hints, crossing)

    def prepare_edits(self, analysis: Analysis) -> None:
        """Does once what else the first edit has to: an edit of nothing. For idle moments."""
        tree, state = analysis.tree, analysis.state
        if tree is not None and state is not None:
            # A word that nothing asks for has all of them looked at.
            self.in_force.asks_for(analysis.document.language, state.active, {b""}, state.words)
            rerun(self, tree, state, Change(Span(0, 0), ""), tree, analysis.place, follow=False)

    def across(self, files: Files) -> Across:
        """What knows the other files of a workspace, for `linked`."""
        from reread.analyzers.rules.across import Across

        return Across(self, files)

    def linked(self, analysis: Analysis, across: Across) -> Analysis:
        """The analysis in the light of the files that it imports. Reads those; takes its time."""
        document, tree, state = analysis.document, analysis.tree, analysis.state
        crossing = across.crossing(analysis)
        if crossing == (analysis.crossing or ((), ())):
            return analysis
        return self._finish(document, analysis.place, tree, state, analysis.from_text, analysis.hints, crossing)

    @property
    def reads_any_text(self) -> bool:
        """True when some rule looks at files of every language, also of those without a parser."""
        return bool(self.in_force.for_language(ANY))

    def in_text(self, rule: Rule, part: texts.Part) -> Iterator[Finding]:
        """What a rule about text finds in a part of a document."""
        return texts.findings_of(self, rule, part)

    def stopped(self, analysis: Analysis) -> tuple[str, ...]:
        """The ids of the rules that took too long over a document, and therefore say nothing about it."""
        numbers = () if analysis.state is None else analysis.state.stopped
        found = {self.rules.rules[number].id for number in numbers if number < len(self.rules.rules)}
        if len(found) < len(numbers):
            for number, rule in self.in_force.for_language(analysis.document.language):
                if not self.taint.numbers(number).isdisjoint(numbers):
                    found.add(rule.id)
        return tuple(sorted(found))

    def severity(self, rule: Rule) -> Severity:
        return self.options.severity.get(rule.id, rule.severity)

    def _finish(
        self,
        document: Document,
        place: Place,
        tree: SyntaxTree | None,
        state: State | None,
        from_text: tuple[Finding, ...],
        hints: tuple[int, ...],
        crossing: Crossing | None = None,
    ) -> Analysis:
        suppressions = find(document, tree, hints)
        found = [*(() if state is None else state.findings()), *from_text]
        if crossing is not None:
            found = crossing.applied(found)
        found = [each for each in found if each.rule not in self._security or not is_accepted(each, document, tree)]
        languages = (document.language, ANY) if suppressions else ()
        findings = apply_suppressions(
            one_of_each_group(found, self._groups, document),
            suppressions,
            document,
            report_unused=tree is not None
            and self.options.report_unused_suppressions
            and UNUSED not in self.options.ignore,
            known={rule.id for language in languages for _, rule in self.in_force.for_language(language)},
            exists=self._exists,
        )
        if BLANKET in self.options.ignore:
            findings = tuple(finding for finding in findings if finding.rule != BLANKET)
        if tree is not None and any(fix.imports is not None for finding in findings for fix in finding.fixes):
            from reread.analyzers.imports.changes import resolved

            findings = tuple(resolved(findings, tree))
        return Analysis(document, place, tree, findings, suppressions, state, from_text, crossing, hints)

    def _exists(self, rule: str) -> bool:
        """Whether a rule of that id is loaded, for any language. Who else has findings puts a `/` into its ids."""
        return "/" in rule or rule in (UNUSED, BLANKET) or not self.rules.rules or rule in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules.rules)
