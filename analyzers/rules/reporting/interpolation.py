"""Fills in the metavariables in the texts of rules."""

from __future__ import annotations

import re

from reread.analyzers.pattern.bindings import Binding, Bindings

VARIABLE = re.compile(r"\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+|\$[a-z_]\w*")


def filled(text: str, bindings: Bindings, limit: int | None) -> str:
    """The text with the code that metavariables stand for, on one line and cut where there is a limit (characters)."""
    if "$" not in text:
        return text

    def value(match: re.Match[str]) -> str:
        bound = bindings.get(match[0])
        return match[0] if bound is None else _shown(bound, limit)

    return VARIABLE.sub(value, text)


def _shown(bound: Binding, limit: int | None) -> str:
    text = bound.text.decode(errors="replace")
    if limit is None:
        return text
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
