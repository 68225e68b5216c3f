"""How deeply each language is analysed, as the code registers it: for `reread doctor` and the table of limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.definition import ANY
from reread.analyzers.rules.rule import Rule

_SECRETS = "hardcoded-secret"
"""The group of the rules that find secrets."""

HEADINGS = (
    "language",
    "own rules",
    "secrets",
    "foreign rules",
    "data flow",
    "taint across functions",
    "across files",
    "index findings",
    "fixes",
    "model review",
)


class Depth(NamedTuple):
    """What is done in a language. The fields are the columns of the table.

    `kinds` says how many of all kinds of index findings there are, `review` what is reviewed as one: definitions, or
    hunks.
    """

    language: str
    own_rules: bool
    secrets: bool
    foreign: str
    dataflow: bool
    across_functions: bool
    across_files: bool
    kinds: str
    fixes: bool
    review: str

    def row(self) -> tuple[str, ...]:
        """The cells of the table."""
        return tuple(_cell(value) for value in self)

    def described(self) -> str:
        """One line about what there is, and what there is not."""
        there = {name: _cell(value) for name, value in zip(HEADINGS[1:], self[1:], strict=True)}
        found = [name if cell == "yes" else f"{name}: {cell}" for name, cell in there.items() if cell != "no"]
        missing = [name for name, cell in there.items() if cell == "no"]
        return ", ".join(found) + (f"; not: {', '.join(missing)}" if missing else "")


def _cell(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def depths() -> Iterator[Depth]:
    """Those of all languages with a parser of their own. Vue and Svelte are read as their scripts."""
    return (depth_of(name) for name in syntax.language_names() if not _read_as(name))


def _read_as(name: str) -> str:
    table = syntax.language(name)
    return table.read_as if table is not None else ""


@cache
def depth_of(name: str) -> Depth:
    """That of a language; of one without a parser, such as plain text, too."""
    from reread.analyzers.dataflow.ir.language_modules import IMPORTS, module_of
    from reread.rag.findings.registry import kinds
    from reread.server.imports.files import is_followed

    table = syntax.language(name)
    own = _rules().get(name, [])
    flows = table is not None and bool(table.dataflow)
    patterns = table is not None and table.matching is not None
    return Depth(
        name,
        own_rules=bool(own),
        secrets=any(rule.group == _SECRETS for rule in (*own, *_rules().get(ANY, []))),
        foreign="patterns and taint" if flows else "patterns" if patterns else "texts",
        dataflow=flows,
        across_functions=flows,
        across_files=is_followed(name) and module_of(name, IMPORTS) is not None,
        kinds=f"{sum(1 for kind in kinds() if not {name, ANY}.isdisjoint(kind.languages))} of {len(kinds())}",
        fixes=any(rule.has_fix for rule in own),
        review="definitions" if table is not None and table.definitions else "hunks",
    )


@cache
def _rules() -> Mapping[str, list[Rule]]:
    """The built-in rules of each language."""
    found: dict[str, list[Rule]] = {}
    for rule in ruleset.load().rules:
        for name in rule.languages:
            found.setdefault(name, []).append(rule)
    return found
