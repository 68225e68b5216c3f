"""A `raise` without an exception where the handlers are over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_LOOPS = frozenset({"for_statement", "while_statement"})
_IN_FLIGHT = frozenset({"except_clause", "except_group_clause", "finally_clause"})
_BARE = re.compile(rb"\braise[ \t\f]*+(?![^\s#;\\])")
"""`raise` alone, or with what may still follow on the next line."""
_RETRY = "def f():\n    for i in a:\n        try:\n            return g()\n        except E:\n            h()\n"

RULE = Definition(
    id="raise-without-exception",
    message=(
        "`raise` after the loop has nothing to raise again: it fails with `RuntimeError`, and the cause is lost. "
        "Keep the exception, or name one."
    ),
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-705",
    kinds={"python": frozenset({"function_definition"})},
    words=all_of(["raise", "except"]),
    explanation="""\
A `raise` alone raises the exception that is being handled. Once the `except` block is left, there is none, and Python
raises `RuntimeError: No active exception to reraise` instead. The last attempt's error, which would say what is wrong,
is lost.

Reported is a `raise` behind a loop with a `try` in it, or in the loop's `else`. In a function that only handlers call,
a `raise` is fine.

Bad:

```python
for attempt in range(3):
    try:
        return load()
    except OSError:
        sleep(1)
raise
```

Good:

```python
for attempt in range(3):
    try:
        return load()
    except OSError:
        if attempt == 2:
            raise
        sleep(1)
```

To fix it, raise within the handler when it was the last attempt, or keep the exception and raise it.
""",
    references=("https://docs.python.org/3/reference/simple_stmts.html#the-raise-statement",),
    invalid=(
        Example("python", _RETRY + "    raise\n"),
        Example("python", _RETRY + "    else:\n        raise\n"),
        Example("python", _RETRY + "    raise \\\n\n"),
        Example("python", _RETRY + "    raise;h()\n"),
        Example("python", _RETRY + "    log()\n    if b:\n        raise\n"),
        Example("python", _RETRY.replace("for i in a", "while b()") + "    raise  # gave up\n"),
    ),
    valid=(
        Example("python", _RETRY + "    raise E()\n"),
        Example("python", _RETRY + "            raise\n"),
        Example("python", "def f():\n    for i in a:\n        g(i)\n    raise\n"),
        Example("python", "def f():\n    try:\n        g()\n    except E:\n        h()\n    raise\n"),
        Example(
            "python",
            "def f():\n    try:\n        g()\n    except E:\n        for i in a:\n            try:\n"
            "                h()\n            except E:\n                pass\n        raise\n",
        ),
        Example("python", _RETRY + "    def g():\n        raise\n    try:\n        k()\n    except E:\n        g()\n"),
        Example("python", _RETRY + "    try:\n        g()\n    finally:\n        raise\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    # A look at the text spares most functions the walk.
    if _BARE.search(context.data, node.start_byte, node.end_byte) is None or node.has_error:
        return
    for each in own_nodes(node):
        if each.type == "raise_statement" and not each.named_child_count and _is_behind_retries(each, node):
            yield Found(each.start_byte, each.end_byte)


def _is_behind_retries(statement: Node, function: Node) -> bool:
    """Whether a loop that handles exceptions has ended before a statement, which no handler contains."""
    behind = False
    inner, outer = statement, statement.parent
    while outer is not None and inner != function:
        if inner.type in _IN_FLIGHT:
            return False
        if outer.type in _LOOPS and inner == outer.child_by_field_name("alternative"):
            behind = behind or _handles(outer)
        elif outer.type == "block":
            before = (each for each in outer.named_children if each.start_byte < inner.start_byte)
            behind = behind or any(each.type in _LOOPS and _handles(each) for each in before)
        inner, outer = outer, outer.parent
    return behind


def _handles(loop: Node) -> bool:
    body = loop.child_by_field_name("body")
    return body is not None and any(each.type == "try_statement" for each in own_nodes(body))
