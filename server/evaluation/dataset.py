"""The cases of a data set, whatever its format."""

from __future__ import annotations

import os
from collections import Counter
from fnmatch import fnmatchcase

from reread.server.evaluation import readers
from reread.server.evaluation.values import Case, DatasetError

GOLDEN = "golden"
"""The name of Reread's own data set; a folder of that name is `./golden`."""


def folder_of(dataset: str) -> str:
    """The absolute path of a data set, given its path or the name of Reread's own, which an installation has packed."""
    # An editable installation consists of links to files, and no link out of a data set is followed.
    here = os.path.dirname(os.path.realpath(__file__))
    if dataset != GOLDEN:
        return os.path.abspath(dataset)
    own = os.path.join(here, GOLDEN)
    return own if os.path.isdir(own) else f"{own}.zip"


def load(path: str, only: tuple[str, ...] = ()) -> list[Case]:
    """The cases by name, or those of them whose name matches one of the patterns. Raises DatasetError."""
    if not os.path.exists(path):
        raise DatasetError(f"no such folder: {path}")
    found = [case for reader in readers.readers_of(path) for case in reader.cases(path)]
    if not found:
        raise DatasetError(f"{path}: no data set of a known format ({', '.join(readers.names())})")
    twice = [name for name, count in Counter(case.name for case in found).items() if count > 1]
    if twice:
        raise DatasetError(f"{path}: two cases are named {twice[0]}")
    chosen = [case for case in found if not only or any(fnmatchcase(case.name, pattern) for pattern in only)]
    if not chosen:
        raise DatasetError(f"{path}: no case is named like {' or '.join(only)}")
    return sorted(chosen, key=lambda case: case.name)
