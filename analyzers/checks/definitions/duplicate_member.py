"""A method that a class defines twice, so that only the last definition counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.correctness._removal import removal
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_FIXTURES = frozenset({b"_", b"register"})
_ONE_LINE = "class A { f() { return 1; } f() { return 2; } }\n"

RULE = Definition(
    id="duplicate-member",
    message="`$NAME` is defined again below in this class, so this one never runs. Rename or remove one.",
    summary=(
        "Member is defined again further down in the class, so this definition has no effect. Rename or remove one."
    ),
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-561",
    kinds={"python": frozenset({"class_definition"}), **dict.fromkeys(_SCRIPTS, frozenset({"class_body"}))},
    explanation="""\
The last definition of a name in a class replaces those above. A test that was copied and not renamed never runs, and
nobody notices that it is missing.

Bad:

```python
class OrderTest(TestCase):
    def test_total(self): ...
    def test_total(self): ...
```

Good:

```python
class OrderTest(TestCase):
    def test_total(self): ...
    def test_total_of_nothing(self): ...
```

To fix it, give one of them another name, or remove one.
""",
    references=("https://cwe.mitre.org/data/definitions/561.html",),
    fix_title="Remove the one that never runs",
    fix_reason="Another name was perhaps meant for one of them.",
    invalid=(
        Example(
            "python",
            "class A:\n    def f(self):\n        a()\n    def g(self):\n        pass\n    def f(self):\n        b()\n",
            fixed="class A:\n    def g(self):\n        pass\n    def f(self):\n        b()\n",
        ),
        *(
            Example(
                language,
                "class A {\n  f() { return 1; }\n  f() { return 2; }\n}\n",
                fixed="class A {\n  f() { return 2; }\n}\n",
            )
            for language in _SCRIPTS
        ),
        *(Example(language, _ONE_LINE, fixed=_ONE_LINE) for language in _SCRIPTS),
        Example("python", "class A:\n    @property\n    def f(self):\n        a()\n    def f(self):\n        b()\n"),
        *(Example(language, "class A {\n  get f() { return 1; }\n  f() {}\n}\n") for language in _SCRIPTS),
        *(Example(language, "class A {\n  static f() {}\n  g() {}\n  static f() {}\n}\n") for language in _SCRIPTS),
    ),
    valid=(
        Example("python", "class A:\n    @f\n    def f(self): a()\n    @f.g\n    def f(self): b()\n"),
        Example(
            "python",
            "class A:\n    @property\n    def f(self): a()\n    @f.setter\n    def f(self, a): b()\n",
        ),
        Example(
            "python",
            "class A:\n    if a:\n        def f(self):\n            a()\n    else:\n        def f(self): b()\n",
        ),
        Example("python", "class A:\n    def f(self):\n        pass\n    g = f\n    def f(self):\n        pass\n"),
        *(
            Example(language, "class A {\n  get f() { return 1; }\n  set f(a) {}\n  static f() {}\n}\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "class A {\n  [a]() {}\n  [a]() {}\n}\n") for language in _SCRIPTS),
        Example("typescript", "class A {\n  f(a: string): void;\n  f(a: number): void;\n  f(a: any) {}\n}\n"),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    body = node.child_by_field_name("body") if node.type == "class_definition" else node
    if body is None or body.has_error:
        return
    above: dict[tuple[bytes, ...], Node] = {}
    for member in body.named_children:
        key, name = _key(_undecorated(member, scan.data), scan.data)
        if name is None:
            if node.type == "class_definition" and member.type != "comment":
                _drop_used(above, scan.data[member.start_byte : member.end_byte])
            continue
        earlier = above.get(key)
        if earlier is None and key[0] in (b"get", b"set") and len(key) == 2:
            earlier = above.get(key[1:])
        if earlier is None and len(key) == 1:
            earlier = above.get((b"get", *key)) or above.get((b"set", *key))
        if earlier is not None:
            method = earlier.parent
            whole = method.parent if method is not None and method.parent is not None else None
            taken = whole if whole is not None and whole.type == "decorated_definition" else method
            fix = removal(taken, scan.data) if taken is not None else None
            yield Found(earlier.start_byte, earlier.end_byte, {"$NAME": key[-1].decode(errors="replace")}, fix)
        above[key] = name


_WRAPPING = frozenset({b"@property", b"@staticmethod", b"@classmethod", b"@cached_property"})
"""Decorators that do not take in what was defined before."""


def _undecorated(member: Node, data: bytes) -> Node:
    """The method itself, where its decorator has no part in which definition counts."""
    inner = member.child_by_field_name("definition") if member.type == "decorated_definition" else None
    marks = [each for each in member.named_children if each.type == "decorator"]
    if inner is None or len(marks) != 1 or data[marks[0].start_byte : marks[0].end_byte] not in _WRAPPING:
        return member
    return inner


def _key(member: Node, data: bytes) -> tuple[tuple[bytes, ...], Node | None]:
    """What tells a method from others of its class, and the node of its name; None for what is not a plain method."""
    if member.type not in ("function_definition", "method_definition"):
        return (), None
    name = member.child_by_field_name("name")
    if name is None or name.type == "computed_property_name" or member.child_by_field_name("body") is None:
        return (), None
    text = data[name.start_byte : name.end_byte]
    marks = tuple(sorted(child.type.encode() for child in member.children if child.type in ("static", "get", "set")))
    return (*marks, text), None if text in _FIXTURES else name


def _drop_used(above: dict[tuple[bytes, ...], Node], text: bytes) -> None:
    """Forgets methods that a statement of the class or a decorator uses before they are replaced."""
    for key in [each for each in above if each[-1] in text]:
        del above[key]
