"""A call whose arguments do not match the function it calls in the same file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.definitions._parameters import Parameters, parameters_of
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_DEFINED = [re.compile(start + rb"[ \t]+(\w+)[ \t]*\(") for start in (rb"\ndef", rb"\nasync[ \t]+def")]
"""An expression that begins with fixed text is searched ten times faster, which counts at each key that is pressed."""
_CALLED = re.compile(rb"(?<!def )\b[\w.]++(?=\()")
_IN_NAME = re.compile(rb"[\w.]")
_MOST_SEARCHES = 40
"""Functions whose calls are searched for one by one; of more it takes less to look at all calls of a file."""
"""Whole names with their dots, so that those of methods are no names of functions."""

RULE = Definition(
    id="call-argument-count",
    message="Arguments do not fit: $PROBLEM. This call raises `TypeError`.",
    summary="Arguments do not fit the parameters of the function, which raises `TypeError`. Correct the call.",
    severity=Severity.ERROR,
    category="correctness",
    needs_scopes=True,
    cwe="CWE-628",
    kinds={"python": frozenset({"module"})},
    words=all_of(["def"]),
    explanation="""\
The function is defined in the same file, with parameters that the call does not fit. Most often a parameter was added
or removed, and this call was overlooked.

Bad:

```python
def total(prices, rate):
    return sum(prices) * rate

print(total([1, 2]))
```

Good:

```python
print(total([1, 2], 1.2))
```

To fix it, pass the arguments that the function expects. Functions that are decorated, defined twice, or hidden by a
variable of the same name are not checked.
""",
    references=("https://docs.python.org/3/reference/expressions.html#calls",),
    invalid=(
        Example("python", "def f(a, b):\n    return a\n\nf(1)\n"),
        Example("python", "def f(a, b=1):\n    return a\n\ndef g():\n    return f(1, 2, 3)\n"),
        Example("python", "def f(a):\n    return a\n\nf(1, c=2)\n"),
        Example("python", "def f(a, *, b):\n    return a\n\nf(1)\n"),
        Example("python", "def f(a):\n    return a\n\nf(1, a=2)\n"),
    ),
    valid=(
        Example("python", "def f(a, b=1, *c, d=2, **e):\n    return a\n\nf(1)\nf(1, 2, 3, g=4)\nf(*a)\nf(**b)\n"),
        Example("python", "@a\ndef f(a):\n    return a\n\nf()\n"),
        Example("python", "def f(a):\n    return a\n\ndef f():\n    return 1\n\nf()\n"),
        Example("python", "def f(a):\n    return a\n\nf = g(f)\nf()\n"),
        Example("python", "def f(a):\n    return a\n\ndef g(f):\n    return f()\n"),
        Example("python", "def f(a):\n    return a\n\nclass A:\n    def f(self):\n        return self.f()\n"),
        Example("python", "def f(a):\n    return a\n\nwith raises(TypeError):\n    f()\n"),
        Example("python", "def f(a, b, /, c):\n    return a\n\nf(1, 2, 3)\nf(1, 2, c=3)\n"),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    functions = _functions(scan.data)
    for start, called in _calls(functions, scan.data):
        call = _call_at(node, start, start + len(called))
        place = functions[called]
        definition = None if call is None else _call_at(node, place, place + len(called))
        if call is None or definition is None or call.type != "call" or definition.type != "function_definition":
            continue
        arguments = call.child_by_field_name("arguments")
        if arguments is None or arguments.type != "argument_list" or call.has_error or definition.parent != node:
            continue
        name = called.decode(errors="replace")
        said = _problem(name, parameters_of(definition, scan.data), arguments, scan.data)
        if not said or any(kind in ("try_statement", "with_statement") for kind, _ in scan.surroundings(call)):
            continue
        # Last, since it searches all of the file.
        if not _is_hidden(called, scan.data):
            yield Found(call.start_byte, call.end_byte, {"$PROBLEM": said})


def _calls(functions: Mapping[bytes, int], data: bytes) -> list[tuple[int, bytes]]:
    """Where functions are called by their names alone, in the order of the text."""
    if len(functions) > _MOST_SEARCHES:
        return [(each.start(), each[0]) for each in _CALLED.finditer(data) if each[0] in functions]
    return sorted((start, name) for name in functions for start in _calls_of(name, data))


def _calls_of(name: bytes, data: bytes) -> Iterator[int]:
    call = name + b"("
    start = data.find(call)
    while start >= 0:
        before = data[max(0, start - 4) : start]
        if before != b"def " and not _IN_NAME.match(before[-1:]):
            yield start
        start = data.find(call, start + len(call))


def _call_at(root: Node, start: int, end: int) -> Node | None:
    """What the name in a range of bytes is a part of."""
    name = root.descendant_for_byte_range(start, end)
    return None if name is None or name.type != "identifier" else name.parent


def _functions(data: bytes) -> dict[bytes, int]:
    """The functions of the module that have a name of their own, by where it stands."""
    lines = b"\n" + data
    found = [(each[1], each.start(1) - 1) for expression in _DEFINED for each in expression.finditer(lines)]
    counts = Counter(name for name, _ in found)
    return {name: offset for name, offset in found if counts[name] == 1}


_HIDES = b"|".join(
    (
        rb"(?<![\w.])NAME\s*(?:=(?!=)|:=|:\s*[\w.\[\]]+\s*=|,[^()\n]*=(?!=))",
        rb"\b(?:as|for|import|class|global|nonlocal)\s+NAME\b",
        rb"^[ \t]+(?:async\s+)?def\s+NAME\b",
        rb"^[ \t]*(?:from\s+\S+\s+)?import\b[^\n]*\bNAME\b",
        rb"\bdef\s+\w+\s*\([^)]*\bNAME\b",
        rb"\blambda\b[^:\n]*\bNAME\b",
        rb"\bfor\b[^\n]*\bNAME\b[^\n]*\bin\b",
    )
)


def _is_hidden(name: bytes, data: bytes) -> bool:
    """True if something else may have the name somewhere: a variable, a parameter, an import, a nested function."""
    return re.search(_HIDES.replace(b"NAME", re.escape(name)), data, re.MULTILINE) is not None


def _problem(name: str, known: Parameters | None, arguments: Node, data: bytes) -> str:
    """What does not fit, in words, or ""."""
    given = [each for each in arguments.named_children if not each.is_extra]
    if known is None or any(each.type in ("list_splat", "dictionary_splat", "generator_expression") for each in given):
        return ""
    keys = [each.child_by_field_name("name") for each in given if each.type == "keyword_argument"]
    names = [data[each.start_byte : each.end_byte].decode(errors="replace") for each in keys if each is not None]
    places = len(given) - len(keys)
    by_place = known.only_by_place + known.by_both
    if places > len(by_place) and not known.more_places:
        return f"`{name}` takes {len(by_place)} by place, and {places} are given"
    unknown = [each for each in names if each not in (*known.by_both, *known.only_by_name)]
    if unknown and not known.more_names:
        return f"`{name}` has no parameter `{unknown[0]}`"
    twice = [each for each in by_place[:places] if each in names and each in known.by_both]
    if twice:
        return f"`{name}` gets `{twice[0]}` by its place and by its name"
    missing = [each for each in known.required if each not in names and each not in by_place[:places]]
    return f"`{name}` needs `{missing[0]}`, which is not given" if missing else ""
