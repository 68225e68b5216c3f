"""A function with more parameters than a caller can tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import FUNCTIONS, head
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_NO_PARAMETERS = frozenset({"comment", "positional_separator", "keyword_separator", "receiver_parameter"})
_OBJECTS = frozenset({b"self", b"cls"})
_SCRIPTS = ("javascript", "typescript", "tsx")

RULE = Definition(
    id="too-many-parameters",
    message=(
        "Function with $COUNT parameters (limit $LIMIT), which callers mix up. "
        "Group those that belong together in one value."
    ),
    summary="Function has so many parameters that callers mix them up. Group those that belong together in one value.",
    severity=Severity.HINT,
    category="maintainability",
    kinds=FUNCTIONS,
    options={"limit": 7},
    explanation="""\
A call with many arguments cannot be read without looking at the definition, two of them in the wrong order are not
noticed, and each new one makes every call longer.

Bad:

```python
def send(name, street, number, code, city, country, weight, express): ...
```

Good:

```python
def send(address: Address, parcel: Parcel): ...
```

To fix it, make a type of those that belong together and are passed on together. The setting
`rules.options.too-many-parameters.limit` is the maximum; `self` and `cls` do not count.
""",
    invalid=(
        Example("python", "def f(a, b, c, d, e, f, g=1, *h): ...\n"),
        *(Example(language, "const f = (a, b, c, d, e, f, g, h) => a;\n") for language in _SCRIPTS),
        Example("go", "package a\n\nfunc f(a, b, c, d int, e, f, g, h string) {}\n"),
        Example("java", "class A { void f(int a, int b, int c, int d, int e, int f, int g, int h) {} }\n"),
    ),
    valid=(
        Example("python", "class A:\n    def f(self, a, b, c, d, /, e, *, f, g): ...\n"),
        *(Example(language, "const f = (a, b, c, d, e, f, g) => a, i = x => x;\n") for language in _SCRIPTS),
        Example("go", "package a\n\nfunc f(a, b, c, d int, e, f, g string) {}\n"),
        Example("java", "class A { void f(int a, int b, int c, int d, int e, int f, int g) {} }\n"),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    parameters = node.child_by_field_name("parameters")
    count = 0 if parameters is None else sum(_names(each, context) for each in parameters.named_children)
    if count > options["limit"]:
        yield Found(*head(node), {"$COUNT": str(count), "$LIMIT": str(options["limit"])})


def _names(parameter: Node, context: MatchContext) -> int:
    """How many values one entry of a list of parameters takes: `a, b int` takes two."""
    if parameter.type in _NO_PARAMETERS or context.data[parameter.start_byte : parameter.end_byte] in _OBJECTS:
        return 0
    if parameter.type == "parameter_declaration":
        return max(1, len(parameter.children_by_field_name("name")))
    return 1
