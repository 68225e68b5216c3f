"""What runs found in a workspace, and when: one SQLite file for each workspace, for several processes at once.

It is in the user's state folder and can be deleted: what is open comes back with the next run, its history does not.
Findings are recognised as everywhere (see `signatures`). One that rules found is gone when a run of all of them over
its file no longer finds it. One of a model or of another tool stays open: they are not
asked by each run.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from reread.analyzers import owned_files
from reread.analyzers.data_directories import state_folder
from reread.analyzers.findings import Source
from reread.server.known.signatures import Signature, signatures
from reread.server.known.standing import code_of
from reread.server.output.report import FileReport, Report

_PATIENCE = 2.0
"""Seconds to wait for another process that writes."""

_MOST_RUNS = 1_000
_NOT_ALL_ASKED = (Source.MODEL.value, Source.EXTERNAL.value)
"""Who is not asked by each run, so that silence says nothing."""

MIGRATIONS = (
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL, files INTEGER NOT NULL,
        findings INTEGER NOT NULL, new INTEGER NOT NULL, incomplete TEXT NOT NULL
    );
    CREATE TABLE findings (
        path TEXT NOT NULL, rule TEXT NOT NULL, text TEXT NOT NULL, line_hash TEXT NOT NULL, number INTEGER NOT NULL,
        source TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, line INTEGER NOT NULL,
        first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, gone TEXT,
        PRIMARY KEY (path, rule, text, line_hash, number)
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE findings ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
    ALTER TABLE findings ADD COLUMN code TEXT NOT NULL DEFAULT '';
    CREATE INDEX by_fingerprint ON findings (fingerprint);
    """,
)
"""What makes each version of the file of the one before. Released ones never change."""


class StateError(Exception):
    """The file cannot be used now. The text is one line."""


class Run(NamedTuple):
    """One run. `at` is in UTC, as ISO 8601; `findings` counts all, `new` those that were not known."""

    at: str
    command: str
    files: int
    findings: int
    new: int
    incomplete: str


class Kept(NamedTuple):
    """A finding with its history. `line` is from 0, where it was seen last; `gone` is "" while it is open."""

    path: str
    rule: str
    text: str
    line_hash: str
    source: str
    severity: str
    message: str
    line: int
    first_seen: str
    last_seen: str
    gone: str
    fingerprint: str
    code: str

    @property
    def signature(self) -> Signature:
        return Signature(self.rule, self.text, self.line_hash)


def file_of(folder: str) -> str:
    """Where the file of a workspace folder is."""
    name = owned_files.digest(os.path.realpath(folder).encode(errors="surrogateescape")).hex()
    return os.path.join(state_folder(), "workspaces", f"{name}.sqlite")


