"""`package.json`: the packages of a repository by name, with their exports and their own `#` names."""

from __future__ import annotations

from collections.abc import Iterator

from reread.rag.mappings.table import Format
from reread.rag.mappings.tsconfig import relaxed, stem

_MAIN = ("source", "module", "main", "types", "typings")
_USUAL = ("src/index", "index", "lib/index", "src")
"""Where the source of a package begins whose `main` is built."""
_DEEPEST = 6


def _read(text: str) -> Iterator[tuple[str, str]]:
    found = relaxed(text)
    if not isinstance(found, dict):
        return
    yield from _entries(found.get("imports"), "")
    name = found.get("name")
    if not isinstance(name, str) or not name:
        return
    yield from _entries(found.get("exports"), name)
    mains = [stem(path) for key in _MAIN if isinstance(path := found.get(key), str)]
    for path in dict.fromkeys((*mains, *_USUAL)):
        yield name, path
    yield f"{name}/*", "./*"
    yield f"{name}/*", "src/*"


def _entries(exports: object, name: str) -> Iterator[tuple[str, str]]:
    """What `exports` and `imports` say: a path, or one for each condition or name."""
    if isinstance(exports, dict) and any(key.startswith((".", "#")) for key in exports):
        for key, value in exports.items():
            for path in _paths(value, _DEEPEST):
                yield stem(key if key.startswith("#") else name + key.removeprefix(".")), stem(path)
    elif name:
        yield from ((name, stem(path)) for path in _paths(exports, _DEEPEST))


def _paths(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list) and depth:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _paths(each, depth - 1)


FORMAT = Format(
    file="package.json",
    languages=frozenset({"javascript", "typescript", "tsx"}),
    read=_read,
    everywhere=True,
)
