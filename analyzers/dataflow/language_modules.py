"""Finds what the data-flow analysis knows of one language, without naming any.

All of it is in one folder of `languages/`, which the language's table names; a folder has a module for each topic.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from reread.analyzers import syntax

LOWERING = "lowering"
SEMANTICS = "semantics"
DECLARATIONS = "declarations"
IMPORTS = "imports"


def module_of(language: str, topic: str) -> ModuleType | None:
    """The module of a language for a topic; None for a language without data-flow analysis."""
    table = syntax.language(language)
    if table is None or not table.dataflow:
        return None
    return import_module(f"reread.analyzers.dataflow.languages.{table.dataflow}.{topic}")