class State:
    """The open file of a workspace. To be closed."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            owned_files.make_folder(os.path.dirname(path))
            owned_files.make_database(path)
            self._connection = self._opened()
        except (OSError, sqlite3.Error) as error:
            raise StateError(f"{path}: {error}") from error

    def close(self) -> None:
        self._connection.close()

    def record(self, command: str, report: Report, *, all_rules: bool) -> None:
        """Keep what a run found. `all_rules` says that no rule was left out, so that what is not found is gone."""
        now = _now()
        files = [file for file in report.files if not file.skipped]
        with self._writing() as write:
            counts = (len(files), sum(len(file.findings) for file in files), len(report.findings()))
            write.execute(
                "INSERT INTO runs (at, command, files, findings, new, incomplete) VALUES (?, ?, ?, ?, ?, ?)",
                (now, command, *counts, report.incomplete),
            )
            write.execute("DELETE FROM runs WHERE id <= (SELECT max(id) FROM runs) - ?", (_MOST_RUNS,))
            write.executemany(_KEEP, (row for file in files for row in _rows(file, now)))
            if all_rules:
                gone = ((now, _text(file.relative), *_NOT_ALL_ASKED, now) for file in files if not file.stopped)
                write.executemany(
                    "UPDATE findings SET gone = ?"
                    " WHERE path = ? AND source NOT IN (?, ?) AND last_seen < ? AND gone IS NULL",
                    gone,
                )

    def runs(self, most: int = 20) -> list[Run]:
        """The last runs, the latest first."""
        rows = self._connection.execute(
            "SELECT at, command, files, findings, new, incomplete FROM runs ORDER BY id DESC LIMIT ?", (most,)
        )
        return [Run(*row) for row in rows]

    def findings(self, *, gone: bool = False, fingerprint: str = "") -> list[Kept]:
        """The findings that are open, or those that are gone; with a fingerprint only those that have it."""
        query = (
            f"{_SELECT} WHERE gone IS {'NOT ' if gone else ''}NULL AND (? = '' OR fingerprint = ?) ORDER BY path, line"
        )
        return [Kept(*row) for row in self._connection.execute(query, (fingerprint, fingerprint))]

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            self._migrate(connection)
        except sqlite3.OperationalError:
            connection.close()
            raise
        except sqlite3.DatabaseError:
            # Damaged: nothing in it is worth more than a run that works.
            connection.close()
            os.unlink(self._path)
            owned_files.make_database(self._path)
            connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            self._migrate(connection)
        return connection

    def _migrate(self, connection: sqlite3.Connection) -> None:
        if _version(connection) == len(MIGRATIONS):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done it meanwhile.
            version = _version(connection)
            if version > len(MIGRATIONS):
                raise StateError(f"{self._path}: written by a newer version of Reread")
            for migration in MIGRATIONS[version:]:
                for statement in filter(str.strip, migration.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            connection.close()
            raise

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise StateError(f"{self._path}: {error}") from error


_SELECT = """
    SELECT path, rule, text, line_hash, source, severity, message, line, first_seen, last_seen, coalesce(gone, ''),
           fingerprint, code
    FROM findings
"""
_KEEP = """
    INSERT INTO findings (path, rule, text, line_hash, number, source, severity, message, line, fingerprint, code,
                          first_seen, last_seen)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET severity = excluded.severity, message = excluded.message, line = excluded.line,
        fingerprint = excluded.fingerprint, code = excluded.code, last_seen = excluded.last_seen, gone = NULL
"""


def _rows(file: FileReport, now: str) -> Iterator[tuple[object, ...]]:
    from reread.analyzers.review.privacy.redact import Redactor

    found: Sequence[Signature] = signatures((located.finding for located in file.findings), file.text)
    numbers: Counter[Signature] = Counter()
    for located, signature in zip(file.findings, found, strict=True):
        finding = located.finding
        number = numbers[signature]
        numbers[signature] += 1
        # Rules are asked again when their finding is wanted; of a model's its code is needed.
        is_guess = finding.source is Source.MODEL
        code = Redactor().redact(code_of(finding, file.text), is_code=True) if is_guess else ""
        kind = (finding.source.value, finding.severity.value, _text(finding.message), located.place.line)
        yield (_text(file.relative), *signature, number, *kind, finding.fingerprint, _text(code), now, now)


def _text(text: str) -> str:
    """A text that SQLite can keep: bytes of a file name that are not UTF-8, and halves of letters, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _now() -> str:
    moment = time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment)) + f".{int(moment % 1 * 1_000_000):06}Z"


@contextmanager
def opened(folder: str) -> Iterator[State]:
    """The state of a workspace folder. Raises StateError."""
    state = State(file_of(folder))
    try:
        yield state
    finally:
        state.close()


def record(folder: str, command: str, report: Report, *, all_rules: bool) -> str:
    """Keep what a run found; why that was not possible, or "". A run never fails for it."""
    try:
        with opened(folder) as state:
            state.record(command, report, all_rules=all_rules)
    except StateError as error:
        return str(error)
    return ""
