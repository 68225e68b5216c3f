"""A promise in an async function that is never awaited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reread.analyzers.checks.structure._functions import FUNCTIONS
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
# An async function by its name, with the `try` of one that handles all of its errors itself
_ASYNC = re.compile(
    rb"\basync\s+function\s+(\w+)\s*(?:<[^>\n]*>)?\([^()]*\)\s*(?::[^{\n]*)?\{\s*(try\b)?"
    rb"|\b(?:const|let|var)\s+(\w+)\s*=\s*async\s*(?:function\b\s*)?\(?[^()\n]*\)?[^{\n]*(?:\{\s*(try\b)?)?"
)
_ALWAYS = re.compile(
    rb"(?:fetch|Promise\.(?:all|allSettled|any|race)|axios\.(?:get|post|put|patch|delete|head|request)"
    rb"|(?:fs\.promises|fsp|fsPromises)\.\w+)"
)
_STARTS = re.compile(rb"fetch|axios\.(?:get|post|put|patch|delete|head|request)")

RULE = Definition(
    id="floating-promise",
    message="Promise is not awaited: the code after it runs before it is done, and its error is lost. Add `await`.",
    severity=Severity.WARNING,
    category="correctness",
    confidence="MEDIUM",
    confidence_reason="style",
    cwe="CWE-252",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"expression_statement"})),
    words=all_of(["async"]),
    explanation="""\
An async function starts and returns a promise. Without `await` the code after it runs before the work is done, the
`try` around it catches nothing, and a rejection stops a Node process.

Bad:

```javascript
async function close() {
  flush();
  file.end();
}
```

Good:

```javascript
async function close() {
  await flush();
  file.end();
}
```

To fix it, await the promise. If nothing has to wait for it, say so with `void`, and handle the error:
`void flush().catch(report)`.
""",
    fix_title="Wait for it",
    fix_reason="The code after it now waits, and an error stops it.",
    references=(
        "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Using_promises",
        "https://nodejs.org/api/process.html#event-unhandledrejection",
    ),
    invalid=tuple(
        Example(language, f"{before}async function f() {{\n  {call};\n}}\n", fixed=fixed)
        for language in _SCRIPTS
        for before, call in (
            ("async function g(a) {\n  await a;\n}\n", "g(1)"),
            ("const g = async (a) => a;\n", "g(1)"),
            ("const g = async function (a) { await a; };\n", "g(1)"),
            ("", 'fetch("/a")'),
            ("", 'fetch("/a").then((b) => b.json())'),
            ("", "Promise.all(list.map(h))"),
            ("", 'axios.post("/a", b)'),
            ("", 'fs.promises.unlink("a")'),
        )
        for fixed in (f"{before}async function f() {{\n  await {call};\n}}\n",)
    )
    + tuple(
        Example(language, code, fixed=code.replace("  g(", "  await g(").replace("  this.g", "  await this.g"))
        for language in _SCRIPTS
        for code in (
            "async function f() {\n  g(1);\n}\nasync function g() {\n  await h();\n}\n",
            "class A {\n  async g() {}\n  async f() {\n    this.g();\n  }\n}\n",
            "const g = async () => 1;\na.b(async (c) => {\n  g(c);\n});\n",
        )
    ),
    valid=tuple(
        Example(language, code)
        for language in _SCRIPTS
        for code in (
            "async function g() { await h(); }\nasync function f() {\n  await g();\n  void g();\n  const a = g();\n}\n",
            "async function g() { await h(); }\nasync function f() {\n  g().catch(h);\n  return g();\n}\n",
            "async function g() { await h(); }\nfunction f() {\n  g();\n}\ng();\n",
            "async function g() { await h(); }\nasync function f() {\n  a.forEach((b) => {\n    g(b);\n  });\n}\n",
            "async function g() {\n  try { h(); } catch (e) { i(e); }\n}\nasync function f() {\n  g();\n}\n",
            "function g() {}\nasync function f() {\n  g();\n}\n",
            'async function f() {\n  fetch("/a").then(g, h);\n  fetch("/a").then(g).catch(h);\n}\n',
            "class A {\n  async g() {}\n  h() {}\n  f() {\n    this.g();\n  }\n  async i() {\n    this.h();\n  }\n}\n",
            "async function f() {\n  axios.create({});\n  fs.unlink(a, b);\n}\n",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    call = node.named_child(0)
    function = None if call is None or call.type != "call_expression" else call.child_by_field_name("function")
    if call is None or function is None:
        return
    ancestors = context.ancestors(node)[::-1]
    around = next((each for each in ancestors if each.type in FUNCTIONS["javascript"]), None)
    if around is None or not is_async(around):
        return
    context.touch(around)
    if _gives_promise(call, function, ancestors, context):
        yield Found(call.start_byte, call.end_byte, fix=Replacement(call.start_byte, call.start_byte, "await "))


def is_async(function: Node) -> bool:
    return any(child.type == "async" for child in function.children)


def _gives_promise(call: Node, function: Node, ancestors: list[Node], context: MatchContext) -> bool:
    text = function.text or b""
    if _ALWAYS.fullmatch(text):
        return True
    if function.type == "identifier":
        known = async_functions(context.data).get(text)
        if known is None:
            # Only lines with the name can make it one. Most calls are none, and need not depend on all of the file.
            context.words |= {text}
            return False
        context.touch(context.root)
        return known
    target, name = function.child_by_field_name("object"), function.child_by_field_name("property")
    if target is None or name is None:
        return False
    if target.type == "this":
        return _is_async_method(name.text or b"", ancestors, context)
    started, arguments = target.child_by_field_name("function"), call.child_by_field_name("arguments")
    if name.text != b"then" or started is None or arguments is None or arguments.named_child_count != 1:
        return False
    return _STARTS.fullmatch(started.text or b"") is not None


@lru_cache(maxsize=2)
def async_functions(data: bytes) -> dict[bytes, bool]:
    """The async functions of a file by their names; False for those that handle all of their errors themselves."""
    found = (match.group(1, 2, 3, 4) for match in _ASYNC.finditer(data))
    return {first or second: not tried and not caught for first, tried, second, caught in found}


def _is_async_method(name: bytes, ancestors: list[Node], context: MatchContext) -> bool:
    around = next((each for each in ancestors if each.type == "class_body"), None)
    if around is None:
        return False
    context.touch(around)
    for member in around.named_children:
        own = member.child_by_field_name("name")
        if member.type == "method_definition" and own is not None and own.text == name:
            return is_async(member)
    return False
