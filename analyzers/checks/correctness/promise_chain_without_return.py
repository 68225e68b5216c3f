"""A callback of `then` that returns nothing although the next callback uses its result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_HANDLERS = frozenset({"arrow_function", "function_expression"})
_LEAVING = frozenset({"return_statement", "throw_statement"})
# Assigned, or asked whether there is one
_OTHER = (
    rb"(?<![\w$.])NAME\s*=(?![=>])|!\s*NAME\b|\bif\s*\(\s*NAME\b"
    rb"|(?<![\w$.])NAME\s*(?:\?|&&|\|\||[!=]=)|\btypeof\s+NAME\b"
)

RULE = Definition(
    id="promise-chain-without-return",
    message=(
        "`$NAME` is always `undefined`: the function in the previous `then` returns nothing. Return the value there."
    ),
    summary="Value is always `undefined`: the function in the previous `then` returns nothing. Return the value there.",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-394",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"call_expression"})),
    words=all_of(["then"]),
    explanation="""\
The return value of a function in `then` is passed to the next one. Without `return` it is `undefined`, and the next
step does not wait for work started in the previous one.

Bad:

```javascript
load(id)
  .then((user) => {
    complete(user);
  })
  .then((user) => show(user.name));
```

Good:

```javascript
load(id)
  .then((user) => {
    return complete(user);
  })
  .then((user) => show(user.name));
```

To fix it, return the value, or remove the parameter.
""",
    references=("https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Using_promises#chaining",),
    invalid=tuple(
        Example(language, code)
        for language in _SCRIPTS
        for code in (
            "a().then((b) => { c(b); }).then((d) => e(d.f));\n",
            "a().then(function (b) { c(b); }).then(function (d) { e(d); });\n",
            "a().then(async () => { await c(); }).then((d) => { e(d); });\n",
        )
    ),
    valid=tuple(
        Example(language, code)
        for language in _SCRIPTS
        for code in (
            "a().then((b) => { return c(b); }).then((d) => e(d.f));\n",
            "a().then((b) => c(b)).then((d) => e(d.f));\n",
            "a().then((b) => { c(b); }).then(() => e());\n",
            "a().then((b) => { c(b); }).then((d) => e());\n",
            "a().then((b) => { c(b); }).then((d = 1) => e(d));\n",
            "a().then((b) => { if (b) return 1; }).then((d) => e(d));\n",
            "a().then((b) => { c(b); }, (f) => 1).then((d) => e(d));\n",
            "a().then((b) => { throw b; }).then((d) => e(d));\n",
            "a().then((b) => { c(b); }).then(function (d) { d = e(); f(d); });\n",
            "a().then((b) => { c(b); }).then((d) => { if (d) e(d); });\n",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    before, handler = _then(node)
    if before is None or handler is None or handler.type not in _HANDLERS or node.has_error:
        return
    _, earlier = _then(before)
    parameter = _only_parameter(handler)
    if earlier is None or parameter is None or not _returns_nothing(earlier):
        return
    use = _first_use(parameter, handler, context.data)
    if use is not None:
        yield Found(use.start_byte, use.end_byte, {"$NAME": (parameter.text or b"").decode(errors="replace")})


def _then(call: Node) -> tuple[Node | None, Node | None]:
    """What `then` is called of, and the only function that it is given."""
    function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if call.type != "call_expression" or function is None or arguments is None or arguments.named_child_count != 1:
        return None, None
    name = function.child_by_field_name("property")
    if function.type != "member_expression" or name is None or name.text != b"then":
        return None, None
    return function.child_by_field_name("object"), arguments.named_child(0)


def _only_parameter(handler: Node) -> Node | None:
    """The name of the only parameter, without a default."""
    single = handler.child_by_field_name("parameter")
    several = handler.child_by_field_name("parameters")
    if single is None and several is not None and several.named_child_count == 1:
        single = several.named_child(0)
        if single is not None and single.type == "required_parameter":
            single = None if single.child_by_field_name("value") is not None else single.child_by_field_name("pattern")
    return single if single is not None and single.type == "identifier" else None


def _returns_nothing(handler: Node) -> bool:
    """Whether a function has a block that is left at its end alone, without a value."""
    body = handler.child_by_field_name("body")
    if handler.type not in _HANDLERS or body is None or body.type != "statement_block":
        return False
    return body.named_child_count > 0 and not any(each.type in _LEAVING for each in own_nodes(handler))


def _first_use(parameter: Node, handler: Node, data: bytes) -> Node | None:
    """The first use of a parameter, unless something else is assigned to it or it is asked whether there is one."""
    body, name = handler.child_by_field_name("body"), parameter.text or b""
    if body is None:
        return None
    if re.search(_OTHER.replace(b"NAME", re.escape(name)), data[body.start_byte : body.end_byte]):
        return None
    stack = [body]
    while stack:
        each = stack.pop()
        if each.type == "identifier" and each.text == name:
            return each
        stack.extend(reversed(each.named_children))
    return None
