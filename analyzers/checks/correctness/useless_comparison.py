"""A comparison used as a statement, without effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_OPERATORS = frozenset({"==", "!=", "===", "!=="})
_BLOCKS = frozenset({"block", "module", "statement_block", "program"})
_TRYING = frozenset({"try_statement", "with_statement"})
_TARGETS = frozenset({"identifier", "attribute", "member_expression", "subscript", "subscript_expression"})

RULE = Definition(
    id="useless-comparison",
    message="Comparison without effect: nothing uses its result. Was `=` meant, or a check?",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-482",
    kinds={
        "python": frozenset({"comparison_operator"}),
        **dict.fromkeys(_SCRIPTS, frozenset({"binary_expression"})),
    },
    explanation="""\
A comparison by itself does nothing: usually one `=` too many was typed, or an `assert` or `return` is missing.

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


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if _sign(node) is None or node.has_error:
        return
    path = [each for each in context.surroundings(node) if each[0] != "expression_statement"]
    if len(path) < 2 or path[1][0] not in _BLOCKS:
        return
    (_, block), around = path[1], path[2][0] if len(path) > 2 else ""
    context.touch_lines(node.start_byte, node.end_byte)
    following = next((each for each in block.children if each.start_byte >= node.end_byte), None)
    said = following is not None and following.is_extra and following.start_point[0] == node.end_point[0]
    if around not in _TRYING and not said:
        yield Found(node.start_byte, node.end_byte, fix=_assignment(node))


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
