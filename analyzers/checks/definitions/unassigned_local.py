"""A local variable that a function only changes, and never gives a value to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

RULE = Definition(
    id="unassigned-local",
    message=(
        "`$NAME` is a variable of this function, because this line assigns to it, and it has no value yet: the line "
        "fails with `UnboundLocalError`. Give it a value first, or declare it `$KEYWORD $NAME`."
    ),
    summary="Local variable is changed but never given a value, which raises `UnboundLocalError`. Declare it `global`.",
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-457",
    kinds={"python": frozenset({"augmented_assignment"})},
    words=all_of(["def"]),
    explanation="""\
An assignment anywhere in a function makes a name local to it, and `count += 1` reads the name before it assigns. The
variable of the module or of the function around, which has the same name, is another one.

Bad:

```python
count = 0

def visit(page):
    count += 1
```

Good:

```python
count = 0

def visit(page):
    global count
    count += 1
```

To fix it, give the variable a value in the function, or say with `global` or `nonlocal` whose it is.
""",
    references=(
        "https://docs.python.org/3/faq/programming.html"
        "#why-am-i-getting-an-unboundlocalerror-when-the-variable-has-a-value",
    ),
    fix_title="Declare whose variable it is",
    fix_reason="A new variable of the function was perhaps meant.",
    invalid=(
        Example("python", "a = 0\ndef f(b):\n    a += b\n", fixed="a = 0\ndef f(b):\n    global a\n    a += b\n"),
        Example(
            "python",
            "def f():\n    a = 0\n    def g():\n        a += 1\n        return a\n    return g\n",
            fixed="def f():\n    a = 0\n    def g():\n        nonlocal a\n"
            "        a += 1\n        return a\n    return g\n",
        ),
        Example("python", "def f(b):\n    for c in b:\n        a += c\n    return a\n"),
        Example("python", "a = 0\ndef f(b):\n    if b:\n        a += 1\n        a += 2\n"),
    ),
    valid=(
        Example("python", "def f(b):\n    a = 0\n    a += b\n"),
        Example("python", "a = 0\ndef f(b):\n    global a\n    a += b\n"),
        Example("python", "def f(a):\n    a += 1\n"),
        Example("python", "def f(*a, **b):\n    a += (1,)\n    b |= {}\n"),
        Example("python", "def f(b):\n    for a in b:\n        a += 1\n"),
        Example("python", "def f(b):\n    with b as a:\n        a += 1\n"),
        Example("python", "def f(b):\n    (a, c), *d = b\n    a += c\n    d += [1]\n"),
        Example("python", "def f(b):\n    import a\n    a += b\n"),
        Example("python", "def f(b):\n    if (a := b()):\n        a += 1\n"),
        Example("python", "def f(b):\n    match b:\n        case [a]:\n            a += 1\n"),
        Example("python", "def f(b):\n    try:\n        b()\n    except E as a:\n        a += 1\n"),
        Example("python", "def f(b):\n    b.a += 1\n    b[0] += 1\n"),
        Example("python", "a = 0\na += 1\n"),
        Example("python", "class B:\n    a = 0\n    a += 1\n"),
        Example("python", "def f(b):\n    a: int = 0\n    a += b\n"),
        Example("python", "def f(b):\n    while True:\n        a += b\n        a = 1\n"),
        Example("python", "def f(b):\n    try:\n        a += b\n    except UnboundLocalError:\n        return\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    target = node.child_by_field_name("left")
    if target is None or target.type != "identifier":
        return
    around = _scopes(node, context)
    function = around[0] if around else None
    if function is None or function.type != "function_definition" or function.has_error:
        return
    context.touch(function)
    text = context.data[target.start_byte : target.end_byte]
    if _is_bound(text, function, target, context):
        return
    keyword = _keyword(text, around[1:], context)
    values = {"$NAME": text.decode(errors="replace"), "$KEYWORD": keyword or "global"}
    yield Found(target.start_byte, target.end_byte, values, _declared(function, values) if keyword else None)


def _scopes(node: Node, context: MatchContext) -> list[Node]:
    """The functions and classes around a node, the innermost first."""
    kinds = ("function_definition", "class_definition", "lambda")
    return [each for each in reversed(context.ancestors(node)) if each.type in kinds]


def _is_bound(name: bytes, function: Node, target: Node, context: MatchContext) -> bool:
    """Whether a function may give a name a value, or says that it is not its own; or an earlier line is reported.

    Every place of the name that is not certainly a read counts, so that a form of binding that is not known here is
    one.
    """
    parameters = function.child_by_field_name("parameters")
    if parameters is not None and re.search(
        rb"(?<!\w)" + re.escape(name) + rb"(?!\w)", context.data[parameters.start_byte : parameters.end_byte]
    ):
        return True
    if b"UnboundLocalError" in context.data[function.start_byte : function.end_byte]:
        return True
    for each in own_nodes(function):
        if each.type in ("import_from_statement", "wildcard_import") and b"*" in (each.text or b""):
            return True
        if each.type != "identifier" or each == target or context.data[each.start_byte : each.end_byte] != name:
            continue
        around = each.parent
        if around is not None and around.type == "augmented_assignment":
            if around.child_by_field_name("left") == each and each.start_byte < target.start_byte:
                return True
        elif not _is_read(each):
            return True
    return _is_defined_inside(name, function, context)


def _is_defined_inside(name: bytes, function: Node, context: MatchContext) -> bool:
    """Whether a function or class inside has the name, or an inner function sets it as `nonlocal`."""
    pattern = rb"\b(?:def|class|nonlocal|global|exec|locals)\b[^\n:(]*(?<!\w)" + re.escape(name) + rb"(?!\w)"
    return re.search(pattern, context.data[function.start_byte : function.end_byte]) is not None


_READING = frozenset(
    {"argument_list", "return_statement", "call", "binary_operator", "comparison_operator", "boolean_operator"}
    | {"not_operator", "if_statement", "interpolation", "parenthesized_expression", "unary_operator", "list", "await"}
)


def _is_read(name: Node) -> bool:
    around = name.parent
    if around is None:
        return False
    if around.type in ("attribute", "subscript"):
        return True
    if around.type in ("assignment", "keyword_argument"):
        return around.child_by_field_name("left") != name and around.child_by_field_name("type") != name
    return around.type in _READING


def _keyword(name: bytes, outer: list[Node], context: MatchContext) -> str:
    """`nonlocal` where a function around assigns the name, `global` where the module does; else ""."""
    assigns = re.compile(rb"^[ \t]*" + re.escape(name) + rb"[ \t]*(?::[^\n=]*)?=[^=]", re.M)
    for scope in outer:
        if scope.type == "function_definition" and assigns.search(context.data[scope.start_byte : scope.end_byte]):
            return "nonlocal"
    at_start = re.compile(rb"^" + re.escape(name) + rb"[ \t]*(?::[^\n=]*)?=[^=]", re.M)
    context.touch(context.root)
    return "global" if at_start.search(context.data) else ""


def _declared(function: Node, values: Mapping[str, str]) -> Replacement | None:
    """The fix: a declaration as the first statement of the function, behind its docstring."""
    body = function.child_by_field_name("body")
    statements = [] if body is None else [each for each in body.named_children if not each.is_extra]
    first = statements[0] if statements else None
    if first is None or first.start_point[0] == function.start_point[0]:
        return None
    is_docstring = first.type == "expression_statement" and first.named_children[0].type == "string"
    if is_docstring or first.type == "string":
        if len(statements) == 1:
            return None
        first = statements[1]
    return Replacement(
        first.start_byte, first.start_byte, f"{values['$KEYWORD']} {values['$NAME']}\n{' ' * first.start_point[1]}"
    )
