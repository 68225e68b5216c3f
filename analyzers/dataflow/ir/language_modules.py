"""Finds what the data-flow analysis knows of one language, without naming any.

All of it is in one module or folder of `languages/`, which the language's table names. A module has a table of the
grammar, and facts where the language is not as most are; a folder has a module for each topic that the language needs.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from reread.analyzers import syntax
from reread.analyzers.dataflow.ir.syntax_table import SyntaxTable

LOWERING = "lowering"
SEMANTICS = "semantics"
DECLARATIONS = "declarations"
IMPORTS = "imports"


@cache
def module_of(language: str, topic: str) -> ModuleType | None:
    """The module of a language for a topic; None for one that has no folder, or nothing in it about the topic."""
    own = _own(language)
    if own is None or not hasattr(own, "__path__"):
        return None
    name = f"{own.__name__}.{topic}"
    return None if find_spec(name) is None else import_module(name)


def table_of(language: str) -> SyntaxTable | None:
    """The table of a language's grammar; None for one that has a folder, or no data-flow analysis."""
    return getattr(_own(language), "TABLE", None)


def facts_of(language: str) -> Any:
    """What the module of a language with a table says of it beside that; None where it says nothing."""
    return getattr(_own(language), SEMANTICS.upper(), None)


def _own(language: str) -> ModuleType | None:
    table = syntax.language(language)
    if table is None or not table.dataflow:
        return None
    return import_module(f"reread.analyzers.dataflow.languages.{table.dataflow}")
