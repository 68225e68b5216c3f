"""A Go call whose only result is an error, as a statement: the error goes nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import any_of
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

# What is closed or removed at the end is often left out of this on purpose.
_CALLS = re.compile(
    rb"os\.(?:WriteFile|Rename|Mkdir|MkdirAll|Chmod|Chown|Symlink|Link|Truncate|Chdir)|ioutil\.WriteFile"
    rb"|(?:json|xml|yaml|toml|proto)\.Unmarshal|(?:json|xml|gob|yaml)\.NewDecoder\(.*\)\.Decode"
    rb"|(?:\w+\.)*(?:tx|\w+Tx)\.Commit|binary\.Read"
)


def _go(body: str) -> str:
    return f"package a\n\nfunc f(a string, b []byte) error {{\n{body}\treturn nil\n}}\n"


RULE = Definition(
    id="unchecked-error-statement",
    message="Unchecked error of `$CALL`: when it fails, the program goes on as if it had not. Check the error.",
    summary="Unchecked error: when the call fails, the program goes on as if it had not. Check the error.",
    severity=Severity.WARNING,
    category="correctness",
    confidence="MEDIUM",
    confidence_reason="style",
    cwe="CWE-252",
    kinds={"go": frozenset({"expression_statement"})},
    words=any_of(
        ("os", "ioutil", "Unmarshal", "Decode", "Commit", "binary"),
    ),
    explanation="""\
A full disk, a folder that is missing or a text that is no JSON is only told by the error. Without it, the file is not
written or the value stays empty, and what fails is something else, later.

Bad:

```go
os.WriteFile(path, data, 0o600)
```

Good:

```go
if err := os.WriteFile(path, data, 0o600); err != nil {
    return err
}
```

To fix it, return the error or log it. Where it really does not matter, write `_ = os.WriteFile(…)` and say why.
""",
    references=("https://go.dev/blog/error-handling-and-go",),
    invalid=tuple(
        Example("go", _go(f"\t{call}\n"))
        for call in (
            "os.WriteFile(a, b, 0o600)",
            "json.Unmarshal(b, &c)",
            "json.NewDecoder(r.Body).Decode(&c)",
            "tx.Commit()",
            "os.MkdirAll(a, 0o700)",
        )
    ),
    valid=tuple(
        Example("go", _go(f"\t{code}\n"))
        for code in (
            "err := os.WriteFile(a, b, 0o600)\n\tuse(err)",
            "if err := json.Unmarshal(b, &c); err != nil {\n\t\treturn err\n\t}",
            "_ = os.WriteFile(a, b, 0o600)",
            "os.Remove(a)",
            "defer tx.Rollback()",
            "log.Println(os.Mkdir(a, 0o700))",
            "repository.Commit()",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    call = node.named_child(0)
    function = None if call is None or call.type != "call_expression" else call.child_by_field_name("function")
    text = b"" if function is None else function.text or b""
    if call is not None and _CALLS.fullmatch(text):
        yield Found(call.start_byte, call.end_byte, {"$CALL": f"{text.decode()}(…)"})
