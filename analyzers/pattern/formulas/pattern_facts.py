"""Facts about a pattern for the candidate table, so that it is compiled only when a candidate turns up.

Compiling a pattern parses it, which takes longer than all other work on a rule in a short check. The rule cache stores
these facts beside the text of each pattern.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers.pattern.compilation.compile import CompiledPattern, compile_pattern
from reread.analyzers.pattern.matching.nodes import Shape
from reread.analyzers.pattern.patterns.child_kinds import shape_of
from reread.analyzers.pattern.patterns.metavariable_encoding import PatternError
from reread.analyzers.pattern.patterns.pattern import Ellipsis, ManyMetavariable, Name, Pattern
from reread.analyzers.pattern.patterns.statement_position import Placed
from reread.analyzers.pattern.prefilter.node_tokens import sure_words
from reread.analyzers.pattern.source import Formula, Options, PatternText, mapped
from reread.analyzers.syntax import language

Compiled: TypeAlias = Callable[[], CompiledPattern]
"""Gives the compiled pattern, always the same one."""


class Facts(NamedTuple):
    """`kinds`, `name`, `twins` and `variable` as in `Pattern`, of the first item that is not `...`, and its `shape`;
    `alias` are the parts of a pattern that is only a name, `sure` its `sure_words`. `single` is false for several
    statements, `statement` as in `CompiledPattern`, `followed` is true where another statement comes right after that.
    """

    kinds: frozenset[str] | None
    name: str | None
    alias: tuple[str, ...]
    shape: Shape
    twins: bool
    single: bool
    statement: bool
    variable: str = ""
    sure: tuple[bytes, ...] = ()
    followed: bool = False


def facts_of(compiled: CompiledPattern, language_name: str) -> Facts:
    table = language(language_name)
    assert table is not None and table.matching is not None
    first = first_of(compiled.items)
    alone = first.items[0] if isinstance(first, Placed) else first
    alias = alone.parts if isinstance(alone, Name) else ()
    single = len(compiled.items) == 1
    sure = sure_words(first, table.matching)
    following = compiled.items[compiled.items.index(first) + 1 :]
    followed = bool(following) and not isinstance(following[0], (Ellipsis, ManyMetavariable))
    rest = (first.twins, single, compiled.statement, first.variable, sure, followed)
    return Facts(first.kinds, first.name, alias, shape_of(first, language_name, table.matching), *rest)


def first_of(items: tuple[Pattern, ...]) -> Pattern:
    return next(item for item in items if not isinstance(item, Ellipsis))


class OnDemand:
    """A pattern that is compiled when it is first called for, which raises PatternError where the text is none.

    There are thousands, and a closure with its cells takes five times the memory of an object with slots.
    """

    __slots__ = ("_compiled", "_language", "_options", "_text")

    def __init__(self, text: str, language_name: str, options: Options = ()) -> None:
        self._text = text
        self._language = language_name
        self._options = options
        self._compiled: CompiledPattern | None = None

    def __call__(self) -> CompiledPattern:
        if self._compiled is None:
            self._compiled = compile_pattern(self._text, self._language, self._options)
        return self._compiled


def with_facts(formula: Formula, languages: tuple[str, ...]) -> Formula:
    """The formula with what is known of each pattern in it in the languages that can read it."""
    found: Formula = mapped(formula, lambda pattern: pattern._replace(facts=_facts(pattern, languages)))
    return found


def _facts(pattern: PatternText, languages: tuple[str, ...]) -> dict[str, tuple[Any, ...]]:
    found = {}
    for name in languages:
        try:
            compiled = compile_pattern(pattern.text, name, pattern.options)
            found[name] = tuple(facts_of(compiled, name))
        except PatternError:
            continue
    return found
