"""The built-in rules in the format of the cache, made when the package is built (by `prepared`).

Reading hundreds of rules takes seconds. Without this the first `reread check` after an installation, and each one on a
machine that keeps nothing, would take that long. Files of an installation are not compared with their entries, which
would take half as long as all else of a start.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any
from zlib import crc32

from reread.analyzers.rules.cache.cache_file import load
from reread.analyzers.rules.cache.engine_version import code_size, installed_version
from reread.analyzers.rules.locations import ANALYZERS


def read(path: str, stamp: Callable[[str], list[int]]) -> dict[str, dict[str, Any]]:
    """The entries by file, as the cache has them, of files whose shared files are what they were.

    A file itself is compared with its entry when the rules are read, since its entry has no time.
    """
    digests: dict[str, str] = {}
    found = {}
    for name, entry in load(path, version_of_code().__eq__, own=False).items():
        asked = {os.path.join(ANALYZERS, each): digest for each, digest in entry["shared"].items()}
        for file in asked.keys() - digests.keys():
            digests[file] = digest_of(file)
        if all(digests[file] == digest for file, digest in asked.items()):
            found[os.path.normpath(os.path.join(ANALYZERS, name))] = {
                **entry,
                "shared": {file: stamp(file) for file in asked},
            }
    return found


def read_installed(path: str) -> dict[str, dict[str, Any]]:
    """The entries by file of an installation from a wheel, whose files are those that the entries were made from; empty
    where there is no such file, or other grammars than it was made with.
    """
    if (grammars := _installed_grammars()) is None:
        return {}
    expected = _number_of(grammars)
    entries = load(path, lambda engine: engine[1] == expected, own=False)
    return {os.path.normpath(os.path.join(ANALYZERS, name)): entry for name, entry in entries.items()}


def _installed_grammars() -> str | None:
    name = "tree_sitter_language_pack"
    found = find_spec(name)
    if found is None or found.origin is None:
        return None
    return installed_version(name, os.path.dirname(os.path.dirname(found.origin)))


def version_of_code() -> list[int]:
    """The code and the grammars that patterns were compiled with."""
    from importlib.metadata import version

    return [code_size(), _number_of(version("tree-sitter-language-pack"))]


def _number_of(version: str) -> int:
    return crc32(version.encode())


def digest_of(file: str) -> str:
    """The hash of the content of a file, "" where there is none."""
    import hashlib

    try:
        with open(file, "rb") as stream:
            return hashlib.sha256(stream.read()).hexdigest()
    except OSError:
        return ""
