"""The languages whose values are followed. What differs between them has a module each, in one package a topic."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

_MODULES: Mapping[str, str] = {
    "python": "python",
    "javascript": "javascript",
    "typescript": "javascript",
    "tsx": "javascript",
    "go": "go",
    "java": "java",
}


def module_of(language: str, package: str) -> ModuleType | None:
    """The module of a language in a package of `flow`; None for languages whose values are not followed."""
    name = _MODULES.get(language)
    return None if name is None else import_module(f"reread.analyzers.flow.{package}.{name}")
