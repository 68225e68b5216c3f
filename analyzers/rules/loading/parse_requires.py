"""Parses conditions on taint labels, such as `requires: A and not (B or C)`."""

from __future__ import annotations

import re

from reread.analyzers.rules.loading.field_values import Wrong
from reread.analyzers.rules.taint_spec import HasAll, HasAny, HasLabel, HasNot, OnLabels

_DEEPEST = 40


def read_requires(key: str, text: str) -> OnLabels:
    """Reads a condition such as `A and not (B or C)`."""
    tokens = re.findall(r"[A-Za-z_]\w*|[()]|\S", text)
    tree, rest = _either(key, tokens, 0, 0)
    if rest != len(tokens):
        raise Wrong(key, f"not a condition on labels: {text}")
    return tree


def _either(key: str, tokens: list[str], at: int, depth: int) -> tuple[OnLabels, int]:
    parts, at = _many(key, tokens, at, "or", depth)
    return (parts[0] if len(parts) == 1 else HasAny(tuple(parts))), at


def _many(key: str, tokens: list[str], at: int, word: str, depth: int) -> tuple[list[OnLabels], int]:
    if depth > _DEEPEST:
        raise Wrong(key, "the condition is nested too deeply")
    parts: list[OnLabels] = []
    while True:
        if word == "or":
            inner, at = _many(key, tokens, at, "and", depth)
            parts.append(inner[0] if len(inner) == 1 else HasAll(tuple(inner)))
        else:
            part, at = _single(key, tokens, at, depth)
            parts.append(part)
        if at >= len(tokens) or tokens[at] != word:
            return parts, at
        at += 1


def _single(key: str, tokens: list[str], at: int, depth: int) -> tuple[OnLabels, int]:
    token = tokens[at] if at < len(tokens) else ""
    if token == "not":
        if depth >= _DEEPEST:
            raise Wrong(key, "the condition is nested too deeply")
        part, at = _single(key, tokens, at + 1, depth + 1)
        return HasNot(part), at
    if token == "(":
        part, at = _either(key, tokens, at + 1, depth + 1)
        if at >= len(tokens) or tokens[at] != ")":
            raise Wrong(key, "a bracket is not closed")
        return part, at + 1
    if token in ("True", "False"):
        return (HasAll() if token == "True" else HasAny()), at + 1
    if not token.isidentifier() or token in ("and", "or"):
        raise Wrong(key, f"expected a label instead of `{token}`" if token else "expected a label")
    return HasLabel(token), at + 1
