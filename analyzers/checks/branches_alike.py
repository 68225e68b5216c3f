"""An `if` whose branches all do the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks._tokens import tokens
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.rules.scan import Scan
from reread.analyzers.syntax import Node

RULE = Definition(
    id="branches-alike",
    message="All branches do the same, so the condition decides nothing. Which of them was meant to differ?",
    severity=Severity.WARNING,
    category="correctness",
    kinds={"python": frozenset({"if_statement", "conditional_expression"})},
    words=["word", "else"],
    explanation="""\
Whatever the condition says, the same happens. Most often one branch was copied from the other and not changed.

Bad:

```python
if order.express:
    price = order.weight * 2
else:
    price = order.weight * 2
```

Good:

```python
if order.express:
    price = order.weight * 3
else:
    price = order.weight * 2
```

To fix it, change the branch that was to differ, or keep what they do and remove the condition.
""",
    invalid=(
        Example("python", "if a:\n    b(1)\nelse:\n    b(1)\n"),
        Example("python", "if a:\n    b(1)\nelif c:\n    b(1)  # twice\nelse:\n    b(1)\n"),
        Example("python", "d = b + 1 if a else b + 1\n"),
    ),
    valid=(
        Example("python", "if a:\n    b(1)\nelse:\n    b(2)\n"),
        Example("python", "if a:\n    b(1)\nelif c:\n    b(1)\n"),
        Example("python", "if a:\n    pass\nelse:\n    pass\n"),
        Example("python", "d = b if a else c\n"),
        Example("python", "d = f'{b:,.2f}' if a else f'{b:.2f}'\ne = 'x\\\\n' if a else 'y\\\\n'\n"),
    ),
)


def at(node: Node, scan: Scan, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    if node.type == "conditional_expression":
        parts = [child for child in node.named_children if not child.is_extra]
        branches = [parts[0], parts[2]] if len(parts) == 3 else []
    else:
        branches = _branches(node)
    texts = {tuple(tokens(branch, scan)) for branch in branches}
    if len(branches) > 1 and len(texts) == 1 and texts.isdisjoint({(b"pass",), (b"...",)}):
        yield Found(node.start_byte, node.end_byte)


def _branches(node: Node) -> list[Node]:
    """The bodies of a chain that has an `else`; none of one without."""
    alternatives = node.children_by_field_name("alternative")
    if not alternatives or alternatives[-1].type != "else_clause":
        return []
    bodies = [node.child_by_field_name("consequence")]
    bodies += [
        each.child_by_field_name("consequence" if each.type == "elif_clause" else "body") for each in alternatives
    ]
    found = [body for body in bodies if body is not None]
    return found if len(found) == len(bodies) else []
