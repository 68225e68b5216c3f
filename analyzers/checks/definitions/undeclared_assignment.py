"""An assignment to a name that a module never declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.metavariables.unbound import WELL_KNOWN
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node
from reread.analyzers.tokenize import is_in_a_word

_STRICT = re.compile(
    rb"""^(?:import\b(?!\s*\()|export\b)|\A(?:\s|//[^\n]*\n|/\*.*?\*/)*["']use strict["']""", re.M | re.S
)
_HANDLER = re.compile(rb"on[a-z]+|\$.*|_")
_MOST = 200
_LONGEST_LINE = 1_000
_LARGEST = 100_000
_BINDING = frozenset(
    {"formal_parameters", "import_clause", "variable_declarator", "catch_clause", "labeled_statement"}
    | {"function_declaration", "class_declaration", "generator_function_declaration", "function_expression", "class"}
)
_FIELDS = {"variable_declarator": "name", "catch_clause": "parameter", "arrow_function": "parameter"}

RULE = Definition(
    id="undeclared-assignment",
    message=(
        "`$NAME` is never declared, and in a module assigning to it throws a `ReferenceError`. "
        "Declare it with `let`, or correct the name."
    ),
    summary="Assignment to a name that is never declared throws a `ReferenceError` in a module. Declare it with `let`.",
    severity=Severity.WARNING,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-457",
    kinds={"javascript": frozenset({"assignment_expression"})},
    words=any_of(["import", "export", "strict"]),
    explanation="""\
Modules and code under `"use strict"` make no global variables by accident: the line throws when it runs. Elsewhere a
misspelled name would become a variable of its own.

Bad:

```javascript
export function total(prices) {
  sum = 0;
  for (const price of prices) sum += price;
  return sum;
}
```

Good:

```javascript
export function total(prices) {
  let sum = 0;
  for (const price of prices) sum += price;
  return sum;
}
```

To fix it, declare the variable, or write the name that was meant. A name that another script gives is named in a
comment: `/* global name */`.
""",
    references=("https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Strict_mode",),
    fix_title="Declare it with `let`",
    fix_reason="Another variable was perhaps meant, and one that is used outside of the block is declared there.",
    invalid=(
        Example(
            "javascript",
            "export function f() {\n  a = 1;\n}\n",
            fixed="export function f() {\n  let a = 1;\n}\n",
        ),
        Example(
            "javascript",
            "import b from 'b';\nfor (i = 0; i < b; i++) b(i);\n",
            fixed="import b from 'b';\nfor (let i = 0; i < b; i++) b(i);\n",
        ),
        Example("javascript", "// c\n'use strict';\nfunction f() {\n  if (a = b()) g(a);\n}\n"),
    ),
    valid=(
        Example("javascript", "function f() {\n  a = 1;\n}\n"),
        Example("javascript", "export let a;\na = 1;\nexport function f(b) {\n  b = 1;\n}\n"),
        Example("javascript", "export const f = b => {\n  b = 1;\n};\n"),
        Example("javascript", "const { a, b: [c] } = d;\nexport function f() {\n  a = 1;\n  c = 2;\n}\n"),
        Example(
            "javascript", "export function f() {\n  try { g(); } catch (e) { e = 1; }\n  for (var i of a) i = 1;\n}\n"
        ),
        Example("javascript", "/* global a */\nexport function f() {\n  a = 1;\n  b.c = 2;\n}\n"),
        Example("javascript", "export function f() {\n  location = '/';\n  onmessage = f;\n}\n"),
        Example("javascript", "export function f() {\n  a = 1;\n  var a;\n}\n"),
        Example("javascript", "export default { a: 1 };\n$: a = 1;\n"),
        Example("javascript", "function a() {}\na = 1;\nexport { a };\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    left = node.child_by_field_name("left")
    if left is None or left.type != "identifier" or node.has_error:
        return
    name = context.data[left.start_byte : left.end_byte]
    if name in WELL_KNOWN["javascript"] or _HANDLER.fullmatch(name):
        return
    low, high = context.touch_lines(node.start_byte, node.end_byte)
    if high - low > _LONGEST_LINE or len(context.data) > _LARGEST:
        return  # minified or bundled, and each name is looked for in all of it
    if context.root.has_error or not is_in_a_word(name):
        context.touch(context.root)
    if context.root.has_error:
        return
    context.depend_on(name)
    [first] = context.remember((left.kind_id, *name), lambda: iter([_first_assigned(name, context)]))
    if first != left.start_byte:
        return
    # Last, since it reads the file to its end when there is no such line.
    context.touch(context.root)
    if _STRICT.search(context.data) is not None:
        yield Found(left.start_byte, left.end_byte, {"$NAME": name.decode(errors="replace")}, _declared(node))


def _first_assigned(name: bytes, context: MatchContext) -> int | None:
    """Where a name is given a value first, which alone is reported; None if something in the file may declare it."""
    first = None
    places = re.finditer(rb"(?<![\w$])" + re.escape(name) + rb"(?![\w$])", context.data)
    for number, found in enumerate(places):
        place = context.root.descendant_for_byte_range(found.start(), found.end())
        if number == _MOST or place is None or _may_declare(place):
            return None
        if first is None and _is_assigned(place):
            first = found.start()
    return first


def _declared(assignment: Node) -> Replacement | None:
    """The fix of an assignment that is a statement, or what a loop begins with."""
    around = assignment.parent
    is_first = around is not None and around.type == "for_statement" and around.child_by_field_name("initializer")
    if around is None or not (around.type == "expression_statement" or is_first == assignment):
        return None
    return Replacement(assignment.start_byte, assignment.start_byte, "let ")


def _is_assigned(place: Node) -> bool:
    around = place.parent
    return around is not None and around.type == "assignment_expression" and around.child_by_field_name("left") == place


def _may_declare(place: Node) -> bool:
    """Whether a name where it stands may be that of a declaration, or a comment speaks of it."""
    if place.type == "comment":
        return True
    inner, outer = place, place.parent
    while outer is not None:
        if outer.type == "for_in_statement" and inner == outer.child_by_field_name("left"):
            return outer.child_by_field_name("kind") is not None
        if outer.type in _BINDING or outer.type == "arrow_function":
            field = _FIELDS.get(outer.type)
            if field is None and outer.type.endswith(("_declaration", "_expression", "class")):
                field = "name"
            if field is None or inner == outer.child_by_field_name(field):
                return True
        inner, outer = outer, outer.parent
    return False
