"""A callback of an array method that returns nothing although the method uses its result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import FUNCTIONS, own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_METHODS = frozenset(
    {b"map", b"flatMap", b"filter", b"some", b"every", b"find", b"findIndex", b"findLast", b"findLastIndex"}
    | {b"reduce", b"reduceRight", b"toSorted"}
)
_CALLBACKS = frozenset({"arrow_function", "function_expression"})
# Callbacks of databases and the like, whose methods have these names too, begin with the error.
_ERROR = re.compile(rb"\(?\s*_*(?:e|er|err|error|ex)\b")
# What gives on the value of an expression, or drops it
_PASSING = frozenset({"sequence_expression", "parenthesized_expression", "binary_expression", "ternary_expression"})

RULE = Definition(
    id="array-callback-return",
    message="Callback of `$METHOD` returns nothing, so each result is undefined. Return a value.",
    summary="Callback of an array method returns nothing, so each result is undefined. Return a value.",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-394",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"call_expression"})),
    words=any_of(word.decode() for word in sorted(_METHODS)),
    explanation="""\
`map`, `filter`, `some`, `find` and `reduce` work with the values that their callback returns. With braces around its
body an arrow function returns nothing without `return`: the new list is full of `undefined`, and nothing is found.

Bad:

```javascript
const names = people.map((person) => { person.name.trim(); });
```

Good:

```javascript
const names = people.map((person) => person.name.trim());
```

To fix it, return the value, or use `forEach` or a loop where only the side effect is wanted.
""",
    fix_title="Return the value",
    fix_reason="If only the side effect is wanted, `forEach` is better.",
    references=(
        "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Functions/Arrow_functions#function_body",
    ),
    invalid=tuple(
        Example(language, f"const b = {before};\n", fixed=f"const b = {after};\n")
        for language in _SCRIPTS
        for before, after in (
            ("a.map((x) => { x + 1; })", "a.map((x) => { return x + 1; })"),
            ("a.filter(function (x) { x.y(); })", "a.filter(function (x) { return x.y(); })"),
            ("a.reduce((s, x) => { s + x; }, 0)", "a.reduce((s, x) => { return s + x; }, 0)"),
            ("a.some((x) => { if (x) { g(x); } })", "a.some((x) => { if (x) { g(x); } })"),
            ("a?.find((x) => { f(); x.y; })", "a?.find((x) => { f(); return x.y; })"),
        )
    ),
    valid=tuple(
        Example(language, code)
        for language in _SCRIPTS
        for code in (
            "const b = a.map((x) => x + 1);\n",
            "const b = a.map((x) => { return x + 1; });\n",
            "const b = a.some((x) => { if (x) { return true; } });\n",
            "const b = a.find((x) => { throw new Error(x); });\n",
            "const b = a.map((x) => { while (true) { f(x); } });\n",
            "const b = a.map(async (x) => { await f(x); });\n",
            "const b = a.map(() => { f(); });\n",
            "const b = a.map((x) => {});\n",
            "a.map((x) => { f(x); });\n",
            "a.forEach((x) => { f(x); });\n",
            "a.map((x) => { return x.map((y) => { f(y); }); });\n",
            "a.forEach((x) => x.map((y) => { f(y); }));\n",
            "a && a.map((x) => { f(x); });\n",
            "a.map((x) => { f(x); }), b();\n",
            "const b = Post.find((err, posts) => { show(posts); });\n",
            "const b = a.map(f, (x) => { g(x); });\n",
            "const b = map((x) => { g(x); });\n",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    method, callback = _method_and_callback(node)
    if callback is None or method is None or not _is_used(node, context):
        return
    body = callback.child_by_field_name("body")
    if body is None or body.type != "statement_block" or not body.named_children or body.has_error:
        return
    nodes = list(own_nodes(callback))
    if any(each.type in ("return_statement", "throw_statement", "while_statement", "for_statement") for each in nodes):
        return
    yield Found(method.start_byte, method.end_byte, {"$METHOD": (method.text or b"").decode()}, _returned(body))


def _method_and_callback(call: Node) -> tuple[Node | None, Node | None]:
    """The name of the method and the callback that it asks, which has parameters."""
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if function is None or arguments is None or function.type != "member_expression" or not arguments.named_children:
        return None, None
    method, callback = function.child_by_field_name("property"), arguments.named_children[0]
    if method is None or callback.type not in _CALLBACKS or method.text not in _METHODS:
        return None, None
    if any(child.type in ("async", "*") for child in callback.children):
        return None, None
    parameters = callback.child_by_field_name("parameters") or callback.child_by_field_name("parameter")
    if parameters is None or parameters.text in (b"()", None) or _ERROR.match(parameters.text or b""):
        return None, None
    return method, callback


def _is_used(call: Node, context: MatchContext) -> bool:
    """False for a call whose value is dropped, by itself or by a call around it: it stands for a loop."""
    around = call.parent
    while around is not None and around.type in _PASSING:
        call, around = around, around.parent
    if around is None:
        return False
    context.touch(around)
    if around.type == "return_statement" or (around.type == "arrow_function" and call.type == "call_expression"):
        outer = _mapping(around)
        return outer is None or _is_used(outer, context)
    return around.type != "expression_statement"


def _mapping(node: Node) -> Node | None:
    """The call of `map` or `forEach` with a function that a node is in and that returns it."""
    function: Node | None = node
    while function is not None and function.type not in FUNCTIONS["javascript"]:
        function = function.parent
    arguments = None if function is None else function.parent
    call = None if arguments is None or arguments.type != "arguments" else arguments.parent
    callee = None if call is None else call.child_by_field_name("function")
    name = None if callee is None else callee.child_by_field_name("property")
    return call if name is not None and name.text in (b"map", b"forEach") else None


def _returned(body: Node) -> Replacement | None:
    """`return` before the last statement, where that is an expression."""
    last = body.named_children[-1]
    if last.type != "expression_statement" or last.named_child(0) is None:
        return None
    return Replacement(last.start_byte, last.start_byte, "return ")
