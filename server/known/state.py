"""The recorded findings of a workspace and the verdicts in force: one SQLite file per workspace.

Several processes use it at once.

It is in the user's state folder and can be deleted: what is open comes back with the next run, its history does not.
Findings are recognised as everywhere (see `signatures`), also when their file is renamed (see `moves`). One that rules
found is gone when a run of all of them over its file no longer finds it. One of a model or of another tool stays open:
they are not asked by each run. All that is recorded of a file is gone when a run over its folder no longer meets it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers import databases, owned_files, retention
from reread.analyzers.findings import Source
from reread.server.known import moves, of_workspace
from reread.server.known.feedback import Event, own_confidence
from reread.server.known.moves import IsGone, Key
from reread.server.known.signatures import Signature, signatures
from reread.server.known.similarity import code_of
from reread.server.report.report import FileReport, Report

if TYPE_CHECKING:
    from reread.server.report.review import ReviewOutcome

_PATIENCE = 2.0
"""Seconds to wait for another process that writes."""

_NOT_IN_EVERY_RUN = (Source.MODEL.value, Source.EXTERNAL.value)
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
    """
    CREATE TABLE reviews (
        id INTEGER PRIMARY KEY, at TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL,
        units INTEGER NOT NULL, cached INTEGER NOT NULL, findings INTEGER NOT NULL, dropped INTEGER NOT NULL,
        tokens INTEGER NOT NULL, cost REAL, problem TEXT NOT NULL
    );
    CREATE TABLE feedback (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, event TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE feedback_file (stamp TEXT NOT NULL);
    """,
    """
    ALTER TABLE findings ADD COLUMN own_confidence TEXT NOT NULL DEFAULT '';
    ALTER TABLE findings ADD COLUMN model TEXT NOT NULL DEFAULT '';
    ALTER TABLE findings ADD COLUMN prompts TEXT NOT NULL DEFAULT '';
    """,
)
"""What makes each version of the file of the one before. Released ones never change."""


class StateError(Exception):
    """The file cannot be used now. The text is one line."""


class RecordedRun(NamedTuple):
    """One run. `at` is in UTC, as ISO 8601; `findings` counts all, `new` those that were not known."""

    at: str
    command: str
    files: int
    findings: int
    new: int
    incomplete: str


class ModelReviewRun(NamedTuple):
    """The result of a model review.

    `at` is in UTC, as ISO 8601; `cost` is in US dollars, None if a price is not known; `problem` says why not
    everything was reviewed, "" where it was.
    """

    at: str
    provider: str
    model: str
    units: int
    cached: int
    findings: int
    dropped: int
    tokens: int
    cost: float | None
    problem: str


class RecordedFinding(NamedTuple):
    """A finding with its history. `line` is from 0, where it was seen last; `gone` is "" while it is open.

    `own_confidence`, `model` and `prompts` are as in an event of feedback.
    """

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
    own_confidence: str = ""
    model: str = ""
    prompts: str = ""

    @property
    def signature(self) -> Signature:
        return Signature(self.rule, self.text, self.line_hash)


def file_of(folder: str) -> str:
    """Where the file of a workspace folder is."""
    return of_workspace(folder, "sqlite")


class State:
    """The open file of a workspace. To be closed."""

    def __init__(self, path: str, is_gone: IsGone = lambda path: False) -> None:
        self._path = path
        self._is_gone = is_gone
        try:
            owned_files.make_folder(os.path.dirname(path))
            # Damaged, it is made anew: nothing in it is worth more than a run that works.
            self._connection = databases.opened(path, self._migrate, patience=_PATIENCE)
        except (OSError, sqlite3.Error) as error:
            raise StateError(owned_files.problem(path, error)) from error

    def close(self) -> None:
        self._connection.close()

    def record(self, command: str, report: Report, *, all_rules: bool, folders: Iterable[str] = ()) -> None:
        """Keep what a run found. `all_rules` says that no rule was left out, so that what is not found is gone; all of
        `folders` (from the workspace folder, "" for that one) was looked through, or is a file that a change deletes.
        """
        now = _now()
        files = [file for file in report.files if not file.skipped]
        met = {_text(file.relative) for file in report.files}

        def is_gone(path: str) -> bool:
            return path not in met and self._is_gone(path)

        with self._writing() as write:
            counts = (len(files), sum(len(file.findings) for file in files), len(report.findings()))
            write.execute(
                "INSERT INTO runs (at, command, files, findings, new, incomplete) VALUES (?, ?, ?, ?, ?, ?)",
                (now, command, *counts, report.incomplete),
            )
            _prune(write, "runs")
            write.execute("DELETE FROM findings WHERE gone < ?", (_oldest(),))
            _keep(write, files, now, is_gone)
            moves.close_gone(write, folders, now, is_gone)
            if all_rules:
                gone = ((now, _text(file.relative), *_NOT_IN_EVERY_RUN, now) for file in files if not file.stopped)
                write.executemany(
                    "UPDATE findings SET gone = ?"
                    " WHERE path = ? AND source NOT IN (?, ?) AND last_seen < ? AND gone IS NULL",
                    gone,
                )

    def runs(self, most: int = 20) -> list[RecordedRun]:
        """The last runs, the latest first."""
        rows = self._connection.execute(
            "SELECT at, command, files, findings, new, incomplete FROM runs ORDER BY id DESC LIMIT ?", (most,)
        )
        return [RecordedRun(*row) for row in rows]

    def record_review(self, outcome: ReviewOutcome, files: Iterable[FileReport] = ()) -> None:
        """Keep what a model's review came to, and what it found in files that no run is recorded of."""
        counts = (outcome.units, outcome.cached, len(outcome.findings), outcome.dropped, outcome.tokens, outcome.cost)
        problem = "" if outcome.complete else "; ".join(outcome.problems) or "not everything was answered"
        with self._writing() as write:
            write.execute(
                "INSERT INTO reviews (at, provider, model, units, cached, findings, dropped, tokens, cost, problem)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_now(), outcome.provider, outcome.model, *counts, _text(problem)),
            )
            _prune(write, "reviews")
            _keep(write, files, _now(), self._is_gone)

    def reviews(self, most: int = 20) -> list[ModelReviewRun]:
        """The last reviews, the latest first."""
        rows = self._connection.execute(
            "SELECT at, provider, model, units, cached, findings, dropped, tokens, cost, problem FROM reviews"
            " ORDER BY id DESC LIMIT ?",
            (most,),
        )
        return [ModelReviewRun(*row) for row in rows]

    def keep_verdicts(self, stamp: str, verdicts: Sequence[Event]) -> None:
        """Keep the verdicts that are in force by the feedback file of that stamp."""
        with self._writing() as write:
            write.execute("DELETE FROM feedback")
            write.execute("DELETE FROM feedback_file")
            rows = ((each.id, place, json.dumps(each)) for place, each in enumerate(verdicts))
            write.executemany("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?)", rows)
            write.execute("INSERT INTO feedback_file VALUES (?)", (stamp,))

    def verdicts(self, stamp: str) -> list[Event] | None:
        """The verdicts that are in force, in their order; None if they are not known for a file of that stamp."""
        try:
            self._connection.execute("BEGIN")
            known = self._connection.execute("SELECT stamp FROM feedback_file").fetchone()
            rows = self._connection.execute("SELECT event FROM feedback ORDER BY position").fetchall()
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise StateError(owned_files.problem(self._path, error)) from error
        return [Event(*json.loads(row[0])) for row in rows] if known == (stamp,) else None

    def findings(self, *, gone: bool = False, fingerprint: str = "") -> list[RecordedFinding]:
        """The findings that are open, or those that are gone; with a fingerprint only those that have it."""
        query = (
            f"{_SELECT} WHERE gone IS {'NOT ' if gone else ''}NULL AND (? = '' OR fingerprint = ?) ORDER BY path, line"
        )
        return [RecordedFinding(*row) for row in self._connection.execute(query, (fingerprint, fingerprint))]

    def _migrate(self, connection: sqlite3.Connection) -> None:
        if _version(connection) == len(MIGRATIONS):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done it meanwhile.
            version = _version(connection)
            if not version:
                retention.HISTORY.prune()
            if version > len(MIGRATIONS):
                raise StateError(f"{self._path}: written by a newer version of Reread")
            for migration in MIGRATIONS[version:]:
                for statement in filter(str.strip, migration.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
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
            raise StateError(owned_files.problem(self._path, error)) from error


_SELECT = """
    SELECT path, rule, text, line_hash, source, severity, message, line, first_seen, last_seen, coalesce(gone, ''),
           fingerprint, code, own_confidence, model, prompts
    FROM findings
"""
_KEEP = """
    INSERT INTO findings (path, rule, text, line_hash, number, source, severity, message, line, fingerprint, code,
                          own_confidence, model, prompts, first_seen, last_seen)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET severity = excluded.severity, message = excluded.message, line = excluded.line,
        fingerprint = excluded.fingerprint, code = excluded.code, own_confidence = excluded.own_confidence,
        model = excluded.model, prompts = excluded.prompts, last_seen = excluded.last_seen, gone = NULL
"""


def _keep(write: sqlite3.Connection, files: Iterable[FileReport], now: str, is_gone: IsGone) -> None:
    keyed = [(file, _keys(file)) for file in files]
    checked = {_text(file.relative) for file, _ in keyed if not file.stopped}
    moves.follow(write, [key for _, keys in keyed for key in keys], checked, is_gone)
    for file, keys in keyed:
        write.executemany(_KEEP, list(_rows(file, keys, now, _codes(write, file))))


def _keys(file: FileReport) -> list[Key]:
    numbers: Counter[Signature] = Counter()
    keys = []
    for signature in signatures((located.finding for located in file.findings), file.text):
        keys.append(Key(_text(file.relative), *signature, numbers[signature]))
        numbers[signature] += 1
    return keys


def _codes(connection: sqlite3.Connection, file: FileReport) -> dict[tuple[object, ...], str]:
    """The code of a model's findings in a file that is kept by now: the same signature has the same code."""
    if all(located.finding.source is not Source.MODEL for located in file.findings):
        return {}
    asked = "SELECT rule, text, line_hash, number, code FROM findings WHERE path = ? AND code <> ''"
    return {tuple(key): code for *key, code in connection.execute(asked, (_text(file.relative),))}


def _redacted(code: str) -> str:
    from reread.analyzers.review.privacy.redact import Redactor

    return _text(Redactor().redact(code, is_code=True))


def _rows(
    file: FileReport, keys: Sequence[Key], now: str, known: Mapping[tuple[object, ...], str]
) -> Iterator[tuple[object, ...]]:
    for located, key in zip(file.findings, keys, strict=True):
        finding = located.finding
        # Rules are asked again when their finding is wanted; of a model's its code is needed.
        is_guess = finding.source is Source.MODEL
        kept = known.get(key[1:], "") if is_guess else ""
        code = kept or (_redacted(code_of(finding, file.text)) if is_guess else "")
        kind = (finding.source.value, finding.severity.value, _text(finding.message), located.place.line)
        made = tuple(own_confidence(finding).get(name, "") for name in ("confidence", "model", "prompts"))
        yield (*key, *kind, finding.fingerprint, code, *made, now, now)


def _text(text: str) -> str:
    """A text that SQLite can keep: bytes of a file name that are not UTF-8, and halves of letters, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _prune(write: sqlite3.Connection, table: str) -> None:
    """Remove the rows of runs that are beyond the limits of what is kept."""
    write.execute(f"DELETE FROM {table} WHERE at < ?", (_oldest(),))
    write.execute(f"DELETE FROM {table} WHERE id <= (SELECT max(id) FROM {table}) - ?", (retention.HISTORY.rows,))


def _oldest() -> str:
    return _moment(time.time() - retention.HISTORY.days * 86_400)


def _now() -> str:
    return _moment(time.time())


def _moment(moment: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment)) + f".{int(moment % 1 * 1_000_000):06}Z"


@contextmanager
def opened(folder: str) -> Iterator[State]:
    """The state of a workspace folder. Raises StateError."""
    state = State(file_of(folder), moves.gone_from(folder))
    try:
        yield state
    finally:
        state.close()


def record(folder: str, command: str, report: Report, *, all_rules: bool, folders: Iterable[str] = ()) -> str:
    """Keep what a run found (see `State.record`); why that was not possible, or "". A run never fails for it."""
    try:
        with opened(folder) as state:
            state.record(command, report, all_rules=all_rules, folders=folders)
    except StateError as error:
        return str(error)
    return ""


def record_review(folder: str, outcome: ReviewOutcome, files: Iterable[FileReport] = ()) -> str:
    """Keep what a review came to; why that was not possible, or "". Of a review that asked nothing there is nothing.

    `files` are what it found, where that is not recorded with a run.
    """
    if not outcome.units:
        return ""
    try:
        with opened(folder) as state:
            state.record_review(outcome, files)
    except StateError as error:
        return str(error)
    return ""
