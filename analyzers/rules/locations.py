"""The location of the built-in rules."""

from __future__ import annotations

import os

ANALYZERS = os.path.dirname(os.path.dirname(__file__))
CHECKS = os.path.join(ANALYZERS, "checks")
"""Where the rules in Python are. No other Python file is ever read as a rule."""
PACKS = os.path.join(ANALYZERS, "packs")
"""Where the other built-in rules are, a folder for each language."""


def check_module(file: str) -> str:
    """The name of a rule in Python below `checks`, at any depth: `structure.file_too_long`; "" for any other file."""
    below = os.path.relpath(file, CHECKS)
    is_check = below.endswith(".py") and below.split(os.sep)[0] != os.pardir
    return below.removesuffix(".py").replace(os.sep, ".") if is_check else ""
