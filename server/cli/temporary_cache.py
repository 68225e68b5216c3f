"""Caches of this process in a folder that is gone afterwards."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_CACHE = "REREAD_CACHE_DIR"


@contextmanager
def temporary_cache() -> Iterator[str]:
    """Have this process keep its caches in a new folder; its path."""
    before = os.environ.get(_CACHE)
    with tempfile.TemporaryDirectory(prefix="reread-") as folder:
        os.environ[_CACHE] = folder
        try:
            yield folder
        finally:
            os.environ.pop(_CACHE)
            if before is not None:
                os.environ[_CACHE] = before
