"""Runs rules over documents: `Engine.check` from scratch, `Engine.recheck` after an edit, with the same result."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from reread.analyzers.engine import text_rules
from reread.analyzers.engine.analysis import NOTHING, Analysis
from reread.analyzers.engine.cross_file_delta import CrossFileDelta
from reread.analyzers.engine.dispatch.context import RuleContext
from reread.analyzers.engine.incremental.state import State, followed, rerun, run
from reread.analyzers.engine.place import DocumentPlace
from reread.analyzers.findings import Finding, Severity
from reread.analyzers.identifiers import has_language, names_of
from reread.analyzers.other_linters import is_accepted
from reread.analyzers.roles import Role, is_sample_in_description, role_of
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.profiles import is_builtin, is_hint_outside_of_production
from reread.analyzers.rules.reporting.deduplicate import one_of_each_weakness, weakness_of
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.suppressions import (
    BLANKET,
    COMMENT_RULES,
    UNUSED,
    apply_suppressions,
    find,
    hints_after,
    hints_in,
)
from reread.analyzers.syntax import SyntaxTree, parse, reparse
from reread.analyzers.text import Document, Span, TextChange, difference

if TYPE_CHECKING:
    from reread.analyzers.dataflow.cross_file.workspace import Files
    from reread.analyzers.engine.cross_file import CrossFileAnalysis

_LONGEST_SHOWN = 80
"""Code points of an expression in a message."""


class Engine:
    """Runs a set of compiled rules. Its caches depend only on the rules, never on a document."""

    def __init__(self, rules: RuleSet, options: CheckOptions | None = None, context: RuleContext | None = None) -> None:
        """`context` is one that was made of the same rules and options in another way, where there is one."""
        self.rules = rules
        self.options = CheckOptions() if options is None else options
        self.context = RuleContext(rules, self.options) if context is None else context
        self._classified = {rule.id: rule for rule in rules.rules if rule.group}
        self._weaknesses: dict[str, str] = {}
        self._active_names: dict[str, frozenset[str]] = {}
        self._security = frozenset(rule.id for rule in rules.rules if rule.category == "security")

    @classmethod
    def of(cls, context: RuleContext) -> Engine:
        """The engine that runs rules as a context says."""
        return cls(context.rules, context.options, context)

    def check(self, document: Document, path: str = "", role: Role | None = None, *, follow: bool = True) -> Analysis:
        """All findings of a document. `path` is relative to its workspace folder, with `/`; the role is taken from it
        and from the content when it is not given. Without `follow` the analysis may be `pending`, as after `recheck`.
        """
        place = DocumentPlace(path, role_of(path, document.data) if role is None else role, role is not None)
        return self._checked(document, place, follow=follow)

    def _checked(self, document: Document, place: DocumentPlace, *, follow: bool) -> Analysis:
        tree = parse(document)
        given_up: dict[str, str] = {}
        from_text = text_rules.read(self.context, document, tree, place, given_up)
        hints = hints_in(document.text)
        has_rules = tree is not None and tree.language.matching is not None
        state = run(self.context, tree, place, follow=follow) if tree is not None and has_rules else None
        return self._finish(document, place, tree, state, from_text, hints, given_up=given_up)

    def recheck(self, previous: Analysis, change: TextChange, document: Document, *, follow: bool = True) -> Analysis:
        """The same as `check` of `document`, which is `previous.document` after `change`; looks only where it must.

        Without `follow` no function is interpreted, if there are any: the analysis is `pending` then,
        with the findings that following gave before, moved, until `settled` has made it whole.
        """
        place = previous.place.after(previous.document.data, document.data)
        if previous.unparsed or place != previous.place:
            return self._checked(document, place, follow=follow)
        if previous.at_rest:
            return self._woken(previous, change, document, follow=follow)
        tree = None if previous.tree is None else reparse(previous.tree, change, document)
        given_up = dict(previous.given_up)
        from_text = text_rules.reread(self.context, previous.from_text, change, document, tree, place, given_up)
        hints = hints_after(previous.hints, change, document.text)
        if tree is None or previous.tree is None or previous.state is None:
            return self._finish(document, place, tree, None, from_text, hints, given_up=given_up)
        state = rerun(self.context, previous.tree, previous.state, change, tree, place, follow=follow)
        delta = None if previous.delta is None else previous.delta.after(change)
        return self._finish(document, place, tree, state, from_text, hints, delta, given_up)

    def _woken(self, previous: Analysis, change: TextChange, document: Document, *, follow: bool) -> Analysis:
        """`recheck` of one at rest: matches all again.

        What values came to moves along until they are followed again.
        """
        place = previous.place
        made = self._checked(document, place, follow=follow)
        if made.state is None or previous.state is None:
            return made
        state = made.state
        if made.pending:
            state = state._replace(taint=previous.state.taint.after(change))
        delta = None if previous.delta is None else previous.delta.after(change)
        return self._finish(document, place, made.tree, state, made.from_text, made.hints, delta, made.given_up)

    def settled(self, analysis: Analysis) -> Analysis:
        """The analysis, with its data-flow analysis done where that is pending."""
        tree, state = analysis.tree, analysis.state
        if tree is None or state is None or not analysis.pending:
            return analysis
        settled = followed(self.context, tree, state, analysis.place)
        document, place, delta = analysis.document, analysis.place, analysis.delta
        given_up = analysis.given_up
        return self._finish(document, place, tree, settled, analysis.from_text, analysis.hints, delta, given_up)

    def prepare_edits(self, analysis: Analysis) -> None:
        """Does once what else the first edit has to: an edit of nothing. For idle moments."""
        tree, state = analysis.tree, analysis.state
        if tree is not None and state is not None:
            # A word that nothing asks for has all of them looked at.
            self.context.active_rules.asks_for(analysis.document.language, state.active, {b""}, state.words)
            rerun(self.context, tree, state, TextChange(Span(0, 0), ""), tree, analysis.place, follow=False)

    def across(self, files: Files, *, of_run: bool = False) -> CrossFileAnalysis:
        """The analysis across files of a workspace, for `linked`; `of_run` where these do not change meanwhile."""
        from reread.analyzers.engine.cross_file import CrossFileAnalysis

        return CrossFileAnalysis(self.context, files, of_run=of_run)

    def linked(self, analysis: Analysis, across: CrossFileAnalysis) -> Analysis:
        """The analysis in the light of the files that it imports. Reads those; takes its time."""
        looked_at = analysis.awake(parse(analysis.document)) if analysis.at_rest else analysis
        delta = across.delta(looked_at)
        if delta == (analysis.delta or ((), ())):
            return analysis
        document, tree, state = looked_at.document, looked_at.tree, looked_at.state
        from_text, hints, given_up = analysis.from_text, analysis.hints, analysis.given_up
        linked = self._finish(document, analysis.place, tree, state, from_text, hints, delta, given_up)
        return linked.rested() if analysis.at_rest else linked

    @property
    def reads_any_text(self) -> bool:
        """True when some rule looks at files of every language, also of those without a parser."""
        return bool(self.context.active_rules.for_language(ANY))

    @cached_property
    def has_foreign_rules(self) -> bool:
        """Whether rules are in force that did not come with the program."""
        return not all(is_builtin(rule) for rule in self.rules.rules)

    def lost(self, analysis: Analysis) -> tuple[str, ...]:
        """The rules that took too long or too many steps at some places of a document, and say nothing about those
        alone: the id of each, and the regular expression that did if it was one.
        """
        state = analysis.state
        named = {} if state is None else self._rules_of(state.lost, analysis)
        found = {rule: "" if state is None else state.given_up.get(number, "") for rule, number in named.items()}
        return tuple(sorted(f"{rule}{_shown(text)}" for rule, text in {**found, **analysis.given_up}.items()))

    def _rules_of(self, numbers: Collection[int], analysis: Analysis) -> dict[str, int]:
        """The ids of rules, each with its number or that of one of its specs that is among the numbers."""
        rules = self.rules.rules
        found = {rules[number].id: number for number in numbers if number < len(rules)}
        if len(found) < len(numbers):
            for number, rule in self.context.active_rules.for_language(analysis.document.language):
                for spec in self.context.taint.numbers(number).intersection(numbers):
                    found[rule.id] = spec
        return found

    def given_up(self, analysis: Analysis) -> tuple[str, ...]:
        """The names of functions that data-flow analysis gave up, since they take too many steps; "" is the module."""
        return () if analysis.state is None else analysis.state.taint.given_up

    def _finish(
        self,
        document: Document,
        place: DocumentPlace,
        tree: SyntaxTree | None,
        state: State | None,
        from_text: tuple[Finding, ...],
        hints: tuple[int, ...],
        delta: CrossFileDelta | None = None,
        given_up: Mapping[str, str] = NOTHING,
    ) -> Analysis:
        suppressions = find(document, tree, hints)
        found = [*(() if state is None else state.findings()), *from_text]
        if delta is not None:
            found = delta.applied(found)
        found = [each for each in found if not is_accepted(each, document, tree, security=each.rule in self._security)]
        languages = (document.language, ANY) if suppressions else ()
        path, byte = document.path or document.uri, document.lines.byte
        found = [
            self._outside_of_production(each)
            if not place.role.is_production or is_sample_in_description(path, document.data, byte(each.span.start))
            else each
            for each in found
        ]
        findings = apply_suppressions(
            one_of_each_weakness(found, self._weakness),
            suppressions,
            document,
            report_unused=tree is not None
            and self.options.report_unused_suppressions
            and UNUSED not in self.options.ignore,
            known=frozenset[str]().union(*map(self._names_of_active, languages)),
            exists=self._exists,
        )
        if BLANKET in self.options.ignore:
            findings = tuple(finding for finding in findings if finding.rule != BLANKET)
        if tree is not None and any(fix.imports is not None for finding in findings for fix in finding.fixes):
            from reread.analyzers.imports.changes import resolved

            findings = tuple(resolved(findings, tree))
        return Analysis(document, place, tree, findings, suppressions, state, from_text, delta, hints, given_up)

    def _outside_of_production(self, finding: Finding) -> Finding:
        """The finding as it counts in a test, an example and the like. A severity that the user chose stays."""
        rule = self._classified.get(finding.rule)
        if rule is None or finding.rule in self.options.severity or not is_hint_outside_of_production(rule):
            return finding
        return finding._replace(severity=Severity.HINT)

    def _weakness(self, name: str) -> str:
        """That of a rule by its id, kept since it is asked for at each edit."""
        found = self._weaknesses.get(name)
        if found is None:
            rule = self._classified.get(name)
            found = self._weaknesses[name] = "" if rule is None else weakness_of(rule)
        return found

    def _exists(self, name: str) -> bool:
        """Whether a rule with that name is loaded. The ids of findings of others begin with `index/` or `model/`."""
        if name in self._names or not self.rules.rules:
            return True
        return "/" in name and not has_language(name)

    @cached_property
    def _names(self) -> frozenset[str]:
        return names_of((*COMMENT_RULES, *(rule.id for rule in self.rules.rules)))

    def _names_of_active(self, language: str) -> frozenset[str]:
        """The names of the rules that run over a language, kept since ignore comments ask for them at each edit."""
        found = self._active_names.get(language)
        if found is None:
            rules = self.context.active_rules.for_language(language)
            found = self._active_names[language] = names_of(rule.id for _, rule in rules)
        return found


def near(engine: Engine, analysis: Analysis, document: Document) -> Analysis:
    """The same as `check` of a document that differs little from that of an analysis, such as by a fix."""
    if document is analysis.document:
        return analysis
    return engine.recheck(analysis, difference(analysis.document.text, document.text), document)


def _shown(expression: str) -> str:
    """The regular expression that took too long, as it is named after its rule; "" where it was none."""
    if not expression:
        return ""
    text = " ".join(expression.split())
    return f" (regular expression {text if len(text) <= _LONGEST_SHOWN else f'{text[: _LONGEST_SHOWN - 1]}…'})"
