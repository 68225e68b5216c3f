"""A JavaScript regular expression that can match one text in exponentially many ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.regex.redos import is_slow
from reread.analyzers.rules.definition import Definition, Example, Found
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_REPEATED_GROUP = re.compile(r"\)(?:[*+]|\{\d+,\})")
# Where nothing can fail after the repetition, the first way of matching is taken.
# What is repeated begins with no sign of repetition: else a row of them could be read in very many ways here too.
_ENDS_WITH_IT = re.compile(r"\)(?:[*+]|\{\d+,\})\??(?:(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\()\[\]|?*+])[?*]\??)*$")
_NAMED_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")
# A dot outside of brackets, which is anything but the end of a line
_DOT = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])|\.", re.DOTALL)

RULE = Definition(
    id="redos-literal",
    message=(
        "Slow regular expression: each further character can double its time. "
        "Rewrite it so that a text can match in one way only."
    ),
    severity=Severity.WARNING,
    category="security",
    confidence="MEDIUM",
    confidence_reason="hardening",
    group="regex-dos",
    cwe="CWE-1333",
    owasp="A06:2021",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"regex"})),
    explanation="""\
Nested repetitions can divide a text in very many ways, and the engine tries all of them before it gives up: thirty
characters can block the thread for minutes. Alternatives that match the same text do the same.

Bad:

```javascript
const NAMES = /^(\\w+\\s?)*$/;
```

Good:

```javascript
const NAMES = /^\\w+(?:\\s\\w+)*$/;
```

To fix it, put something between the repetitions that they cannot match, or check the length of the text first.
""",
    references=("https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS",),
    invalid=tuple(
        Example(language, f"const a = {text};\n")
        for language in _SCRIPTS
        for text in (
            "/^(a+)+$/",
            r"/^(\w+\s?)*$/",
            "/(x+x+)+y/",
            "/^(a|a)*$/",
            "/^(a|aa)+$/",
            r"/^(?<n>\d+|\d)*x/i",
            "/(.*)*x/",
        )
    ),
    valid=tuple(
        Example(language, f"const a = {text};\n")
        for language in _SCRIPTS
        for text in (
            "/^(ab)+$/",
            r"/^\w+(,\w+)*$/",
            r"/^(\/[a-z]+)+$/",
            r'/^"([^"\\]|\\.)*"$/',
            "/^(?:a|b)+$/",
            "/(a+)+/",
            r"/^(\d+)(,\d+)*$/",
            r"/\/\*(?:.|[\r\n])*?\*\//",
            r"/^---\n(.*\n)*?---\n/",
            "/[(a+)+]/",
            r"/^\[?(\w+ ?)+\]?/",
            "/^(?:-+[a-z0-9]+)*$/",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    pattern, flags = node.child_by_field_name("pattern"), node.child_by_field_name("flags")
    text = "" if pattern is None else (pattern.text or b"").decode()
    if not _REPEATED_GROUP.search(text) or _ENDS_WITH_IT.search(text):
        return
    text = _NAMED_GROUP.sub("(?P<", text)
    if flags is None or b"s" not in (flags.text or b""):
        text = _DOT.sub(lambda match: match[1] or r"[^\n\r\u2028\u2029]", text)
    if is_slow(text):
        yield Found(node.start_byte, node.end_byte)
