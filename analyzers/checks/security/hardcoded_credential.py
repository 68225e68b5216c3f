"""A value whose name or context says that it is a password, key or token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reread.analyzers.checks.security import _environment, _secrets
from reread.analyzers.findings import Severity
from reread.analyzers.roles import is_script
from reread.analyzers.rules.definition import Definition, Example, Found, TextScope
from reread.analyzers.secrets.clue import Clue
from reread.analyzers.secrets.context import clues

# A key of several words, `"Your new password": "..."`, is a text of a table of translations.
_LONGEST_BEFORE = 500
_TEXT_AS_KEY = re.compile(r"""(["'])(?:(?!\1).)*\s(?:(?!\1).)*\1\s*(?::|=>)\s*$""")
# Tables of texts in other languages: `translations/pt.json`, `locales/de/forms.yaml`, `lang-da.json`.
_TRANSLATIONS = re.compile(
    r"(?:^|/)(?:translations?|locales?|i18n|l10n|lang|langs|languages?|messages|strings)(?:/|[-_.][\w-]+\.\w+$)",
    re.IGNORECASE,
)
# Tables of texts by the end of their name alone: `nl.i18n.json`.
_TEXTS = re.compile(r"\.(?:i18n|l10n)\.\w+$", re.IGNORECASE)
_STRONG_LENGTH = 16
_STRONG_DIGITS = 3
_NAME_OF_SETTING = re.compile(
    r"\b_?(?:CONF|CONFIG|ATTR|ATTRIBUTE|KEY|FIELD|PARAM|PARAMETER|PROP|PROPERTY|COLUMN|ENV|HEADER|OPT|OPTION|NAME)_[A-Z0-9_]+\s*(?::\s*\w+\s*)?=\s*$"
)
_CONSTANT = 'package a\n\nconst password = "S3cur3-Pa55!word"\n'

RULE = Definition(
    id="hardcoded-credential",
    message="Secret in the code ($WHAT): read it from the environment or a secret store.",
    summary="Hardcoded credential: anyone with the code can use it. Read it from the environment or a secret store.",
    severity=Severity.WARNING,
    category="security",
    confidence="MEDIUM",
    confidence_reason="name",
    group="hardcoded-secret",
    cwe="CWE-798",
    owasp="A07:2021",
    references=_secrets.REFERENCES,
    explanation="""\
The name says that the value is a password, a key or a token, and the value looks like one: it is not a placeholder, a
field name or an ordinary word. The same goes for passwords in addresses (`scheme://user:password@host`), in connection
strings and in `Authorization` headers.

Anyone who can read the code can use the password, it is the same in every installation, and changing it needs a new
release.

Bad:

```python
connection = connect(host, user="app", password="pfU3-9rTq")
```

Good:

```python
connection = connect(host, user="app", password=os.environ["DATABASE_PASSWORD"])
```

To fix it, choose a new password, keep it in the environment or in a secret store, and read it from there. A password
used only by tests belongs in the tests' folder.
""",
    fix_title=_environment.TITLE,
    fix_reason=_environment.REASON,
    fix_imports=_environment.IMPORTS,
    invalid=(
        Example("python", 'password = "pfU3-9rTq"\n', fixed='import os\n\npassword = os.environ["PASSWORD"]\n'),
        Example("python", 'engine = create_engine("postgresql://app:pfU3-9rTq@db.internal/app")\n'),
        Example(
            "java",
            'class A { String dbPassword = "S3cr3t!pass"; }\n',
            fixed='class A { String dbPassword = System.getenv("DB_PASSWORD"); }\n',
        ),
        Example(
            "javascript",
            'const config = { clientSecret: "kT9vQz3LmP7wXs2RbN8dYc4H" };\n',
            fixed="const config = { clientSecret: process.env.CLIENT_SECRET };\n",
        ),
        Example(
            "go",
            'package a\n\nvar apiKey = "kT9vQz3LmP7wXs2RbN8dYc4H"\n',
            fixed='package a\n\nimport "os"\n\nvar apiKey = os.Getenv("API_KEY")\n',
        ),
        Example("go", _CONSTANT, fixed=_CONSTANT),
        Example("", "DB_PASSWORD=pfU3-9rTq\n", ".env"),
        Example("", "password: pfU3-9rTq\n", "values.yaml"),
        Example("", "environment:\n  DB_PASSWORD: kT9vQz3LmP7wXs2RbN8d\n", "docker-compose.yml"),
        Example("python", 'headers = {"Authorization": "Basic YWRtaW46cGZVMy05clRx"}\n'),
        Example("python", 'parameters = {"password": "letmein"}\n'),
        Example("javascript", "app.use(session({ secret: 'keyboard cat' }));\n"),
        Example("go", 'package a\n\nvar signingKey = []byte("winter2024")\n'),
        Example("javascript", 'const jwtKey = Buffer.from("pfU3-9rTq");\n'),
        Example("go", 'package a\n\nvar dsn = "root:pfU3-9rTq@tcp(db:3306)/app"\n'),
        Example("csharp", 'class A { string c = "Server=db;User Id=sa;Password=pfU3-9rTq;"; }\n'),
        Example("python", 'headers = {"Authorization": "Bearer 4f8a2c9b7d1e6f3a5c8b2d9e7f1a4c6b"}\n'),
        Example("java", 'class A { void f(C c) { c.setPassword("S3cr3t!pass"); } }\n'),
        Example("javascript", "const JWT_SECRET = 'my-super-secret-jwt-key';\n"),
        Example("javascript", "const secret = process.env.JWT_SECRET || 'kT9vQz3LmP7w';\n"),
        Example("javascript", "const auth = { user: 'app', pass: 'pfU3-9rTq' };\n"),
        Example("python", 'PASSWORD = os.environ.get("PASSWORD", "pfU3-9rTq")\n'),
        Example("python", 'KEY = os.getenv("SECRET_KEY") or "pfU3-9rTq"\n'),
    ),
    valid=(
        Example("python", 'password = os.environ["DB_PASSWORD"]\n'),
        Example("javascript", 'const RegistrationToken = "org.example.v3231.login.registration_token";\n'),
        Example("python", 'password_field = "user_password"\nPASSWORD = "password"\ntoken_type = "bearer"\n'),
        Example("python", 'password = "your-password-here"\npassword = "${DB_PASSWORD}"\npassword = ""\n'),
        Example("python", 'prompt = "Password: "\npassword = getpass("Enter your password")\n'),
        Example("python", '"""\n>>> connect(password="pfU3-9rTq")\n"""\n# password = "pfU3-9rTq"\n'),
        Example("javascript", 'const labels = { password: "Passwort", confirmPassword: "Repeat the password" };\n'),
        Example("javascript", 'const hungarian = { password: "Jelszó" };\n'),
        Example("", '{"GUI Authentication Password": "GUI-adgangskode"}\n', "lang-da.json"),
        Example("", '{"data": {"password": "Palavra-passe"}}\n', "translations/pt.json"),
        Example("", '{"s3-access-key": "S3-toegangssleutel"}\n', "data/nl-NL.i18n.json"),
        Example("", "settings.secret=Secret9\n", "conf/locale/locale_en-GB.ini"),
        Example("", "environment:\n  POSTGRES_PASSWORD: pfU3-9rTq\n", "docker-compose.ci.yml"),
        Example("", "env:\n  PGPASSWORD: pfU3-9rTq\n", ".github/workflows/tests.yaml"),
        Example("", "DB_PASSWORD=pfU3-9rTq\n", ".env.example"),
        Example("python", 'CONF_SECRET = "secret"\nATTR_PASSWORD: Final = "user_pass"\n'),
        Example("java", 'class A { static final String PROP_PASSWORD = "adminPassword"; }\n'),
        Example("", "DB_PASSWORD=${DB_PASSWORD}\nTOKEN_URL=https://example.org/token\n", ".env"),
        Example("java", 'class A { static final String DB_PASSWORD = "app.database.password"; }\n'),
        Example("javascript", "if (typeof options.clientSecret === 'function') run();\n"),
        Example("python", 'url = "https://user:password@example.org/"\nurl = f"https://{user}:{word}@host/"\n'),
        Example("javascript", "const port = process.env.PORT || '3000'; const result = { pass: 'passed' };\n"),
        Example("python", 'PASSWORD = os.environ.get("PASSWORD", "")\nFILE = os.getenv("TOKEN_FILE", "/run/token")\n'),
        Example("go", 'package a\n\nvar cancelToken = "operation-cancelled-9"\n'),
        Example("", '{"LifecycleActionToken": "bcd2f1b8-9a78-44d3-8a7a-4dd07d7cf635"}\n', "calls.json"),
        Example("", '{"ChangeToken": "abcd12f2-46da-4fdb-b8d5-fbd4c466928f"}\n', "calls.json"),
    ),
)


def in_text(part: TextScope, options: Mapping[str, int]) -> Iterator[Found]:
    if _secrets.is_prose(part):
        return
    end = -1
    span = part.span
    bare = _secrets.is_settings(part)
    found = clues(part.document.text, span.start, span.end, bare=bare)
    for clue in sorted(found, key=lambda clue: (clue.start, clue.end)):
        if clue.start >= end and _is_value(clue, part):
            end = clue.end
            fix = None if clue.default else _environment.reading(part, clue.start, clue.end, "SECRET")
            yield Found(clue.start, clue.end, {"$WHAT": clue.what}, fix)


def _is_value(clue: Clue, part: TextScope) -> bool:
    """Whether the value is one to the program: not in a comment, not within a longer text, and no translation."""
    if _secrets.is_comment(part, clue.start) or _is_translation(clue, part):
        return False
    if _is_weak(part.document.text[clue.start : clue.end]) and (_secrets.is_sample(part) or is_script(_path(part))):
        return False
    return clue.quote < 0 or _secrets.begins_string(part, clue.quote)


def _is_weak(value: str) -> bool:
    """Whether somebody made the value up as they typed: no password that anything outside a sample would have."""
    return len(value) < _STRONG_LENGTH or sum(map(str.isdigit, value)) < _STRONG_DIGITS


def _path(part: TextScope) -> str:
    """The path of the file, or its URI where it has none, with `/`."""
    return (part.document.path or part.document.uri).replace("\\", "/")


def _is_translation(clue: Clue, part: TextScope) -> bool:
    """Whether it is a text for users, or what a setting is called, without a digit as both usually are."""
    text = part.document.text
    path = _path(part)
    if _is_weak(text[clue.start : clue.end]) and (_TEXTS.search(path) or _TRANSLATIONS.search(path)):
        return True
    if clue.quote < 0 or any(character.isdigit() for character in text[clue.start : clue.end]):
        return False
    before = text[max(text.rfind("\n", 0, clue.quote) + 1, clue.quote - _LONGEST_BEFORE) : clue.quote]
    return bool(_TEXT_AS_KEY.search(before) or _NAME_OF_SETTING.search(before))
