"""Names of languages in rules. A language whose table has `matching` is known by its own name."""

from __future__ import annotations

from reread.analyzers.syntax import language

TEXT_LANGUAGES = {"generic": "generic", "spacegrep": "generic", "regex": "regex", "none": "regex"}
"""Rules for these look at the text of any file."""

_OTHER_NAMES = {
    "python2": ("python",),
    "python3": ("python",),
    "py": ("python",),
    "js": ("javascript",),
    "jsx": ("javascript",),
    "typescript": ("typescript", "tsx"),
    "ts": ("typescript", "tsx"),
    "golang": ("go",),
    "c++": ("cpp",),
    "c#": ("csharp",),
    "kt": ("kotlin",),
    "rb": ("ruby",),
    "rs": ("rust",),
    "sh": ("bash",),
    "docker": ("dockerfile",),
    "tf": ("terraform",),
    "hcl": ("terraform",),
    "sol": ("solidity",),
    "ex": ("elixir",),
}
_SHOWN = "generic, go, java, javascript, python, regex, typescript"


def languages_named(name: str) -> tuple[str, ...]:
    """The languages that a rule means, by the names of their tables; none when rules cannot look at any such."""
    name = name.lower()
    if name in TEXT_LANGUAGES:
        return (TEXT_LANGUAGES[name],)
    found = []
    for each in _OTHER_NAMES.get(name, (name,)):
        table = language(each)
        if table is not None and table.matching is not None:
            found.append(each)
    return tuple(found)


def is_followed(name: str) -> bool:
    """Whether there is data-flow analysis for a language."""
    table = language(name)
    return table is not None and bool(table.dataflow)


def expected() -> str:
    """The accepted names, for a message."""
    return _SHOWN
