"""A comparison as a statement, which does nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.rules.scan import Scan
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_OPERATORS = frozenset({"==", "!=", "===", "!=="})
_TRYING = frozenset({"try_statement", "with_statement"})
_TARGETS = frozenset({"identifier", "attribute", "member_expression", "subscript", "subscript_expression"})

RULE = Definition(
    id="comparison-unused",
    message="Nothing uses the outcome of this comparison. Was `=` meant, or a check?",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-482",
    kinds={
        "python": frozenset({"block", "module"}),
        **dict.fromkeys(_SCRIPTS, frozenset({"statement_block", "program"})),
    },
    explanation="""\
A comparison by itself changes nothing and is asked by nothing: most often one `=` too many was typed, or an `assert` or
`return` is missing before it.

Bad:

```python
self.count == 0
```

Good:

```python
self.count = 0
```

To fix it, write what was meant, or remove the line.
""",
    fix_title="Assign instead of comparing",
    fix_reason="A check was perhaps meant.",
    references=("https://cwe.mitre.org/data/definitions/482.html",),
    invalid=(
        Example("python", "def f(a):\n    a.b == 1\n    return a\n", fixed="def f(a):\n    a.b = 1\n    return a\n"),
        Example("python", "if a:\n    f(a) != 2\n", fixed="if a:\n    f(a) != 2\n"),
        *(
            Example(
                language,
                "function f(a) {\n  a.b === 1;\n  return a;\n}\n",
                fixed="function f(a) {\n  a.b = 1;\n  return a;\n}\n",
            )
            for language in _SCRIPTS
        ),
    ),
    valid=(
        Example("python", "def f(a):\n    a.b = 1\n    return a == 2\n"),
        Example("python", "def f(a):\n    assert a == 1\n    g(a == 2)\n    h = a == 3\n"),
        Example("python", "def f(a):\n    with raises(TypeError):\n        a == 1\n"),
        Example("python", "def f(a):\n    try:\n        a == 1\n    except TypeError:\n        return 1\n"),
        Example("python", "def f(a):\n    a < b\n    a | b\n"),
        Example("python", "def f(a):\n    a == 1  # compared for its effect\n"),
        *(Example(language, "const f = (a) => a === 1;\na = b === c;\ng(a === 1);\n") for language in _SCRIPTS),
        *(Example(language, "try {\n  a === 1;\n} catch (error) {\n  b();\n}\n") for language in _SCRIPTS),
    ),
)


def at(node: Node, scan: Scan, options: Mapping[str, int]) -> Iterator[Found]:
    around = node.parent
    if around is not None and around.type in _TRYING:
        return
    children = node.children
    for place, child in enumerate(children):
        compared = _comparison(child)
        following = children[place + 1] if place + 1 < len(children) else None
        said = following is not None and following.is_extra and following.start_point[0] == child.end_point[0]
        if compared is not None and not said:
            yield Found(compared.start_byte, compared.end_byte, fix=_assignment(compared))


def _comparison(statement: Node) -> Node | None:
    """The comparison that a statement is nothing but."""
    inner = statement
    if inner.type == "expression_statement" and inner.named_child_count == 1:
        inner = inner.named_children[0]
    if inner.type not in ("comparison_operator", "binary_expression") or inner.has_error:
        return None
    return inner if _sign(inner) is not None else None


def _sign(comparison: Node) -> Node | None:
    """The one operator of a comparison for equality."""
    signs = [child for child in comparison.children if not child.is_named]
    return signs[0] if len(signs) == 1 and signs[0].type in _OPERATORS else None


def _assignment(comparison: Node) -> Replacement | None:
    """`=` in place of `==`, where that could stand."""
    sign, target = _sign(comparison), comparison.named_children[0]
    if sign is None or sign.type not in ("==", "===") or target.type not in _TARGETS:
        return None
    return Replacement(sign.start_byte, sign.end_byte, "=")
