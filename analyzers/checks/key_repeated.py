"""An object literal with one key twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.rules.scan import Scan
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_CONSTANT = frozenset({"string", "number", "property_identifier"})

RULE = Definition(
    id="key-repeated",
    message="The key $KEY stands above already; the last value counts. Remove one, or write the key that was meant.",
    severity=Severity.WARNING,
    category="correctness",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"object"})),
    explanation="""\
The earlier value is lost without a word. Most often an entry was copied and its key not changed, or two people added
the same one with different values.

Bad:

```javascript
const sizes = { small: 1, medium: 2, small: 3 };
```

Good:

```javascript
const sizes = { small: 1, medium: 2, large: 3 };
```

To fix it, remove the entry that is wrong, or give it the key that was meant.
""",
    fix_title="Remove the entry whose value does not count",
    fix_reason="The other entry, or another key, was perhaps meant.",
    invalid=(
        *(
            Example(language, "const a = { b: 1, c: 2, b: 3 };\n", fixed="const a = { c: 2, b: 3 };\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "const a = { b: 1, 'b': 3 };\n") for language in _SCRIPTS),
    ),
    valid=(
        *(
            Example(language, "const a = { b: 1, ...c, b: 3, get d() { return 1; }, set d(e) {} };\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "const a = { [b]: 1, [b]: 3 };\n") for language in _SCRIPTS),
    ),
)


def at(node: Node, scan: Scan, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    seen: dict[bytes, Node] = {}
    for pair in node.named_children:
        if pair.type in ("spread_element", "spread_property"):
            # An entry below may be there to win over what was spread.
            seen.clear()
        key = pair.child_by_field_name("key") if pair.type == "pair" else None
        if key is None or key.type not in _CONSTANT:
            continue
        text = _plain(scan.data[key.start_byte : key.end_byte])
        if text in seen:
            shown = scan.data[key.start_byte : key.end_byte].decode(errors="replace")
            yield Found(key.start_byte, key.end_byte, {"$KEY": f"`{shown}`"}, _removal(seen[text]))
        seen[text] = pair


def _removal(pair: Node) -> Replacement | None:
    """Takes an entry out, up to the next one; None where a comment stands between."""
    following = pair.next_named_sibling
    return None if following is None or following.is_extra else Replacement(pair.start_byte, following.start_byte)


def _plain(text: bytes) -> bytes:
    """The key without the quotes that it need not have."""
    return text[1:-1] if text[:1] in (b'"', b"'") and b"\\" not in text else text
