"""Imports between files: one file per language or family of languages, found by its `LANGUAGES`."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from reread.rag.imports.table import Import, ImportRules, ModulePlace, Shared, unreachable

__all__ = ["Import", "ImportRules", "ModulePlace", "Shared", "rules_of"]

_UNKNOWN = ImportRules(frozenset(), lambda node, text: (), unreachable, shared=Shared.ALL, own_members=True)


def rules_of(language: str) -> ImportRules:
    """The rules of a language; for one that has none, names mean whatever has that name in the workspace."""
    return _tables().get(language, _UNKNOWN)


@cache
def _tables() -> dict[str, ImportRules]:
    files = sorted(os.listdir(os.path.dirname(__file__)))
    names = [name[:-3] for name in files if name.endswith(".py") and name not in ("__init__.py", "table.py")]
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return {language: module.RULES for module in modules for language in module.LANGUAGES}
