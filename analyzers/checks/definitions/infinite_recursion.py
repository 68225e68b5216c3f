"""A method or property that only calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_PROPERTY = re.compile(rb"@(?:\w+\.)*(?:cached_)?property\b")

RULE = Definition(
    id="infinite-recursion",
    message="Infinite recursion: `$NAME` only calls itself. Name the field or method that was meant.",
    summary="Infinite recursion: the method only calls itself. Name the field or method that was meant.",
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-674",
    kinds={"python": frozenset({"function_definition"}), **dict.fromkeys(_SCRIPTS, frozenset({"method_definition"}))},
    explanation="""\
A method whose only statement calls it again with the same arguments never ends. In a getter, the name of the field,
often with a leading `_`, was forgotten; in a method, the object that should receive the call.

Bad:

```python
@property
def name(self):
    return self.name
```

Good:

```python
@property
def name(self):
    return self._name
```

To fix it, name the field, or the object that does the work.
""",
    references=("https://cwe.mitre.org/data/definitions/674.html",),
    invalid=(
        Example("python", "class A:\n    def f(self):\n        return self.f()\n"),
        Example("python", "class A:\n    def f(self, a, b):\n        self.f(a, b)\n"),
        Example("python", "class A:\n    @property\n    def f(self):\n        return self.f\n"),
        *(Example(language, "class A {\n  f(a) {\n    return this.f(a);\n  }\n}\n") for language in _SCRIPTS),
        *(Example(language, "class A {\n  get f() {\n    return this.f;\n  }\n}\n") for language in _SCRIPTS),
        *(Example(language, "class A {\n  set f(a) {\n    this.f = a;\n  }\n}\n") for language in _SCRIPTS),
    ),
    valid=(
        Example(
            "python",
            "class A:\n    def f(self):\n        return self.a.f()\n    def g(self, a):\n        self.g(a.b)\n",
        ),
        Example(
            "python",
            "class A:\n    def f(self):\n        self.f\n    @property\n    def g(self):\n        return self._g\n",
        ),
        Example("python", "class A:\n    @a\n    def f(self):\n        return self.f()\n"),
        *(
            Example(
                language,
                "class A {\n  f(a) {\n    return this.f(a.b);\n  }\n  static g() {\n    return this.g;\n  }\n}\n",
            )
            for language in _SCRIPTS
        ),
        *(
            Example(
                language, "class A {\n  get f() {\n    return this._f;\n  }\n  set f(a) {\n    this._f = a;\n  }\n}\n"
            )
            for language in _SCRIPTS
        ),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    name, body, parameters = (node.child_by_field_name(each) for each in ("name", "body", "parameters"))
    if name is None or body is None or parameters is None or node.has_error:
        return
    statements = [each for each in body.named_children if not each.is_extra]
    if len(statements) != 1:
        return
    own = scan.data[name.start_byte : name.end_byte]
    given = [scan.data[each.start_byte : each.end_byte] for each in parameters.named_children if not each.is_extra]
    expected = _of_python(node, own, given, scan) if scan.table.name == "python" else _of_script(node, own, given)
    text = scan.data[statements[0].start_byte : statements[0].end_byte].strip().rstrip(b";")
    if b"".join(text.split()) in expected:
        yield Found(statements[0].start_byte, statements[0].end_byte, {"$NAME": own.decode(errors="replace")})


def _of_python(node: Node, name: bytes, given: list[bytes], scan: MatchContext) -> set[bytes]:
    """The statements, without white space, by which a function asks for itself."""
    around = node.parent
    decorators = b""
    if around is not None and around.type == "decorated_definition":
        scan.touch(around)
        decorators = scan.data[around.start_byte : node.start_byte].strip()
    if given[:1] != [b"self"] or not all(each.isidentifier() for each in _texts(given)):
        return set()
    if _PROPERTY.fullmatch(decorators):
        return {b"returnself." + name}
    call = b"self." + name + b"(" + b",".join(given[1:]) + b")"
    return set() if decorators else {call, b"return" + call, b"returnawait" + call, b"await" + call}


def _texts(given: list[bytes]) -> list[str]:
    return [each.decode(errors="replace") for each in given]


def _of_script(node: Node, name: bytes, given: list[bytes]) -> set[bytes]:
    plain = [each.split(b":")[0].strip() for each in given]
    if not all(each.isidentifier() for each in _texts(plain)):
        return set()
    kinds = {child.type for child in node.children}
    if "get" in kinds:
        return {b"returnthis." + name}
    if "set" in kinds:
        return {b"this." + name + b"=" + b"".join(plain)}
    call = b"this." + name + b"(" + b",".join(plain) + b")"
    return {call, b"return" + call, b"returnawait" + call, b"await" + call}
