"""A function with more paths than a reader can keep in mind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import FUNCTIONS, head, is_branch, own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_PYTHON = "def f(x):\n" + "".join(f"    if x == {number} and x:\n        g({number})\n" for number in range(8))
_SCRIPT = "function f(x) {\n" + "".join(f"  if (x === {number} && x) g({number});\n" for number in range(8)) + "}\n"
_GO = (
    "package a\n\nfunc f(x int) {\n"
    + "".join(f"\tif x == {number} && g() {{\n\t\th()\n\t}}\n" for number in range(8))
    + "}\n"
)
_JAVA = "class A {\n  void f(int x) {\n" + "".join(f"    if (x == {n} && g()) h();\n" for n in range(8)) + "  }\n}\n"

RULE = Definition(
    id="function-too-complex",
    message="Function with $COUNT paths (limit $LIMIT) is hard to test and to follow. Move parts into functions.",
    summary="Function has too many paths, which makes it hard to test and to follow. Move parts into functions.",
    severity=Severity.HINT,
    category="maintainability",
    kinds=FUNCTIONS,
    options={"limit": 15},
    explanation="""\
The cyclomatic complexity is counted: one, and one more for each branch, loop, handler, case, and each `and` or `or` in
a condition. Nested functions are counted separately.

Each path needs a test, and changing one means thinking of all others.

Bad: a function of fifteen conditions, one below the other.

```python
def price(order):
    if order.country == "DE" and order.weight > 5: ...
    elif order.country == "DE" or order.express: ...
```

Good: a table, or a function for each part with a name that says what it decides.

```python
def price(order):
    return PRICES[order.country](order)
```

To fix it, extract parts that belong together, return early, or replace conditions by a table. The setting
`rules.options.function-too-complex.limit` is the maximum.
""",
    invalid=(
        Example("python", _PYTHON),
        *(Example(language, _SCRIPT) for language in ("javascript", "typescript", "tsx")),
        Example("go", _GO),
        Example("java", _JAVA),
    ),
    valid=(
        Example("python", _PYTHON.replace(" and x", "")),
        Example("python", "def f(x):\n    def g(y):\n        return y\n    return g if x else None\n"),
        *(Example(language, _SCRIPT.replace(" && x", "")) for language in ("javascript", "typescript", "tsx")),
        Example("go", _GO.replace(" && g()", "")),
        Example("java", _JAVA.replace(" && g()", "")),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    count = 1 + sum(is_branch(each) for each in own_nodes(node))
    if count > options["limit"]:
        yield Found(*head(node), {"$COUNT": str(count), "$LIMIT": str(options["limit"])})
