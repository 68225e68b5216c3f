"""Two comparisons of one value that are always, or never, both true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from reread.analyzers.checks.conditions._comparisons import (
    Comparison,
    comparison,
    joined,
    operands,
    opposite_operands,
    outcome,
)
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_BINARY = frozenset({"binary_expression"})
_JAVA = "class A {{\n  boolean f(int a, String s) {{\n    return {};\n  }}\n}}\n"
_GO = "package a\n\nfunc f(a int, s string) bool {{\n\treturn {}\n}}\n"

RULE = Definition(
    id="contradictory-condition",
    message="Condition is always $TRUTH: `$ONE` and `$OTHER` contradict each other. Was $REMEDY meant?",
    summary=(
        "Condition is always true or always false, because its comparisons contradict each other. Check the operators."
    ),
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-571",
    kinds={
        "python": frozenset({"boolean_operator"}),
        **dict.fromkeys(_SCRIPTS, _BINARY),
        "go": _BINARY,
        "java": _BINARY,
    },
    explanation="""\
A value always differs from one of two constants, and never equals both. Such a condition decides nothing, although it
looks like a check.

Bad:

```python
if status != "open" or status != "closed":
    raise ValueError(status)
```

Good:

```python
if status != "open" and status != "closed":
    raise ValueError(status)
```

