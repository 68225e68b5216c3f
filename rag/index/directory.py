"""The files of an index: opened, locked, checked, and recreated if damaged."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from reread.analyzers import owned_files
from reread.analyzers.file_lock import FileLock
from reread.rag.index import location, opening, removal, sharing
from reread.rag.index.catalogue import Catalogue
from reread.rag.index.damage import DamagedCatalogueError, DamagedStoreError, IndexUnavailableError, unavailable
from reread.rag.index.frequencies import Frequencies

if TYPE_CHECKING:
    from reread.rag.embed import Vectors
    from reread.rag.index.store import Store


def stamp(folder: str) -> str:
    """Names, sizes and times of all files below a folder; "" where there is none."""
    found = []
    for inside, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(inside, name)
            try:
                status = os.stat(path)
            except FileNotFoundError:
                continue  # Gone since it was listed, as a database's journal is.
            found.append(f"{os.path.relpath(path, folder)} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(sorted(found))


_CRASHES = 3
"""Deaths in a row while the store was being opened, after which one process goes without it."""


class IndexDirectory:
    """The folder that an index lives in. The process that holds its lock is the writer; all others only read.

    The catalogue of the writer belongs to whoever has the turn to write; `store` is None until `open_store`, in other
    processes, and where Chroma does not run. `catalogue_damage` and `store_damage` are what readers ran into; the next
    run makes that part again.
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
        self._opening: threading.Thread | None = None
        self._shared: sharing.SharedVectors | None = None
        try:
            if not os.path.isdir(self.path):
                removal.prune()
            owned_files.make_folder(self.path)
            owned_files.narrow_all(self.path)
        except OSError as error:
            raise self._unavailable(error) from error
        self._write("folder", folder + "\n")
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

    def notes_now(self) -> tuple[str, ...]:
        """The notes, with what is wrong with the server of vectors at this moment, if there is one."""
        notes = tuple(self.notes)
        if not self.store_url or any(opening.is_about_server(note, self.store_url) for note in notes):
            return notes
        return tuple(filter(None, (*notes, opening.problem_of(self.store_url))))

    def become_writer(self) -> bool:
        """Take the lock if no other process has it, and open the catalogue to write. Raises IndexUnavailableError."""
        if self.writer:
            return True
        try:
            if not self._lock.acquire():
                return False
            unclean = os.path.exists(self._file("unclean"))
            self._write("unclean", "")
            self.store_doubtful = unclean
            self._open_catalogue(unclean)
        except OSError as error:
            self._lock.release()
            raise self._unavailable(error) from error
        except IndexUnavailableError:
            self._lock.release()
            raise
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

    def is_settled(self, embedder: str) -> bool:
        """Whether the vectors are surely as they were left when they agreed with the catalogue; opens nothing."""
        if self.store_doubtful or self.store_url:
            return False
        return self.store is not None or (
            self._read("store") == self.store_url and self._read("settled") == self._stamp(embedder) != ""
        )

    def open_store_later(self, embedder: str) -> None:
        """Open the store in a thread of its own; queries for vectors wait for it meanwhile."""
        if self.store is None and self._opening is None:
            self._opening = threading.Thread(target=self._open_later, args=(embedder,), name="opening vectors")
            self._opening.start()

    def neighbours(self, embedder: str, vector: Vectors, count: int) -> Sequence[tuple[str, float]]:
        """The keys nearest to a vector (one row), with their cosines: from the store, or from the process that has it
        open.

        Raises DamagedStoreError.
        """
        self._until_open()
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
                self.notes.append(opening.failure(self.store_url, reason))
                self.store_doubtful = True
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
        with self._store_lock:
            self._close()

    def _close(self) -> None:
        if self._shared is not None:
            self._shared.close()
            self._shared = None
        if self.store is not None:
            try:
                self.store.close()
                if not self.store_doubtful and not self.store_url:
                    self._write("settled", stamp(self.store.directory))
            except (DamagedStoreError, IndexUnavailableError):
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
        if self._read("store") != self.store_url:
            self._write("store", self.store_url)  # The vectors were kept elsewhere the last time.
            self.store_doubtful = True
        if self.store_url:
            opened = opening.at_server(self.store_url, self.folder, embedder)
        else:
            opened = opening.on_disk(self.path, self.folder, embedder)
        self.store_doubtful |= opened.doubtful
        self.notes += opened.notes
        return opened.store

    def _open_later(self, embedder: str) -> None:
        try:
            # Closing does not wait for this import: after it, `open_store` finds that this process no longer writes.
            import_module("reread.rag.index.store")
            self.open_store(embedder)
        except IndexUnavailableError as error:
            self.notes.append(str(error))
        except RuntimeError:
            if threading.main_thread().is_alive():
                raise
            # The process is ending, and what Chroma imports cannot start its own threads any more.

    def _until_open(self) -> None:
        if self._opening is not None:
            self._opening.join()

    def _stamp(self, embedder: str) -> str:
        """What the store of an embedder looks like from outside."""
        return stamp(self._file(opening.newest(self.path, embedder)))

    def _attempts(self) -> int:
        written = self._read("opening")
        return int(written) if written.isdecimal() else 0

    def _note_attempts(self, count: int) -> None:
        self._write("opening", str(count))

    def _read(self, name: str) -> str:
        """A small file of Reread's; "" where there is none."""
        try:
            with open(self._file(name), encoding="utf-8", errors="replace") as file:
                return file.read()
        except OSError:
            return ""

    def _write(self, name: str, text: str) -> None:
        try:
            with open(self._file(name), "wb", opener=owned_files.opener) as file:
                file.write(text.encode(errors="surrogateescape"))
        except OSError as error:
            raise self._unavailable(error) from error

    def _file(self, name: str) -> str:
        return os.path.join(self.path, name)

    def _unavailable(self, error: Exception) -> IndexUnavailableError:
        return unavailable(self.path, error)
