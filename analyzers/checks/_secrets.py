"""What the rules about secrets share."""

from __future__ import annotations

from reread.analyzers.rules.texts import Part

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
_PROSE = (".md", ".rst", ".txt", ".adoc", ".html", ".htm", ".svg", ".csv", ".lock", ".po", ".pot", ".map")


def name_of(part: Part) -> str:
    """The name of the file, in lower case."""
    return (part.document.path or part.document.uri).replace("\\", "/").rpartition("/")[2].lower()


def is_settings(part: Part) -> bool:
    """Whether it is a file in which values need no quotes."""
    name = name_of(part)
    return name.endswith(SETTINGS_FILES) or name.startswith((".env", "dockerfile"))


def is_prose(part: Part) -> bool:
    return name_of(part).endswith(_PROSE)


def is_comment(part: Part, place: int) -> bool:
    """Whether a place (code points) is in a comment, or on a line that looks like one where there is no parser."""
    text = part.document.text
    if part.tree is None:
        line = text[text.rfind("\n", 0, place) + 1 : place].lstrip()
        return line.startswith(("#", "//", ";", "*", "/*", "<!--", "--"))
    byte = part.document.lines.byte(place)
    node = part.tree.root.descendant_for_byte_range(byte, byte + 1)
    return node is not None and node.type in part.tree.language.comments


def begins_string(part: Part, quote: int) -> bool:
    """Whether a string begins with the quote at that place (code points), and is no part of a longer one.

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
