"""Rules written in Python: one file a rule in `checks/`, found by itself. Only built-in rules are; code is never read
from a workspace.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from reread.analyzers.identifiers import identifier
from reread.analyzers.rules.cache.locations import CHECKS
from reread.analyzers.rules.definition import Definition, Found
from reread.analyzers.rules.formulas.formula import Entry, Formula, Match, Matches
from reread.analyzers.rules.matching.bindings import EMPTY, Bound, Environment
from reread.analyzers.rules.matching.match_context import Scan
from reread.analyzers.rules.reporting.fix import FIX
from reread.analyzers.rules.rule import Details, Kept, Rule
from reread.analyzers.syntax import Node

_PACKAGE = "reread.analyzers.checks"

At = Callable[[Node, Scan, Mapping[str, int]], Iterator[Found]]


def read(file: str) -> Rule:
    """The rule of one file of the folder."""
    name = os.path.relpath(file, CHECKS).removesuffix(".py").replace(os.sep, ".")
    definition = definition_of(name)
    references = definition.references
    details = Details(
        message=definition.message,
        formula=["check", name, definition.by_lines],
        fix="" if definition.fix_title else None,
        applicability=definition.applicability,
        metadata=definition.metadata,
        explanation=definition.explanation,
        documentation=references[0] if references else "",
    )
    return Rule(
        id=identifier(definition.id, definition.languages),
        severity=definition.severity,
        languages=definition.languages,
        words=definition.words,
        details=Kept(details),
        path=file,
        confidence=definition.confidence,
        category=definition.category,
        group=definition.group,
    )


def module_of(name: str) -> Any:
    """The module of a rule, by its name below `checks/`."""
    return import_module(f"{_PACKAGE}.{name}")


def definition_of(name: str) -> Definition:
    found: Definition = module_of(name).RULE
    return found


class CheckFormula(Formula):
    """A function that looks at nodes, in the place of a pattern. It is imported when the first of them turns up."""

    __slots__ = ("_at", "_kinds", "_name", "_options")

    def __init__(self, name: str, language: str, options: Mapping[str, int]) -> None:
        definition = definition_of(name)
        self._name = name
        self._kinds = definition.kinds[language]
        self._at: At = module_of(name).at
        self._options = {**definition.options, **options}

    def entries(self) -> list[Entry]:
        return [Entry(self._kinds, None, self._candidate)]

    def _candidate(self, node: Node, scan: Scan) -> Matches:
        return self.at(node, EMPTY, scan)

    def at(self, node: Node, environment: Environment, scan: Scan) -> Matches:
        for found in self._at(node, scan, self._options):
            yield Match(found.start, found.end, node, environment_of(found))


def environment_of(found: Found) -> Environment:
    """What the metavariables of the message stand for, and the fix under the name `FIX`."""
    bound = {name: Bound(found.start, found.end, value.encode(), None) for name, value in found.values.items()}
    if found.fix is not None:
        bound[FIX] = Bound(found.fix.start, found.fix.end, found.fix.text.encode(), None)
    return bound
