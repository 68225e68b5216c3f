"""The hooks of a language by its name."""

from __future__ import annotations

from functools import cache

from reread.analyzers.dataflow.domain.state import NO_HOOKS, Hooks
from reread.analyzers.dataflow.language_modules import SEMANTICS, module_of


@cache
def hooks_of(language: str) -> Hooks:
    """None of them for languages whose values are not interpreted."""
    module = module_of(language, SEMANTICS)
    found: Hooks = NO_HOOKS if module is None else module.HOOKS
    return found
