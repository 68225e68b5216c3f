"""Runs rules over documents: `Engine.check` from scratch, `Engine.recheck` after an edit, both with the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.other_linters import is_accepted
from reread.analyzers.roles import Role, role_of
from reread.analyzers.rules import texts
from reread.analyzers.rules.alike import one_of_each_group
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.dispatch import Dispatch, Plan
from reread.analyzers.rules.formula import Formula
from reread.analyzers.rules.formula_source import build
from reread.analyzers.rules.globs import is_included
from reread.analyzers.rules.notation import PatternError
from reread.analyzers.rules.profiles import Profile, is_chosen, looks_at
from reread.analyzers.rules.rule import Rule
from reread.analyzers.rules.ruleset import RuleSet
from reread.analyzers.rules.state import State, followed, rerun, run
from reread.analyzers.rules.taint_rules import TaintRule, TaintRules
from reread.analyzers.rules.ways import LazyFormula, formula_of
from reread.analyzers.rules.word_index import WordIndex
from reread.analyzers.rules.words import Asked, Requirement, asked_by, is_in_a_word, is_met, texts_of
from reread.analyzers.suppressions import BLANKET, UNUSED, Suppression, apply_suppressions, find
from reread.analyzers.syntax import SyntaxTree, is_parsed, parse, reparse
from reread.analyzers.text import Change, Document, Span

if TYPE_CHECKING:
    from reread.analyzers.flow.modules import Files
    from reread.analyzers.rules.across import Across, Crossing
    from reread.analyzers.rules.textual import TextFormula


class CheckOptions(NamedTuple):
    """What the settings say about rules. `ignore` and `select` hold rule ids; an empty `select` means all those of the
    profile, and one that is named there runs whatever the profile. `options` are the thresholds of rules, by their ids.
    """

    ignore: frozenset[str] = frozenset()
    select: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = {}
    report_unused_suppressions: bool = True
    profile: Profile = Profile.QUIET
    options: Mapping[str, Mapping[str, int]] = {}


def options_of(
    ignore: frozenset[str],
    select: frozenset[str],
    severity: Iterable[tuple[str, str]],
    profile: str = "quiet",
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
    chosen = profiles.get(profile, Profile.QUIET)
    return CheckOptions(ignore | off, select, known, profile=chosen, options=options or {})


class Place(NamedTuple):
    """Where a document is: its path relative to its workspace folder, which `paths:` of rules look at, and its role."""

    path: str
    role: Role


class Analysis:
    """What the rules say about one document.

    `tree` is None when there is no parser for the language.
    `findings` are sorted by `findings.sort_key`; suppressed ones are left out. `state` and `from_text`, what the rules
    about text found, are the engine's own. `crossing` is what other files change, once that has been found out; after
    edits what is left of it.
    """

    __slots__ = ("crossing", "document", "findings", "from_text", "place", "state", "suppressions", "tree")

    def __init__(
        self,
        document: Document,
        place: Place,
        tree: SyntaxTree | None,
        findings: tuple[Finding, ...] = (),
        suppressions: tuple[Suppression, ...] = (),
        state: State | None = None,
        from_text: tuple[Finding, ...] = (),
        crossing: Crossing | None = None,
    ) -> None:
        self.crossing = crossing
        self.document = document
        self.place = place
        self.tree = tree
        self.findings = findings
        self.suppressions = suppressions
        self.state = state
        self.from_text = from_text

    @property
    def unparsed(self) -> bool:
        """True where the parser took too long, so that rules about syntax say nothing."""
        return self.tree is None and is_parsed(self.document.language)

    @property
    def pending(self) -> bool:
        """True while values have yet to be followed."""
        return self.state is not None and self.state.taint.pending


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
        self._by_language: dict[str, tuple[tuple[int, Rule], ...]] = {}
        self._by_word: dict[str, WordIndex] = {}
        self._text_formulas: dict[str, TextFormula] = {}
        self._textual: dict[str, tuple[tuple[int, tuple[bytes, ...]], ...]] = {}
        self._vocabularies: dict[str, Asked] = {}
        self._plans: dict[tuple[int, str], Plan | None] = {}
        self._dispatches: dict[tuple[str, tuple[int, ...]], Dispatch] = {}
        self._taint = TaintRules(rules.rules)

    def check(self, document: Document, path: str = "", role: Role | None = None, *, follow: bool = True) -> Analysis:
        """All findings of a document. `path` is relative to its workspace folder, with `/`; the role is taken from it
        and from the content when it is not given. Without `follow` the analysis may be `pending`, as after `recheck`.
        """
        place = Place(path, role_of(path, document.data) if role is None else role)
        tree = parse(document)
        from_text = texts.read(self, document, tree, place)
        if tree is None or tree.language.matching is None:
            return self._finish(document, place, tree, None, from_text)
        return self._finish(document, place, tree, run(self, tree, place, follow=follow), from_text)

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
        if tree is None or previous.tree is None or previous.state is None:
            return self._finish(document, place, tree, None, from_text)
        state = rerun(self, previous.tree, previous.state, change, tree, place, follow=follow)
        crossing = None if previous.crossing is None else previous.crossing.after(change)
        return self._finish(document, place, tree, state, from_text, crossing)

    def settled(self, analysis: Analysis) -> Analysis:
        """The analysis, with values followed where that is pending."""
        tree, state = analysis.tree, analysis.state
        if tree is None or state is None or not analysis.pending:
            return analysis
        settled = followed(self, tree, state)
        return self._finish(analysis.document, analysis.place, tree, settled, analysis.from_text, analysis.crossing)

    def _exists(self, rule: str) -> bool:
        """Whether a rule of that id is loaded, for any language. Who else has findings puts a `/` into its ids."""
        return "/" in rule or rule in (UNUSED, BLANKET) or not self.rules.rules or rule in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules.rules)

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
        return self._finish(document, analysis.place, tree, state, analysis.from_text, crossing)

    def _finish(
        self,
        document: Document,
        place: Place,
        tree: SyntaxTree | None,
        state: State | None,
        from_text: tuple[Finding, ...],
        crossing: Crossing | None = None,
    ) -> Analysis:
        suppressions = find(document, tree)
        found = [*(() if state is None else state.findings()), *from_text]
        if crossing is not None:
            found = crossing.applied(found)
        found = [each for each in found if each.rule not in self._security or not is_accepted(each, document, tree)]
        rules = (*self.rules_for(document.language), *self.rules_for(ANY)) if suppressions else ()
        findings = apply_suppressions(
            one_of_each_group(found, self._groups, document),
            suppressions,
            document,
            report_unused=tree is not None
            and self.options.report_unused_suppressions
            and UNUSED not in self.options.ignore,
            known={rule.id for _, rule in rules},
            exists=self._exists,
        )
        if BLANKET in self.options.ignore:
            findings = tuple(finding for finding in findings if finding.rule != BLANKET)
        if tree is not None and any(fix.imports is not None for finding in findings for fix in finding.fixes):
            from reread.analyzers.imports.changes import resolved

            findings = tuple(resolved(findings, tree))
        return Analysis(document, place, tree, findings, suppressions, state, from_text, crossing)

    def rules_for(self, language: str) -> tuple[tuple[int, Rule], ...]:
        """The rules in force for a language, with their numbers."""
        found = self._by_language.get(language)
        if found is None:
            options = self.options
            found = tuple(
                (number, rule)
                for number, rule in enumerate(self.rules.rules)
                if language in rule.languages
                and rule.id not in options.ignore
                and (rule.id in options.select if options.select else is_chosen(rule, options.profile))
            )
            self._by_language[language] = found
        return found

    def active(self, language: str, place: Place, words: set[bytes], data: bytes) -> tuple[int, ...]:
        """The numbers of the rules that can match anything in a text with these words, then those of the sinks of
        taint rules that can.
        """
        numbers = tuple(
            number
            for number, rule in self._possible(language, words)
            # Whether a taint rule can match is told by its sources and sinks.
            if (rule.mode == "taint" or is_met(rule.words, words, data))
            and is_included(place.path, rule.include, rule.exclude)
            and (rule.id in self.options.select or looks_at(rule, self.options.profile, place.role))
        )
        return self._taint.with_sinks(numbers, words)

    def _possible(self, language: str, words: set[bytes]) -> list[tuple[int, Rule]]:
        """The rules that a file with these words may be for, told by one look at each word that any rule asks for."""
        index = self._by_word.get(language)
        if index is None:
            some = ((number, rule.some) for number, rule in self.rules_for(language))
            index = self._by_word[language] = WordIndex(some)
        found = index.possible(words)
        return [each for each in self.rules_for(language) if each[0] in found]

    def asks_for(self, language: str, active: tuple[int, ...], fresh: set[bytes], words: set[bytes]) -> bool:
        """True when fresh words beside others may make a difference to what is active; few that are typed do."""
        if not fresh:
            return False
        known = self._vocabularies.get(language)
        if known is None:
            known = self._vocabularies[language] = asked_by([rule.words for _, rule in self.rules_for(language)])
        return known.is_changed_by(fresh, words) or self._taint.ask_for(active, fresh, words)

    def prepare_edits(self, analysis: Analysis) -> None:
        """Does once what else the first edit has to: an edit of nothing. For idle moments."""
        tree, state = analysis.tree, analysis.state
        if tree is not None and state is not None:
            # A word that nothing asks for has all of them looked at.
            self.asks_for(analysis.document.language, state.active, {b""}, state.words)
            rerun(self, tree, state, Change(Span(0, 0), ""), tree, analysis.place, follow=False)

    @property
    def reads_any_text(self) -> bool:
        """True when some rule looks at files of every language, also of those without a parser."""
        return bool(self.rules_for(ANY))

    def text_rules(self, place: Place) -> tuple[Rule, ...]:
        """The rules about text that look at files like this one."""
        return tuple(
            rule
            for _, rule in self.rules_for(ANY)
            if is_included(place.path, rule.include, rule.exclude)
            and (rule.id in self.options.select or looks_at(rule, self.options.profile, place.role))
        )

    def text_formula(self, rule: Rule) -> TextFormula:
        """What a rule of the language `generic` or `regex` looks for."""
        found = self._text_formulas.get(rule.id)
        if found is None:
            from reread.analyzers.rules.textual import build_text

            found = self._text_formulas[rule.id] = build_text(rule.formula[1], rule.formula[2])
        return found

    def textual(self, language: str) -> tuple[tuple[int, tuple[bytes, ...]], ...]:
        """The rules that ask for texts beyond words, which an edit can bring without a new word."""
        found = self._textual.get(language)
        if found is None:
            texts = (
                (number, tuple(text for text in texts_of(rule.words) if not is_in_a_word(text)))
                for number, rule in self.rules_for(language)
            )
            found = self._textual[language] = tuple(each for each in texts if each[1])
        return found

    def dispatch(self, language: str, active: tuple[int, ...]) -> Dispatch:
        """The table for these rules."""
        key = (language, active)
        found = self._dispatches.get(key)
        if found is None:
            plans = (self._plan(number, language) for number in active)
            found = Dispatch(language, tuple(plan for plan in plans if plan is not None))
            if len(self._dispatches) > 200:
                self._dispatches.clear()
            self._dispatches[key] = found
        return found

    def local_words(self, number: int, language: str) -> Requirement | None:
        """What the text of each candidate of a rule holds; None when the rule cannot run."""
        plan = self._plan(number, language)
        return None if plan is None else plan.local_words

    def in_text(self, rule: Rule, part: texts.Part) -> Iterator[Finding]:
        """What a rule about text finds in a part of a document."""
        return texts.findings_of(self, rule, part)

    def options_for(self, rule: Rule) -> Mapping[str, int]:
        """The settings of a rule that are not as in its definition."""
        return self.options.options.get(rule.id, {})

    def needed(self, active: tuple[int, ...], matched: set[int], words: set[bytes]) -> set[int]:
        """The entries of taint rules to try, given those that were found."""
        return self._taint.needed(active, matched, words)

    def taint_rules(self, active: tuple[int, ...]) -> Sequence[TaintRule]:
        """The taint rules among the active ones."""
        return self._taint.among(active)

    def stopped(self, analysis: Analysis) -> tuple[str, ...]:
        """The ids of the rules that took too long over a document, and therefore say nothing about it."""
        numbers = () if analysis.state is None else analysis.state.stopped
        found = {self.rules.rules[number].id for number in numbers if number < len(self.rules.rules)}
        if len(found) < len(numbers):
            for number, rule in self.rules_for(analysis.document.language):
                if not self._taint.numbers(number).isdisjoint(numbers):
                    found.add(rule.id)
        return tuple(sorted(found))

    def severity(self, rule: Rule) -> Severity:
        return self.options.severity.get(rule.id, rule.severity)

    def _plan(self, number: int, language: str) -> Plan | None:
        key = (number, language)
        if key not in self._plans:
            # Other threads may ask meanwhile: what they find here must be the whole answer.
            self._plans[key] = self._made(number, language)
        return self._plans[key]

    def _made(self, number: int, language: str) -> Plan | None:
        rule = self.rules.rules[number] if number < len(self.rules.rules) else None
        if rule is not None and rule.mode == "taint":
            return None
        folds = rule is None or rule.details().options.get("constant_propagation") is not False
        try:
            lazy = self._lazy(number, rule, language)
        except (PatternError, ValueError):
            # Loading has reported it; a rule that was never loaded from a file has no one to report to.
            return None
        return Plan(number, rule, lazy, language, folds=folds)

    def _lazy(self, number: int, rule: Rule | None, language: str) -> LazyFormula:
        """The formula of a rule, or of an entry of taint rules. Raises PatternError where the language has none."""
        ways = self._taint.ways(number) if rule is None else rule.details().ways
        if ways and language not in ways:
            raise PatternError("no pattern of this language")
        return LazyFormula(lambda: self._formula(number, rule, language), ways.get(language))

    def _formula(self, number: int, rule: Rule | None, language: str) -> Formula:
        if rule is None:
            return build(self._taint.formula(number), language)
        return formula_of(rule.formula, language, self.options_for(rule))
