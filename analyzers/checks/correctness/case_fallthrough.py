"""A `switch` case that falls through to the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_LEAVING = frozenset(
    {"return_statement", "throw_statement", "break_statement", "continue_statement", "yield_statement"}
)
_BLOCKS = frozenset({"block", "statement_block", "labeled_statement", "synchronized_statement", "else_clause"})
_NEVER_RETURNS = re.compile(
    rb"(?i)\b(?:fail|abort|exit|throw|die|panic|bail|error|invalid|unexpected|unreachable|unsupported|never|usage)\w*\s*\("
)


def goes_on(node: Node, data: bytes) -> bool:
    """False when code after a statement is certainly not reached, or when that is hard to tell."""
    kind = node.type
    if kind in _LEAVING:
        return False
    if kind in _BLOCKS:
        inner = [child for child in node.named_children if not child.is_extra]
        return not inner or goes_on(inner[-1], data)
    if kind == "if_statement":
        branches = [node.child_by_field_name(field) for field in ("consequence", "alternative")]
        return any(branch is None or goes_on(branch, data) for branch in branches)
    if kind == "expression_statement":
        return _NEVER_RETURNS.search(data, node.start_byte, node.end_byte) is None
    # Loops may have no end, and of a `try` and an inner `switch` each part may leave.
    return kind not in ("while_statement", "do_statement", "for_statement", "try_statement") and not kind.startswith(
        ("switch", "try_with")
    )


_SCRIPTS = ("javascript", "typescript", "tsx")
_CASES = frozenset({"switch_case", "switch_default", "switch_block_statement_group"})
_LABELS = frozenset({"switch_label"})
_HARMLESS = frozenset({"break_statement", "empty_statement"})
_NAME = re.compile(rb"\w+")
# What compilers make of a generator: the cases are places in it.
_GENERATED = re.compile(rb"\(\s*(?:_?(?:context|ctx)\d*|_[a-z]\d*)\.(?:prev|next|n|p|label)\b")


def _java(body: str) -> str:
    return f"class A {{\n  int f(int a) {{\n{body}    return 0;\n  }}\n}}\n"


_CODE = """\
    switch (a) {
      case 1:
        b();
        break;
      case 2:
        c();@
      case 3:
        d();
    }
"""
_BAD = _CODE.replace("@", "")
_FIXED = _CODE.replace("@", "\n        break;")
_INTENDED = (
    _CODE.replace("@", "\n        // falls through"),
    _CODE.replace("@", " // and then"),
    _BAD.replace("c();", "return 1;"),
    _BAD.replace("c();", "if (b) { return 1; } else { throw c; }"),
    _BAD.replace("c();", "fail(a);"),
    _BAD.replace("        c();\n", ""),
    _BAD.replace("        b();\n        break;\n", "        b();\n"),
    _BAD.replace("d();", "break;"),
    _BAD.replace("c();", "a = 3;"),
    _BAD.replace("c();", "if (b) { return 1; }"),
    _BAD.replace("c();", "{ c(); if (b) { return 1; } }"),
)

RULE = Definition(
    id="case-fallthrough",
    message="Case falls through into the next one. Add `break`, or a comment that it is meant.",
    severity=Severity.WARNING,
    category="correctness",
    confidence="MEDIUM",
    confidence_reason="style",
    cwe="CWE-484",
    kinds={"java": frozenset({"switch_block"}), **dict.fromkeys(_SCRIPTS, frozenset({"switch_body"}))},
    words=all_of(["switch", "case"]),
    explanation="""\
Without `break`, `return` or `throw` the statements of the next case run as well, whatever its label says. Only a switch
whose other cases end is checked; a comment before the next label says that the fall-through is meant.

Bad:

```java
switch (unit) {
  case METRE:
    length = value;
    break;
  case KILOMETRE:
    length = value * 1000;
  case MILE:
    length = value * 1609.344;
}
```

Good:

```java
switch (unit) {
  case METRE:
    length = value;
    break;
  case KILOMETRE:
    length = value * 1000;
    break;
  case MILE:
    length = value * 1609.344;
}
```

