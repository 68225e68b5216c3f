"""The location of a workspace folder's index."""

from __future__ import annotations

import hashlib
import os

from reread.analyzers.data_directories import cache_folder
from reread.rag.index import schema

VERSION = f"v{schema.VERSION}"
"""Part of the path: an index of another version is left alone and another one is built beside it."""


def index_folder(folder: str) -> str:
    """The folder of the index of a workspace folder; the same for all spellings of its path."""
    path = os.path.normcase(os.path.realpath(folder))
    name = hashlib.sha256(path.encode(errors="surrogateescape")).hexdigest()[:16]
    return os.path.join(cache_folder("index"), name, VERSION)
