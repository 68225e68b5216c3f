"""`WorkspaceIndex`: the index of a workspace folder, as the worker and the command line use it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from reread.analyzers.spans import span
from reread.rag import embedders
from reread.rag.embed import Embedder
from reread.rag.index import pause
from reread.rag.index.directory import IndexDirectory
from reread.rag.index.indexer import Indexer
from reread.rag.index.run import IndexLimits
from reread.rag.results import IndexProgress, IndexReport, IndexStatus
from reread.rag.retrieval.retrieve import Retriever


class WorkspaceIndex:
    """Opens at once. All methods may be called from any thread, and while a run of the indexer goes on."""

    def __init__(
        self,
        folder: str,
        limits: IndexLimits | None = None,
        embedder: Embedder | None = None,
        note: str = "",
        store_url: str = "",
    ) -> None:
        """Open the index of a folder (absolute). Raises IndexUnavailableError if none can be kept.

        With `store_url` its vectors are at a Chroma server. The `note` comes with the first report, such as why it is
        not the embedder that somebody asked for.
        """
        embedder = embedder or embedders.default()
        self.folder = folder
        self._directory = IndexDirectory(folder, store_url)
        self._directory.notes += [note] if note else []
        self._indexer = Indexer(self._directory, embedder, limits or IndexLimits())
        self.retriever = Retriever(self._directory, embedder)
        self.context = self.retriever.context
        self.search = self.retriever.search
        self.definitions = self.retriever.definitions
        self.callers = self.retriever.callers
        self.importers = self.retriever.importers
        self.has = self.retriever.has

    def set_limits(self, limits: IndexLimits) -> None:
        """Sets the limits of the next runs."""
        self._indexer.limits = limits

    def run(
        self,
        paths: Sequence[str] | None = None,
        on_progress: Callable[[IndexProgress], None] = lambda progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> IndexReport:
        """Bring the index up to date with the folder, or with these absolute paths. See `Indexer.run`."""
        with span("index", whole=paths is None) as data:
            report = self._indexer.run(paths, on_progress, cancelled)
            data |= {"indexed": report.indexed, "unchanged": report.unchanged}
        return report

    def status(self) -> IndexStatus:
        """The current status of the index."""
        counts: dict[str, int] = {}
        complete, without_vectors = False, 0
        catalogue = self._directory.reader()
        if catalogue is not None:
            with closing(catalogue):
                try:
                    counts, complete = catalogue.counts(), catalogue.meta("complete") == "1"
                    without_vectors = catalogue.without_vectors()
                except sqlite3.DatabaseError as error:
                    self._directory.catalogue_damage = str(error)
        return IndexStatus(
            folder=self.folder,
            directory=self._directory.path,
            files=counts.get("file", 0),
            chunks=counts.get("chunk", 0),
            definitions=counts.get("definition", 0),
            references=counts.get("reference", 0),
            size=self._directory.size,
            complete=complete,
            without_vectors=without_vectors,
            writer=self._directory.writer,
            paused=pause.is_paused(self.folder),
            notes=self._directory.notes_now(),
        )

    def expect_end(self) -> None:
        """Say that this process is about to end on purpose, possibly before `close` is through."""
        self._directory.expect_end()

    def close(self) -> None:
        """Stop runs after their batch and close in good order; closing by being killed is safe too."""
        self._indexer.close()
