"""Compiles rules and the entries of taint rules for a language on first use, and caches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reread.analyzers.engine.dispatch.dispatch import Dispatch
from reread.analyzers.engine.dispatch.plan import Plan
from reread.analyzers.pattern.formulas.build import build
from reread.analyzers.pattern.formulas.formula import Formula
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.prefilter.requirement import Requirement
from reread.analyzers.recent import Recent
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.lazy_formula import LazyFormula, formula_of
from reread.analyzers.rules.profiles import is_builtin
from reread.analyzers.rules.rule import Rule, Taint, Text
from reread.analyzers.taint.rules import TaintRules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reread.analyzers.pattern.text.text_formulas import TextFormula

_MOST_DISPATCHES = 48
"""The documents that are edited have two or three each, most of the time."""


class Plans:
    """The plans of all rules, by their numbers; the caches depend only on the rules."""

    def __init__(self, rules: Sequence[Rule], options: CheckOptions, taint: TaintRules) -> None:
        self._rules = rules
        self._options = options
        self._taint = taint
        self._plans: dict[tuple[int, str], Plan | None] = {}
        self._dispatches: Recent[tuple[str, tuple[int, ...]], Dispatch] = Recent(_MOST_DISPATCHES)
        self._text_formulas: dict[str, TextFormula] = {}

    def dispatch(self, language: str, active: tuple[int, ...]) -> Dispatch:
        """The table for these rules."""
        return self._dispatches.get((language, active), lambda: self._dispatch(language, active))

    def _dispatch(self, language: str, active: tuple[int, ...]) -> Dispatch:
        plans = (self._plan(number, language) for number in active)
        return Dispatch(language, tuple(plan for plan in plans if plan is not None))

    def local_words(self, number: int, language: str) -> Requirement | None:
        """The words that the text of each candidate of a rule contains; None when the rule cannot run."""
        plan = self._plan(number, language)
        return None if plan is None else plan.local_words

    def text_formula(self, rule: Rule) -> TextFormula:
        """The formula of a rule of the language `generic` or `regex`."""
        found = self._text_formulas.get(rule.id)
        if found is None:
            from reread.analyzers.pattern.formulas.build import build_text

            wanted = rule.formula
            assert isinstance(wanted, Text)
            found = self._text_formulas[rule.id] = build_text(wanted.formula, wanted.options)
        return found

    def _plan(self, number: int, language: str) -> Plan | None:
        key = (number, language)
        if key not in self._plans:
            # Other threads may ask meanwhile: what they find here must be the whole answer.
            self._plans[key] = self._made(number, language)
        return self._plans[key]

    def _made(self, number: int, language: str) -> Plan | None:
        rule = self._rules[number] if number < len(self._rules) else None
        if rule is not None and rule.mode == "taint":
            return None
        folds = rule is None or rule.details().options.get("constant_propagation") is not False
        try:
            lazy = self._lazy(number, rule, language)
        except (PatternError, ValueError):
            # Loading has reported it; a rule that was never loaded from a file has no one to report to.
            return None
        ours = self._taint.formulas.is_builtin(number) if rule is None else is_builtin(rule)
        return Plan(number, rule, lazy, language, folds=folds, is_builtin=ours)

    def _lazy(self, number: int, rule: Rule | None, language: str) -> LazyFormula:
        """The formula of a rule, or of an entry of taint rules. Raises PatternError if the language has none."""
        ways = self._taint.formulas.formula_entries(number) if rule is None else rule.details().formula_entries
        if ways and language not in ways:
            raise PatternError("no pattern of this language")
        return LazyFormula(_Builder(self, number, language), ways.get(language))

    def formula(self, number: int, language: str) -> Formula:
        """The formula of a rule, or of an entry of taint rules, rebuilt. Raises PatternError, re.error or
        ValueError.
        """
        if number >= len(self._rules):
            return build(self._taint.formulas.formula(number), language)
        rule, wanted = self._rules[number], self._rules[number].formula
        if isinstance(wanted, Text | Taint):
            raise PatternError("a rule over text, or a taint rule")
        return formula_of(wanted, language, self._options.thresholds(rule.id))


class _Builder:
    """Builds one formula when it is called for. There are thousands, and a closure takes four times the memory."""

    __slots__ = ("_language", "_number", "_plans")

    def __init__(self, plans: Plans, number: int, language: str) -> None:
        self._plans = plans
        self._number = number
        self._language = language

    def __call__(self) -> Formula:
        return self._plans.formula(self._number, self._language)
