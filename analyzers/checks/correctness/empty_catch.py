"""An empty catch clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.findings import Severity
from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules.definition import Definition, Example, Found, Replacement
from reread.analyzers.syntax import Node

_SCRIPTS = ("javascript", "typescript", "tsx")
_INTENDED = re.compile(rb"_|_?(?:ignore|ignored|unused|expected|noop|skip)\w*", re.IGNORECASE)

RULE = Definition(
    id="empty-catch",
    message=(
        "Empty catch drops every error without a trace. Handle `$ERROR`, or say in a comment why it can be ignored."
    ),
    summary=(
        "Empty catch drops every error without a trace. Handle the error, or say in a comment why it can be ignored."
    ),
    severity=Severity.WARNING,
    category="correctness",
    confidence="LOW",
    confidence_reason="style",
    cwe="CWE-390",
    kinds=dict.fromkeys(_SCRIPTS, frozenset({"catch_clause"})),
    words=all_of(["catch"]),
    explanation="""\
An empty `catch` hides all errors, including unexpected ones such as a misspelt name or a full disk. The program goes on
as if the work were done.

Bad:

```javascript
try {
  save(order);
} catch (error) {}
```

Good:

```javascript
try {
  save(order);
} catch (error) {
  report(error);
}
```

To fix it, handle the error or leave the `try` out. Where it can be ignored, write why, or `catch {` without a name.
""",
    fix_title="Report the error",
    fix_reason="Perhaps nothing has to be reported here.",
    references=("https://cwe.mitre.org/data/definitions/390.html",),
    invalid=tuple(
        Example(language, code, fixed=fixed)
        for language in _SCRIPTS
        for code, fixed in (
            ("try {\n  f();\n} catch (error) {}\n", "try {\n  f();\n} catch (error) { console.error(error); }\n"),
            ("try {\n  f();\n} catch (e) {\n}\n", "try {\n  f();\n} catch (e) { console.error(e); }\n"),
            ("try {\n  f();\n} catch ({ code }) {}\n", "try {\n  f();\n} catch ({ code }) {}\n"),
        )
    ),
    valid=tuple(
        Example(language, code)
        for language in _SCRIPTS
        for code in (
            "try {\n  f();\n} catch (error) {\n  report(error);\n}\n",
            "try {\n  f();\n} catch (error) {\n  // there is nothing to clean up\n}\n",
            "try {\n  f();\n} catch (error) { /* may be gone */ }\n",
            "try {\n  f();\n} catch {}\n",
            "try {\n  f();\n} catch (ignored) {}\n",
            "try {\n  f();\n} catch (_) {}\n",
        )
    ),
)


def at(node: Node, context: MatchContext, options: Mapping[str, int]) -> Iterator[Found]:
    parameter, body = node.child_by_field_name("parameter"), node.child_by_field_name("body")
    if parameter is None or body is None or body.named_children or body.has_error or body.is_missing:
        return
    if _INTENDED.fullmatch(parameter.text or b""):
        return
    error = (parameter.text or b"").decode()
    fix = Replacement(body.start_byte, body.end_byte, f"{{ console.error({error}); }}")
    yield Found(node.start_byte, body.end_byte, {"$ERROR": error}, fix=fix if parameter.type == "identifier" else None)
