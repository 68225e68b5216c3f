"""The files of one index: opened, locked, checked, and made anew when they are damaged."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reread.rag import location, sharing
from reread.rag.catalogue import Catalogue
from reread.rag.damage import DamagedCatalogueError, DamagedStoreError, IndexUnavailableError
from reread.rag.frequencies import Frequencies
from reread.rag.lock import FileLock

if TYPE_CHECKING:
    from reread.rag.embed import Vectors
    from reread.rag.store import Store

_CRASHES = 3
"""Deaths in a row while the store was being opened, after which one process goes without it."""


class IndexDirectory:
    """The folder that an index lives in. The process that holds its lock is the writer; all others only read.

    The catalogue of the writer belongs to whoever has the turn to write; `store` is None until `open_store`, in other
    processes, and where Chroma does not run. `catalogue_damage` and `store_damage` are what readers ran into; the next
    run makes that part anew.
    """

    def __init__(self, folder: str, store_url: str = "") -> None:
        """Open the index of a workspace folder, with its vectors at a Chroma server if there is a URL.

        Raises IndexUnavailableError.
        """
        self.folder = folder
        self.store_url = store_url
        self.path = location.index_folder(folder)
        self.notes: list[str] = []
        self.store: Store | None = None
        self.store_doubtful = False
        self.catalogue_damage = ""
        self.store_damage = ""
        self.catalogue: Catalogue | None = None
        self._store_lock = threading.Lock()
        self._frequencies = Frequencies()
        self._shared: sharing.SharedVectors | None = None
        try:
            os.makedirs(self.path, mode=0o700, exist_ok=True)
            with open(self._file("folder"), "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(folder + "\n")
        except OSError as error:
            raise self._unavailable(error) from error
        self._lock = FileLock(self._file("lock"))
        self.become_writer()

    @property
    def writer(self) -> bool:
        return self._lock.held

    @property
    def catalogue_file(self) -> str:
        """The path of the catalogue."""
        return self._file("catalogue.sqlite")

    @property
    def size(self) -> int:
        """In bytes, of all files."""
        return sum(
            os.path.getsize(path)
            for inside, _, names in os.walk(self.path)
            for name in names
            if os.path.exists(path := os.path.join(inside, name))
        )

    def become_writer(self) -> bool:
        """Take the lock if no other process has it, and open the catalogue to write. Raises IndexUnavailableError."""
        if self.writer:
            return True
        try:
            if not self._lock.acquire():
                return False
            unclean = os.path.exists(self._file("unclean"))
            with open(self._file("unclean"), "w", encoding="utf-8"):
                pass
            self.store_doubtful = unclean
            self._open_catalogue(unclean)
        except OSError as error:
            self._lock.release()
            raise self._unavailable(error) from error
        return True

    def reader(self) -> Catalogue | None:
        """Another connection to the catalogue, for reading; None while there is nothing to read."""
        try:
            return Catalogue(self.catalogue_file, writer=False, frequencies=self._frequencies)
        except DamagedCatalogueError:
            return None

    def rebuild_catalogue(self, reason: str) -> None:
        """Start with an empty catalogue. Vectors are kept: they are found again by what they were made of."""
        self.notes.append(f"the index of {self.folder} was damaged ({reason}); it is being rebuilt")
        if self.catalogue is not None:
            self.catalogue.close()
        for name in ("catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm", "catalogue.sqlite-journal"):
            if os.path.isdir(path := self._file(name)):
                shutil.rmtree(path)
            elif os.path.lexists(path):
                os.unlink(path)
        self.store_doubtful = True
        try:
            self.catalogue = Catalogue(self.catalogue_file, writer=True)
        except DamagedCatalogueError as error:
            raise self._unavailable(error) from error

    def open_store(self, embedder: str) -> Store | None:
        """The vector store, for vectors of the embedder with this name. Imports Chroma, which takes a while."""
        with self._store_lock:
            if self.store is None and self.writer:
                attempts = self._attempts()
                if attempts >= _CRASHES:
                    self._note_attempts(0)
                    self.notes.append("the vector store ended this process several times; going on without it")
                    return None
                self._note_attempts(attempts + 1)
                self.store = self._open_store(embedder)
                self._note_attempts(0)
                self._share(embedder)
            return self.store

    def neighbours(self, embedder: str, vector: Vectors, count: int) -> Sequence[tuple[str, float]]:
        """The keys nearest to a vector (one row), with their cosines: from the store, or from who has it open.

        Raises DamagedStoreError.
        """
        store = self.store
        if store is not None:
            return [(found.key, found.similarity) for found in store.query(vector, count)]
        if self.writer:
            return []
        return sharing.ask(self.path, embedder, vector.astype("<f4").tobytes(), count)

    def _share(self, embedder: str) -> None:
        """Answer for the processes that may not open the store. Where that is not possible, they do without."""
        if self.store is None or self._shared is not None:
            return
        try:
            self._shared = sharing.SharedVectors(self.path, embedder, self._nearest)
        except OSError as error:
            self.notes.append(f"other programs have no vectors of {self.folder}: {error.strerror or error}")

    def _nearest(self, vector: bytes, count: int) -> Sequence[tuple[str, float]]:
        import numpy as np

        store = self.store
        if store is None:
            return []
        try:
            found = store.query(np.frombuffer(vector, dtype="<f4").reshape(1, -1), count)
        except DamagedStoreError as error:
            self.store_damage = str(error)
            return []
        return [(each.key, each.similarity) for each in found]

    def rebuild_store(self, embedder: str, reason: str) -> Store | None:
        """Start with an empty vector store; without one where the server of vectors fails."""
        with self._store_lock:
            if self.store_url:
                self._note_failure(reason)
                self.store = None
                return None
            if self.store is not None:
                self.store.remove()
                self.store = None
            self.notes.append(f"the vectors of {self.folder} were damaged ({reason}); they are being rebuilt")
            self.store_doubtful = True
            self.store = self._open_store(embedder)
            return self.store

    def expect_end(self) -> None:
        """This process is about to end on purpose: a store that is being opened just now did not kill it."""
        if self.writer:
            self._note_attempts(0)

    def close(self) -> None:
        """Close everything in good order, so that the next start need not check it."""
        if self._shared is not None:
            self._shared.close()
            self._shared = None
        if self.store is not None:
            try:
                self.store.close()
            except DamagedStoreError:
                self.store_doubtful = True
            self.store = None
        if self.catalogue is not None:
            self.catalogue.close()
            self.catalogue = None
        if self.writer and not self.store_doubtful:
            try:
                os.unlink(self._file("unclean"))
            except OSError:
                pass
        self._lock.release()

    def _open_catalogue(self, unclean: bool) -> None:
        try:
            self.catalogue = Catalogue(self.catalogue_file, writer=True)
            if unclean:
                self.catalogue.check()
        except DamagedCatalogueError as error:
            self.rebuild_catalogue(str(error))

    def _open_store(self, embedder: str) -> Store | None:
        """The newest store directory for this embedder; if it is damaged, a new one under another name.

        Another name, because what is left of a damaged store may still be open in this process.
        """
        from reread.rag import store

        self.store_doubtful |= self._has_moved()
        if self.store_url:
            try:
                # Whoever else may have changed what the server has: it is compared with the catalogue each time.
                self.store_doubtful = True
                return store.RemoteStore(self.store_url, self.folder, embedder)
            except DamagedStoreError as error:
                self._note_failure(str(error))
                return None
        prefix = f"vectors-{embedder}-"
        existing = sorted(name for name in os.listdir(self.path) if name.startswith("vectors-"))
        numbers = [int(number) for name in existing if (number := name.removeprefix(prefix)).isdigit()]
        newest = max(numbers, default=0)
        if any(not name.startswith(prefix) for name in existing):
            self.notes.append(f"the vectors of {self.folder} are of another embedder; they are being made anew")
        for name in existing:
            if name != f"{prefix}{newest}":
                store.remove(self._file(name))
        for attempt in (newest, newest + 1):
            directory = self._file(f"{prefix}{attempt}")
            try:
                return store.Store(directory)
            except DamagedStoreError as error:
                reason = str(error)
                self.notes.append(f"the vectors of {self.folder} were damaged ({reason}); they are being rebuilt")
                self.store_doubtful = True
                store.remove(directory)
        self.notes.append(f"there is no vector store ({reason}); symbols and keywords still work")
        return None

    def _note_failure(self, reason: str) -> None:
        """Say that there are no vectors until the index is opened the next time."""
        self.notes.append(f"Chroma at {self.store_url} failed ({reason}); symbols and keywords still work")
        self.store_doubtful = True

    def _has_moved(self) -> bool:
        """True when the vectors were kept elsewhere the last time."""
        try:
            with open(self._file("store"), encoding="utf-8") as file:
                before = file.read()
        except OSError:
            before = ""
        if before == self.store_url:
            return False
        with open(self._file("store"), "w", encoding="utf-8") as file:
            file.write(self.store_url)
        return True

    def _attempts(self) -> int:
        try:
            with open(self._file("opening"), encoding="utf-8") as file:
                return int(file.read() or "0")
        except (OSError, ValueError):
            return 0

    def _note_attempts(self, count: int) -> None:
        try:
            with open(self._file("opening"), "w", encoding="utf-8") as file:
                file.write(str(count))
        except OSError as error:
            raise self._unavailable(error) from error

    def _file(self, name: str) -> str:
        return os.path.join(self.path, name)

    def _unavailable(self, error: Exception) -> IndexUnavailableError:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return IndexUnavailableError(
            f"no index can be kept in {self.path}: {reason}; REREAD_CACHE_DIR names another place"
        )
