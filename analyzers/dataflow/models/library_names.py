"""The names of library functions by the role that they have, from the files of this folder (see `roles.py`).

The files are read once and kept prepared beside them (`names.prepared`, made with the built-in rules), since each short
run of `reread check` would otherwise parse YAML.
"""

from __future__ import annotations

import marshal
import os
import re
from collections.abc import Iterable
from functools import cache
from typing import Any
from zlib import crc32

from reread.analyzers.dataflow.models.roles import ROLES

FOLDER = os.path.dirname(os.path.realpath(__file__))
PREPARED = os.path.join(FOLDER, "names.prepared")
_HEAD = 4
_ROLE = re.compile(r"\{([a-z][a-z-]+)\}")
ANY = "any"
"""The folder of names that programs in all languages use."""
_Names = dict[str, dict[str, frozenset[str]]]


@cache
def names(role: str, language: str) -> frozenset[str]:
    """The names of all functions with a role of `ROLES`: those of one language, by its folder here, and those that all
    have; with "", for a language that has no folder, those of all languages. Raises KeyError for what is no role.
    """
    if role not in ROLES:
        raise KeyError(role)
    chosen = [found for folder, found in _all_names().items() if not language or folder in (language, ANY)]
    return frozenset().union(*(found.get(role, ()) for found in chosen))


def either(named: Iterable[str]) -> str:
    """A regular expression, without parentheses around it, that matches any of some names; nothing where none is."""
    return "|".join(map(re.escape, sorted(named))) or "(?!)"


@cache
def pattern_with(expression: str, language: str) -> re.Pattern[str]:
    """A regular expression in which a role in braces stands for any of the names with it: `\\b{enum-base}\\b`."""
    return re.compile(_ROLE.sub(lambda role: f"(?:{either(names(role[1], language))})", expression))


@cache
def bytes_pattern_with(expression: str, language: str) -> re.Pattern[bytes]:
    """The same for source text in UTF-8."""
    return re.compile(pattern_with(expression, language).pattern.encode())


def files() -> list[str]:
    """The model files, sorted."""
    found = []
    for language in sorted(os.listdir(FOLDER)):
        folder = os.path.join(FOLDER, language)
        if os.path.isdir(folder):
            found += [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".yaml")]
    return found


def read(path: str, data: bytes) -> dict[str, list[str]]:
    """The names by role in one file. Raises ValueError for a role that is none, or for names that are no texts."""
    import yaml

    content: Any = yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    roles: dict[str, list[str]] = content["roles"]
    for role, found in roles.items():
        if role not in ROLES:
            raise ValueError(f"{path}: there is no role {role!r}")
        if not all(isinstance(name, str) for name in found):
            raise ValueError(f"{path}: the names of {role!r} are no texts")
    return roles


def prepare(target: str = PREPARED) -> None:
    """Writes what the files say in a form that is quick to read."""
    contents = _contents()
    with open(target, "wb") as stream:
        stream.write(_checksum(contents) + marshal.dumps(_joined(contents)))


@cache
def _all_names() -> _Names:
    """The names by language and role."""
    contents = _contents()
    try:
        with open(PREPARED, "rb") as stream:
            known = stream.read()
        if known[:_HEAD] == _checksum(contents):
            found: _Names = marshal.loads(known[_HEAD:])
            return found
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return _joined(contents)


def _contents() -> list[tuple[str, bytes]]:
    found = []
    for path in files():
        with open(path, "rb") as stream:
            found.append((path, stream.read()))
    return found


def _checksum(contents: list[tuple[str, bytes]]) -> bytes:
    return crc32(b"\0".join(data for _, data in contents)).to_bytes(_HEAD, "big")


def _joined(contents: list[tuple[str, bytes]]) -> _Names:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for path, data in contents:
        of_language = found.setdefault(os.path.basename(os.path.dirname(path)), {})
        for role, more in read(path, data).items():
            of_language[role] = of_language.get(role, frozenset()).union(more)
    return found
