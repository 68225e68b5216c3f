"""Where the index of a workspace folder is kept."""

from __future__ import annotations

import hashlib
import os

VERSION = "v1"
"""Part of the path: an index of another version is left alone and another one is built beside it."""


def cache_folder() -> str:
    """The folder of all that can be deleted and comes back: `REREAD_CACHE_DIR`, or the system's place for caches."""
    named = os.environ.get("REREAD_CACHE_DIR")
    if named:
        return os.path.abspath(named)
    import platformdirs

    return platformdirs.user_cache_dir("reread", appauthor=False)


def index_folder(folder: str) -> str:
    """The folder of the index of a workspace folder; the same for all spellings of its path."""
    path = os.path.normcase(os.path.realpath(folder))
    name = hashlib.sha256(path.encode(errors="surrogateescape")).hexdigest()[:16]
    return os.path.join(cache_folder(), "index", name, VERSION)
