"""A function that is kept in each turn of a loop, and reads what the next turn changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import own_nodes
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_LOOPS = frozenset({"for_statement", "while_statement"})
_SCOPES = frozenset({"function_definition", "lambda", "class_definition", "module"})
_COMPREHENSIONS = frozenset(
    {"list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"}
)
_KEEPING = frozenset({b"append", b"appendleft", b"add", b"insert", b"setdefault", b"connect", b"put", b"push"})
"""Methods that keep what they are given, for later than this turn."""
_TARGETS = {"assignment": "left", "augmented_assignment": "left", "for_statement": "left", "named_expression": "name"}
_LITERALS = frozenset({"integer", "float", "true", "false", "none", "string"})
_LEAVING = frozenset({"return_statement", "break_statement", "raise_statement"})

RULE = Definition(
    id="loop-variable-captured",
    message=(
        "`$NAME` is captured by reference: all these functions see its last value. Bind it with a default: "
        "`$NAME=$NAME`."
    ),
    summary="Variable of a loop is captured by reference: all the functions see its last value. Bind it as a default.",
    severity=Severity.WARNING,
    category="correctness",
    confidence="MEDIUM",
    confidence_reason="style",
    needs_scopes=True,
    kinds={"python": frozenset({"lambda", "function_definition"})},
    words=any_of(["for", "while"]),
    explanation="""\
A function keeps the variable, not its value. After the loop there is one variable, and it holds the value of the last
turn.

Bad:

```python
for name in names:
    label = name.title()
    callbacks.append(lambda: greet(label))
```

Good:

```python
for name in names:
    label = name.title()
    callbacks.append(lambda label=label: greet(label))
```

