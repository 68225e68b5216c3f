"""An assignment to a `const`, or to what is imported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from reread.analyzers.checks.structure._functions import FUNCTIONS, own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node, walk

_SCRIPTS = ("javascript", "typescript", "tsx")
_LONGEST_LINE = 1_000
_CHANGING = re.compile(
    rb"(?:\+\+|--)[ \t]*+(?=([\w$]++))"
    rb"|(?<![\w$.#])([\w$]++)\s*+(?:\+\+|--|(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>]))"
)

_SHADOWING = (
    "function f() {\n  let b = null, a = null;\n  return () => { a = 2; };\n}",
    "function f() {\n  let b,\n    a = b;\n  a += 2;\n}",
    "function f() {\n  let { b, c: [a] } = d;\n  a = 2;\n}",
    "for (let b = 0, a = 2; a > b; a--) c(a);",
    "for (const [b, a] of c) a = b;",
    "function f() {\n  a = 2;\n  if (b) { var c = 3, a = 4; }\n}",
    "const f = function a() { a = 2; };",
    "try { b(); } catch ({ c, a }) { a = 2; }",
    "switch (b) { case 1: let c = 1, a = 2; case 2: a = 3; }",
    "function f() {\n  class a {}\n  a = 2;\n}",
)
"""Code in which another variable of the name `a` is assigned to."""

RULE = Definition(
    id="const-reassigned",
    message="`$NAME` is $WHAT: assigning to it throws a `TypeError`. Declare it with `let`, or use another name.",
    summary="Assignment to a `const` throws a `TypeError`. Declare the variable with `let`, or use another name.",
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-705",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"lexical_declaration", "import_statement"})),
    words=any_of(["const", "import"]),
    explanation="""\
A variable that is declared with `const` keeps its first value, and so does a name that is imported. An
assignment to it fails when the line runs.

Bad:

```javascript
const total = 0;
for (const price of prices) {
  total += price;
}
```

Good:

```javascript
let total = 0;
for (const price of prices) {
  total += price;
}
```

