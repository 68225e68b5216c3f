"""Code metrics: lines, function complexity, and hashes of line sequences for finding duplicates."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from reread.analyzers import syntax
from reread.analyzers.checks.structure._functions import BRANCHES, CONJUNCTIONS, FUNCTIONS, is_branch
from reread.analyzers.text import Document

WINDOW = 6
"""Lines of code that are the same somewhere else to be called a duplicate."""


class Measures(NamedTuple):
    """Of one file: lines with code, the cyclomatic complexity of each function, hashes of each run of lines."""

    lines: int
    complexities: tuple[int, ...] = ()
    runs: tuple[int, ...] = ()


def measure(document: Document) -> Measures:
    """The sizes of a text; without functions for a language that none are known of, or where it cannot be parsed."""
    lines = [stripped for line in document.text.splitlines() if (stripped := line.strip())]
    runs = tuple(hash(tuple(lines[at : at + WINDOW])) for at in range(len(lines) - WINDOW + 1))
    return Measures(len(lines), tuple(_complexities(document)), runs)


def _complexities(document: Document) -> list[int]:
    """Of each function one, and one more for each branch that is in no function inside it."""
    compiled = _query(document.language)
    tree = syntax.parse(document) if compiled is not None else None
    if tree is None or compiled is None:
        return []
    found = syntax.captures(compiled, tree.root)
    functions = sorted(found.get("function", ()), key=lambda node: (node.start_byte, -node.end_byte))
    starts = [node.start_byte for node in functions]
    counts = [1] * len(functions)
    for branch in filter(is_branch, found.get("branch", ())):
        at = bisect_right(starts, branch.start_byte) - 1
        while at >= 0 and functions[at].end_byte < branch.end_byte:
            at -= 1
        if at >= 0:
            counts[at] += 1
    return counts


@cache
def _query(language: str) -> syntax.Query | None:
    if language not in FUNCTIONS:
        return None
    branches = sorted(kind for kind in BRANCHES | CONJUNCTIONS if syntax.has_kind(language, kind))
    functions = " ".join(f"({kind})" for kind in sorted(FUNCTIONS[language]))
    return syntax.query(language, f"[{functions}] @function [{' '.join(f'({kind})' for kind in branches)}] @branch")
