"""A coroutine function of the file that is called without `await`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reread.analyzers.checks.correctness.floating_promise import is_async
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node, walk

_ASYNC = re.compile(rb"\basync\s+def\s+(\w+)")
# A call that stands by itself is a child of its block.
_STATEMENTS = frozenset({"block", "module", "expression_statement"})
_SAVE = "async def save(a):\n    await a.write()\n\n\n"

RULE = Definition(
    id="missing-await-own",
    message="Missing `await`: `$CALL` only creates a coroutine, and nothing of `$NAME` runs. Await it.",
    summary="Missing `await`: the call only creates a coroutine, and nothing of the function runs. Await it.",
    severity=Severity.ERROR,
    category="correctness",
    confidence="HIGH",
    cwe="CWE-252",
    kinds={"python": frozenset({"call"})},
    words=all_of(["async"]),
    explanation="""\
Calling a coroutine function runs none of it. The program goes on at once, and a warning appears when the coroutine is
collected, if anyone looks.

Bad:

```python
async def close(record):
    save(record)
```

Good:

```python
async def close(record):
    await save(record)
```

To fix it, await the call. If nothing has to wait for it, keep the task: `task = asyncio.create_task(save(record))`.
""",
    fix_title="Wait for it",
    fix_reason="The code after it now waits, and an error stops it.",
    references=("https://docs.python.org/3/library/asyncio-task.html#coroutines",),
    invalid=(
        Example(
            "python",
            _SAVE + "async def f(a):\n    save(a)\n",
            fixed=_SAVE + "async def f(a):\n    await save(a)\n",
        ),
        Example("python", _SAVE + "def f(a):\n    save(a)\n", fixed=_SAVE + "def f(a):\n    save(a)\n"),
        Example(
            "python",
            "class A:\n    async def save(self):\n        pass\n\n    async def f(self):\n        self.save()\n",
            fixed="class A:\n    async def save(self):\n        pass\n\n"
            "    async def f(self):\n        await self.save()\n",
        ),
        Example(
            "python",
            "async def f(a):\n    async def g():\n        await a\n\n    g()\n",
            fixed="async def f(a):\n    async def g():\n        await a\n\n    await g()\n",
        ),
    ),
    valid=tuple(
        Example("python", code)
        for code in (
            _SAVE
            + "async def f(a):\n    await save(a)\n    task = save(a)\n    b.append(save(a))\n    return save(a)\n",
            _SAVE + "async def f(save):\n    save(1)\n",
            _SAVE + "async def f(a):\n    save = a.save\n    save(1)\n",
            _SAVE + "async def f(a):\n    from b import save\n    save(1)\n",
            "@task\n" + _SAVE + "async def f(a):\n    save(a)\n",
            _SAVE + "save = started(save)\n\n\nasync def f(a):\n    save(a)\n",
            "class A:\n    async def save(self):\n        pass\n\n\ndef f(a):\n    save(a)\n    a.save()\n",
            "class A:\n    @later\n    async def save(self):\n        pass\n\n    def f(self):\n        self.save()\n",
            "class A:\n    async def save(self):\n        yield 1\n\n    def f(self):\n        self.save()\n",
            "def save(a):\n    return a\n\n\nasync def f(a):\n    save(a)\n",
            "try:\n    from b import save\nexcept ImportError:\n    async def save(a):\n        pass\n\n\n"
            "async def f(a):\n    save(a)\n",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    function = node.child_by_field_name("function")
    own = function if function is None or function.type == "identifier" else _of_self(function)
    if function is None or own is None or own.text is None:
        return
    if own.text not in _async_names(context.data):
        # Only lines with the name can make it one. Most calls are none, and need not depend on all of the file.
        context.words |= {own.text}
        return
    ancestors = context.ancestors(node)[::-1]
    if not ancestors or ancestors[0].type not in _STATEMENTS:
        return
    context.touch(context.root)
    called = _method(own.text, ancestors) if own is not function else _function(own.text, ancestors)
    if called is None or not is_async(called) or _is_generator(called):
        return
    around = next((each for each in ancestors if each.type == "function_definition"), None)
    waits = around is not None and is_async(around)
    values = {"$NAME": own.text.decode(), "$CALL": f"{(function.text or b'').decode()}(…)"}
    fix = Replacement(node.start_byte, node.start_byte, "await ") if waits else None
    yield Found(node.start_byte, node.end_byte, values, fix=fix)


@lru_cache(maxsize=2)
def _async_names(data: bytes) -> frozenset[bytes]:
    return frozenset(match.group(1) for match in _ASYNC.finditer(data))


def _of_self(function: Node) -> Node | None:
    """The name of a method that is called on `self`."""
    target = function.child_by_field_name("object")
    return function.child_by_field_name("attribute") if target is not None and target.text == b"self" else None


def _method(name: bytes, ancestors: list[Node]) -> Node | None:
    """The method of the class around, if nothing else in the class has its name or sets it."""
    around = next((each for each in ancestors if each.type == "class_definition"), None)
    body = None if around is None else around.child_by_field_name("body")
    if body is None or re.search(rb"\bself\." + name + rb"\s*=[^=]", body.text or b""):
        return None
    return _only(name, body)


def _function(name: bytes, ancestors: list[Node]) -> Node | None:
    """The function that a name means at a place: that of the innermost scope that binds the name."""
    for scope in ancestors:
        if scope.type == "module":
            return _only(name, scope)
        if scope.type not in ("function_definition", "lambda"):
            continue
        body = scope.child_by_field_name("body")
        parameters = scope.child_by_field_name("parameters")
        if parameters is not None and re.search(rb"\b" + name + rb"\b", parameters.text or b""):
            return None
        if body is not None and _binds(name, body):
            return _only(name, body)
    return None


def _binds(name: bytes, scope: Node) -> bool:
    return any(each.type == "identifier" and each.text == name and _is_binding(each) for each in walk(scope))


def _only(name: bytes, scope: Node) -> Node | None:
    """The plain function that a statement of a scope defines, if nothing else anywhere in it binds its name."""
    bound = [each for each in walk(scope) if each.type == "identifier" and each.text == name and _is_binding(each)]
    own = [each for each in scope.named_children if each.child_by_field_name("name") in bound]
    return own[0] if len(bound) == 1 and own and own[0].type == "function_definition" else None


def _is_binding(name: Node) -> bool:
    """Whether a name gets a value where it stands: by `def`, `class`, an assignment, an import, a loop or a `with`."""
    child, parent = name, name.parent
    while parent is not None and parent.type in ("pattern_list", "tuple_pattern", "as_pattern_target", "dotted_name"):
        child, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type in ("import_statement", "import_from_statement", "aliased_import", "as_pattern", "global_statement"):
        return True
    fields = {"function_definition": "name", "class_definition": "name"}
    return parent.child_by_field_name(fields.get(parent.type, "left")) == child


def _is_generator(function: Node) -> bool:
    return any(each.type == "yield" for each in walk(function))
