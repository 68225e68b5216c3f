"""The built-in rules in the format of the cache, made when the package is built (by `prepared`).

Reading hundreds of rules takes seconds. Without this the first `reread check` after an installation, and each one on a
machine that keeps nothing, would take that long.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from typing import Any

from reread.analyzers.rules.cache.cache_file import load
from reread.analyzers.rules.cache.engine_version import code_size
from reread.analyzers.rules.locations import ANALYZERS


def read(path: str, stamp: Callable[[str], list[int]]) -> dict[str, dict[str, Any]]:
    """The entries by file, as the cache has them, of files whose shared files are what they were.

    A file itself is compared with its entry when the rules are read, since its entry has no time.
    """
    digests: dict[str, str] = {}
    found = {}
    for name, entry in load(path, version_of_code(), own=False).items():
        asked = {os.path.join(ANALYZERS, each): digest for each, digest in entry["shared"].items()}
        for file in asked.keys() - digests.keys():
            digests[file] = digest_of(file)
        if all(digests[file] == digest for file, digest in asked.items()):
            found[os.path.normpath(os.path.join(ANALYZERS, name))] = {
                **entry,
                "shared": {file: stamp(file) for file in asked},
            }
    return found


def version_of_code() -> list[int]:
    """The code and the grammars that patterns were compiled with."""
    from importlib.metadata import version

    grammars = version("tree-sitter-language-pack").encode()
    return [code_size(), int.from_bytes(hashlib.sha256(grammars).digest()[:6], "big")]


def digest_of(file: str) -> str:
    """The hash of the content of a file, "" where there is none."""
    try:
        with open(file, "rb") as stream:
            return hashlib.sha256(stream.read()).hexdigest()
    except OSError:
        return ""
