"""Writes an archive: a zip file readable by this user alone; equal contents give equal files."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping

from reread.analyzers import owned_files

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows; when it was written says nothing."""


def write(path: str, contents: Mapping[str, str]) -> None:
    """Write the texts by the names of their files. Raises OSError, FileExistsError for a file that is there."""
    descriptor = owned_files.opener(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        with open(descriptor, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in contents.items():
                archive.writestr(
                    zipfile.ZipInfo(name, _MOMENT), text.encode(errors="backslashreplace"), zipfile.ZIP_DEFLATED
                )
    except OSError:
        os.unlink(path)
        raise