To fix it, declare the variable with `let`.
""",
    fix_title="Declare it with `let`",
    fix_reason="Another variable was perhaps meant by the assignment.",
    references=("https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Statements/const",),
    invalid=(
        *(
            Example(language, "const a = 1;\nif (b) {\n  a = 2;\n}\n", fixed="let a = 1;\nif (b) {\n  a = 2;\n}\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "function f() {\n  const a = 1;\n  a += 2;\n}\n") for language in _SCRIPTS),
        *(Example(language, "const a = 1;\nconst b = () => { a++; };\n") for language in _SCRIPTS),
        *(Example(language, "const a = 1;\n{\n  { let a; }\n  let b = a;\n  a = 2;\n}\n") for language in _SCRIPTS),
        *(
            Example(language, f"import {clause} from 'b';\nfunction f() {{\n  a = 1;\n}}\n")
            for language in _SCRIPTS
            for clause in ("a", "{ a }", "* as a", "{ c as a }")
        ),
    ),
    valid=(
        *(Example(language, "import { a as c } from 'b';\nlet a;\na = 1;\n") for language in _SCRIPTS),
        *(Example(language, "import { a } from 'b';\nfunction f(a) {\n  a = 1;\n}\n") for language in _SCRIPTS),
        *(Example(language, "const a = 1;\nfunction f(a) {\n  a = 2;\n}\n") for language in _SCRIPTS),
        *(Example(language, "const a = {};\na.b = 1;\nc.a = 2;\nif (a == 2) b({ a: 1 });\n") for language in _SCRIPTS),
        *(
            Example(language, "const a = 1;\n{\n  let a = 2;\n  a = 3;\n}\nconst c = (a = 2) => a;\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "let a = 1;\na = 2;\nfor (const b of c) {\n}\nb = 1;\n") for language in _SCRIPTS),
        Example("tsx", "const a = 1;\nconst b = <c a={2} />;\n"),
        *(Example(language, f"const a = 1;\n{inner}\n") for language in _SCRIPTS for inner in _SHADOWING),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    around = scan.parent(node)
    imports = node.type == "import_statement"
    if around is None or node.has_error or not node.children or node.children[0].type not in ("const", "import"):
        return
    if around.type not in ("statement_block", "program"):
        return
    low, high = scan.touch_lines(node.start_byte, node.end_byte)
    if high - low > _LONGEST_LINE:
        return  # minified: every name is used for many things
    names = list(_imported(node)) if imports else _declared(node)
    values = {"$WHAT": "imported" if imports else "a `const`"}
    for name in names:
        if name.type != "identifier":
            continue
        text = scan.data[name.start_byte : name.end_byte]
        # Only a line with the name can assign to it, and most declarations need not depend on all of the block.
        scan.words |= {text}
        changes = [each for each in _changes(scan.data).get(text, ()) if node.end_byte <= each[0] < around.end_byte]
        if not changes:
            continue
        scan.touch(around)
        for place in _assigned(text, changes, around, scan.data):
            fix = None
            if len(names) == 1 and not imports:
                first = node.children[0]
                fix = Replacement(first.start_byte, first.end_byte, "let")
            yield Found(place.start_byte, place.end_byte, values | {"$NAME": text.decode(errors="replace")}, fix)
            return


@lru_cache(maxsize=4)
def _changes(data: bytes) -> dict[bytes, list[tuple[int, int]]]:
    """Where a text looks as if it changed a name, by the names: bytes from and to, in order. One search serves all
    names.
    """
    found: dict[bytes, list[tuple[int, int]]] = {}
    for each in _CHANGING.finditer(data):
        name = each[1] or each[2]
        found.setdefault(name, []).append((each.start(), max(each.end(1), each.end())))
    return found


def _declared(declaration: Node) -> list[Node]:
    return [name for each in declaration.named_children if (name := each.child_by_field_name("name")) is not None]


def _imported(statement: Node) -> Iterator[Node]:
    """The names that an import gives to the file."""
    for node in walk(statement):
        if node.type == "import_specifier":
            name = node.child_by_field_name("alias") or node.child_by_field_name("name")
            if name is not None:
                yield name
        elif node.type in ("import_clause", "namespace_import"):
            yield from (each for each in node.named_children if each.type == "identifier")


def _assigned(name: bytes, changes: Sequence[tuple[int, int]], around: Node, data: bytes) -> Iterator[Node]:
    """Those of the changes to a name in a block that mean the variable of this block."""
    for start, end in changes:
        place = around.descendant_for_byte_range(start, end)
        if place is not None and _means(place, name, around, data):
            yield place


_TARGETS = {"assignment_expression": "left", "augmented_assignment_expression": "left", "update_expression": "argument"}


def _means(place: Node, name: bytes, around: Node, data: bytes) -> bool:
    field = _TARGETS.get(place.type)
    target = place.child_by_field_name(field) if field else None
    if target is None or target.type != "identifier" or data[target.start_byte : target.end_byte] != name:
        return False
    scope = place.parent
    while scope is not None and scope != around:
        if _declares(scope, name, data):
            return False
        scope = scope.parent
    return True


_BLOCKS = frozenset({"statement_block", "switch_body", "switch_case", "switch_default"})
_DECLARATIONS = frozenset({"lexical_declaration", "variable_declaration"})
_NAMES = frozenset({"identifier", "type_identifier", "shorthand_property_identifier_pattern"})
_HEADER_FIELDS = ("parameters", "parameter", "initializer", "left")


def _declares(scope: Node, name: bytes, data: bytes) -> bool:
    """Whether a scope further in may have a variable of that name itself. In doubt it does."""
    inner = [each for field in _HEADER_FIELDS if (each := scope.child_by_field_name(field)) is not None]
    if scope.type in FUNCTIONS["javascript"]:
        own = scope.child_by_field_name("name") if scope.type.endswith("function_expression") else None
        # Wherever in a function a `var` stands, its variable is that of the function.
        inner += [each for each in own_nodes(scope) if each.type == "variable_declaration"] + ([own] if own else [])
    elif scope.type in _BLOCKS:
        inner = [child for each in scope.named_children for child in (each, *_in_case(each))]
    elif scope.type == "for_in_statement":
        inner = inner if scope.child_by_field_name("kind") is not None else []
    elif scope.type not in ("for_statement", "catch_clause"):
        return False
    return any(_binds(each, name, data) for each in inner)


def _in_case(statement: Node) -> list[Node]:
    return statement.named_children if statement.type in ("switch_case", "switch_default") else []


def _binds(declaration: Node, name: bytes, data: bytes) -> bool:
    """Whether a statement, a pattern or a list of parameters has a name among those that it declares."""
    if declaration.type in _DECLARATIONS:
        return any(_binds(each, name, data) for each in declaration.named_children)
    if declaration.type == "variable_declarator" or declaration.type.endswith("_declaration"):
        declared = declaration.child_by_field_name("name")
        return declared is not None and _binds(declared, name, data)
    if declaration.type.endswith("_statement") or declaration.type in _BLOCKS:
        return False
    return any(
        each.type in _NAMES and data[each.start_byte : each.end_byte] == name
        for each in (declaration, *walk(declaration))
    )
