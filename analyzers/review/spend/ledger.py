"""The ledger: every model call with its tokens, cost and time, and the limits that are enforced before spending."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import NamedTuple

from reread.analyzers import databases, owned_files, retention
from reread.analyzers.review.provider import BudgetError, ProviderError, Usage
from reread.analyzers.review.spend.owners import is_gone, this_process

LONGEST = 3_600.0
"""Seconds after which an open call is not waited for, whatever has become of its process."""

_TABLE = """
CREATE TABLE IF NOT EXISTS calls (
    id INTEGER PRIMARY KEY,
    time REAL NOT NULL,
    run TEXT NOT NULL,
    kind TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt TEXT NOT NULL,
    state TEXT NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cost REAL,
    seconds REAL NOT NULL DEFAULT 0,
    owner TEXT NOT NULL DEFAULT ''
)
"""
_OWNER = "ALTER TABLE calls ADD COLUMN owner TEXT NOT NULL DEFAULT ''"
_INDEX = "CREATE INDEX IF NOT EXISTS calls_by_time ON calls (time)"


_PATIENCE = 10.0
"""Seconds to wait for another process that writes."""

_UNUSED = "the ledger cannot be used, so nothing is sent"
_UNREAD = "the ledger cannot be read"
"""What fails for whoever wants to send something, and for whoever only looks."""

_WRITE_AHEAD = b"\2\2"
"""The two bytes of the header of a database that has got its write-ahead log."""


class SpendingLimits(NamedTuple):
    """In tokens (input and output) and US dollars; 0 means none. Days and months are those of the local calendar."""

    tokens_per_run: int = 0
    tokens_per_day: int = 0
    cost_per_run: float = 0.0
    cost_per_day: float = 0.0
    tokens_per_month: int = 0
    cost_per_month: float = 0.0


class RemainingBudget(NamedTuple):
    """The remaining budget: the fewest tokens with the setting that limits them, and the least money with its setting.

    None means that nothing limits it.
    """

    tokens: int | None = None
    tokens_by: str = ""
    cost: float | None = None
    cost_by: str = ""


class Call(NamedTuple):
    """The data of a call before it is made. `run` groups the calls of one review, `kind` is its stage."""

    run: str
    kind: str
    provider: str
    model: str
    prompt: str


class Spent(NamedTuple):
    """The sum of some calls. `cost` leaves out calls whose price was not known; `unpriced` counts them.

    `open_tokens` and `open_cost` are the most that calls may yet take which have not ended, `lost_tokens` and
    `lost_cost` the same for those that nobody can settle any more. The others do not have them in it.
    """

    tokens: int
    cost: float
    unpriced: int
    open_tokens: int = 0
    open_cost: float = 0.0
    lost_tokens: int = 0
    lost_cost: float = 0.0

    @property
    def most_tokens(self) -> int:
        """The tokens used if each call took the maximum."""
        return self.tokens + self.open_tokens + self.lost_tokens

    @property
    def most_cost(self) -> float:
        """The same in US dollars."""
        return self.cost + self.open_cost + self.lost_cost


class LedgerEntry(NamedTuple):
    """A call as it was entered. `time` is in seconds since 1970; `cost` is None if the price was not known.

    `state` is "open", "done", "failed", "cancelled", "cached" or "lost" (its process ended before it); those that are
    open or lost have the most that they can take. `seconds` is how long it took.
    """

    time: float
    run: str
    kind: str
    provider: str
    model: str
    prompt: str
    state: str
    input_tokens: int
    output_tokens: int
    cost: float | None
    seconds: float


class Ledger:
    """An SQLite file that several processes share. Every method raises LedgerError when it cannot be used."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._standing_connection: sqlite3.Connection | None = None

    def keep_open(self) -> None:
        """Hold a connection until `close`. Without any, SQLite tidies up after each entry, which waits for the disk."""
        if self._standing_connection is None:
            with suppress(sqlite3.Error, OSError):
                self._standing_connection = self._opened()
                self._standing_connection.execute("SELECT id FROM calls LIMIT 1").fetchone()

    def close(self) -> None:
        if self._standing_connection is not None:
            self._standing_connection.close()
            self._standing_connection = None

    def reserve(self, call: Call, usage: Usage, cost: float | None, limits: SpendingLimits) -> int:
        """Enter a call with the most that it can take; raises BudgetError, and enters nothing, when that is too much,
        and NoRoomYetError when it is only because of calls that are open and may take less.

        Returns the number to `settle` it under. Looking and entering is one transaction, so two processes cannot both
        take the last of a budget.
        """
        with self._transaction() as database:
            refusal = _refusal(_windows(database, call.run), usage.tokens, cost, limits)
            if refusal is None:
                _prune(database)
                values = (time.time(), *call, "open", usage.input_tokens, usage.output_tokens, cost, this_process())
                columns = "time, run, kind, provider, model, prompt, state, input_tokens, output_tokens, cost, owner"
                cursor = database.execute(f"INSERT INTO calls ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?)", values)
                assert cursor.lastrowid is not None
                return cursor.lastrowid
        raise refusal

    def settle(self, number: int, state: str, usage: Usage, cost: float | None, seconds: float) -> None:
        """Enter what the call really took. `state` is "done", "failed" or "cancelled"."""
        with self._transaction() as database:
            database.execute(
                "UPDATE calls SET state=?, input_tokens=?, output_tokens=?, cost=?, seconds=? WHERE id=?",
                (state, usage.input_tokens, usage.output_tokens, cost, seconds, number),
            )

    def record_cached(self, call: Call, count: int = 1) -> None:
        """Enter so many answers that came from the cache and cost nothing."""
        with self._transaction() as database:
            _prune(database)
            columns = "time, run, kind, provider, model, prompt, state, input_tokens, output_tokens, cost"
            values = (time.time(), *call, "cached", 0, 0, 0.0)
            database.executemany(f"INSERT INTO calls ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?)", [values] * count)

    def spent(self, *, run: str = "", since: float = 0.0) -> Spent:
        """The sum of the calls of a run ("" is all), since a time in seconds since 1970."""
        with self._transaction() as database:
            _note_lost(database)
            return _spent(database, run, since)

    def glance(self, since: float) -> Spent:
        """The result of `spent`, without a lock that another process would wait for: for display, not for decisions.

        Zero where there is no ledger yet, or another process is just making it.
        """
        try:
            if os.path.getsize(self.path) == 0:
                return Spent(0, 0.0, 0)
            begin = databases.head(self.path, 20)
            if begin and begin[18:20] != _WRITE_AHEAD:
                return Spent(0, 0.0, 0)
            with closing(databases.connect(self.path, patience=1, writer=False)) as database:
                return _spent(database, "", since)
        except FileNotFoundError:
            return Spent(0, 0.0, 0)
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error, _UNREAD) from error

    def room(self, limits: SpendingLimits, run: str = "", *, to_send: bool = True) -> RemainingBudget:
        """The remaining budget, for this run and overall; `to_send` says that it is to be spent now."""
        with self._transaction(_UNUSED if to_send else _UNREAD) as database:
            return _room(_windows(database, run), limits)

    def entries(self, since: float = 0.0) -> list[LedgerEntry]:
        """The calls since a time in seconds since 1970, oldest first; none if there is no ledger yet."""
        if not os.path.exists(self.path):
            return []
        columns = ", ".join(LedgerEntry._fields)
        with self._transaction(_UNREAD) as database:
            rows = database.execute(f"SELECT {columns} FROM calls WHERE time >= ? ORDER BY time, id", (since,))
            return [LedgerEntry(*row) for row in rows]

    @contextmanager
    def _transaction(self, failed: str = _UNUSED) -> Iterator[sqlite3.Connection]:
        try:
            database = self._opened()
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error, failed) from error
        try:
            database.execute("BEGIN IMMEDIATE")
            yield database
            database.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._unusable(error, failed) from error
        finally:
            # An open transaction is rolled back.
            database.close()

    def _unusable(self, error: Exception, failed: str) -> LedgerError:
        return LedgerError(f"{failed}: {owned_files.problem(self.path, error)}")

    def _opened(self) -> sqlite3.Connection:
        os.makedirs(os.path.dirname(self.path) or ".", mode=0o700, exist_ok=True)
        # What is no database is kept for whoever wants to look, and a new one begun.
        return databases.opened(self.path, _prepare, patience=_PATIENCE, aside=f"{self.path}.damaged")


