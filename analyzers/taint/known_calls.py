"""What names of functions say: which look like checks, which keep a text as it is, and which are a project's own."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_CHECKS = r"""
    is has can must should assert ensure require check verify validate sanitize sanitise guard restrict allow deny
    permit escape quote clean purify secure safe filter whitelist authorize canonical slugify encode hash sign encrypt
    strip_?tags normalize(?=_?\w)
""".split()  # noqa: SIM905 - so many words are read more easily like this
"""What names of checks begin with."""
_CHECKED = r"""
    valid sanit escape quote (?<!un)safe (?<!in)secure whitelist allowlist allowed permitted authori[sz] traversal guard
    slugify purif within inside contained subpath relative_to dotdot
""".split()  # noqa: SIM905
"""What names of checks have anywhere."""
_CHECK = re.compile(rf"(?i)^_*(?:(?:{'|'.join(_CHECKS)})[A-Z_]?\w*|\w*(?:{'|'.join(_CHECKED)}))\w*$")
_NAMES = tomllib.loads(Path(__file__).with_name("known_calls.toml").read_text(encoding="utf-8"))
_NO_CHECK, _NOTHING, _KEEPS, _MAKES = (
    frozenset(_NAMES[key]) for key in ("no_check", "says_nothing", "keeps", "only_makes")
)
_LIBRARIES, _GLOBALS = (frozenset(_NAMES[key]) for key in ("python_libraries", "javascript_globals"))
_STANDARD_PACKAGES = tuple(_NAMES["java_packages"])
_IMPORTED = r"(?:import\s[^;'\"]*\bNAME\b[^;'\"]*from\s*|\bNAME\b[^;\n=]*=\s*require\(\s*)['\"]([^'\"]+)"


def looks_like_check(callee: str) -> bool:
    """Whether the last part of the name of a function is that of a check or of something that makes values harmless."""
    name = _last(callee)
    return name not in _NO_CHECK and name not in _KEEPS and _CHECK.match(name) is not None


def says_nothing(callee: str) -> bool:
    """Whether a function says nothing of the content of what it is asked about."""
    return _last(callee) in _NOTHING


def only_makes(callee: str) -> bool:
    """Whether a function makes a path or an address and does nothing with it."""
    return _last(callee) in _MAKES


def is_known(callee: str) -> bool:
    """Whether a function is known to give what it is given, whole or in parts or with more; a constructor is, too."""
    return _last(callee) in _KEEPS or callee.startswith("new ")


def is_own(callee: str, text: str) -> bool:
    """Whether a function is of the project, and so may do anything: one that no library that is imported can have.

    `text` is that of the file, whose imports are looked at in the syntax of each language.
    """
    parts = re.findall(r"[\w$]+", callee.removeprefix("await "))
    if not parts:
        return False
    root = re.escape(parts[0])
    if parts[0] in ("self", "this", "super"):
        return True
    if callee.startswith(_STANDARD_PACKAGES):
        return False
    if found := re.search(rf"^[ \t]*from\s+([\w.]+)\s+import\s+(?:\([^)]*|[^\n(]*)\b{root}\b", text, re.MULTILINE):
        return found[1].startswith(".") or ("." in found[1] and found[1].split(".")[0] not in _LIBRARIES)
    if found := re.search(_IMPORTED.replace("NAME", root), text):
        return found[1].startswith((".", "@/", "~"))
    if found := re.search(rf"^import\s+(?:static\s+)?([\w.]+)\.{root}\s*;", text, re.MULTILINE):
        return not found[1].startswith(_STANDARD_PACKAGES)
    if found := re.search(rf"^(?:import)?\s+\"((?:[\w.-]+/)*{root})\"$", text, re.MULTILINE):
        # In Go only the standard library has paths without a dot in their first part.
        return "." in found[1].split("/")[0]
    is_imported = re.search(rf"^[ \t]*import\s[^\n;]*\b{root}\b", text, re.MULTILINE) is not None
    return not is_imported and parts[0] not in _GLOBALS


def _last(callee: str) -> str:
    found = re.findall(r"[\w$]+", callee)
    return found[-1] if found else ""
