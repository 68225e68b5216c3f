"""A getter that returns nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_VALUES = frozenset({"call_expression", "member_expression", "subscript_expression", "binary_expression", "identifier"})
_WITHOUT_FIX = (
    "const a = { get f() {\n  if (b) { return; }\n} };\n",
    "class A {\n  get f() {\n    this.g = 1;\n  }\n}\n",
    "class A {\n  get f() {\n    g();\n    h();\n  }\n}\n",
)
# Functions that only throw
_THROWING = re.compile(rb"(?i)(?:unreachable|not_?implemented|unsupported|never|fail|throw\w*|abort|panic|invariant)$")

RULE = Definition(
    id="getter-without-return",
    message="Getter `$NAME` returns nothing, so the property is always undefined. Return the value.",
    summary="Getter returns nothing, so the property is always undefined. Return the value.",
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-394",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"method_definition"})),
    words=all_of(["get"]),
    explanation="""\
Reading the property gives the getter's return value. Without `return` it is `undefined`.

Bad:

```javascript
get total() {
  this.prices.reduce(sum, 0);
}
```

Good:

```javascript
get total() {
  return this.prices.reduce(sum, 0);
}
```

To fix it, return the value. A getter that throws is not reported.
""",
    references=("https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Functions/get",),
    fix_title="Return the value",
    fix_reason="Another value was perhaps meant.",
    invalid=tuple(
        Example(language, code, fixed=fixed)
        for language in _SCRIPTS
        for code, fixed in (
            (
                "class A {\n  get f() {\n    this.g();\n  }\n}\n",
                "class A {\n  get f() {\n    return this.g();\n  }\n}\n",
            ),
            *((code, code) for code in _WITHOUT_FIX),
        )
    ),
    valid=tuple(
        Example(language, code)
        for language in _SCRIPTS
        for code in (
            "class A {\n  get f() {\n    return this.g;\n  }\n  get() {\n    this.h();\n  }\n}\n",
            "class A {\n  get f() {\n    throw new Error();\n  }\n  get e() {}\n}\n",
            'class A {\n  get f() {\n    unreachable("no f");\n  }\n}\n',
            "class A {\n  get f() {\n    this.notImplemented();\n  }\n}\n",
            "class A {\n  get f() {\n    if (a) {\n      return 1;\n    }\n    g();\n  }\n}\n",
        )
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    if name is None or body is None or node.has_error or not any(child.type == "get" for child in node.children):
        return
    if not body.named_child_count:
        return  # a place that is kept free on purpose
    if _always_throws(body.named_children[-1]):
        return
    for each in own_nodes(node):
        if each.type == "throw_statement" or (each.type == "return_statement" and each.named_child_count):
            return
    shown = scan.data[name.start_byte : name.end_byte].decode(errors="replace")
    yield Found(name.start_byte, name.end_byte, {"$NAME": shown}, _return(body))


def _always_throws(statement: Node) -> bool:
    """Whether a statement calls what by its name only throws."""
    call = statement.named_child(0) if statement.type == "expression_statement" else None
    function = None if call is None else call.child_by_field_name("function")
    return function is not None and _THROWING.search(function.text or b"") is not None


def _return(body: Node) -> Replacement | None:
    """Returns the value that the only statement computes; None if there are more, or it computes none."""
    inner = [each for each in body.named_children if not each.is_extra]
    if len(inner) != 1 or inner[0].type != "expression_statement":
        return None
    value = inner[0].named_children[0]
    return Replacement(value.start_byte, value.start_byte, "return ") if value.type in _VALUES else None
