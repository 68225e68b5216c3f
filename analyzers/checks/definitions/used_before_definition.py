"""A local variable that is read before the statement that first assigns it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node
from reread.analyzers.tokenize import places_of_word

_SCRIPTS = ("javascript", "typescript", "tsx")
_INNER = frozenset(
    {
        "function_definition",
        "lambda",
        "class_definition",
        "function_declaration",
        "function_expression",
        "type_annotation",
    }
    | {
        "arrow_function",
        "method_definition",
        "class_declaration",
        "class",
        "generator_function_declaration",
        "type_query",
    }
    | {"generator_expression", "list_comprehension", "dictionary_comprehension", "set_comprehension", "type_arguments"}
    | {"interface_declaration", "type_alias_declaration", "decorator", "enum_declaration", "export_specifier"}
)
_LONGEST_LINE = 1_000
"""Longer ones are minified, where every name is used for many things."""

_PARTS = (
    "{{ if .x }}'d'{{ else }}'e'{{ end }}",
    "{% if x %}'d'{% else %}'e'{% endif %}",
    "<% if (x) { %>1<% } %>",
)
_TEMPLATE = "function f(b) {\n    const a = b;\n    g(a);\n  }\n  function g() {\n    const a = 1, b = 2;\n  }\n})();\n"

RULE = Definition(
    id="used-before-definition",
    message="`$NAME` is used before it has a value: it is defined only $WHERE. Move the definition up.",
    summary="Variable is used before it has a value, which fails at run time. Move the definition up.",
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-457",
    kinds={
        "python": frozenset({"function_definition"}),
        **dict.fromkeys(_SCRIPTS, frozenset({"lexical_declaration"})),
    },
    explanation="""\
A local variable has no value until the statement that assigns it has run. Python raises `UnboundLocalError`, JavaScript
a `ReferenceError`, even if a variable outside of the function has the same name.

Bad:

```python
def report(order):
    print(total)
    total = order.total()
```

Good:

```python
def report(order):
    total = order.total()
    print(total)
```

