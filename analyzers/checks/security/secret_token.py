"""A token, key or password in the code, recognised by its format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.analyzers.checks.security import _environment, _secrets
from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found, TextScope

_STRIPE = "sk_" + "live_"
_SLACK = "xox" + "b-" + "263594206564-2343594206574-"
_AWS = "AK" + "IA"
_SHA = "b723e97aa97846eb92d5" + "264f084b2823f57c4aa1"

RULE = Definition(
    id="secret-token",
    message=(
        "$KIND in the code: anyone who reads it can use it. "
        "Revoke it, and read a new one from the environment or a secret store."
    ),
    summary=(
        "Secret token in the code: anyone who reads it can use it. Revoke it, and keep the new one in a secret store."
    ),
    severity=Severity.ERROR,
    category="security",
    group="hardcoded-secret",
    cwe="CWE-798",
    owasp="A07:2021",
    references=_secrets.REFERENCES,
    explanation="""\
The file contains a token or key of a known service. It was recognised by its format and, where the service uses them,
by its checksum or decoded content. Placeholders are not reported, nor are keys in tests, examples and documents, unless
a checksum proves that they are real.

Everyone who can read the repository, its history, a package or an image made from it has the rights of that token.
Removing the line does not help: it stays in the history. So revoke the token first, then remove it.

Bad:

```python
client = Client(token="<the token itself>")
```

Good:

```python
client = Client(token=os.environ["SERVICE_TOKEN"])
```

To fix it, make a new token at the service and revoke this one, keep the new one in the environment or in a secret
store, and read it from there when the program starts.
""",
    fix_title=_environment.TITLE,
    fix_reason=_environment.REASON,
    fix_imports=_environment.IMPORTS,
    invalid=(
        Example("python", f'key = "{_STRIPE}9QvJ2xLr8TfGm3Zc1WbN"\n', fixed='import os\n\nkey = os.environ["KEY"]\n'),
        Example("go", f'package a\n\nvar token = "{_SLACK}kT9vQz3LmP7wXs2RbN8dYc4H"\n'),
        Example("", f"aws_key: {_AWS}Q3EGRZ4XK2L7VNTB\n", "deploy.yaml"),
    ),
    valid=(
        Example("python", 'key = os.environ["STRIPE_KEY"]\n'),
        Example("", f"aws_key: {_AWS}Q3EGRZ4XK2L7VNTB\n", "docs/deploy.yaml"),
        Example("", f"# For local development\naws_key: {_AWS}Q3EGRZ4XK2L7VNTB\n", "deploy.yaml"),
        Example("javascript", f"const aws_secret_hash = '{_SHA}';\n"),
        Example("python", f'key = "{_AWS}IOSFODNN7EXAMPLE"\n'),
        Example("javascript", f'const key = "{_STRIPE}xxxxxxxxxxxxxxxxxxxx";\n'),
        Example("", f"key: {_STRIPE}${{STRIPE_KEY}}\n", "deploy.yaml"),
    ),
)


def in_text(part: TextScope, options: Mapping[str, int]) -> Iterator[Found]:
    return _secrets.found_tokens(part, _secrets.is_proven)
