"""An expression used as a statement, without effect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_NAMED = frozenset({"attribute", "member_expression"})
_SCRIPTS = ("javascript", "typescript", "tsx")
_BLOCKS = frozenset({"block", "statement_block"})
"""Not the level of a module: notebooks and scripts show what stands there."""
_ARITHMETIC = frozenset({"+", "-", "*"})
_NAME = re.compile(rb"[A-Za-z_$]")
# Methods that are called for what they do. Without the call nothing happens.
_ACTION_NAMES = b"""
    close clear save commit rollback flush start stop run reset update refresh release acquire disconnect connect cancel
    abort destroy dispose shutdown terminate kill pop shift reverse sort play pause resume render preventDefault
    stopPropagation toggle remove unsubscribe cleanup tearDown setUp initialize exit quit join lock unlock submit
""".split()
_VERBS = rb"set|add|remove|delete|init|load|save|send|write|clear|reset|start|stop|close|update|on|handle"
_ACTIONS = re.compile(b"|".join((*_ACTION_NAMES, rb"(?:" + _VERBS + rb")_?[A-Z_]\w*")))
_CALLED = re.compile(rb"[\w$.]+")
_SUM = "def f(a, b):\n    a + b\n    return a\n"

RULE = Definition(
    id="useless-expression",
    message="Expression without effect: nothing uses the result of `$CODE`. $REMEDY",
    summary="Expression without effect: its result is not used. Assign or return it, or call the method.",
    severity=Severity.WARNING,
    category="correctness",
    cwe="CWE-1164",
    kinds={
        "python": frozenset({"attribute", "binary_operator"}),
        **dict.fromkeys(_SCRIPTS, frozenset({"expression_statement"})),
    },
    explanation="""\
A calculation whose result is unused, or a method that is named but not called, does nothing. Usually an assignment, a
`return` or the brackets of the call were forgotten.

Bad:

```python
connection.close
total + tax
```

Good:

```python
connection.close()
total = total + tax
```

To fix it, call the method or use the value.
""",
    references=("https://cwe.mitre.org/data/definitions/1164.html",),
    fix_title="Call it",
    fix_reason="The method then runs, which it did not before.",
    invalid=(
        Example("python", "def f(a):\n    a.close\n    return 1\n", fixed="def f(a):\n    a.close()\n    return 1\n"),
        Example("python", _SUM, fixed=_SUM),
        *(
            Example(
                language,
                "function f(a) {\n  a.file.close;\n  return 1;\n}\n",
                fixed="function f(a) {\n  a.file.close();\n  return 1;\n}\n",
            )
            for language in _SCRIPTS
        ),
        *(Example(language, "function f(a, b) {\n  a + b.c;\n  return a;\n}\n") for language in _SCRIPTS),
    ),
    valid=(
        Example(
            "python", "def f(a, b):\n    a.objects\n    a.close()\n    b = a + 1\n    a | b\n    a >> b\n    1 / 0\n"
        ),
        Example("python", "with raises(TypeError):\n    a + b\ntry:\n    a.close\nexcept AttributeError:\n    pass\n"),
        Example("python", "def f(a):\n    return a.close\n"),
        Example("python", "def f(a, b):\n    a + b  # a note\n\na + b\n"),
        *(Example(language, "a.offsetWidth;\na.b;\nexpect(a).to.be.close;\na && b();\n") for language in _SCRIPTS),
        *(
            Example(language, "try {\n  a + b;\n} catch (e) {\n  f();\n}\nconst g = () => a.close;\n")
            for language in _SCRIPTS
        ),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    inner = node
    if node.type == "expression_statement":
        inner = node.named_children[0] if node.named_child_count == 1 else node
    text = scan.data[inner.start_byte : inner.end_byte]
    remedy = _remedy(inner, text)
    if not remedy or node.has_error:
        return
    path = [each for each in scan.surroundings(node) if each[0] != "expression_statement" or each[1] == node]
    if (
        len(path) < 2
        or path[1][0] not in _BLOCKS
        or any(kind in ("try_statement", "with_statement") for kind, _ in path)
    ):
        return
    block = path[1][1]
    scan.touch_lines(node.start_byte, node.end_byte)
    after = next((each for each in block.children if each.start_byte >= node.end_byte), None)
    if after is None or not after.is_extra or after.start_point[0] != node.end_point[0]:
        shown = " ".join(text.decode(errors="replace").split())[:40]
        call = Replacement(inner.end_byte, inner.end_byte, "()") if inner.type in _NAMED else None
        yield Found(inner.start_byte, inner.end_byte, {"$CODE": shown, "$REMEDY": remedy}, call)


def _remedy(node: Node, text: bytes) -> str:
    if node.type in _NAMED:
        name = text.rsplit(b".", 1)[-1]
        plain = _CALLED.fullmatch(text) is not None and _ACTIONS.fullmatch(name) is not None
        return "Put `()` after it to call it." if plain else ""
    if node.type in ("binary_operator", "binary_expression"):
        operator = node.child_by_field_name("operator")
        plain = (
            operator is not None
            and operator.type in _ARITHMETIC
            and b"(" not in text
            and _NAME.search(text) is not None
        )
        return "Was it to be assigned or returned?" if plain else ""
    return ""