To fix it, move the definition above the first use, or correct the name.
""",
    references=("https://cwe.mitre.org/data/definitions/457.html",),
    invalid=(
        Example("python", "def f(a):\n    print(b)\n    b = a\n    return b\n"),
        Example("python", "def f(a):\n    print(maß)\n    maß = a\n"),
        Example("python", "b = 1\ndef f(a):\n    if b:\n        return 1\n    b = a\n    return b\n"),
        *(Example(language, "function f(a) {\n  g(b);\n  const b = a;\n}\n") for language in _SCRIPTS),
        *(Example(language, "if (a) {\n  a = b + 1;\n  let b = 2;\n}\n") for language in _SCRIPTS),
    ),
    valid=(
        *(
            Example(language, "function f(a) {\n  if (a) { const $b = a; g($b); }\n  const $b = 1;\n  g($b);\n}\n")
            for language in _SCRIPTS
        ),
        Example("python", "def f(a):\n    b = a\n    print(b)\n    b = 1\n"),
        Example("python", "def f(a):\n    global b\n    print(b)\n    b = a\n"),
        Example("python", "def f(a):\n    for b in a:\n        print(b)\n    b = a\n"),
        Example("python", "def f(a):\n    g = lambda: b\n    b = a\n    return [b for b in a]\n"),
        Example("python", "def f(b):\n    print(b)\n    b = 1\n"),
        Example("python", "def f(a):\n    a.b\n    print(b=1)\n    b = 1\n"),
        Example("python", "def f(a):\n    with a as b, g(d) as c:\n        print(b, c)\n    b = c = 1\n"),
        *(
            Example(language, "function f(a) {\n  g(() => b);\n  a.b = { b: 1 };\n  const b = a;\n}\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "const b = 1;\ng(b);\n{\n  let b = 2;\n}\n") for language in _SCRIPTS),
        *(
            Example(language, f"(function () {{\n  c({{ d: {part} }});\n  {_TEMPLATE}")
            for language in _SCRIPTS
            for part in _PARTS
        ),
        *(Example(language, "switch (a) {\n  case 1:\n    let b = 2;\n    g(b);\n}\n") for language in _SCRIPTS),
        Example("typescript", "let a: typeof b;\nfunction f(c: B) {}\nconst b = 1;\n"),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    low, high = scan.touch_lines(node.start_byte, node.start_byte)
    if node.has_error or high - low > _LONGEST_LINE:
        return
    found = _of_python(node, scan) if node.type == "function_definition" else _of_script(node, scan)
    for use, name, definition in found:
        values = {"$NAME": name.decode(errors="replace"), "$WHERE": _where(definition, use)}
        yield Found(use.start_byte, use.end_byte, values)


def _where(definition: Node, use: Node) -> str:
    """How far below the use a definition stands; a number of a line would be wrong after an edit above both."""
    lines = definition.start_point[0] - use.start_point[0]
    return "later in the same line" if not lines else f"{lines} line{'s' if lines > 1 else ''} below"


def _of_python(function: Node, scan: MatchContext) -> Iterator[tuple[Node, bytes, Node]]:
    body = function.child_by_field_name("body")
    statements = [] if body is None else [each for each in body.named_children if not each.is_extra]
    for place, statement in enumerate(statements):
        left = statement.child_by_field_name("left") if statement.type == "assignment" else None
        if place and left is not None and left.type == "identifier":
            name = scan.data[left.start_byte : left.end_byte]
            before = scan.data[function.start_byte : statement.start_byte]
            # A look at the text spares most names the walk.
            places = places_of_word(name, before) if name else ()
            if all(before[at - 1 : at] == b"." for at in places) or _is_bound(name, function, statement, scan):
                continue
            use = next(_uses(name, statements[:place], scan), None)
            if use is not None:
                yield use, name, left
                return


def _is_bound(name: bytes, function: Node, statement: Node, scan: MatchContext) -> bool:
    """Whether the name may have a value, or mean another variable, before a statement of the function."""
    for each in own_nodes(function):
        if each.start_byte >= statement.start_byte and each.type not in ("global_statement", "nonlocal_statement"):
            continue
        if each.type != "identifier" or scan.data[each.start_byte : each.end_byte] != name:
            continue
        if not _is_read(each):
            return True
    return False


def _of_script(declaration: Node, scan: MatchContext) -> Iterator[tuple[Node, bytes, Node]]:
    around = declaration.parent
    if around is None or around.type not in ("statement_block", "program"):
        return
    names = [name for each in declaration.named_children if (name := each.child_by_field_name("name")) is not None]
    before = scan.data[around.start_byte : declaration.start_byte]
    scan.words |= {scan.data[name.start_byte : name.end_byte] for name in names}
    wanted = {
        text: name
        for name in names
        if name.type == "identifier"
        and re.search(
            rb"(?<![\w$.])" + re.escape(text := scan.data[name.start_byte : name.end_byte]) + rb"(?![\w$])", before
        )
    }
    if not wanted:
        return
    scan.touch(around)
    above = [each for each in around.named_children if each.end_byte <= declaration.start_byte]
    for text, name in wanted.items():
        use = next(_uses(text, above, scan), None)
        if use is not None:
            yield use, text, name


def _uses(name: bytes, statements: list[Node], scan: MatchContext) -> Iterator[Node]:
    """Where statements read a variable at once, not in a function that runs later or a block that has its own."""
    stack = list(reversed(statements))
    own = re.compile(
        rb"\b(?:let|const|var|class|function|catch|for)\b[^;=\n]*(?<![\w$])" + re.escape(name) + rb"(?![\w$])"
    )
    while stack:
        node = stack.pop()
        if node.type in _INNER:
            continue
        if node.type in (
            "statement_block",
            "for_statement",
            "for_in_statement",
            "switch_body",
            "catch_clause",
        ) and own.search(scan.data, node.start_byte, node.end_byte):
            continue
        if node.type == "identifier" and scan.data[node.start_byte : node.end_byte] == name and _is_read(node):
            yield node
        stack.extend(reversed(node.named_children))


_READING = frozenset(
    {"argument_list", "arguments", "return_statement", "call", "call_expression", "attribute", "member_expression"}
    | {"subscript", "subscript_expression", "binary_operator", "binary_expression", "comparison_operator"}
    | {"boolean_operator", "not_operator", "unary_expression", "if_statement", "while_statement", "interpolation"}
    | {
        "template_substitution",
        "await",
        "await_expression",
        "parenthesized_expression",
        "list",
        "array",
        "keyword_argument",
    }
)


def _is_read(name: Node) -> bool:
    """True for a name that stands where its value is asked for."""
    around = name.parent
    if around is None or around.type not in _READING:
        return (
            around is not None
            and around.type in ("assignment", "assignment_expression", "variable_declarator")
            and (around.child_by_field_name("right") == name or around.child_by_field_name("value") == name)
        )
    if around.type in ("attribute", "member_expression"):
        return around.child_by_field_name("object") == name
    if around.type == "keyword_argument":
        return around.child_by_field_name("value") == name
    if around.type == "unary_expression":
        return around.children[0].type != "typeof"
    return True
