"""The files of a folder that a review may show and edit: one gate for everything a model requests."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from reread.analyzers import inside
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.report.review import ReviewDocument, document_of
from reread.server.review.units import excluded_of
from reread.server.settings import Settings


class Readable:
    """Reads files by their paths in a folder. `documents` are texts that are not those of the disk."""

    def __init__(self, settings: Settings, folder: str, documents: Iterable[ReviewDocument]) -> None:
        self._settings = settings
        self._folder = folder
        self.documents = {document.relative: document for document in documents if is_below(document.relative)}

    def read(self, relative: str) -> Document | None:
        """A file: the text of the request, else that of the disk; None for what is not to be shown to a model, or
        cannot be read, or is outside."""
        known = self.documents.get(relative)
        path = os.path.join(self._folder, *relative.split("/"))
        if not is_below(relative) or not inside.is_inside(self._folder, path):
            return None
        if excluded_of(self._settings, self._folder, [relative]):
            return None
        if known is not None:
            return document_of(known)
        try:
            text = textfile.read(path, self._settings.max_file_size, self._folder).text
        except textfile.UnreadableFileError:
            return None
        return Document(Path(path).as_uri(), text, path=path, language=language_of(path))


def is_below(relative: str) -> bool:
    """Whether a path is one of a file below the folder, as it is written."""
    return bool(relative) and "\0" not in relative and not os.path.isabs(relative) and ".." not in relative.split("/")