To fix it, exchange `and` and `or`, or correct the constant that was copied.
""",
    references=("https://cwe.mitre.org/data/definitions/571.html",),
    fix_title="Replace with $REMEDY",
    fix_reason="Perhaps one of the constants is wrong instead.",
    invalid=(
        Example(
            "python",
            'def f(a):\n    return a != "b" or a != "c"\n',
            fixed='def f(a):\n    return a != "b" and a != "c"\n',
        ),
        Example("python", "def f(a):\n    return a > 5 and a < 3\n"),
        Example(
            "python",
            "def f(a, b):\n    return a == 1 and b and a == 2\n",
            fixed="def f(a, b):\n    return a == 1 and b and a == 2\n",
        ),
        Example(
            "python",
            "def f(a):\n    return a < 10 or a >= 10\n",
            fixed="def f(a):\n    return a < 10 or a >= 10\n",
        ),
        Example(
            "python",
            "def f(a, b):\n    return b or a == 1 and a == 2\n",
            fixed="def f(a, b):\n    return b or a == 1 and a == 2\n",
        ),
        *(Example(language, 'if (a !== "b" || a !== "c") d();\n') for language in _SCRIPTS),
        *(Example(language, "if (a.b < 0 && a.b > 9) d();\n") for language in _SCRIPTS),
        Example("go", _GO.format("a < 0 && a > 9")),
        Example("go", _GO.format("a == 1 && a > 2")),
        Example("java", _JAVA.format("a < 0 && a > 10")),
        Example("java", _JAVA.format("a != Color.RED || a != Color.BLUE")),
        Example("java", _JAVA.format('s.equals("a") && s.equals("b")')),
        Example("java", _JAVA.format('!"a".equals(s) || !"b".equals(s)')),
        Example("java", _JAVA.format("s.isEmpty() || !s.isEmpty()")),
        Example("python", "def f(a, b):\n    return a and b and not a\n"),
        Example("go", _GO.format("b || !b")),
        *(Example(language, "if (a.b && !a.b) d();\n") for language in _SCRIPTS),
    ),
    valid=(
        Example("python", 'def f(a):\n    return a != "b" and a != "c" or a == "d"\n'),
        Example("python", "def f(a):\n    return a > 5 or a < 3\n"),
        Example("python", "def f(a, b, c):\n    return a != b or a != c\n"),
        Example("python", "def f(a):\n    return a() == 1 and a() == 2\n"),
        Example("python", "def f(a):\n    return 0 <= a < 10 and a > 5\n"),
        Example("python", "def f(a):\n    return a >= 5 and a <= 5\n"),
        *(Example(language, "if (a != null || a != undefined) b();\n") for language in _SCRIPTS),
        *(Example(language, 'if (a == 1 && a == "1") b();\n') for language in _SCRIPTS),
        *(Example(language, "if (a < 0 || a > 9) b();\n") for language in _SCRIPTS),
        Example("go", _GO.format("a != 1 && a != 2")),
        Example("java", _JAVA.format('s.equals("a") || s.equals("b")')),
        Example("java", _JAVA.format('!s.equals("a") && !s.equals("b")')),
        Example("java", _JAVA.format("next() || !next()")),
        Example("python", "def f(a, b):\n    return a and not b or b and not a\n"),
        *(Example(language, "if (a.b() || !a.b()) d();\n") for language in _SCRIPTS),
        Example("java", _JAVA.format("a >= 0 && a <= 10")),
        Example("go", _GO.format("a.B == nil && a.C == nil")),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    sign = joined(node)
    if not sign or node.has_error:
        return
    around = scan.parent(node)
    if around is not None and around.type == node.type and joined(around) == sign:
        # The outermost of a chain looks at all of it.
        scan.touch(around)
        return
    opposites = opposite_operands(list(operands(node, sign))[:20], scan.data)
    if opposites is not None and _is_condition(node, scan):
        one_part, other_part = opposites
        values = {"$TRUTH": _TRUTHS[sign], "$ONE": _text(one_part, scan), "$OTHER": _text(other_part, scan)}
        values["$REMEDY"] = _REMEDIES[sign]
        yield Found(one_part.start_byte, other_part.end_byte, values)
        return
    # What equals a constant is in Go the matter of `go/contradictory-comparison`.
    known = [each for part in operands(node, sign) if (each := comparison(part, scan.data)) is not None]
    for one, other in combinations(known[:20], 2):
        truth = outcome(one, other, sign)
        if truth and not (scan.table.name == "go" and {one.sign, other.sign} <= _EQUAL):
            values = {"$TRUTH": truth, "$ONE": _shown(one, scan), "$OTHER": _shown(other, scan)}
            values["$REMEDY"] = _REMEDIES[sign]
            yield Found(one.node.start_byte, other.node.end_byte, values, _exchanged(node, (one, other), sign, scan))
            return


def _exchanged(node: Node, both: tuple[Comparison, Comparison], sign: str, scan: MatchContext) -> Replacement | None:
    """The fix of a condition of two parts that stands alone, where it decides something with the other operator."""
    operator, around = node.child_by_field_name("operator"), scan.parent(node)
    remedy = _REMEDIES[sign].strip("`")
    is_alone = (
        operator is not None and len(list(operands(node, sign))) == 2 and not (around is not None and joined(around))
    )
    if operator is None or not is_alone or outcome(*both, remedy):
        return None
    return Replacement(operator.start_byte, operator.end_byte, remedy)


def _is_condition(node: Node, scan: MatchContext) -> bool:
    """Whether a chain decides what runs. Elsewhere it may be wanted for one of its values, or stand in a test."""
    around = [kind for kind, _ in scan.surroundings(node)[1:4]]
    while around and around[0] in ("parenthesized_expression", "binary_expression", "boolean_operator"):
        del around[0]
    return bool(around) and around[0] in _DECIDING


_DECIDING = frozenset(
    {"if_statement", "elif_clause", "while_statement", "for_statement", "return_statement", "expression_list"}
    | {"conditional_expression", "ternary_expression"}
)
_TRUTHS = {"and": "false", "or": "true", "&&": "false", "||": "true"}
_EQUAL = frozenset({"==", "!="})
_REMEDIES = {"and": "`or`", "or": "`and`", "&&": "`||`", "||": "`&&`"}


def _shown(one: Comparison, scan: MatchContext) -> str:
    return _text(one.node, scan)


def _text(node: Node, scan: MatchContext) -> str:
    text = scan.data[node.start_byte : node.end_byte].decode(errors="replace")
    return " ".join(text.split())[:40]
