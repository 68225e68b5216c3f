"""A file that is too long to hold a single idea."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import ROOTS
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_LINES = {"python": "x = 1\n", "go": "var x = 1\n", "java": "class A {}\n"}


def _example(language: str, lines: int) -> Example:
    line = _LINES.get(language, "x = 1;\n")
    return Example(language, ("package a\n" if language == "go" else "") + line * lines)


RULE = Definition(
    id="file-too-long",
    message="File of $COUNT lines (limit $LIMIT) holds more than one idea. Move one of them into a file of its own.",
    summary="File is longer than the limit and holds more than one idea. Move one of them into a file of its own.",
    severity=Severity.HINT,
    category="maintainability",
    kinds=ROOTS,
    options={"limit": 1000},
    explanation="""\
A long file can only be navigated by searching, everyone edits it at the same time, and its parts use each other's
private details.

Bad: `helpers.py` with two thousand lines.

Good: `dates.py`, `paths.py` and `money.py`, each with one idea.

To fix it, look for functions that call only each other: they can become a file of their own. The setting
`rules.options.file-too-long.limit` is the maximum.
""",
    invalid=tuple(_example(language, 1200) for language in ROOTS),
    valid=tuple(_example(language, 800) for language in ROOTS),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    context.touch(node)
    # Blank lines before the code are outside of the node, so that edits there are none of it.
    count = context.data.count(b"\n", node.start_byte)
    if count > options["limit"]:
        end = context.data.find(b"\n", node.start_byte)
        yield Found(node.start_byte, end, {"$COUNT": str(count), "$LIMIT": str(options["limit"])})
