"""A ZIP archive with a YAML file per case, as `files` reads them from a folder; an installation has golden as one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from reread.server.evaluation.description import LARGEST, plain
from reread.server.evaluation.readers.files import case_in
from reread.server.evaluation.values import Case, DatasetError


def reads(path: str) -> bool:
    return path.endswith(".zip") and zipfile.is_zipfile(path)


def cases(path: str) -> Iterator[Case]:
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
                if not entry.filename.endswith(".yaml"):
                    continue
                place = f"{path}: {entry.filename}"
                with archive.open(entry) as file:
                    yield case_in(place, entry.filename.removesuffix(".yaml"), plain(place, file.read(LARGEST)))
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise DatasetError(f"{path}: cannot be read: {error}") from error
