"""A value in the format of a token that may not be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.security import _environment, _secrets
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found, TextScope

_GITHUB = "gh" + "p_"
_SLACK = "xox" + "b-"

RULE = Definition(
    id="secret-token-unproven",
    message=(
        "Possible secret in the code ($KIND): it has the format of one, but nothing proves it. "
        "If it is valid, revoke it; otherwise mark it as an example."
    ),
    summary=(
        "Possible secret in the code: it looks like one, without proof. "
        "Revoke it if it works; otherwise mark it as an example."
    ),
    severity=Severity.WARNING,
    category="security",
    confidence="MEDIUM",
    confidence_reason="name",
    group="hardcoded-secret",
    cwe="CWE-798",
    owasp="A07:2021",
    references=_secrets.REFERENCES,
    explanation="""\
The text has the format of a service's tokens, but its checksum is wrong or its characters do not look random: it may be
mistyped, edited or made up. Or the format also fits other values, as with JSON Web Tokens, which are often public or
expired. Values that say that they are examples are not reported.

A valid token gives its rights to everyone who can read the repository and its history.

Bad:

```python
client = Client(token="<what looks like a token>")
```

Good:

```python
client = Client(token=os.environ["SERVICE_TOKEN"])
```

To fix it, read the token from the environment or a secret store. If it is an example, use one that says so:
`your-token-here`.
""",
    fix_title=_environment.TITLE,
    fix_reason=_environment.REASON,
    fix_imports=_environment.IMPORTS,
    invalid=(
        Example(
            "python",
            f'import os\n\nuse("{_GITHUB}9QvJ2xLr8TfGm3Zc1WbNkT9vQz3LmP7wXs2R", os)\n',
            fixed='import os\n\nuse(os.environ["SERVICE_TOKEN"], os)\n',
        ),
        Example("", f"slack: {_SLACK}123456789012-123456789012-abcdefghijklmnopqrstuvwx\n", "deploy.yaml"),
    ),
    valid=(
        Example("python", f'token = "{_GITHUB}zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"\n'),
        Example("python", f'token = "{_GITHUB}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"\n'),
        Example("", f"slack: {_SLACK}your-token-here-1234567890\n", "deploy.yaml"),
    ),
)


def in_text(part: TextScope, options: Mapping[str, int]) -> Iterator[Found]:
    return _secrets.found_tokens(part, _secrets.is_unproven)
