"""The location of a workspace folder's index, and of its vectors at a server."""

from __future__ import annotations

import hashlib
import os
from typing import NamedTuple
from urllib.parse import urlsplit

from reread.analyzers.data_directories import cache_folder
from reread.rag.index import schema

VERSION = f"v{schema.VERSION}"
"""Part of the path: an index of another version is left alone and another one is built beside it."""


def index_folder(folder: str) -> str:
    """The folder of the index of a workspace folder; the same for all spellings of its path."""
    path = os.path.normcase(os.path.realpath(folder))
    name = hashlib.sha256(path.encode(errors="surrogateescape")).hexdigest()[:16]
    return os.path.join(cache_folder("index"), name, VERSION)


class StoreAddress(NamedTuple):
    """Where vectors are at a server; `shared` names the collection of several machines, "" is that of a folder."""

    server: str
    tenant: str
    database: str
    shared: str

    def family_of(self, folder: str) -> str:
        """The beginning of the names of the collections of a folder."""
        return f"reread-{self.shared or hashlib.sha256(os.fsencode(folder)).hexdigest()[:24]}-"


def address_of(url: str) -> StoreAddress:
    """The parts of a URL: `https://host[:port][/tenant/database[/shared]]`."""
    parts = urlsplit(url)
    names = [name for name in parts.path.split("/") if name]
    tenant, database, shared, *_ = [*names, *_DEFAULTS[len(names) :]]
    return StoreAddress(f"{parts.scheme}://{parts.netloc}", tenant, database, shared)


_DEFAULTS = ("default_tenant", "default_database", "")