To fix it, add `break`; in Java, cases with arrows (`case METRE -> ...`) never fall through.
""",
    fix_title="Leave the switch here",
    fix_reason="The fall-through was perhaps intended.",
    references=("https://cwe.mitre.org/data/definitions/484.html",),
    invalid=(
        *(Example(language, _BAD, fixed=_FIXED) for language in _SCRIPTS),
        Example("java", _java(_BAD), fixed=_java(_FIXED)),
        Example("java", _java(_BAD.replace("c();", "if (b) { e(); }"))),
    ),
    valid=(
        Example("javascript", _BAD.replace("switch (a)", "switch (_context2.n)")),
        Example("javascript", _BAD.replace("switch (a)", "switch (_context.prev = _context.next)")),
        *(
            Example(language, _java(code) if language == "java" else code)
            for language in ("java", *_SCRIPTS)
            for code in _INTENDED
        ),
        Example("java", _java("    switch (a) { case 1 -> b(); case 2 -> c(); default -> d(); }\n")),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error or _is_compiled(node, context):
        return
    cases = [child for child in node.named_children if child.type in _CASES]
    bodies = [_statements(case) for case in cases]
    on = [bool(body) and goes_on(body[-1], context.data) and not _leaves_early(body[-1], context) for body in bodies]
    leaving = sum(bool(body) and not more for body, more in zip(bodies[:-1], on[:-1], strict=True))
    silent = [
        place
        for place in range(len(cases) - 1)
        if on[place]
        and not _is_harmless(bodies[place + 1 :])
        and not _is_reported(cases[place], cases[place + 1], bodies[place][-1])
        and not _is_next_state(cases[place], cases[place + 1], context)
    ]
    # Where that is how the whole switch is written, it is meant.
    if len(silent) > (1 + leaving) // 2:
        return
    for place in silent:
        last = bodies[place][-1]
        indent = " " * (_column(bodies[place][0], context))
        fix = Replacement(last.end_byte, last.end_byte, f"\n{indent}break;") if _is_first(last, context) else None
        yield Found(cases[place].start_byte, _end_of_label(cases[place], context), fix=fix)


def _is_compiled(body: Node, context: MatchContext) -> bool:
    value = None if body.parent is None else body.parent.child_by_field_name("value")
    return value is not None and _GENERATED.match(context.data, value.start_byte) is not None


def _statements(case: Node) -> list[Node]:
    """The statements of a case, without its label."""
    value = case.child_by_field_name("value")
    skipped = -1 if value is None else value.id
    return [
        child
        for child in case.named_children
        if not child.is_extra and child.type not in _LABELS and child.id != skipped
    ]


def _is_harmless(following: list[list[Node]]) -> bool:
    """True when what runs next does nothing."""
    body = next((body for body in following if body), [])
    return all(statement.type in _HARMLESS for statement in body)


def _is_reported(case: Node, following: Node, last: Node) -> bool:
    """True when a comment is between the last statement and the next label."""
    node = last.next_sibling
    if last.type in ("block", "statement_block") and any(child.is_extra for child in last.children[-2:]):
        return True
    if any(child.is_extra and child.start_byte >= last.end_byte for child in case.children):
        return True
    node = case.next_sibling
    while node is not None and node.id != following.id:
        if node.is_extra:
            return True
        node = node.next_sibling
    return False


def _leaves_early(last: Node, context: MatchContext) -> bool:
    """True for a final `if` that leaves: everything else is what the next case is about."""
    while last.type in ("block", "statement_block") and last.named_child_count:
        last = last.named_children[-1]
    consequence = last.child_by_field_name("consequence") if last.type == "if_statement" else None
    return consequence is not None and not goes_on(consequence, context.data)


def _is_next_state(case: Node, following: Node, context: MatchContext) -> bool:
    """True for a machine that goes on in its next state: the case names the label that it runs on into."""
    label = context.data[following.start_byte : _end_of_label(following, context)]
    names = _NAME.findall(label.removeprefix(b"case"))
    start = _end_of_label(case, context)
    return bool(names) and names[-1] in _NAME.findall(context.data[start : case.end_byte])


def _column(node: Node, context: MatchContext) -> int:
    start = context.data.rfind(b"\n", 0, node.start_byte) + 1
    return node.start_byte - start


def _is_first(node: Node, context: MatchContext) -> bool:
    """True for a statement that nothing is before on its line."""
    start = context.data.rfind(b"\n", 0, node.start_byte) + 1
    return not context.data[start : node.start_byte].strip(b" ")


def _end_of_label(case: Node, context: MatchContext) -> int:
    colon = context.data.find(b":", case.start_byte, case.end_byte)
    return case.end_byte if colon < 0 else colon + 1
