"""Rules written in Python: one file per rule in `checks/` or a folder below it, found by itself. Only built-in rules
are; code is never read from a workspace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import ModuleType

from reread.analyzers.identifiers import identifier
from reread.analyzers.pattern.bindings import Binding, Bindings
from reread.analyzers.pattern.formulas.formula import EntryPoint, Formula, Match, Matches
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Found
from reread.analyzers.rules.locations import check_module
from reread.analyzers.rules.reporting.fix import FIX
from reread.analyzers.rules.rule import Check, Details, LazyDetails, Rule
from reread.analyzers.syntax import Node

_PACKAGE = "reread.analyzers.checks"

At = Callable[[Node, MatchContext, Mapping[str, int]], Iterator[Found]]


def read(file: str) -> Rule:
    """The rule of one file below `checks/`."""
    # Only where rules are prepared; what runs them has no need of what reads them.
    from reread.analyzers.rules.loading.rule_fields import documentation_of

    name = check_module(file)
    definition = definition_of(name)
    details = Details(
        message=definition.message,
        formula=Check(name, definition.by_lines),
        fix="" if definition.fix_title else None,
        applicability=definition.applicability,
        metadata=definition.metadata,
        explanation=definition.explanation,
        documentation=documentation_of(definition.metadata),
    )
    return Rule(
        id=identifier(definition.id, definition.languages),
        severity=definition.severity,
        languages=definition.languages,
        words=definition.words,
        details=LazyDetails(details),
        path=file,
        confidence=definition.confidence,
        category=definition.category,
        group=definition.group,
    )


def module_of(name: str) -> ModuleType:
    """The module of a rule, by its name below `checks/`."""
    return import_module(f"{_PACKAGE}.{name}")


def definition_of(name: str) -> Definition:
    found: Definition = module_of(name).RULE
    return found


class CheckFormula(Formula):
    """A function that looks at nodes, in place of a pattern. It is imported when the first of them turns up."""

    __slots__ = ("_at", "_kinds", "_names", "_needs_scopes", "_options")

    def __init__(self, name: str, language: str, options: Mapping[str, int]) -> None:
        definition = definition_of(name)
        self._kinds = frozenset(definition.kinds[language])
        self._names = definition.names
        self._needs_scopes = definition.needs_scopes
        self._at: At = module_of(name).at
        self._options = {**definition.options, **options}

    def entries(self) -> list[EntryPoint]:
        named = sorted(self._kinds.intersection(self._names))
        found = [EntryPoint(frozenset({kind}), None, self._candidate, names=self._names[kind]) for kind in named]
        rest = self._kinds.difference(named)
        return [*found, EntryPoint(rest, None, self._candidate)] if rest else found

    def at(self, node: Node, bindings: Bindings, context: MatchContext) -> Matches:
        return self._candidate(node, context)

    def _candidate(self, node: Node, context: MatchContext) -> Matches:
        for found in self._at(node, context, self._options):
            if self._needs_scopes and not _has_sound_scopes(node, context):
                return
            yield Match(found.start, found.end, node, environment_of(found))


def _has_sound_scopes(node: Node, context: MatchContext) -> bool:
    """False where blocks may have got other beginnings and ends, as in a template of JavaScript: an error is in the
    statement of the file around a node, or between such statements.
    """
    root = context.root
    if not root.has_error:
        return True
    context.touch(root)
    place = node.start_byte
    return not any(
        child.is_error or (child.has_error and child.start_byte <= place < child.end_byte) for child in root.children
    )


def environment_of(found: Found) -> Bindings:
    """The bindings of the metavariables in the message, and the fix under the name `FIX`."""
    bound = {name: Binding(found.start, found.end, value.encode(), None) for name, value in found.values.items()}
    if found.fix is not None:
        bound[FIX] = Binding(found.fix.start, found.fix.end, found.fix.text.encode(), None)
    return bound
