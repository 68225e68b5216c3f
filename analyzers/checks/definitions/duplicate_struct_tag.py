"""Two fields of a Go struct that have the same name in JSON or another encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_ENCODED = re.compile(rb'\b(json|xml|yaml|bson|toml)\s*:\s*"([^",]+)')
_STRUCT = "package a\n\ntype A struct {{\n\tB string `{}`\n\tC string `{}`\n}}\n"

RULE = Definition(
    id="duplicate-struct-tag",
    message="Two fields have the name $NAME in $ENCODING, so neither is written or read there. Rename one.",
    summary="Two fields of a struct have the same name in an encoding, so neither is written or read. Rename one.",
    severity=Severity.ERROR,
    category="correctness",
    cwe="CWE-694",
    kinds={"go": frozenset({"field_declaration_list"})},
    words=any_of(["json", "xml", "yaml", "bson", "toml"]),
    explanation="""\
`encoding/json` leaves out all fields of a name that several fields of one struct have, without an error.

Bad:

```go
type User struct {
	First string `json:"name"`
	Last  string `json:"name"`
}
```

Good:

```go
type User struct {
	First string `json:"first"`
	Last  string `json:"last"`
}
```

To fix it, give each field its own name.
""",
    references=("https://pkg.go.dev/encoding/json#Marshal",),
    invalid=(
        Example("go", _STRUCT.format('json:"b"', 'json:"b"')),
        Example("go", _STRUCT.format('json:"b,omitempty" yaml:"d"', 'json:"c" yaml:"d"')),
    ),
    valid=(
        Example("go", _STRUCT.format('json:"b"', 'json:"c"')),
        Example("go", _STRUCT.format('json:"-"', 'json:"-"')),
        Example("go", _STRUCT.format('json:"b"', 'yaml:"b"')),
        Example("go", _STRUCT.format('json:",omitempty"', 'json:",omitempty"')),
        Example("go", _STRUCT.format('xml:"b>c"', 'xml:"b>c"')),
        Example("go", 'package a\n\ntype A struct {\n\tB struct {\n\t\tC int `json:"c"`\n\t}\n\tC int `json:"c"`\n}\n'),
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    seen: set[tuple[bytes, bytes]] = set()
    for field in node.named_children:
        tag = field.child_by_field_name("tag") if field.type == "field_declaration" else None
        for found in () if tag is None else _ENCODED.finditer(context.data, tag.start_byte, tag.end_byte):
            encoding, name = found.groups()
            if encoding == b"xml" or name == b"-":
                # What tells attributes from elements stands behind the name.
                continue
            if (encoding, name) in seen and tag is not None:
                values = {"$NAME": f"`{name.decode(errors='replace')}`", "$ENCODING": encoding.decode()}
                yield Found(tag.start_byte, tag.end_byte, values)
                return
            seen.add((encoding, name))
