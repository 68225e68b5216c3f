"""Where the built-in rules are."""

from __future__ import annotations

import os

ANALYZERS = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
CHECKS = os.path.join(ANALYZERS, "checks")
"""Where the rules in Python are. No other Python file is ever read as a rule."""
PACKS = os.path.join(ANALYZERS, "packs")
"""Where the other built-in rules are, a folder for each language."""
