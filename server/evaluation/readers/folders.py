"""A folder per case, with `case.yaml` and the repository before and after the change, in `before/` and `after/`."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reread.analyzers import inside
from reread.server.evaluation.description import Description, case_of, converted, read
from reread.server.evaluation.values import Case, DatasetError

_DESCRIPTION = "case.yaml"
_LARGEST = 2_000_000


def reads(path: str) -> bool:
    return next(_folders(path), None) is not None


def cases(path: str) -> Iterator[Case]:
    for folder in _folders(path):
        file = os.path.join(folder, _DESCRIPTION)
        said: Description = converted(file, read(path, file), Description)
        name = os.path.relpath(folder, path).replace(os.sep, "/")
        yield case_of(file, name, said, _texts(path, folder, "before"), _texts(path, folder, "after"))


def _folders(path: str) -> Iterator[str]:
    for folder, folders, names in os.walk(path):
        folders.sort()
        if _DESCRIPTION in names:
            folders.clear()
            yield folder


def _texts(dataset: str, folder: str, version: str) -> dict[str, str]:
    """The texts of a version by path. Links that lead out of the data set are not followed."""
    root = os.path.join(folder, version)
    texts = {}
    for inner, _, names in os.walk(root):
        for path in (os.path.join(inner, name) for name in sorted(names)):
            try:
                with inside.open_file(dataset, path) as file:
                    text = file.read(_LARGEST).decode("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise DatasetError(f"{path}: cannot be read as UTF-8: {error}") from error
            texts[os.path.relpath(path, root).replace(os.sep, "/")] = text
    return texts
