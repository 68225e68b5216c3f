"""Duplicated lines within one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.structure._functions import ROOTS
from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_NOTHING = re.compile(rb"[\s{}()\[\];,:]*|\s*(?:#|//|\*|/\*).*|\s*(?:import|from|using|package|export \{)\b.*")


def _example(language: str, different: bool) -> Example:
    names = "abcdefghijkl"
    if language == "python":
        body = [f"    {name} = load({name!r})\n" for name in names]
        first, second = "def f():\n", "def g():\n"
        end = ""
    else:
        body = [f"  {name} = load('{name}');\n" for name in names]
        first, second, end = "function f() {\n", "function g() {\n", "}\n"
    if language == "go":
        first, second = "package a\n\nfunc f() {\n", "func g() {\n"
    if language == "java":
        first, second, end = "class A {\n void f() {\n", " void g() {\n", " }\n"
    again = [line.replace("load", f"load{number}") for number, line in enumerate(body)] if different else body
    closing = "}\n" if language == "java" else ""
    return Example(language, "".join([first, *body, end, second, *again, end, closing]))


RULE = Definition(
    id="duplicate-code",
    message="Duplicate code: $COUNT lines that also appear at line $LINE of this file. Move them into a function.",
    summary="Duplicate code: the same lines appear twice in the file. Move them into a function.",
    severity=Severity.HINT,
    category="maintainability",
    kinds=ROOTS,
    options={"limit": 10},
    explanation="""\
Duplicated code is changed in one place and forgotten in the other. Lines are compared without their indentation;
comments, imports, brackets and empty lines do not count.

Bad: the same ten lines at the beginning of two functions.

```python
def create(request):
    name = request.form["name"].strip()
    ...  # and nine more lines, which are in `update` too
```

Good: one function that both call.

```python
def create(request):
    fields = fields_of(request)
```

To fix it, make a function of the lines; what differs becomes a parameter. The setting
`rules.options.duplicate-code.limit` is the number of duplicate lines from which it is reported.
""",
    invalid=tuple(_example(language, False) for language in ROOTS),
    valid=tuple(_example(language, True) for language in ROOTS),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    context.touch(node)
    lines = list(_lines(context.data))
    size = max(2, options["limit"])
    first: dict[tuple[bytes, ...], int] = {}
    place = 0
    texts = [text for _, _, text in lines]
    while place + size <= len(lines):
        earlier = first.setdefault(tuple(texts[place : place + size]), place)
        if earlier + size > place:
            place += 1
            continue
        length = size
        while (
            place + length < len(lines)
            and earlier + length < place
            and texts[place + length] == texts[earlier + length]
        ):
            length += 1
        start, end = lines[place][0], lines[place + length - 1][1]
        line = context.data.count(b"\n", 0, lines[earlier][0]) + 1
        yield Found(start, end, {"$COUNT": str(length), "$LINE": str(line)})
        place += length


def _lines(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The lines that count: where they begin and end (bytes, without white space around them), and their text."""
    position = 0
    for line in data.split(b"\n"):
        text = line.strip()
        if not _NOTHING.fullmatch(text):
            start = position + line.index(text)
            yield start, start + len(text), text
        position += len(line) + 1
