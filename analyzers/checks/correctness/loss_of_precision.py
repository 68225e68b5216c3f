"""A JavaScript integer literal that is too large to be represented exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_SHORTEST = 15
"""Shorter ones are below 2 to the power of 53."""

RULE = Definition(
    id="loss-of-precision",
    message="Number becomes $VALUE, because numbers have 53 bits of precision. Write it as a BigInt or as a string.",
    summary=(
        "Number has more digits than JavaScript's numbers can hold and is rounded. Write it as a BigInt or as a string."
    ),
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-190",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"number"})),
    explanation="""\
JavaScript numbers have 53 bits of precision. Integers beyond 9007199254740991 are silently rounded to a neighbour, so
two different ids can become the same.

Bad:

```javascript
const account = 9007199254740993;
```

Good:

```javascript
const account = 9007199254740993n;
```

To fix it, append `n`, or keep an id as a string, as most services send it.
""",
    fix_title="Write a BigInt",
    fix_reason="A BigInt cannot be mixed with numbers, nor written as JSON.",
    references=(
        "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Number/MAX_SAFE_INTEGER",
    ),
    invalid=tuple(
        Example(language, f"const a = {number};\n", fixed=f"const a = {number}n;\n")
        for language in _SCRIPTS
        for number in ("9007199254740993", "123456789012345678", "0x20000000000001", "9_007_199_254_740_993")
    ),
    valid=tuple(
        Example(language, f"const a = {number};\n")
        for language in _SCRIPTS
        for number in (
            "9007199254740991",
            "9007199254740993n",
            "1152921504606846976",
            "965432100123456800",
            "1e300",
            "3.14159265358979323846",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.end_byte - node.start_byte < _SHORTEST:
        return
    text = context.data[node.start_byte : node.end_byte].decode()
    try:
        exact = int(text, 0)
    except ValueError:
        return  # A BigInt, or no integer
    kept = _rounded(exact)
    if kept != exact and _written(exact) != exact:
        yield Found(
            node.start_byte, node.end_byte, {"$VALUE": str(kept)}, Replacement(node.end_byte, node.end_byte, "n")
        )


def _written(exact: int) -> int:
    """What is printed of the number that is kept: who copied it from there lost nothing."""
    try:
        return int(Decimal(repr(float(exact))))
    except OverflowError:
        return exact


def _rounded(exact: int) -> int:
    try:
        return int(float(exact))
    except OverflowError:
        return exact
