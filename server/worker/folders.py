"""The folders open in the worker, each with its settings and its index."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from reread.analyzers import parts
from reread.server.settings import Settings

if TYPE_CHECKING:
    from reread.rag.index.run import IndexLimits
    from reread.rag.workspace_index import WorkspaceIndex


class IndexedFolder:
    """One folder. Its index is opened on first use, which imports its libraries; see `index`."""

    def __init__(self, path: str, settings: Settings) -> None:
        self.path = path
        self.settings = settings
        self._index: WorkspaceIndex | None = None
        self._lock = threading.Lock()

    def index(self) -> WorkspaceIndex | None:
        """The index, or None when the settings switch it off. Takes a moment at first: call it in a thread.

        Raises IndexUnavailableError if none can be kept.
        """
        if not self.settings.index.enable or not self.path:
            return None
        with self._lock:
            if self._index is None:
                _require_index()
                from reread.rag.workspace_index import WorkspaceIndex
                from reread.server.worker.embedding import embedder_of

                embedder, note = embedder_of(self.path, self.settings)
                self._index = WorkspaceIndex(
                    self.path, _limits(self.settings), embedder, note, self.settings.index.store_url
                )
            return self._index

    def configure(self, settings: Settings) -> None:
        """Take new settings. With another embedder the index is reopened when it is next asked for."""
        before, self.settings = self.settings, settings
        with self._lock:
            if self._index is not None and _embedder(before) != _embedder(settings):
                self._index.close()
                self._index = None
            elif self._index is not None:
                self._index.set_limits(_limits(settings))

    def expect_end(self) -> None:
        """The process is about to end, possibly before `close` is through."""
        if self._index is not None:
            self._index.expect_end()

    def close(self) -> None:
        with self._lock:
            if self._index is not None:
                self._index.close()
                self._index = None


def _require_index() -> None:
    from reread.rag.index.damage import IndexUnavailableError

    try:
        parts.require("index")
    except parts.PartMissingError as error:
        raise IndexUnavailableError(str(error)) from error


def _embedder(settings: Settings) -> tuple[object, ...]:
    index = settings.index
    return index.embedder, index.embedder_model, index.embedder_base_url, index.embedder_dimensions, index.store_url


def _limits(settings: Settings) -> IndexLimits:
    from reread.rag.index.run import IndexLimits

    return IndexLimits(
        exclude=(*settings.exclude, *settings.index.exclude),
        max_file_size=settings.max_file_size,
        max_files=settings.index.max_files,
    )
