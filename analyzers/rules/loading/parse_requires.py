"""Conditions on taint labels, `requires: A and not (B or C)`: from text to plain data."""

from __future__ import annotations

import re
from typing import Any

from reread.analyzers.rules.loading.field_values import Wrong

_DEEPEST = 40


def read_requires(key: str, text: str) -> list[Any]:
    """Reads a condition such as `A and not (B or C)`."""
    tokens = re.findall(r"[A-Za-z_]\w*|[()]|\S", text)
    tree, rest = _either(key, tokens, 0, 0)
    if rest != len(tokens):
        raise Wrong(key, f"not a condition on labels: {text}")
    return tree


def _either(key: str, tokens: list[str], at: int, depth: int) -> tuple[list[Any], int]:
    parts, at = _many(key, tokens, at, "or", depth)
    return (parts[0] if len(parts) == 1 else ["or", parts]), at


def _many(key: str, tokens: list[str], at: int, word: str, depth: int) -> tuple[list[list[Any]], int]:
    if depth > _DEEPEST:
        raise Wrong(key, "the condition is nested too deeply")
    parts: list[list[Any]] = []
    while True:
        if word == "or":
            inner, at = _many(key, tokens, at, "and", depth)
            parts.append(inner[0] if len(inner) == 1 else ["and", inner])
        else:
            part, at = _single(key, tokens, at, depth)
            parts.append(part)
        if at >= len(tokens) or tokens[at] != word:
            return parts, at
        at += 1


def _single(key: str, tokens: list[str], at: int, depth: int) -> tuple[list[Any], int]:
    token = tokens[at] if at < len(tokens) else ""
    if token == "not":
        part, at = _single(key, tokens, at + 1, depth + 1) if depth < _DEEPEST else ([], at)
        if not part:
            raise Wrong(key, "the condition is nested too deeply")
        return ["not", part], at
    if token == "(":
        part, at = _either(key, tokens, at + 1, depth + 1)
        if at >= len(tokens) or tokens[at] != ")":
            raise Wrong(key, "a bracket is not closed")
        return part, at + 1
    if token in ("True", "False"):
        return ["and" if token == "True" else "or", []], at + 1
    if not token.isidentifier() or token in ("and", "or"):
        raise Wrong(key, f"expected a label instead of `{token}`" if token else "expected a label")
    return ["label", token], at + 1