A caller that passes an argument replaces the value; `functools.partial`, or a function that makes the function, avoids
that.
""",
    references=(
        "https://docs.python.org/3/faq/programming.html"
        "#why-do-lambdas-defined-in-a-loop-with-different-values-all-return-the-same-result",
    ),
    fix_title="Bind the value as a default",
    fix_reason="A caller that passes an argument replaces the value.",
    invalid=(
        Example(
            "python",
            "for a in b:\n    c.append(lambda: a)\n",
            fixed="for a in b:\n    c.append(lambda a=a: a)\n",
        ),
        Example(
            "python",
            "for a in b:\n    d = a.e\n    c[a] = lambda f: d + f\n",
            fixed="for a in b:\n    d = a.e\n    c[a] = lambda f, d=d: d + f\n",
        ),
        Example(
            "python",
            "for a in b:\n    def f():\n        return a\n    c.append(f)\n",
            fixed="for a in b:\n    def f(a=a):\n        return a\n    c.append(f)\n",
        ),
        Example("python", "def g(b):\n    c = []\n    while a := b():\n        c.append(lambda: h(a))\n    return c\n"),
        Example("python", "for a, d in b:\n    e.button.clicked.connect(lambda: c(d))\n"),
        Example("python", "for a in b:\n    with a as d:\n        c.append(lambda: d)\n"),
    ),
    valid=(
        Example("python", "for a in b:\n    c.append(lambda a=a: a)\n"),
        Example("python", "for a in b:\n    c.append(lambda: b)\n"),
        Example("python", "for a in b:\n    c = []\n    c.append(lambda: a)\n    d(c)\n"),
        Example("python", "for a in b:\n    c.append(lambda: a)\n    break\n"),
        Example("python", "for a in b:\n    c.append(lambda: a)\n    for d in c:\n        d()\n"),
        Example("python", "for a in b:\n    c.append(sorted(a, key=lambda d: a[d]))\n"),
        Example("python", "for a in b:\n    d = 1\n    c.append(lambda: d)\n"),
        Example("python", "for a in b:\n    def f():\n        a = 1\n        return a\n    c.append(f)\n"),
        Example("python", "for a in b:\n    c.append(lambda: [a for a in e])\n"),
        Example("python", "for a in b:\n    def f():\n        c.append(lambda: g)\n    f()\n"),
        Example("python", "for a in b:\n    def f():\n        return a\n    c.append(f())\n"),
        Example("python", "for a in b:\n    c.append(lambda: f(a=1))\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    loop = _loop_around(node, context)
    if loop is None or loop.has_error:
        return
    context.touch(loop)
    stored = _stored_in(node, loop, context)
    changed = None if stored is None else _assigned(loop, context)
    if stored is None or not changed or _is_used_in_turn(stored, loop, changed, context):
        return
    for name in _free_reads(node, context):
        text = context.data[name.start_byte : name.end_byte]
        if text in changed:
            yield Found(name.start_byte, name.end_byte, {"$NAME": text.decode(errors="replace")}, _bound(node, text))
            return


def _loop_around(node: Node, context: MatchContext) -> Node | None:
    """The innermost loop in the body of which a function stands, in the same scope."""
    inner = node
    for around in reversed(context.ancestors(node)):
        if around.type in _SCOPES or around.type in _COMPREHENSIONS:
            return None
        if around.type in _LOOPS and inner == around.child_by_field_name("body"):
            return around
        inner = around
    return None


def _stored_in(function: Node, loop: Node, context: MatchContext) -> Node | None:
    """The collection or place that keeps a function longer than a turn; None where none that is known does."""
    if function.type == "lambda":
        return _keeper(function)
    name = function.child_by_field_name("name")
    text = None if name is None else context.data[name.start_byte : name.end_byte]
    for each in own_nodes(loop):
        is_name = each.type == "identifier" and context.data[each.start_byte : each.end_byte] == text
        if is_name and each != name and (stored := _keeper(each)) is not None:
            return stored
    return None


def _keeper(value: Node) -> Node | None:
    around = value.parent
    if around is None:
        return None
    if around.type == "assignment" and around.child_by_field_name("right") == value:
        left = around.child_by_field_name("left")
        leaves = _is_left_after(around)
        return (
            left.child_by_field_name("value") if left is not None and left.type == "subscript" and not leaves else None
        )
    call = around.parent if around.type == "argument_list" else None
    called = None if call is None else call.child_by_field_name("function")
    method = None if called is None or called.type != "attribute" else called.child_by_field_name("attribute")
    if call is None or called is None or method is None or method.text not in _KEEPING:
        return None
    return None if _is_left_after(call) else called.child_by_field_name("object")


def _is_left_after(node: Node) -> bool:
    """Whether a block around a statement goes on to leave the loop: there is one such function, then."""
    around = node.parent
    while around is not None and around.type not in _LOOPS:
        if around.type == "block" and any(each.type in _LEAVING for each in around.named_children):
            return True
        around = around.parent
    return False


def _assigned(loop: Node, context: MatchContext) -> frozenset[bytes]:
    """The names to which a loop gives values that may differ from turn to turn."""
    left = loop.child_by_field_name("left")
    found = set() if left is None else set(_names(left, context))
    for each in own_nodes(loop):
        field = _TARGETS.get(each.type)
        target = each.child_by_field_name(field) if field else None
        if each.type == "as_pattern_target":
            target = each
        value = each.child_by_field_name("right")
        if target is not None and (value is None or value.type not in _LITERALS):
            found |= set(_names(target, context))
    return frozenset(found)


def _names(target: Node, context: MatchContext) -> Iterator[bytes]:
    """The names that a target binds: not those of objects whose parts are set."""
    if target.type == "identifier":
        yield context.data[target.start_byte : target.end_byte]
    elif target.type not in ("attribute", "subscript"):
        for child in target.named_children:
            yield from _names(child, context)


def _is_used_in_turn(stored: Node, loop: Node, changed: frozenset[bytes], context: MatchContext) -> bool:
    """Whether what keeps the functions is made anew in each turn, or read within the loop, where they may be called."""
    text = context.data[stored.start_byte : stored.end_byte]
    first = text.split(b".")[0].split(b"[")[0]
    if first in changed or not text:
        return True
    for each in own_nodes(loop):
        if each.type != stored.type or context.data[each.start_byte : each.end_byte] != text:
            continue
        around = each.parent
        is_keeping = around is not None and (
            (around.type == "attribute" and (around.child_by_field_name("attribute") or each).text in _KEEPING)
            or (around.type == "subscript" and _is_target(around))
        )
        if not is_keeping:
            return True
    return False


def _is_target(node: Node) -> bool:
    around = node.parent
    return around is not None and around.type == "assignment" and around.child_by_field_name("left") == node


def _free_reads(function: Node, context: MatchContext) -> Iterator[Node]:
    """Where the body of a function reads names that it does not bind itself."""
    parameters, body = function.child_by_field_name("parameters"), function.child_by_field_name("body")
    own = set() if parameters is None else set(_names(parameters, context))
    stack = [] if body is None else [body]
    reads = []
    while stack:
        node = stack.pop()
        if node.type in _SCOPES or node.type in _COMPREHENSIONS:
            continue  # Their names may be their own.
        field = _TARGETS.get(node.type)
        target = node if node.type == "as_pattern_target" else node.child_by_field_name(field) if field else None
        own |= set() if target is None else set(_names(target, context))
        if node.type in ("global_statement", "nonlocal_statement"):
            own |= {context.data[each.start_byte : each.end_byte] for each in node.named_children}
        if node.type == "identifier" and _is_read(node):
            reads.append(node)
        stack.extend(reversed(node.named_children))
    yield from (each for each in reads if context.data[each.start_byte : each.end_byte] not in own)


def _is_read(name: Node) -> bool:
    around = name.parent
    if around is None:
        return False
    if around.type == "attribute":
        return around.child_by_field_name("object") == name
    return around.type != "keyword_argument" or around.child_by_field_name("value") == name


def _bound(function: Node, name: bytes) -> Replacement | None:
    """The fix: one more parameter, whose default is the value of this turn."""
    text = name.decode(errors="replace")
    parameters, body = function.child_by_field_name("parameters"), function.child_by_field_name("body")
    if parameters is None:
        start = function.start_byte + len("lambda")
        return Replacement(start, start, f" {text}={text}") if function.type == "lambda" and body is not None else None
    last = parameters.named_children[-1] if parameters.named_children else None
    if last is None:
        return Replacement(parameters.start_byte + 1, parameters.start_byte + 1, f"{text}={text}")
    if last.type in ("identifier", "default_parameter", "typed_parameter", "typed_default_parameter"):
        return Replacement(last.end_byte, last.end_byte, f", {text}={text}")
    return None
