"""Code that is nested so deeply that its conditions are out of sight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import FUNCTIONS, NESTING, head
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")


def _python(depth: int) -> str:
    lines = [f"{'    ' * (level + 1)}if x:\n" for level in range(depth)]
    return f"def f(x):\n{''.join(lines)}{'    ' * (depth + 1)}g()\n"


def _braces(depth: int) -> str:
    return "if (x) { " * depth + "g(); " + "} " * depth


_CHAIN = " else ".join(f"if ({name}) {{ g(); }}" for name in "abcdefg")

RULE = Definition(
    id="nesting-too-deep",
    message=(
        "Nesting of $COUNT levels (limit $LIMIT) is hard to follow. "
        "Return early, or move the inner part into a function."
    ),
    summary="Code is nested too deeply to follow easily. Return early, or move the inner part into a function.",
    severity=Severity.HINT,
    category="maintainability",
    kinds=FUNCTIONS,
    options={"limit": 5},
    explanation="""\
To understand the innermost line, readers must keep the conditions of all levels around it in mind. Branches, loops,
`try`, `with` and `switch` are counted; `else if` is not a level of its own.

Bad:

```python
def total(orders):
    for order in orders:
        if order.paid:
            for line in order.lines:
                if line.count:
                    ...
```

Good:

```python
def total(orders):
    for order in orders:
        if not order.paid:
            continue
        yield from amounts(order)
```

To fix it, invert a condition and return early, or move the inner loop into a function. The setting
`rules.options.nesting-too-deep.limit` is the maximum.
""",
    invalid=(
        Example("python", _python(6)),
        *(Example(language, f"function f(x) {{ {_braces(6)} }}\n") for language in _SCRIPTS),
        Example("go", f"package a\n\nfunc f(x bool) {{ {_braces(6)} }}\n"),
        Example("java", f"class A {{ void f(boolean x) {{ {_braces(6)} }} }}\n"),
    ),
    valid=(
        Example("python", _python(5)),
        Example("python", "def f(x):\n    if a: g()\n" + "    elif b: g()\n" * 7),
        *(Example(language, f"function f(x) {{ {_CHAIN} }}\n") for language in _SCRIPTS),
        Example("go", f"package a\n\nfunc f(x bool) {{ {_CHAIN} }}\n"),
        Example("java", f"class A {{ void f(boolean x) {{ {_CHAIN} }} }}\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    deepest = _depth(node)
    if deepest > options["limit"]:
        yield Found(*head(node), {"$COUNT": str(deepest), "$LIMIT": str(options["limit"])})


def _depth(function: Node) -> int:
    deepest = 0
    stack = [(child, 0) for child in function.named_children]
    functions = frozenset().union(*FUNCTIONS.values())
    while stack:
        node, depth = stack.pop()
        if node.type in functions:
            continue
        depth += node.type in NESTING
        deepest = max(deepest, depth)
        alternative = node.child_by_field_name("alternative") if node.type == "if_statement" else None
        stack += [
            (child, depth - (alternative is not None and _goes_on(alternative, child))) for child in node.named_children
        ]
    return deepest


def _goes_on(alternative: Node, child: Node) -> bool:
    """Whether a child of an `if` is its `else if`, which is on the same level."""
    if child != alternative:
        return False
    inner = child.named_children[0] if child.type == "else_clause" and child.named_child_count else child
    return inner.type == "if_statement"
