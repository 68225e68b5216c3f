"""An object literal or dictionary with a duplicate key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_CONSTANT = frozenset({"string", "number", "property_identifier", "integer"})
_SPREADS = frozenset({"spread_element", "spread_property", "dictionary_splat"})

RULE = Definition(
    id="duplicate-key",
    message="Duplicate key $KEY: only the last value counts. Remove one, or write the key that was meant.",
    summary="Duplicate key: only the last value counts. Remove one, or write the key that was meant.",
    severity=Severity.WARNING,
    category="correctness",
    kinds={"python": frozenset({"dictionary"}), **dict.fromkeys(_SCRIPTS, frozenset({"object"}))},
    explanation="""\
The earlier value is lost silently. Most often an entry was copied and its key not changed, or two people added the same
one with different values.

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
    references=(
        "https://docs.python.org/3/reference/expressions.html#dictionary-displays",
        "https://developer.mozilla.org/docs/Web/JavaScript/Reference/Operators/Object_initializer#duplicate_property_names",
    ),
    invalid=(
        Example("python", 'a = {"b": 1, "c": 2, "b": 3}\n', fixed='a = {"c": 2, "b": 3}\n'),
        Example("python", "a = {'b': 1, \"b\": 3}\n"),
        Example("python", "a = {1: 1, 1: 3}\n"),
        *(
            Example(language, "const a = { b: 1, c: 2, b: 3 };\n", fixed="const a = { c: 2, b: 3 };\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "const a = { b: 1, 'b': 3 };\n") for language in _SCRIPTS),
        Example("javascript", "const a = { 1: 1, '1': 3 };\n"),
    ),
    valid=(
        Example("python", "a = {'b': 1, 'c': {'b': 1}, b: 3}\n"),
        Example("python", "a = {'b': 1, **c, 'b': 3}\n"),
        Example("python", "a = {1: 1, '1': 3}\n"),
        Example("python", "a = {f'{b}': 1, f'{b}': 2, b'c': 3, 'c': 4}\n"),
        *(
            Example(language, "const a = { b: 1, ...c, b: 3, get d() { return 1; }, set d(e) {} };\n")
            for language in _SCRIPTS
        ),
        *(Example(language, "const a = { [b]: 1, [b]: 3 };\n") for language in _SCRIPTS),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    if node.has_error:
        return
    seen: dict[bytes, Node] = {}
    for pair in node.named_children:
        if pair.type in _SPREADS:
            # An entry below may be there to win over what was spread.
            seen.clear()
        key = pair.child_by_field_name("key") if pair.type == "pair" else None
        if key is None or key.type not in _CONSTANT or any(each.type == "interpolation" for each in key.named_children):
            continue
        text = _plain(context.data[key.start_byte : key.end_byte])
        if key.type == "string" and context.table.name == "python":
            text = b'"' + text  # A number and its text are two keys.
        if text in seen:
            shown = context.data[key.start_byte : key.end_byte].decode(errors="replace")
            yield Found(key.start_byte, key.end_byte, {"$KEY": f"`{shown}`"}, _removal(seen[text]))
        seen[text] = pair


def _removal(pair: Node) -> Replacement | None:
    """Takes an entry out, up to the next one; None if a comment is between."""
    following = pair.next_named_sibling
    return None if following is None or following.is_extra else Replacement(pair.start_byte, following.start_byte)


def _plain(text: bytes) -> bytes:
    """The key without the quotes that it need not have."""
    return text[1:-1] if text[:1] in (b'"', b"'") and b"\\" not in text else text
