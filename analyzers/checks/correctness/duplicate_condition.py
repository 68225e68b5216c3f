"""A branch whose condition was already tested in the same chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node


def tokens(node: Node, context: MatchContext) -> list[bytes]:
    """The texts of all leaves without comments; a string is one token, whatever is in it."""
    result: list[bytes] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.is_extra:
            continue
        if current.child_count and current.type not in context.table.strings:
            stack.extend(reversed(current.children))
        else:
            result.append(context.data[current.start_byte : current.end_byte])
    return result


_SCRIPTS = ("javascript", "typescript", "tsx")
_MOST_TOKENS = 200
_LEAVING = frozenset({"return_statement", "throw_statement", "break_statement", "continue_statement"})
_RUNS_ON = "switch (a) {\n  case 1: b();\n  case 1: c();\n}\n"
_SWITCH = "package a\n\nfunc f() {{\n\tswitch {{\n\tcase a:\n\t\tb()\n\tcase c, {}:\n\t\td()\n\t}}\n}}\n"

RULE = Definition(
    id="duplicate-condition",
    message=(
        "Duplicate condition: it was tested above in this chain, so this branch is never taken. "
        "Correct it, or remove the branch."
    ),
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-561",
    kinds={
        **dict.fromkeys(_SCRIPTS, frozenset({"if_statement", "switch_body"})),
        "go": frozenset({"if_statement", "expression_switch_statement"}),
    },
    words=any_of(["else", "case"]),
    explanation="""\
The branches of a chain are tried from the top, and the first whose condition holds is taken. A second branch with the
same condition is never reached; most often it was copied and its condition not changed.

Bad:

```javascript
if (unit === "m") {
  return value;
} else if (unit === "m") {
  return value / 1000;
}
```

Good:

```javascript
if (unit === "m") {
  return value;
} else if (unit === "mm") {
  return value / 1000;
}
```

To fix it, write the condition that was meant, or remove the branch.
""",
    fix_title="Remove the branch",
    fix_reason="Another condition was perhaps meant.",
    invalid=(
        *(
            Example(
                language,
                "if (a == 1) b(); else if (c) d(); else if (a == 1) e();\n",
                fixed="if (a == 1) b(); else if (c) d();\n",
            )
            for language in _SCRIPTS
        ),
        *(
            Example(
                language,
                "switch (a) {\n  case 1: b(); break;\n  case 1: c();\n}\n",
                fixed="switch (a) {\n  case 1: b(); break;\n}\n",
            )
            for language in _SCRIPTS
        ),
        *(Example(language, _RUNS_ON, fixed=_RUNS_ON) for language in _SCRIPTS),
        Example(
            "go",
            "package a\n\nfunc f() {\n\tif a {\n\t\tb()\n\t} else if a {\n\t\tc()\n\t} else {\n\t\td()\n\t}\n}\n",
            fixed="package a\n\nfunc f() {\n\tif a {\n\t\tb()\n\t} else {\n\t\td()\n\t}\n}\n",
        ),
        Example("go", _SWITCH.format("a")),
    ),
    valid=(
        Example("go", _SWITCH.format("a.b")),
        *(Example(language, "if (a == 1) b(); else if (a == 2) e();\n") for language in _SCRIPTS),
        *(Example(language, "if (read()) b(); else if (read()) e();\n") for language in _SCRIPTS),
        *(Example(language, "switch (a) { case 1: b(); break; case 2: c(); }\n") for language in _SCRIPTS),
        Example("go", "package a\n\nfunc f() {\n\tif <-c == 1 {\n\t} else if <-c == 1 {\n\t}\n}\n"),
        Example("go", "package a\n\nfunc f() {\n\tif x := g(); x == 1 {\n\t} else if x := h(); x == 1 {\n\t}\n}\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    seen: set[tuple[bytes, ...]] = set()
    for condition, fix in _conditions(node, context):
        if _may_change(condition):
            return
        text = tuple(tokens(condition, context)[:_MOST_TOKENS])
        if text in seen and len(text) < _MOST_TOKENS:
            yield Found(condition.start_byte, condition.end_byte, fix=fix)
        seen.add(text)


def _conditions(node: Node, context: MatchContext) -> Iterator[tuple[Node, Replacement | None]]:
    if node.type == "expression_switch_statement":
        return _go_cases(node)
    return _cases(node) if node.type == "switch_body" else _chain(node, context)


def _go_cases(switch: Node) -> Iterator[tuple[Node, Replacement | None]]:
    """The conditions of a `switch` without a value: the compiler looks at constants alone."""
    if switch.child_by_field_name("initializer") is not None or switch.child_by_field_name("value") is not None:
        return
    for child in switch.named_children:
        values = child.child_by_field_name("value") if child.type == "expression_case" else None
        for value in [] if values is None else values.named_children:
            alone = values is not None and len(values.named_children) == 1
            yield value, Replacement(child.start_byte, child.end_byte) if alone else None


def _chain(node: Node, context: MatchContext) -> Iterator[tuple[Node, Replacement | None]]:
    """The conditions of a chain, from its first `if` only, each with what takes its branch out."""
    parent = context.parent(node)
    if parent is not None and (parent.type == "else_clause" or parent.child_by_field_name("alternative") == node):
        context.touch(parent)
        return
    current: Node | None = node
    before: Node | None = None
    while current is not None:
        if current.child_by_field_name("initializer") is not None:
            return
        condition = current.child_by_field_name("condition")
        own = current.child_by_field_name("consequence")
        if condition is not None:
            # Asking a node for its parent takes time for its depth.
            yield condition, None if before is None or own is None else Replacement(before.end_byte, own.end_byte)
        before = own
        alternatives = current.children_by_field_name("alternative")
        current = None
        for alternative in alternatives:
            if alternative.type == "if_statement":
                current = alternative
            elif alternative.type == "else_clause" and alternative.named_child_count:
                first = alternative.named_children[0]
                current = first if first.type == "if_statement" else None


def _cases(body: Node) -> Iterator[tuple[Node, Replacement | None]]:
    """The values of cases, each with what takes its branch out; None if another one runs on into it."""
    above: Node | None = None
    for child in body.named_children:
        value = child.child_by_field_name("value") if child.type == "switch_case" else None
        if value is not None:
            leaves = above is not None and above.named_children and above.named_children[-1].type in _LEAVING
            yield value, Replacement(child.start_byte, child.end_byte) if leaves else None
        above = child


def _may_change(condition: Node) -> bool:
    """Whether asking twice may give two answers: a call, an assignment, an increment, a value from a channel."""
    stack = [condition]
    while stack:
        node = stack.pop()
        if node.type in _CHANGING or (node.type == "unary_expression" and node.children[0].type == "<-"):
            return True
        stack.extend(node.named_children)
    return False


_CHANGING = frozenset(
    {"call_expression", "new_expression", "assignment_expression", "update_expression"}
    | {"await_expression", "yield_expression", "augmented_assignment_expression"}
)
