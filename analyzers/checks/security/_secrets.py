"""Code shared by the rules about secrets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from reread.analyzers.checks.security import _environment
from reread.analyzers.roles import Role, is_named_sample, is_test
from reread.analyzers.rules.definition import Found, TextScope
from reread.analyzers.secrets.finder import Token, tokens

REFERENCES = (
    "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
    "https://cwe.mitre.org/data/definitions/798.html",
)
SETTINGS_FILES = (
    *(
        ".env",
        ".ini",
        ".cfg",
        ".conf",
        ".properties",
        ".yaml",
        ".yml",
        ".toml",
        ".tf",
        ".tfvars",
        ".sh",
        ".bash",
        ".zsh",
    ),
    *("dockerfile", ".envrc", ".npmrc", ".pypirc", ".netrc", ".hcl", ".config"),
)
_PROSE = (".md", ".mdx", ".rst", ".txt", ".adoc", ".html", ".htm", ".svg", ".csv", ".lock", ".po", ".pot", ".map")
_DECODED = frozenset({"private_key", "jwt"})
# Nobody makes these up: where the form fits, the service gave it away.
_CHECKED = frozenset({"checksum_62", "pypi"})
# What is filled in before it is used, and what is for the developer's own machine.
_TEMPLATE = re.compile(r"\.(?:template|tmpl|tpl|j2)\b|[-_](?:template|tmpl)(?:\.\w+)?$|^(?:[\w.-]*[-_.])?compose\b")
_OF_DEVELOPMENT = re.compile(r"(?:^|[._-])(?:localhost|dev)(?:[._-]|$)")
_ABOUT_EXAMPLES = re.compile(
    r"\b(?:examples?|samples?|demo|dummy|fake|playground|localhost"
    r"|(?:for|local|a|in) (?:dev(?:elopment)?|test(?:s|ing)?))\b",
    re.IGNORECASE,
)
_LINES_BEFORE = 2
_LONGEST_BEFORE = 300
# Their form alone says too little.
_LOOSE = _DECODED | {"mixed", "discord", "openai", "azure_storage_key", "always"}


def name_of(part: TextScope) -> str:
    """The name of the file, in lower case."""
    return (part.document.path or part.document.uri).replace("\\", "/").rpartition("/")[2].lower()


def is_settings(part: TextScope) -> bool:
    """Whether it is a file in which values need no quotes."""
    name = name_of(part)
    return name.endswith(SETTINGS_FILES) or name.startswith((".env", "dockerfile"))


def is_prose(part: TextScope) -> bool:
    return name_of(part).endswith(_PROSE)


def is_sample(part: TextScope) -> bool:
    """Whether it is a file that people copy and change before they use it, by its name."""
    name = name_of(part)
    return is_named_sample(name) or _TEMPLATE.search(name) is not None


def is_comment(part: TextScope, place: int) -> bool:
    """Whether a place (code points) is in a comment, or on a line that looks like one where there is no parser."""
    text = part.document.text
    if part.tree is None:
        line = text[text.rfind("\n", 0, place) + 1 : place].lstrip()
        return line.startswith(("#", "//", ";", "*", "/*", "<!--", "--"))
    byte = part.document.lines.byte(place)
    node = part.tree.root.descendant_for_byte_range(byte, byte + 1)
    return node is not None and node.type in part.tree.language.comments


def begins_string(part: TextScope, quote: int) -> bool:
    """Whether a string begins with the quote at that place (code points), and is not part of a longer one.

    Without a parser every quote begins one.
    """
    if part.tree is None or not part.tree.language.strings:
        return True
    byte = part.document.lines.byte(quote)
    node = part.tree.root.descendant_for_byte_range(byte, byte + 1)
    strings = part.tree.language.strings
    while node is not None and node.type not in strings:
        node = node.parent
    if node is None:
        return False
    # A prefix such as `b` or `r` belongs to the string, and so do three quotes.
    return byte - node.start_byte <= 4 and b"\n" not in part.document.data[node.start_byte : node.end_byte]


@lru_cache(maxsize=1)
def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """All tokens of a part of a text: two rules ask for them, one right after the other."""
    return tuple(tokens(text, None, start, end, reported=True))


def found_tokens(part: TextScope, is_wanted: Callable[[Token, TextScope], bool]) -> Iterator[Found]:
    """The tokens that are wanted; of those that overlap, the first. `$KIND` is what they are."""
    text, span = part.document.text, part.span
    found = [token for token in _tokens(text, span.start, span.end) if is_wanted(token, part)]
    end = -1
    for token in sorted(found, key=lambda token: (token.start, token.end)):
        if token.start >= end:
            # Of a key of many lines the first is enough, and nothing that is said depends on lines further on.
            line = text.find("\n", token.start, token.end)
            end = token.end if line < 0 else line
            fix = _environment.reading(part, token.start, token.end, "SERVICE_TOKEN")
            yield Found(token.start, end, {"$KIND": token.format.title}, fix)


def is_proven(token: Token, part: TextScope) -> bool:
    """Whether a token is one by all that can be known, and no example."""
    from reread.analyzers.secrets.placeholders import is_made_up, is_placeholder
    from reread.analyzers.secrets.proofs import PROOFS

    entry = token.format
    value = part.document.text[token.start : token.end]
    if not entry.reported or not entry.proven or not PROOFS[entry.proof](value):
        return False
    if entry.proof not in _CHECKED and is_shown(token, part):
        return False
    return entry.proof in _DECODED or not (is_placeholder(value) or is_made_up(value))


def is_shown(token: Token, part: TextScope) -> bool:
    """Whether a token stands where people show how one looks: in tests, examples, documents, or below such a word."""
    if part.role in (Role.TEST, Role.EXAMPLE) or is_prose(part) or is_sample(part):
        return True
    name = name_of(part)
    if is_test(name) or _OF_DEVELOPMENT.search(name):
        return True
    text = part.document.text
    start = token.start
    for _ in range(_LINES_BEFORE + 1):
        start = text.rfind("\n", 0, start) if start > 0 else start
    return _ABOUT_EXAMPLES.search(text, max(start, 0, token.start - _LONGEST_BEFORE), token.start) is not None


def is_unproven(token: Token, part: TextScope) -> bool:
    """Whether a token has the form of one and no word of an example, while its checksum or letters speak against it,
    or its form alone is not proof.
    """
    from reread.analyzers.secrets.placeholders import is_made_up, is_placeholder
    from reread.analyzers.secrets.proofs import PROOFS

    entry = token.format
    value = part.document.text[token.start : token.end]
    if not entry.reported or is_placeholder(value) or is_shown(token, part):
        return False
    if not entry.proven:
        return PROOFS[entry.proof](value) and not is_made_up(value)
    return entry.proof not in _LOOSE and not is_proven(token, part)
