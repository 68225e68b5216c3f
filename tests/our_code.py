"""The modules of the program, parsed once in a process for all tests that look through them."""

from __future__ import annotations

import ast
import gc
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for part in ("analyzers", "rag", "server", "tools") for path in (ROOT / part).rglob("*.py"))


def nodes(code: str) -> list[ast.AST]:
    """All nodes of a module, outer ones first."""
    found = _nodes_of_all().get(code)
    return list(ast.walk(ast.parse(code))) if found is None else found


def tree(code: str) -> ast.Module:
    module = nodes(code)[0]
    assert isinstance(module, ast.Module)
    return module


@cache
def _nodes_of_all() -> dict[str, list[ast.AST]]:
    """They stay as long as the process, and nobody looks for garbage among them."""
    gc.disable()
    codes = {path.read_text(encoding="utf-8") for path in MODULES}
    found = {code: list(ast.walk(ast.parse(code))) for code in codes}
    gc.freeze()
    gc.enable()
    return found
