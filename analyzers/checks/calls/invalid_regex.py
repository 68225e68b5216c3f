"""A regular expression that `re` cannot compile."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_NAMES = ("compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
_CALLS = re.compile(rf"re\.(?:{'|'.join(_NAMES)})".encode())
_LONGEST = 2_000
_PLAIN = re.compile(rb"[rRbBuU]{0,2}['\"]")

RULE = Definition(
    id="invalid-regex",
    message="Invalid regular expression: $PROBLEM. This line raises an exception whenever it runs.",
    summary="Invalid regular expression raises an exception whenever the line runs. Correct or escape it.",
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-185",
    kinds={"python": frozenset({"call"})},
    names={"call": frozenset(_NAMES)},
    words=all_of(["re"]),
    explanation="""\
`re` checks an expression only when the line runs. A bracket that is not closed or not escaped then raises `re.error`.

Bad:

```python
re.search(r"f(", text)
```

Good:

```python
re.search(r"f\\(", text)
```

To fix it, close the bracket, or write `\\` before a character that is meant as it is.
""",
    references=("https://docs.python.org/3/library/re.html#regular-expression-syntax",),
    invalid=(
        Example("python", 'import re\nre.compile(r"(a")\n'),
        Example("python", "import re\nre.sub('*a', '', b)\n"),
        Example("python", 'import re\nre.match(b"[a", c)\n'),
    ),
    valid=(
        Example("python", 'import re\nre.compile(r"(a)")\nre.match(a, b)\n'),
        Example("python", 'import re\nre.compile(r"(a" + b)\nre.compile(f"(a")\n'),
        Example("python", 'import regex as re\nre.compile(r"(a")\n'),
        Example("python", 'import pytest, re\nwith pytest.raises(re.error):\n    re.compile("(a")\n'),
    ),
)


def at(node: Node, scan: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is None or arguments is None or arguments.type != "argument_list" or not arguments.named_child_count:
        return
    if _CALLS.fullmatch(scan.data, function.start_byte, function.end_byte) is None:
        return
    first = arguments.named_children[0]
    text = scan.data[first.start_byte : first.end_byte]
    if first.type != "string" or len(text) > _LONGEST or _PLAIN.match(text) is None:
        return
    said = _problem(text)
    if said and b"as re" not in scan.data and not any(kind == "with_statement" for kind, _ in scan.surroundings(node)):
        scan.touch(scan.root)
        yield Found(first.start_byte, first.end_byte, {"$PROBLEM": said})


@lru_cache(maxsize=256)
def _problem(literal: bytes) -> str:
    """What `re` says of the expression that a literal writes; "" when it is fine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            expression = ast.literal_eval(literal.decode())
            re.compile(expression)
        except re.error as error:
            return error.msg
        except (ValueError, SyntaxError, OverflowError, RecursionError):
            return ""
    return ""
