"""How the results of an evaluation are written, one module for each format, found by its name.

A format has `write(results)`, which returns the text.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Protocol, cast

from reread.server.evaluation.results import Results


class Format(Protocol):
    """The interface of the modules in this package."""

    def write(self, results: Results) -> str: ...


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"))


def find(name: str) -> Format:
    """The format with that name."""
    return cast(Format, import_module(f"{__name__}.{name}"))
