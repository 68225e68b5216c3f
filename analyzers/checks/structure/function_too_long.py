"""A function that does not fit on two screens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import FUNCTIONS, head, lines_of
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node


def _example(language: str, lines: int) -> Example:
    if language == "python":
        return Example(language, "def f():\n" + "    g()\n" * lines)
    if language == "go":
        return Example(language, "package a\n\nfunc f() {\n" + "\tg()\n" * lines + "}\n")
    if language == "java":
        return Example(language, "class A {\n  void f() {\n" + "    g();\n" * lines + "  }\n}\n")
    return Example(language, "function f() {\n" + "  g();\n" * lines + "}\n")


RULE = Definition(
    id="function-too-long",
    message=(
        "Function of $COUNT lines (limit $LIMIT): it is too long to be read at a glance. Move parts into functions."
    ),
    summary="Function is too long to be read at a glance. Move parts into functions.",
    severity=Severity.HINT,
    category="maintainability",
    kinds=FUNCTIONS,
    options={"limit": 80},
    explanation="""\
A long function does several things one after the other, and readers have forgotten its beginning by its end. All lines
from its first to its last are counted, including comments and empty lines.

Bad: one function reads, checks, computes and writes.

```python
def report(path):
    ...  # a hundred lines
```

Good: a function for each step, and one that says in which order.

```python
def report(path):
    entries = checked(read(path))
    write(totals(entries))
```

To fix it, extract the part that a comment in the middle names: the comment gives the new function its name. The setting
`rules.options.function-too-long.limit` is the maximum.
""",
    invalid=tuple(_example(language, 90) for language in FUNCTIONS),
    valid=tuple(_example(language, 60) for language in FUNCTIONS),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    count = lines_of(node)
    if count > options["limit"]:
        yield Found(*head(node), {"$COUNT": str(count), "$LIMIT": str(options["limit"])})
