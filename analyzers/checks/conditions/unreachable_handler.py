"""An `except` clause for exceptions that an earlier clause already catches."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_KINDS = {
    name.encode(): kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}

RULE = Definition(
    id="unreachable-handler",
    message="Handler is never reached: `$ABOVE` further up catches `$NAME` already. Put this one first.",
    summary="Handler is never reached: one above it catches the same exception or a base class. Put it first.",
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-561",
    kinds={"python": frozenset({"try_statement"})},
    words=all_of(["except"]),
    explanation="""\
The first `except` that fits an exception handles it. A handler below one for its base class, or for the same class,
never runs.

Bad:

```python
try:
    load(path)
except OSError:
    raise
except FileNotFoundError:
    return None
```

Good:

```python
try:
    load(path)
except FileNotFoundError:
    return None
except OSError:
    raise
```

To fix it, put the narrower handler first, or remove it.
""",
    references=("https://docs.python.org/3/library/exceptions.html#exception-hierarchy",),
    fix_title="Remove the handler",
    fix_reason="Perhaps the handlers were meant to be in the other order.",
    invalid=(
        Example(
            "python",
            "try:\n    f()\nexcept Exception:\n    g()\nexcept ValueError:\n    h()\nelse:\n    i()\n",
            fixed="try:\n    f()\nexcept Exception:\n    g()\nelse:\n    i()\n",
        ),
        Example(
            "python",
            "try: f()\nexcept OSError: g()\nexcept IOError: h()\n",
            fixed="try: f()\nexcept OSError: g()\n",
        ),
        Example(
            "python", "try:\n    f()\nexcept OSError as e:\n    g(e)\nexcept (FileNotFoundError, IOError):\n    h()\n"
        ),
        Example("python", "try:\n    f()\nexcept a.Error:\n    g()\nexcept a.Error:\n    h()\n"),
        Example(
            "python",
            "try:\n    f()\nexcept OSError:\n    g()  # a note\nexcept IOError:\n    h()  # another\n\n\ni()\n",
            fixed="try:\n    f()\nexcept OSError:\n    g()  # a note\n\n\ni()\n",
        ),
    ),
    valid=(
        Example("python", "try:\n    f()\nexcept ValueError:\n    g()\nexcept Exception:\n    h()\n"),
        Example("python", "try:\n    f()\nexcept KeyError:\n    g()\nexcept (KeyError, IndexError):\n    h()\n"),
        Example("python", "try:\n    f()\nexcept Exception:\n    g()\nexcept KeyboardInterrupt:\n    h()\n"),
        Example("python", "try:\n    f()\nexcept a():\n    g()\nexcept a():\n    h()\n"),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    above: list[bytes] = []
    for clause in node.named_children:
        value = clause.child_by_field_name("value") if clause.type == "except_clause" else None
        if value is None or clause.has_error:
            continue
        names = [scan.data[each.start_byte : each.end_byte] for each in _classes(value)]
        caught = [next((each for each in above if _covers(each, name)), b"") for name in names]
        if names and all(caught):
            shown = {"$NAME": names[0].decode(errors="replace"), "$ABOVE": caught[0].decode(errors="replace")}
            yield Found(value.start_byte, value.end_byte, shown, _removal(clause))
        above += names


def _removal(clause: Node) -> Replacement | None:
    """Takes a handler out, with the comments in it."""
    above = clause.prev_named_sibling
    return None if above is None else Replacement(above.end_byte, clause.end_byte)


def _classes(value: Node) -> list[Node]:
    """The classes that a handler names; none if one of them is computed."""
    if value.type == "as_pattern":
        value = value.named_children[0]
    each = value.named_children if value.type in ("tuple", "parenthesized_expression") else [value]
    named = [one for one in each if not one.is_extra]
    return named if all(one.type in ("identifier", "attribute") for one in named) else []


def _covers(above: bytes, name: bytes) -> bool:
    if above == name:
        return b"(" not in name
    wide, narrow = _KINDS.get(above), _KINDS.get(name)
    if wide is None or narrow is None:
        # Of a class of others only this much is known: by its name it is an error, and so no `BaseException`.
        known = name.endswith((b"Error", b"Exception")) and not name.endswith(b"CancelledError")
        return known and above in (b"Exception", b"BaseException")
    return issubclass(narrow, wide)
