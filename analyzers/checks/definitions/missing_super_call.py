"""A constructor of a derived class that never calls `super`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node, walk

_SCRIPTS = ("javascript", "typescript", "tsx")

RULE = Definition(
    id="missing-super-call",
    message="Constructor of a derived class without `super()`: `new` throws a `ReferenceError`. Call it before `this`.",
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-665",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"class_declaration", "class"})),
    words=all_of(["extends", "constructor"]),
    explanation="""\
Until the constructor of a derived class has called `super`, its object does not exist. If it never does, every `new`
fails.

Bad:

```javascript
class Circle extends Shape {
  constructor(radius) {
    this.radius = radius;
  }
}
```

Good:

```javascript
class Circle extends Shape {
  constructor(radius) {
    super();
    this.radius = radius;
  }
}
```

To fix it, call `super` first.
""",
    references=("https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/super",),
    fix_title="Call `super()` first",
    fix_reason="The constructor of the base class may need arguments.",
    invalid=tuple(
        Example(language, code, fixed=fixed)
        for language in _SCRIPTS
        for code, fixed in (
            (
                "class A extends B {\n  constructor(a) {\n    this.a = a;\n  }\n}\n",
                "class A extends B {\n  constructor(a) {\n    super();\n    this.a = a;\n  }\n}\n",
            ),
            (
                "class A extends B { constructor(a) { this.a = a; } }\n",
                "class A extends B { constructor(a) { super(); this.a = a; } }\n",
            ),
            ("class A extends B { constructor() {} }\n", "class A extends B { constructor() { super(); } }\n"),
        )
    ),
    valid=tuple(
        Example(language, code)
        for language in _SCRIPTS
        for code in (
            "class A extends B {\n  constructor(a) {\n    super(a);\n  }\n}\n",
            "class A extends B {\n  constructor(a) {\n    if (a) super(); else super(a);\n  }\n}\n",
            "class A extends B {\n  constructor() {\n    return c;\n  }\n}\n",
            "class A extends B {\n  constructor() {\n    throw new Error();\n  }\n}\n",
            "class A {\n  constructor(a) {\n    this.a = a;\n  }\n}\n",
            "class A extends null {\n  constructor(a) {\n    this.a = a;\n  }\n}\n",
        )
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    heritage = next((child for child in node.named_children if child.type == "class_heritage"), None)
    body = node.child_by_field_name("body")
    if heritage is None or body is None or node.has_error:
        return
    text = scan.data[heritage.start_byte : heritage.end_byte]
    if not text.startswith(b"extends") or text.split() == [b"extends", b"null"]:
        return
    for member in body.named_children:
        name, code = member.child_by_field_name("name"), member.child_by_field_name("body")
        if name is None or code is None or scan.data[name.start_byte : name.end_byte] != b"constructor":
            continue
        kinds = {each.type for each in walk(code)}
        if not kinds & {"super", "throw_statement", "return_statement"}:
            yield Found(name.start_byte, name.end_byte, fix=_call(code, scan.data))


def _call(code: Node, data: bytes) -> Replacement:
    """Calls `super` before everything else, as the first statement is indented."""
    start = code.start_byte + 1
    if not code.named_children:
        return Replacement(start, code.end_byte - 1, " super(); ")
    first = code.named_children[0].start_byte
    return Replacement(first, first, f"super();{data[start:first].decode() or ' '}")
