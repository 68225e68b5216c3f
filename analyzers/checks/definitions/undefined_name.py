"""A name that is neither defined in the file nor built into Python."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

# What a module has of itself, and what starts of Python and common surroundings put into it.
_ALWAYS = frozenset(name.encode() for name in dir(builtins)) | frozenset(
    {b"__file__", b"__path__", b"__builtins__", b"__module__", b"__qualname__", b"__class__", b"WindowsError", b"_"}
    | {b"__annotations__", b"reveal_type", b"reveal_locals", b"get_ipython", b"display"}
    | {b"unicode", b"xrange", b"raw_input", b"basestring", b"long", b"unichr", b"reduce", b"reload", b"file", b"buffer"}
    | {b"execfile", b"cmp", b"intern", b"apply", b"coerce"}
)
_USES = frozenset(
    {"argument_list", "return_statement", "call", "attribute", "subscript", "binary_operator", "boolean_operator"}
    | {
        "comparison_operator",
        "not_operator",
        "if_statement",
        "elif_clause",
        "while_statement",
        "conditional_expression",
    }
    | {
        "assignment",
        "augmented_assignment",
        "for_statement",
        "interpolation",
        "raise_statement",
        "list",
        "tuple",
        "pair",
    }
    | {
        "await",
        "keyword_argument",
        "expression_list",
        "with_item",
        "assert_statement",
        "yield",
        "unary_operator",
        "slice",
    }
)
_DOT = ord(".")
"""Before the name of a member, which is known by the object. An edit that takes it away touches the name."""
_COMPOUND = frozenset(
    {"function_definition", "class_definition", "decorated_definition", "if_statement", "for_statement"}
    | {"while_statement", "with_statement", "try_statement", "match_statement"}
)
_BINDING = frozenset({"left", "name", "attribute", "alias"})
_OPEN = (b"import *", b"exec(", b"globals()", b"locals()", b"vars()", b"__builtins__", b"builtins.", b"get_ipython")
_ADDED = (b"._convert_(", b"__dict__.update(", b"sys.modules[__name__]")
"""What puts names into the module that nobody can see."""
_ALLOWED = re.compile(rb"name-defined|F821|undefined-variable")

RULE = Definition(
    id="undefined-name",
    message="Undefined name `$NAME`: nothing in this file defines or imports it, so this line raises `NameError`.",
    summary=(
        "Undefined name: nothing in the file defines or imports it, which raises `NameError`. Import it or correct it."
    ),
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-457",
    kinds={"python": frozenset({"identifier"})},
    explanation="""\
A misspelled name, or one whose import was forgotten or removed, fails only when the line runs: often in the branch that
handles an error.

Bad:

```python
def total(prices):
    return sum(pirces)
```

Good:

```python
def total(prices):
    return sum(prices)
```

To fix it, correct the name, or import it. Files that import everything from another (`import *`) or run text (`exec`)
are not checked.
""",
    references=("https://docs.python.org/3/reference/executionmodel.html#resolution-of-names",),
    invalid=(
        Example("python", "def f(prices):\n    return sum(pirces)\n"),
        Example("python", "prices = [1]\nprint(pirces)\n"),
        Example("python", "def f(path):\n    if os.path.exists(path):\n        return 1\n"),
        Example("python", 'def f(name):\n    raise ValueError(f"no {nmae}")\n'),
    ),
    valid=(
        Example("python", "from a import *\nf(b)\n"),
        Example("python", "import a.b as c\nfrom d import (e as g, h)\nprint(c, g, h, __name__)\n"),
        Example("python", "def f(a, *b, c=1, **d):\n    return a, b, c, d, [e for e in a], lambda g: g\n"),
        Example("python", "with a() as (b, c):\n    print(b, c)\ndef a():\n    global d\n    d = 1\n"),
        Example(
            "python", "try:\n    print(1)\nexcept ValueError as error:\n    print(error)\n    print(f.g(h=1))\nf = 1\n"
        ),
        Example("python", "if (a := input()):\n    print(a)\nfor b, (c, *d) in a:\n    print(b, c, d)\n"),
        Example(
            "python",
            "match input():\n    case [a, *b]:\n        print(a, b)\n    case {'c': d, **e}:\n        print(d, e)\n",
        ),
        Example("python", "class A:\n    b: int\n    def f(self):\n        print(__class__)\nprint(A)\n"),
        Example("python", "try:\n    text = unicode\nexcept NameError:\n    text = str\n"),
        Example("python", "print(a)  # noqa: F821\n"),
        Example("python", "from a import b\nb.set(1)\nc = {'d': url('/e')}\n"),
        Example("python", "try:\n    a\nexcept NameError:\n    print(1)\n"),
        Example("python", "type A = int\ntype B[T] = list[T]\nprint(A, B)\n"),
        Example("python", "def f[T](a: T) -> T:\n    print(T)\n    del a\n"),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    start = node.start_byte
    if start and scan.data[start - 1] == _DOT:
        return
    name = scan.data[start : node.end_byte]
    if name in _ALWAYS or scan.is_given(name):
        return
    path = scan.surroundings(node)
    kind, around = path[1] if len(path) > 1 else ("", node)
    if kind not in _USES or around.has_error or not _is_use(node, around):
        return
    scan.touch(scan.root)
    if any(each in scan.data for each in _OPEN + _ADDED) or _is_expected(path, scan) or _is_special(name, scan.data):
        return
    if _is_data(path, scan.root):
        return
    start, end = scan.touch_lines(node.start_byte, node.end_byte)
    comment = scan.data.find(b"#", start, end)
    if comment >= 0 and _ALLOWED.search(scan.data, comment, end):
        return
    yield Found(node.start_byte, node.end_byte, {"$NAME": name.decode(errors="replace")})


def _is_data(path: list[tuple[str, Node]], root: Node) -> bool:
    """Whether a file only assigns, and a name is in what is assigned: what runs such a file may give it names.

    A file of a program whose first use of a name fails would never have worked.
    """
    if not any(kind == "assignment" for kind, _ in path):
        return False
    return not any(each.type in _COMPOUND for each in root.named_children)


def _is_use(node: Node, around: Node) -> bool:
    field = next((around.field_name_for_child(i) for i, child in enumerate(around.children) if child == node), None)
    return field not in _BINDING or (field == "left" and around.type == "augmented_assignment")


def _is_special(name: bytes, data: bytes) -> bool:
    """True for a type parameter, and for what the rest of a pattern of `match` is bound to."""
    bound = rb"\*\*NAME\s*\}|\b(?:def|class|type)\s+\w+\[[^\]]*\bNAME\b".replace(b"NAME", re.escape(name))
    return re.search(bound, data) is not None


def _is_expected(path: list[tuple[str, Node]], scan: MatchContext) -> bool:
    """True if a `NameError` is caught around, or the code is for a type checker alone."""
    for kind, each in path:
        text = scan.data[each.start_byte : each.end_byte] if kind in ("try_statement", "with_statement") else b""
        if b"NameError" in text or b"except:" in text or (kind == "with_statement" and b"raises(" in text[:200]):
            return True
    return False
