"""A value that the next statement overwrites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_EXPRESSION = frozenset({"expression_statement"})
_JAVA = "class A {{\n  int f(int a) {{\n    int b = 0;\n    {}\n    return b;\n  }}\n}}\n"
_GO = "package a\n\nfunc f(a int) int {{\n\tvar b int\n\t{}\n\treturn b\n}}\n"
_CALLS = frozenset({"call", "call_expression", "method_invocation", "await", "await_expression"})

RULE = Definition(
    id="overwritten-value",
    message=(
        "Value of `$NAME` is overwritten by the next line before anything reads it. "
        "Remove one assignment, or correct its variable."
    ),
    summary=(
        "Value is overwritten by the next line before anything reads it. "
        "Remove one assignment, or correct its variable."
    ),
    severity=Severity.WARNING,
    category="correctness",
    needs_scopes=True,
    confidence="MEDIUM",
    confidence_reason="style",
    cwe="CWE-563",
    kinds={
        "python": frozenset({"assignment"}),
        **dict.fromkeys(_SCRIPTS, _EXPRESSION),
        "java": _EXPRESSION,
        "go": frozenset({"assignment_statement"}),
    },
    explanation="""\
Two assignments to one variable follow each other, and the second does not use the value of the first. Usually another
variable was meant, or the second should have added to the first.

Bad:

```python
width = image.width()
width = image.height()
```

Good:

```python
width = image.width()
height = image.height()
```

To fix it, assign to the variable that was meant, or remove the first line.
""",
    references=("https://cwe.mitre.org/data/definitions/563.html",),
    invalid=(
        Example("python", "def f(a):\n    b = a.c()\n    b = a.d()\n    return b\n"),
        *(Example(language, "function f(a) {\n  let b;\n  b = a.c();\n  b = a.d();\n}\n") for language in _SCRIPTS),
        Example("java", _JAVA.format("b = g(a);\n    b = h(a);")),
        Example("go", _GO.format("b = g(a)\n\tb = h(a)")),
    ),
    valid=(
        Example("python", "def f(a):\n    b = a.c()\n    b = a.d(b)\n    c = None\n    c = a.e()\n    return b\n"),
        Example("python", "def f(a):\n    b = a.c()\n    b: int = a.d()\n    _ = a.c()\n    _ = a.d()\n"),
        Example("python", "def f(a):\n    a.b = a.c()\n    a.b = a.d()\n    b += a\n    b = 1\n"),
        *(Example(language, "let b;\nb = a.c();\nb = b + a.d();\na.b = c();\na.b = d();\n") for language in _SCRIPTS),
        Example("java", _JAVA.format("b = g(a);\n    b = h(b);")),
        Example("go", _GO.format("b = g(a)\n\tb += h(a)")),
        Example("go", _GO.format("b = g(a)\n\tb = h(func() int { return b })")),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    name, value, _ = _assigned(node, scan.data)
    if not name or value is None or value.type not in _CALLS or node.has_error:
        return
    following = node.next_named_sibling
    if following is None or following.type != node.type:
        return
    scan.touch(following)
    again, other, whole = _assigned(following, scan.data)
    if again != name or other is None or name in (b"_", b"err"):
        return
    if re.search(rb"(?<![\w$])" + re.escape(name) + rb"(?![\w$])", whole) is None and b"\n" not in scan.data[
        node.end_byte : following.start_byte
    ].replace(b"\n", b"", 1):
        yield Found(node.start_byte, node.end_byte, {"$NAME": name.decode(errors="replace")})


def _assigned(statement: Node, data: bytes) -> tuple[bytes, Node | None, bytes]:
    """The variable that a statement assigns to, what it assigns, and the text of that; b"" if it does more."""
    inner = statement
    if statement.type == "expression_statement":
        inner = statement.named_children[0] if statement.named_child_count == 1 else statement
    if inner.type not in ("assignment", "assignment_expression", "assignment_statement"):
        return b"", None, b""
    left, right = inner.child_by_field_name("left"), inner.child_by_field_name("right")
    if left is None or right is None or inner.child_by_field_name("type") is not None:
        return b"", None, b""
    operator = inner.child_by_field_name("operator")
    if operator is not None and operator.type != "=":
        return b"", None, b""
    left, right = (each.named_children[0] if _is_single(each) else each for each in (left, right))
    name = data[left.start_byte : left.end_byte] if left.type == "identifier" else b""
    return name, right, data[right.start_byte : right.end_byte]


def _is_single(node: Node) -> bool:
    return node.type == "expression_list" and node.named_child_count == 1
