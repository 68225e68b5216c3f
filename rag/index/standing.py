"""The status of an index: its content, and the files on disk that it lacks, without opening its vectors."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from typing import NamedTuple

from reread.rag.index.catalogue import Catalogue
from reread.rag.index.damage import DamagedCatalogueError
from reread.rag.index.location import index_folder
from reread.rag.source.walk import FoundFile

_CATALOGUE = "catalogue.sqlite"


class Standing(NamedTuple):
    """Counts of what is in the index, of vectors that chunks still lack, and of files that are new, changed or gone
    since. `modified` is when it was written last, in seconds since 1970.
    """

    files: int
    chunks: int
    definitions: int
    vectors: int
    new: int
    changed: int
    gone: int
    modified: float

    @property
    def current(self) -> float:
        """The share of the files on disk that it knows as they are, from 0 to 1."""
        known = self.files - self.gone - self.changed
        there = self.files - self.gone + self.new
        return known / there if there else 1.0


def standing(folder: str, found: Iterable[FoundFile]) -> Standing | None:
    """That of the index of a folder against the files found there; None if there is none that can be read."""
    path = os.path.join(index_folder(folder), _CATALOGUE)
    try:
        with closing(Catalogue(path, writer=False)) as catalogue:
            counts, stored, left_out = catalogue.counts(), catalogue.files(), catalogue.left_out()
            modified = os.path.getmtime(path)
    except (DamagedCatalogueError, OSError):
        return None
    there = {file.path: file for file in found if file.path not in left_out}
    changed = sum(
        (file.size, file.modified) != (stored[path].size, stored[path].modified)
        for path, file in there.items()
        if path in stored
    )
    return Standing(
        files=len(stored),
        chunks=counts["chunk"],
        definitions=counts["definition"],
        vectors=counts["vector"],
        new=sum(path not in stored for path in there),
        changed=changed,
        gone=sum(path not in there for path in stored),
        modified=modified,
    )