class NoRoomYetError(ProviderError):
    """A limit leaves no room now, but may do so when open calls have ended."""


class LedgerError(ProviderError):
    """The ledger cannot be read or written. Without it no limit holds, so nothing may be spent."""


def _prepare(database: sqlite3.Connection) -> None:
    database.execute(_TABLE)
    if "owner" not in {row[1] for row in database.execute("PRAGMA table_info(calls)")}:
        with suppress(sqlite3.OperationalError):  # Another process has just done so.
            database.execute(_OWNER)
    database.execute(_INDEX)


def _prune(database: sqlite3.Connection) -> None:
    """Remove the calls that are beyond the limits of what is kept; none of them is in a span of time with a limit.

    There is room for one more then.
    """
    database.execute("DELETE FROM calls WHERE time < ?", (time.time() - retention.LEDGER.days * 86_400,))
    database.execute("DELETE FROM calls WHERE id < (SELECT max(id) FROM calls) + 2 - ?", (retention.LEDGER.rows,))


def _spent(database: sqlite3.Connection, run: str, since: float) -> Spent:
    sums = {
        state: (int(tokens), float(cost), int(unpriced))
        for state, tokens, cost, unpriced in database.execute(
            "SELECT CASE WHEN state IN ('open', 'lost') THEN state ELSE '' END AS standing, "
            "SUM(input_tokens + output_tokens), COALESCE(SUM(cost), 0.0), SUM(cost IS NULL) "
            "FROM calls WHERE time >= ? AND (? = '' OR run = ?) GROUP BY standing",
            (since, run, run),
        )
    }
    ended, opened, lost = (sums.get(state, (0, 0.0, 0)) for state in ("", "open", "lost"))
    return Spent(*ended, *opened[:2], *lost[:2])


