"""What part a file plays in its project, decided by its path, its name and a few thousand bytes of its content.

The knowledge is in `roles.tsv`. Each of its rows looks at one thing:

| | |
|---|---|
| `folder` | the name of a folder of the path; of samples and scripts none of the source root or package around code |
| `top` | the name of a folder at the root of the project, or of one of its parts (`packages/shop/scripts`) |
| `name`, `path` | the name of the file; its path |
| `head`, `tail`, `text` | the first bytes of the content, the last ones, both |
| `confirmed` | where there is one: what the content of a test has that is one by its name |
| `unless` | both ends of the content of what has not this role for all that |
| `given`, `filled`, `function` | code whose value the user of a program gives it (see `gives_users_value`) |
| `registered` | code that has a function called with such values, in a file with what the last column says |
| `keys` | the lines of a description below which there are samples and prose (see `is_sample_in_description`) |
| `runs`, `serves` | the content of code that runs in browsers, and of code that does not for all that |
"""

from __future__ import annotations

import enum
import os
import re
from collections.abc import Iterator, Sequence, Set
from functools import cache, cached_property, lru_cache
from typing import NamedTuple


class Role(enum.Enum):
    """`EXAMPLE` is documentation and code that shows how something is used. `FOREIGN` is generated or copied code:
    nobody here can do anything about a finding in it. `SCRIPT` is what developers run, `PROGRAM` what its users run
    on the command line, which is production as `CODE` is.
    """

    CODE = "production"
    TEST = "test"
    EXAMPLE = "sample"
    FOREIGN = "generated"
    SCRIPT = "script"
    PROGRAM = "program"

    @property
    def is_production(self) -> bool:
        return self in (Role.CODE, Role.PROGRAM)

    @property
    def described(self) -> str:
        """As people are told of it."""
        return _DESCRIBED.get(self.value, self.value)


_DESCRIBED = {
    "sample": "sample or documentation",
    "generated": "generated or copied code",
    "script": "developer's script",
    "program": "command-line program",
}
_ORDER = (Role.FOREIGN, Role.TEST, Role.EXAMPLE, Role.SCRIPT, Role.PROGRAM)
_BROWSER = "browser"
_DESCRIPTION = "description"
_TABLE = os.path.join(os.path.dirname(__file__), "roles.tsv")
_BEFORE = re.compile(r"^(?:test_|tests_|test-)(.+)$")
_AFTER = re.compile(r"^(.+?)(?:[._-](?:test|tests|spec|specs|tst)|Tests?|TestCase|Spec|IT)$")
# In these languages a specification is no test.
_WITHOUT_SPECS = (".py", ".go")
_SPEC = re.compile(r"(?:[._-]specs?|Spec)$")
_HEAD = 4_000
_TAIL = 2_000
# Longer files with lines that are longer on average are minified.
_SHORT = 2_000
_LONG_LINES = 400
# `com.example` is what generators of projects call the package of a program.
_DOMAINS = frozenset({"com", "org", "net", "io", "dev"})
_PARTS = frozenset({"packages", "apps", "libs", "services", "modules", "projects", "crates"})


class _Row(NamedTuple):
    role: str
    what: str
    endings: tuple[str, ...]
    expression: str
    within: str


class _File:
    """A file as the rows look at it."""

    def __init__(self, path: str, data: bytes) -> None:
        *self.folders, self.name = path.split("/")
        self.path = path
        self.data = data
        self.ending = os.path.splitext(self.name)[1].lower()
        if self.name.startswith(".") and not self.ending:
            self.ending = self.name.lower()

    @cached_property
    def own_folders(self) -> list[str]:
        """The folders without those below a source root of Java, and without a package of an example domain."""
        folders = self.folders
        for at in range(1, len(folders)):
            if folders[at - 1 : at + 1] == ["src", "main"]:
                folders = folders[:at]
                break
        return [
            name for at, name in enumerate(folders) if name != "example" or not at or folders[at - 1] not in _DOMAINS
        ]

    @cached_property
    def top_folders(self) -> list[str]:
        return self.folders[2:3] if self.folders and self.folders[0] in _PARTS else self.folders[:1]

    @cached_property
    def ends(self) -> bytes:
        """The first and the last bytes of the content."""
        return self.data if len(self.data) <= _HEAD + _TAIL else self.data[:_HEAD] + b"\n" + self.data[-_TAIL:]

    @property
    def is_minified(self) -> bool:
        return len(self.data) > _SHORT and len(self.data) > _LONG_LINES * (self.data.count(b"\n") + 1)

    def has_name_of(self, role: Role) -> bool:
        """Whether folders, name or path are those of a role."""
        folders = self.folders if role in (Role.FOREIGN, Role.TEST) else self.own_folders
        named = (("folder", folders), ("top", self.top_folders), ("name", (self.name,)))
        for what, names in named:
            pattern = _of_names(role.value, what, self.ending)
            if pattern is not None and any(map(pattern.fullmatch, names)):
                return True
        pattern = _of_names(role.value, "path", self.ending)
        return pattern is not None and pattern.search(self.path) is not None

    def says(self, role: Role, what: str) -> bool:
        """Whether the content has what a kind of rows looks for."""
        pattern = _of_content(role.value, what, self.ending)
        if pattern is None:
            return False
        if what == "head":
            return pattern.search(self.data, 0, _HEAD) is not None
        return pattern.search(self.data[-_TAIL:] if what == "tail" else self.ends) is not None


def role_of(path: str, data: bytes) -> Role:
    """The role of a file from its path (relative, with `/`; "" when unknown) and its content in UTF-8."""
    file = _File(path, data)
    return next((role for role in _ORDER if _has(file, role)), Role.CODE)


