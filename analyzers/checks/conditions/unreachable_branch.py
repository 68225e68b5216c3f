"""A branch of a chain whose condition cannot hold, because an earlier one takes all its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.conditions._comparisons import Comparison, comparison, excludes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_IF = frozenset({"if_statement"})
_PYTHON = "def f(a):\n    if a {}:\n        g()\n    elif a {}:\n        h()\n"
_SCRIPT = "if (a {}) {{ g(); }} else if (a {}) {{ h(); }}\n"
_GO = "package a\n\nfunc f() {{\n\tif a {} {{\n\t\tg()\n\t}} else if a {} {{\n\t\th()\n\t}}\n}}\n"
_JAVA = "class A {{ void f(int a) {{ if (a {}) {{ g(); }} else if (a {}) {{ h(); }} }} }}\n"
_TEMPLATES = {"python": _PYTHON, **dict.fromkeys(_SCRIPTS, _SCRIPT), "go": _GO, "java": _JAVA}

RULE = Definition(
    id="unreachable-branch",
    message="Branch is never taken: where `$OTHER` holds, `$ONE` above held already. Test the narrower one first.",
    summary="Branch is never taken, because a wider condition above takes all its values. Test the narrower one first.",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-561",
    kinds=dict.fromkeys(_TEMPLATES, _IF),
    words=any_of(["elif", "else"]),
    explanation="""\
The branches of a chain are tried from the top. Where a value that meets a later condition always meets an earlier one,
the later branch never runs.

Bad:

```python
if score > 50:
    grade = "C"
elif score > 90:
    grade = "A"
```

Good:

```python
if score > 90:
    grade = "A"
elif score > 50:
    grade = "C"
```

To fix it, put the narrower condition first, or correct the number.
""",
    references=("https://cwe.mitre.org/data/definitions/561.html",),
    invalid=tuple(
        Example(language, template.format(one, other))
        for language, template in _TEMPLATES.items()
        for one, other in (("> 5", "> 9"), ("<= 5", "== 3"), ("!= 1", "== 2"))
    ),
    valid=tuple(
        Example(language, template.format(one, other))
        for language, template in _TEMPLATES.items()
        for one, other in (("> 9", "> 5"), ("< 5", "> 5"), ("!= 1", "== 1"), (".b > 5", ".c > 9"), ("== 1", "== 2"))
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    around = scan.parent(node)
    if around is not None and (around.type == "else_clause" or around.child_by_field_name("alternative") == node):
        # The first `if` looks at all of the chain.
        scan.touch(around)
        return
    above: dict[bytes, list[Comparison]] = {}
    for condition in _chain(node):
        while condition.type == "parenthesized_expression" and condition.named_child_count == 1:
            condition = condition.named_children[0]
        known = comparison(condition, scan.data)
        if known is None:
            continue
        # The same condition twice is the matter of `duplicate-condition`.
        for each in above.get(known.subject, ()):
            scan.step()
            if excludes(each, known) and (each.sign, each.constant) != (known.sign, known.constant):
                values = {"$ONE": _text(each.node, scan), "$OTHER": _text(condition, scan)}
                yield Found(condition.start_byte, condition.end_byte, values)
                return
        if known.sign != "==":
            # A value that is not equal to a constant may be any other: chains of thousands of these are common.
            above.setdefault(known.subject, []).append(known)


def _chain(node: Node) -> Iterator[Node]:
    """The conditions of a chain, up to one with a statement of its own, which may change what they compare."""
    current: Node | None = node
    while current is not None:
        condition = current.child_by_field_name("condition")
        if condition is None or current.child_by_field_name("initializer") is not None:
            return
        yield condition
        alternatives = current.children_by_field_name("alternative")
        current = None
        for alternative in alternatives:
            if alternative.type in ("if_statement", "elif_clause"):
                if alternative.type == "elif_clause":
                    inner = alternative.child_by_field_name("condition")
                    if inner is not None:
                        yield inner
                    continue
                current = alternative
            elif alternative.type == "else_clause" and alternative.named_child_count:
                first = alternative.named_children[0]
                current = first if first.type == "if_statement" else None


def _text(node: Node, scan: MatchContext) -> str:
    return " ".join(scan.data[node.start_byte : node.end_byte].decode(errors="replace").split())[:40]