def _note_lost(database: sqlite3.Connection) -> None:
    """Open calls that nobody will settle are not waited for. They count with the most that they can have taken."""
    long_ago = time.time() - LONGEST
    rows = database.execute("SELECT id, time, owner FROM calls WHERE state = 'open'").fetchall()
    lost = [(number,) for number, began, owner in rows if began < long_ago or is_gone(owner)]
    if lost:
        database.executemany("UPDATE calls SET state = 'lost' WHERE id = ?", lost)


def _windows(database: sqlite3.Connection, run: str) -> dict[str, Spent]:
    """What was spent in each span of time that has limits."""
    _note_lost(database)
    now = time.localtime()
    midnight = time.mktime((now.tm_year, now.tm_mon, now.tm_mday, 0, 0, 0, 0, 0, -1))
    first = time.mktime((now.tm_year, now.tm_mon, 1, 0, 0, 0, 0, 0, -1))
    return {
        "run": _spent(database, run, 0.0) if run else Spent(0, 0.0, 0),
        "day": _spent(database, "", midnight),
        "month": _spent(database, "", first),
    }


def _refusal(
    windows: dict[str, Spent], tokens: int, cost: float | None, limits: SpendingLimits
) -> ProviderError | None:
    """Why there is no room for a call, if there is none: for good where open calls could make none."""
    wait: ProviderError | None = None
    for name, spent in windows.items():
        limit: int = getattr(limits, f"tokens_per_{name}")
        if limit and spent.most_tokens + tokens > limit:
            setting = f"review.tokens-per-{name} is {limit:,}"
            if spent.tokens + spent.lost_tokens + tokens > limit:
                lost = f", up to {spent.lost_tokens:,} more by calls that were broken off" if spent.lost_tokens else ""
                return BudgetError(
                    f"over budget: {spent.tokens:,} tokens are spent{lost} and about {tokens:,} are needed, "
                    f"but {setting}"
                )
            wait = wait or NoRoomYetError(f"waiting for open questions to end: {setting}")
    for name, spent in windows.items():
        amount: float = getattr(limits, f"cost_per_{name}")
        if amount and cost and spent.most_cost + cost > amount:
            setting = f"review.cost-per-{name} is ${amount:.2f}"
            if spent.cost + spent.lost_cost + cost > amount:
                lost = f", up to ${spent.lost_cost:.2f} more by calls that were broken off" if spent.lost_cost else ""
                return BudgetError(
                    f"over budget: ${spent.cost:.2f} is spent{lost} and up to ${cost:.4f} is needed, but {setting}"
                )
            wait = wait or NoRoomYetError(f"waiting for open questions to end: {setting}")
    return wait


def _room(windows: dict[str, Spent], limits: SpendingLimits) -> RemainingBudget:
    tokens = [
        (max(0, limit - spent.most_tokens), f"review.tokens-per-{name}")
        for name, spent in windows.items()
        if (limit := getattr(limits, f"tokens_per_{name}"))
    ]
    costs = [
        (max(0.0, amount - spent.most_cost), f"review.cost-per-{name}")
        for name, spent in windows.items()
        if (amount := getattr(limits, f"cost_per_{name}"))
    ]
    return RemainingBudget(*min(tokens, default=(None, "")), *min(costs, default=(None, "")))
