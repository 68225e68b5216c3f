"""The catalogue: files, chunks, symbols and keywords of a workspace folder, in SQLite.

It is the truth of the index: the vectors in the store follow it, and what the two disagree about is made again from
here. One process writes, in transactions of whole files; any number of processes read.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from reread.analyzers import databases, owned_files
from reread.rag import words
from reread.rag.index import schema
from reread.rag.index.damage import DamagedCatalogueError, unavailable
from reread.rag.index.frequencies import Frequencies
from reread.rag.source.chunk import Chunk, FileChunks

Row: TypeAlias = tuple[Any, ...]
Query: TypeAlias = Callable[[str, Sequence[object]], list[Row]]
"""A reading statement and its values to its rows."""


class StoredFile(NamedTuple):
    """The catalogue entry of a file; times in nanoseconds, `hash` of its bytes."""

    id: int
    size: int
    modified: int
    checked: int
    hash: bytes


class LeftOut(NamedTuple):
    """A file without content for the index, and the reason; the rest is as in StoredFile."""

    path: str
    size: int
    modified: int
    checked: int
    reason: str


class NewFile(NamedTuple):
    """A file to add, replacing any earlier one under its path.

    `vectors` has a key for every chunk, and `words` what the keyword index is given of its name and its text.
    """

    path: str
    size: int
    modified: int
    checked: int
    hash: bytes
    language: str
    test: bool
    content: FileChunks
    vectors: Sequence[str]
    words: Sequence[tuple[str, str]]


def indexed_words(path: str, name: str, text: str) -> tuple[str, str]:
    """The words of a chunk for the keyword index. Taking the chunk out again needs exactly the same."""
    return words.indexed(f"{path} {name}"), words.indexed(text)


class StoredChunk(NamedTuple):
    """A chunk with its number and the path of its file. Lines count from 1, the last one belongs to it."""

    id: int
    path: str
    first_line: int
    last_line: int
    kind: str
    name: str
    signature: str
    language: str
    test: bool
    text: str


_CHUNK_COLUMNS = (
    "chunk.id, file.path, chunk.first_line, chunk.last_line, chunk.kind, chunk.name, chunk.signature, "
    "file.language, file.test, chunk.text"
)


class Catalogue:
    """An open catalogue. Each object belongs to one thread at a time; `frequencies` may be shared by several."""

    def __init__(self, path: str, *, writer: bool, frequencies: Frequencies | None = None) -> None:
        """Open it, or make it when a writer finds none. Raises DamagedCatalogueError."""
        self.frequencies = frequencies or Frequencies()
        if not writer and not os.path.exists(path):
            raise DamagedCatalogueError("there is none yet")
        try:
            self._connection = databases.connect(path, patience=10, writer=writer, any_thread=True)
            self._prepare(writer)
        except (sqlite3.Error, OSError) as error:
            if writer and owned_files.is_disk_full(path, error):
                raise unavailable(path, error) from error
            raise DamagedCatalogueError(str(error)) from error

    def _prepare(self, writer: bool) -> None:
        connection = self._connection
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if writer and not version and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            marks = f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = {schema.VERSION};"
            connection.executescript(f"BEGIN; {schema.SCHEMA} {marks} COMMIT;")
            version = schema.VERSION
        connection.execute("PRAGMA cache_size = -16000")
        identifier = connection.execute("PRAGMA application_id").fetchone()[0]
        if (identifier, version) != (schema.APPLICATION_ID, schema.VERSION):
            raise DamagedCatalogueError("not a catalogue of this version")
        connection.execute("SELECT count(*) FROM file").fetchone()

    def close(self) -> None:
        self._connection.close()

    def check(self) -> None:
        """Look through the whole file. Raises DamagedCatalogueError."""
        try:
            answer = self._connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            self._connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        except sqlite3.Error as error:
            raise DamagedCatalogueError(str(error)) from error
        if answer != "ok":
            raise DamagedCatalogueError(str(answer))

    # Writing

    def replace(self, files: Iterable[NewFile], removed: Iterable[str] = ()) -> None:
        """Put files in and take files out, all or nothing."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            for path in removed:
                self._remove(path)
            for file in files:
                self._remove(file.path)
                self._add(file)
            self.set_meta("state", str(time.time_ns()))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def touch(self, files: Iterable[tuple[str, int, int, int]]) -> None:
        """Note new times of files with unchanged content: (path, size, modified, checked)."""
        self._connection.executemany(
            "UPDATE file SET size = ?2, modified = ?3, checked = ?4 WHERE path = ?1", list(files)
        )

    def leave_out(self, files: Iterable[LeftOut]) -> None:
        """Remember files that say nothing, so that they are not read again."""
        self._connection.executemany("INSERT OR REPLACE INTO left_out VALUES (?, ?, ?, ?, ?)", list(files))

    def _remove(self, path: str) -> None:
        connection = self._connection
        connection.execute("DELETE FROM left_out WHERE path = ?", (path,))
        row = connection.execute("SELECT id FROM file WHERE path = ?", (path,)).fetchone()
        if row is None:
            return
        chunks = connection.execute("SELECT id, name, text FROM chunk WHERE file = ?", row).fetchall()
        # FTS5 has to be given what it was given before, to take it out again.
        connection.executemany(
            "INSERT INTO words (words, rowid, name, body) VALUES ('delete', ?, ?, ?)",
            [(number, *indexed_words(path, name, text)) for number, name, text in chunks],
        )
        numbers = [(number,) for number, _, _ in chunks]
        connection.executemany("DELETE FROM definition WHERE chunk = ?", numbers)
        connection.executemany("DELETE FROM reference WHERE chunk = ?", numbers)
        connection.execute("DELETE FROM import WHERE file = ?", row)
        connection.execute("DELETE FROM chunk WHERE file = ?", row)
        connection.execute("DELETE FROM file WHERE id = ?", row)

    def _add(self, file: NewFile) -> None:
        connection = self._connection
        content = file.content
        values = (file.path, file.size, file.modified, file.checked, file.hash, file.language, file.test)
        columns = "path, size, modified, checked, hash, language, test, namespace"
        statement = f"INSERT INTO file ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        cursor = connection.execute(statement, (*values, content.namespace))
        number = cursor.lastrowid
        first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM chunk").fetchone()[0]
        chunks = content.chunks
        connection.executemany(
            "INSERT INTO chunk VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (first + place, number, *_row(chunk), key)
                for place, (chunk, key) in enumerate(zip(chunks, file.vectors, strict=True))
            ],
        )
        connection.executemany(
            "INSERT INTO words (rowid, name, body) VALUES (?, ?, ?)",
            [(first + place, name, body) for place, (name, body) in enumerate(file.words)],
        )
        connection.executemany(
            "INSERT INTO definition VALUES (?, ?, ?, ?, ?, ?)",
            [
                (found.name, found.qualified, found.kind, found.signature, line, first + place)
                for found, line, place in content.definitions
            ],
        )
        connection.executemany(
            "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (found.name, found.kind, first + place, found.qualifier, found.scope, found.type, line)
                for found, line, place in content.references
            ],
        )
        connection.executemany("INSERT INTO import VALUES (?, ?, ?, ?)", [(*each, number) for each in content.imports])

    def add_vectors(self, keys: Iterable[str]) -> None:
        """Note that these are in the store now."""
        self._many("INSERT OR IGNORE INTO vector VALUES (?, 0)", keys)

    def drop_vectors(self, keys: Iterable[str]) -> None:
        """Note that these are about to leave the store."""
        self._many("DELETE FROM vector WHERE key = ?", keys)

    def _many(self, statement: str, keys: Iterable[str]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(statement, [(key,) for key in keys])
        self._connection.execute("COMMIT")

    def set_vectors(self, keys: Iterable[str]) -> None:
        """Note that these, and no others, are in the store."""
        self._connection.execute("DELETE FROM vector")
        self.add_vectors(keys)

    def note_unused(self, now: int) -> None:
        """Note which vectors no chunk has any more, since `now` (seconds) if they were in use before."""
        used = "EXISTS (SELECT 1 FROM chunk WHERE chunk.vector = vector.key)"
        self._connection.execute(f"UPDATE vector SET unused = 0 WHERE unused > 0 AND {used}")
        self._connection.execute(f"UPDATE vector SET unused = ? WHERE unused = 0 AND NOT {used}", (now,))

    def set_meta(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # Reading

    def meta(self, key: str) -> str:
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def state(self) -> str:
        """Another text after each change of what is in it."""
        return self.meta("state")

    def paths_under(self, folder: str) -> list[str]:
        """The paths of the file of that name and of all files in the folder of that name."""
        rows = self._connection.execute(
            "SELECT path FROM file WHERE path = ?1 OR substr(path, 1, length(?1) + 1) = ?1 || '/'", (folder,)
        )
        return [row[0] for row in rows]

    def file(self, path: str) -> StoredFile | None:
        row = self._connection.execute(
            "SELECT id, size, modified, checked, hash FROM file WHERE path = ?", (path,)
        ).fetchone()
        return StoredFile(*row) if row else None

    def files(self) -> dict[str, StoredFile]:
        rows = self._connection.execute("SELECT path, id, size, modified, checked, hash FROM file")
        return {path: StoredFile(*rest) for path, *rest in rows}

    def left_out(self) -> dict[str, LeftOut]:
        """The stored entries of files that were left out for their content, by path."""
        return {row[0]: LeftOut(*row) for row in self._connection.execute("SELECT * FROM left_out")}

    def counts(self) -> dict[str, int]:
        """How many rows the tables have."""
        return {table: self.count(table) for table in ("file", "chunk", "definition", "reference", "vector")}

    def count(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def unknown_vectors(self, keys: Sequence[str]) -> list[str]:
        """Those of the keys that are not known to be in the store."""
        known: set[str] = set()
        for start in range(0, len(keys), 500):
            some = keys[start : start + 500]
            marks = ",".join("?" * len(some))
            known.update(
                row[0] for row in self._connection.execute(f"SELECT key FROM vector WHERE key IN ({marks})", some)
            )
        return [key for key in keys if key not in known]

    def missing_vectors(self, limit: int) -> list[tuple[str, str, str, str]]:
        """(key, path, name, text) of chunks whose vectors are not in the store."""
        return self._connection.execute(
            "SELECT chunk.vector, file.path, chunk.name, chunk.text FROM chunk JOIN file ON file.id = chunk.file"
            " WHERE NOT EXISTS (SELECT 1 FROM vector WHERE key = chunk.vector) GROUP BY chunk.vector LIMIT ?",
            (limit,),
        ).fetchall()

    def without_vectors(self) -> int:
        """How many chunks have no vectors in the store."""
        found = self._connection.execute(
            "SELECT count(*) FROM chunk WHERE NOT EXISTS (SELECT 1 FROM vector WHERE key = chunk.vector)"
        )
        return int(found.fetchone()[0])

    def unused_vectors(self, newest: int = 0) -> list[str]:
        """Keys of vectors in the store that no chunk had at the last `note_unused`, but for the newest ones."""
        rows = self._connection.execute(
            "SELECT key FROM vector WHERE unused > 0 ORDER BY unused DESC, key LIMIT -1 OFFSET ?", (newest,)
        )
        return [row[0] for row in rows]

    def chunks(self, numbers: Iterable[int]) -> dict[int, StoredChunk]:
        wanted = list(numbers)
        marks = ",".join("?" * len(wanted))
        rows = self._connection.execute(
            f"SELECT {_CHUNK_COLUMNS} FROM chunk JOIN file ON file.id = chunk.file WHERE chunk.id IN ({marks})", wanted
        )
        return {row[0]: StoredChunk._make(row) for row in rows}

    def chunks_of_vectors(self, keys: Sequence[str]) -> dict[str, int]:
        """The chunk of each key, as far as there is one."""
        marks = ",".join("?" * len(keys))
        rows = self._connection.execute(
            f"SELECT vector, min(id) FROM chunk WHERE vector IN ({marks}) GROUP BY vector", keys
        )
        return dict(rows.fetchall())

    def query(self, statement: str, values: Sequence[object]) -> list[Row]:
        """Rows of a reading statement; for the lookups of retrieval."""
        return self._connection.execute(statement, values).fetchall()


def _row(chunk: Chunk) -> tuple[object, ...]:
    return (chunk.first_line, chunk.last_line, chunk.kind, chunk.name, chunk.signature, chunk.doc, chunk.text)
