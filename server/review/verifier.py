"""What a model's fixes are tried with: the texts of a request and of the disk, the folder's rules, its own tools."""

from __future__ import annotations

import os
import threading
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reread.analyzers import inside
from reread.analyzers.findings import Finding
from reread.analyzers.fixes import Check
from reread.analyzers.review.fix.fix_verifier import Workbench
from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server import textfile
from reread.server.review.units import excluded_of
from reread.server.review.values import ReviewDocument, document_of
from reread.server.settings import Settings
from reread.server.verification.tools import Tools

if TYPE_CHECKING:
    from reread.analyzers.rules.engine import Engine


class Bench:
    """A workbench for one request about a folder. `documents` are the texts that are not those of the disk."""

    def __init__(self, settings: Settings, folder: str, documents: Iterable[ReviewDocument]) -> None:
        self._settings = settings
        self._folder = folder
        self._documents = {document.relative: document for document in documents if _is_below(document.relative)}
        self._engine: Engine | None = None
        # Fixes are tried in threads, and an engine is for one of them at a time.
        self._one_at_a_time = threading.Lock()
        texts = {path: document.text for path, document in self._documents.items()}
        self.tools = Tools(folder, settings, texts)
        self.tried_with = Workbench(self._read, self._check, self.tools)

    def prepare(self) -> None:
        """Load the rules while the model is still reading: the first fix must not wait for them."""
        threading.Thread(target=self._load, name="rules", daemon=True).start()

    def _read(self, relative: str) -> Document | None:
        """A file by its path in the folder: the text of the request, else that of the disk; None for what is not to be
        shown to a model, or cannot be read, or is outside."""
        known = self._documents.get(relative)
        path = os.path.join(self._folder, *relative.split("/"))
        if not _is_below(relative) or not inside.is_inside(self._folder, path):
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

    def _check(self, relative: str) -> Check:
        """Runs the rules over versions of the file `relative`."""

        def check(document: Document) -> Sequence[Finding]:
            with self._one_at_a_time:
                return self._loaded().check(document, relative).findings

        return check

    def _load(self) -> None:
        with self._one_at_a_time:
            self._loaded()

    def _loaded(self) -> Engine:
        if self._engine is None:
            from reread.server.engines import load_engine

            self._engine, _ = load_engine(self._folder, self._settings)
        return self._engine


@asynccontextmanager
async def bench_for(settings: Settings, folder: str, documents: Iterable[ReviewDocument]) -> AsyncIterator[Bench]:
    """A bench, and nothing of it left afterwards."""
    bench = Bench(settings, folder, documents)
    try:
        yield bench
    finally:
        await bench.tools.close()


def _is_below(relative: str) -> bool:
    return bool(relative) and not os.path.isabs(relative) and ".." not in relative.split("/")
