"""A rule compiled for one language (`Plan`), and each of its entries (`Attempt`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reread.analyzers.languages.table import Matching
from reread.analyzers.pattern.formulas.formula import Around, EntryPoint, Formula, Matches
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.nodes import Shape
from reread.analyzers.pattern.shared_values import shared
from reread.analyzers.rules.lazy_formula import LazyFormula
from reread.analyzers.rules.rule import Rule
from reread.analyzers.syntax import Node, language

Kinds = frozenset[str]
ANY_KIND = "_"
_NO_NAMES: frozenset[str] = frozenset()


class Attempt(NamedTuple):
    """One entry of the rule of `plan`, tried at `at`. `children` is what of the shape is about no field."""

    plan: Plan
    at: Callable[[Node, MatchContext], Matches]
    shape: Shape = ()
    twins: bool = False
    sure: tuple[bytes, ...] = ()
    callee_names: tuple[str, ...] = ()
    around: tuple[Around, ...] = ()
    children: Shape = ()


class Plan:
    """A rule, compiled for one language. `number` is its place among the rules of the engine. `folds` is false for one
    whose literals match nothing but literals, `is_builtin` true for one that came with the program. `local_words`
    are what the text of each of its candidates holds. `compares_values` is true for one written for Semgrep, to which a
    variable and the literal that it has as its value are the same.

    Without a rule it is one entry of taint rules, of which the places are wanted, not findings.
    """

    __slots__ = (
        "_lazy",
        "attempts",
        "compares_values",
        "folds",
        "from_text",
        "is_builtin",
        "local_words",
        "number",
        "rows",
        "rule",
    )

    def __init__(
        self,
        number: int,
        rule: Rule | None,
        lazy: LazyFormula,
        language_name: str,
        *,
        folds: bool = True,
        is_builtin: bool = False,
    ) -> None:
        table = language(language_name)
        assert table is not None and table.matching is not None
        self.number = number
        self.rule = rule
        self.folds = folds
        self.is_builtin = is_builtin
        self.compares_values = folds and not is_builtin
        self.from_text = lazy.from_text
        self.local_words = lazy.local_words
        self._lazy = lazy
        self.attempts = [(entry.alias, _attempt(self, entry)) for entry in lazy.entries]
        self.rows = [
            row
            for (_, attempt), entry in zip(self.attempts, lazy.entries, strict=True)
            for row in _rows(entry, attempt, table.matching)
        ]

    @property
    def formula(self) -> Formula:
        return self._lazy()


def _attempt(plan: Plan, entry: EntryPoint) -> Attempt:
    children = tuple(part for part in entry.shape if not part[0])
    return Attempt(plan, entry.at, entry.shape, entry.twins, entry.sure, entry.callee_names, entry.around, children)


class Row(NamedTuple):
    """The position of an attempt in a table: at a kind of nodes, by the names in `field` or for any name."""

    kind: str
    field: str | None
    names: frozenset[str]
    attempt: Attempt


def _rows(entry: EntryPoint, attempt: Attempt, matching: Matching) -> Iterator[Row]:
    kinds = {ANY_KIND} if entry.kinds is None else set(entry.kinds)
    if entry.alias:
        kinds -= matching.names.leaves | matching.names.with_types
    names = shared(entry.names or frozenset((entry.name,) if entry.name else ()))
    for kind in kinds:
        field = matching.names.operators.get(kind, matching.names.callees.get(kind))
        is_named = field is not None or kind in matching.names.members
        yield Row(kind, field, names if is_named else _NO_NAMES, attempt)