def _has(file: _File, role: Role) -> bool:
    if role is Role.PROGRAM and file.says(role, "unless"):
        return False
    if file.has_name_of(role) or (role is Role.FOREIGN and file.is_minified):
        return True
    # In Java a name alone makes no test: a servlet may be called `UploadTest`.
    needs_more = _of_content(role.value, "confirmed", file.ending) is not None
    if role is Role.TEST and subject(file.name) and (not needs_more or file.says(role, "confirmed")):
        return True
    return any(file.says(role, what) for what in ("head", "tail", "text"))


def role_after(role: Role, path: str, before: bytes, data: bytes) -> Role:
    """The role of a file after an edit, given that of the content before."""
    old, new = _File(path, before), _File(path, data)
    same = old.ends == new.ends and old.is_minified == new.is_minified
    return role if same else role_of(path, data)


def is_test(path: str) -> bool:
    """Whether a file (relative path, with `/`) holds tests or helps them, by the conventions of its language."""
    file = _File(path, b"")
    return file.has_name_of(Role.TEST) or subject(file.name) != ""


def is_script(path: str) -> bool:
    """Whether the path of a file, which may be absolute, is one of a developer's script or a setting of CI."""
    return _File(path, b"").has_name_of(Role.SCRIPT)


def is_named_sample(name: str) -> bool:
    """Whether the name of a file is one of a sample or of documentation."""
    return _File(name, b"").has_name_of(Role.EXAMPLE)


def subject(path: str) -> str:
    """The stem of the file that a test file is about, by its name: "parser" for "test_parser.py"; "" for others."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    match = _BEFORE.match(stem) or _AFTER.match(stem)
    if match is None or (path.endswith(_WITHOUT_SPECS) and _SPEC.search(stem)):
        return ""
    return match[1]


def gives_users_value(what: str, code: bytes) -> bool:
    """Whether code is one whose value the user of a program gives it on the command line or at the keyboard.

    That of an expression is "given", that of a call "filled" where it puts such values into its arguments, and that of
    a function, up to its body, is "function" where its parameters are such values.
    """
    pattern = _of_content(Role.PROGRAM.value, what, "")
    return pattern is not None and (pattern.search(code) if what == "function" else pattern.match(code)) is not None


def receives_users_values(data: bytes, start: int, names: Set[bytes]) -> bool:
    """Whether a file registers a function with a command line, or calls it with what the user of a program gives it.

    The function begins at `start` (bytes) and has some `names`; `\\0` stands for both in the expressions.
    """
    registrations = _registrations_in(data)
    if not registrations:
        return False
    named = b"|".join(map(re.escape, sorted(names))) or rb"(?!)"
    calls = re.compile(rb"(?<![\w.])(?:(?:self|this)\.)?(?:%b)\b" % named)
    marked = b"\0".join(calls.sub(b"\0", part) for part in (data[:start], data[start:]))
    return any(each.search(marked) for each in registrations)


def is_sample_in_description(path: str, data: bytes, start: int) -> bool:
    """Whether a place (bytes) of a description of data or of an interface is in a sample or in prose, by the keys on
    its line and on the lines above that are indented less.
    """
    ending = os.path.splitext(path)[1].lower()
    head, keys = (_of_content(_DESCRIPTION, what, ending) for what in ("head", "keys"))
    if head is None or keys is None or head.search(data, 0, _HEAD) is None:
        return False
    end, least = data.find(b"\n", start), -1
    end = len(data) if end < 0 else end
    while end >= 0 and least:
        begin = data.rfind(b"\n", 0, end) + 1
        line = data[begin:end]
        indent = len(line) - len(line.lstrip())
        if line.strip() and (indent < least or least < 0):
            least = indent
            if keys.match(line):
                return True
        end = begin - 1
    return False


def runs_in_browser(data: bytes) -> bool:
    """Whether the content of a file of JavaScript is one for pages, and nothing of it for a server."""
    runs, serves = (_of_content(_BROWSER, what, "") for what in ("runs", "serves"))
    return runs is not None and runs.search(data) is not None and (serves is None or serves.search(data) is None)


@cache
def _of_names(role: str, what: str, ending: str) -> re.Pattern[str] | None:
    """What the names of files with an ending are compared with; None where nothing is."""
    expression = "|".join(f"(?:{each})" for each in _expressions(role, what, ending))
    return re.compile(expression) if expression else None


@cache
def _of_content(role: str, what: str, ending: str) -> re.Pattern[bytes] | None:
    """What is looked for in files with an ending; None where nothing is."""
    expression = b"|".join(b"(?:%b)" % each.encode() for each in _expressions(role, what, ending))
    return re.compile(expression) if expression else None


@lru_cache(maxsize=1)
def _registrations_in(data: bytes) -> Sequence[re.Pattern[bytes]]:
    """How functions of a file may be registered with a command line, by what it uses."""
    return [called for called, within in _registrations() if within.search(data)]


@cache
def _registrations() -> Sequence[tuple[re.Pattern[bytes], re.Pattern[bytes]]]:
    rows = [row for row in _rows() if row.what == "registered"]
    return [(re.compile(row.expression.encode()), re.compile(row.within.encode())) for row in rows]


def _expressions(role: str, what: str, ending: str) -> Iterator[str]:
    for row in _rows():
        if row.role == role and row.what == what and (row.endings == ("*",) or ending in row.endings):
            yield row.expression


@cache
def _rows() -> Sequence[_Row]:
    with open(_TABLE, encoding="utf-8") as stream:
        lines = [line.rstrip("\n").split("\t") for line in stream if line.strip() and not line.startswith("#")]
    return [
        _Row(role, what, tuple(endings.split()), expression, "".join(within))
        for role, what, endings, expression, *within in lines
    ]
