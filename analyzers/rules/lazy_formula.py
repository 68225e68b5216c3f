"""The entries of a formula as plain data, so that it is built only when one of its candidates turns up.

Building parses patterns and expressions, which takes longer than all other work on a rule in a short check; and of the
rules that may match in a file by its words, few ever see a candidate. The cache of the rules keeps the ways in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from reread.analyzers.pattern.formulas.build import build
from reread.analyzers.pattern.formulas.formula import EntryPoint, Matches
from reread.analyzers.pattern.formulas.formula import Formula as Built
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.shared_values import shared
from reread.analyzers.pattern.source import Formula
from reread.analyzers.rules.rule import Check
from reread.analyzers.syntax import Node

At: TypeAlias = Callable[[Node, MatchContext], Matches]

EntriesByLanguage: TypeAlias = Mapping[str, Sequence[Any]]
"""By language, for those in which the formula can be built: whether it starts from regular expressions, the fields of
each `EntryPoint` but for `at`, and its `local_words`."""

_AT = 2


class LazyFormula:
    """A formula that is built when it is first asked for. Its `entries` and `local_words` are there before, if the ways
    in are given.
    """

    __slots__ = ("_build", "_built", "_entries", "entries", "from_text", "local_words")

    def __init__(self, build: Callable[[], Built], ways: Sequence[Any] | None = None) -> None:
        """Without `ways` the formula is built at once, which may raise PatternError or ValueError."""
        self._build = build
        self._built: Built | None = None
        self._entries: list[EntryPoint] = []
        if ways is None:
            formula = self()
            self.entries = tuple(formula.entries())
            self.from_text = bool(formula.regexes())
            self.local_words = formula.local_words()
        else:
            self.from_text, plain, self.local_words = ways
            self.entries = tuple(_entry(fields, _LazyEntry(self, place)) for place, fields in enumerate(plain))

    def __call__(self) -> Built:
        if self._built is None:
            self._built = self._build()
        return self._built

    def entry(self, place: int) -> EntryPoint:
        """One of the ways into the formula, which is built for it."""
        if not self._entries:
            self._entries = self().entries()
        return self._entries[place]


class _LazyEntry:
    """Tries one entry of a lazy formula at a node. There are thousands, and a closure takes three times the memory."""

    __slots__ = ("_at", "_formula", "_place")

    def __init__(self, formula: LazyFormula, place: int) -> None:
        self._formula = formula
        self._place = place
        self._at: At | None = None

    def __call__(self, node: Node, context: MatchContext) -> Matches:
        at = self._at
        if at is None:
            at = self._at = self._formula.entry(self._place).at
        return at(node, context)


def entries_into(wanted: Formula | Check, languages: Iterable[str]) -> dict[str, list[Any]]:
    """The ways into a formula, by language."""
    found = {}
    for name in languages:
        try:
            formula = formula_of(wanted, name)
        except (PatternError, re.error, ValueError):
            continue
        entries = [_plain(entry) for entry in formula.entries()]
        found[name] = [bool(formula.regexes()), entries, formula.local_words()]
    return found


def formula_of(wanted: Formula | Check, language: str, options: Mapping[str, int] | None = None) -> Built:
    """The formula that is wanted, compiled, which may be a rule in Python; `options` are for such a one.

    Raises PatternError, re.error or ValueError.
    """
    if not isinstance(wanted, Check):
        return build(wanted, language)
    from reread.analyzers.rules.checks import CheckFormula

    return CheckFormula(wanted.module, language, options or {})


def _entry(fields: Sequence[Any], at: At) -> EntryPoint:
    kinds, name, alias, shape, *rest = fields
    return EntryPoint(kinds, name, at, alias, shared(shape), *rest)


def _plain(entry: EntryPoint) -> list[Any]:
    return [*entry[:_AT], *entry[_AT + 1 :]]
