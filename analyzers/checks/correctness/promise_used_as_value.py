"""A promise that is stored in a variable and used as if it were the value it resolves to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.correctness.floating_promise import async_functions, is_async
from reread.analyzers.checks.structure._functions import FUNCTIONS
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_OF_PROMISES = frozenset({b"then", b"catch", b"finally", b"constructor", b"toString"})
_STARTS = re.compile(rb"(?:window\.)?fetch|axios\.(?:get|post|put|patch|delete|head)")
_LIBRARY = re.compile(rb"\b(?:function\s+fetch\b|(?:const|let|var)\s+fetch\b|import\s[^;]*\bfetch\b)")
_DEFINED = rb"\bfunction\s*\*?\s*NAME\b|\b(?:const|let|var)\s+NAME\b|\bNAME\s*=[^=>]"
_G = "async function g(a) {\n  return a;\n}\n"

RULE = Definition(
    id="promise-used-as-value",
    message="Missing `await`: `$NAME` is a promise, so `$USE` is `undefined`. Await the call that gives it.",
    summary="Missing `await`: a promise is used as its value, so the property is `undefined`. Await the call.",
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-252",
    # In TypeScript the compiler says it.
    kinds={"javascript": frozenset({"variable_declarator"})},
    words=all_of(["async"]),
    explanation="""\
An async function returns a promise, which has none of the properties of its value. Reading one gives `undefined`,
without an error until it is used.

Bad:

```javascript
const user = load(id);
if (user.admin) {
  show();
}
```

Good:

```javascript
const user = await load(id);
```

To fix it, await the call.
""",
    fix_title="Wait for it",
    fix_reason="The code after it now waits, and gets the value.",
    references=("https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Using_promises",),
    invalid=(
        Example(
            "javascript",
            _G + "async function f() {\n  const a = g(1);\n  return a.b;\n}\n",
            fixed=_G + "async function f() {\n  const a = await g(1);\n  return a.b;\n}\n",
        ),
        Example("javascript", _G + "function f() {\n  const a = g(1);\n  if (a.b === 1) h();\n}\n"),
        Example("javascript", 'async function f() {\n  const a = fetch("/a");\n  return a.json();\n}\n'),
    ),
    valid=(
        Example("javascript", _G + "async function f() {\n  const a = await g(1);\n  return a.b;\n}\n"),
        Example("javascript", _G + "async function f() {\n  const a = g(1);\n  a.catch(h);\n  return a;\n}\n"),
        Example("javascript", _G + "async function f() {\n  let a = g(1);\n  a = await a;\n  return a.b;\n}\n"),
        Example("javascript", _G + "function f() {\n  const a = g(1);\n  a.cancel = h;\n  return a;\n}\n"),
        Example("javascript", _G + "function f() {\n  const a = g(1);\n  h((a) => a.b);\n  return a;\n}\n"),
        Example("javascript", "function g(a) {}\nasync function f() {\n  const a = g(1);\n  return a.b;\n}\n"),
        Example("javascript", 'async function f() {\n  const a = fetch("/a").then((b) => b.json());\n  return a;\n}\n'),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    name, call = node.child_by_field_name("name"), node.child_by_field_name("value")
    if name is None or call is None or name.type != "identifier" or call.type != "call_expression":
        return
    if not _gives_promise(call, context):
        return
    around = next((each for each in context.ancestors(node)[::-1] if each.type in FUNCTIONS["javascript"]), None)
    if around is None or around.has_error:
        return
    context.touch(around)
    text = name.text or b""
    use = _first_use(text, node, around, context.data)
    if use is not None:
        shown = {"$NAME": text.decode(errors="replace"), "$USE": (use.text or b"").decode(errors="replace")}
        fix = Replacement(call.start_byte, call.start_byte, "await ") if is_async(around) else None
        yield Found(use.start_byte, use.end_byte, shown, fix)


def _gives_promise(call: Node, context: MatchContext) -> bool:
    function = call.child_by_field_name("function")
    text = b"" if function is None else function.text or b""
    if _STARTS.fullmatch(text):
        context.touch(context.root)
        return _LIBRARY.search(context.data) is None and b"async" in context.data
    if function is None or function.type != "identifier":
        return False
    if text not in async_functions(context.data):
        # Only lines with the name can make it one.
        context.words |= {text}
        return False
    context.touch(context.root)
    # Several functions of the name may be of several kinds.
    return len(re.findall(_DEFINED.replace(b"NAME", re.escape(text)), context.data)) == 1


def _first_use(name: bytes, declared: Node, around: Node, data: bytes) -> Node | None:
    """The first field of the variable that no promise has; None if the variable may be something else by then."""
    word = rb"(?<![\w$.])" + re.escape(name) + rb"(?![\w$])"
    first = None
    for found in re.finditer(word, data[around.start_byte : around.end_byte]):
        start = around.start_byte + found.start()
        if declared.start_byte <= start < declared.end_byte:
            continue
        node = around.descendant_for_byte_range(start, start + len(name))
        parent = None if node is None else node.parent
        if node is None or parent is None or node.type not in ("identifier", "shorthand_property_identifier"):
            if node is not None and node.type in ("property_identifier", "string_fragment", "comment", "regex_pattern"):
                continue
            return None
        if start < declared.start_byte or not _is_read(node, parent):
            return None
        if first is None and parent.type == "member_expression":
            first = _foreign_field(parent)
    return first


def _is_read(node: Node, parent: Node) -> bool:
    """Whether a name is read where it stands as a promise or by a field; no assignment, parameter or declaration."""
    if parent.type == "member_expression":
        above = parent.parent
        is_written = above is not None and above.type.endswith(("assignment_expression", "update_expression"))
        return not (is_written and above is not None and above.child_by_field_name("left") == parent)
    return parent.type in ("return_statement", "arguments", "array", "pair", "expression_statement")


def _foreign_field(member: Node) -> Node | None:
    field = member.child_by_field_name("property")
    return None if field is None or field.text in _OF_PROMISES else member
