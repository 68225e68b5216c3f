"""What Reread keeps in its cache and state folders, and the limits of age and size that hold where it is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers import owned_files
from reread.analyzers.data_directories import cache_folder, state_folder


class Retention(NamedTuple):
    """The limits of one kind of stored data; 0 means that there is none of that sort.

    `part` is its folder or file below the cache or state folder. `rows` limits the rows of a database.
    """

    name: str
    is_cache: bool
    part: str
    days: int
    files: int = 0
    size: int = 0
    rows: int = 0

    @property
    def place(self) -> str:
        """Where it is. Not created."""
        return cache_folder(self.part) if self.is_cache else os.path.join(state_folder(), self.part)

    def prune(self) -> None:
        """Remove the files that are beyond the limits, those that were written first."""
        owned_files.prune(self.place, self.files, self.days, self.size)

    def paths(self) -> Iterator[str]:
        """All its files, also those that SQLite, a lock or a rotation has beside a file."""
        if os.path.isdir(self.place):
            yield from (os.path.join(inside, name) for inside, _, names in os.walk(self.place) for name in names)
            return
        yield from (self.place + more for more in _BESIDE if os.path.isfile(self.place + more))

    def limits(self) -> str:
        """The limits for people: "90 days, 200 files"."""
        parts = (
            f"{self.days:,} day{'s' * (self.days != 1)}",
            f"{self.files:,} files" if self.files else "",
            readable(self.size) if self.size else "",
            f"{self.rows:,} entries" if self.rows else "",
        )
        return ", ".join(filter(None, parts))


_BESIDE = ("", "-wal", "-shm", "-journal", ".lock", ".1", ".damaged")
_MB = 1_000_000

RULES = Retention("prepared rules", True, "rules", 90, files=50, size=500 * _MB)
FINDINGS = Retention("cached findings", True, "findings", 30, files=200, size=500 * _MB)
OPENED = Retention("findings in the editor", True, "opened", 30, files=2_000, size=100 * _MB)
REVIEWS = Retention("cached reviews", True, "reviews", 90, files=200, size=100 * _MB)
ANSWERS = Retention("model answers", True, "responses", 90, size=256 * _MB)
HEALTH = Retention("failures of services", True, "health", 1, files=100)
COPIES = Retention("copies for verification", True, "verify", 1)
INDEXES = Retention("indexes", True, "index", 180, size=20_000 * _MB)
HISTORY = Retention("history and verdicts", False, "workspaces", 400, files=4_000, size=2_000 * _MB, rows=1_000)
LOOPS = Retention("loops of agents", False, "loops", 30, files=200)
CONSENT = Retention("consent", False, "consent", 400, files=1_000)
COMMENTS = Retention("pull request comments", False, "pull-requests", 90, files=200, size=100 * _MB)
EVALUATIONS = Retention("evaluations", False, "evaluations", 400, files=100_000, size=500 * _MB)
CALIBRATIONS = Retention("calibrations", False, "calibrations", 400, files=100)
LEDGER = Retention("ledger", False, "ledger.sqlite", 400, rows=1_000_000)
AUDIT = Retention("audit log", False, "audit.jsonl", 400, size=20 * _MB)
LOGS = Retention("logs", False, "logs", 90, files=100, size=200 * _MB)

ALL = (
    *(RULES, FINDINGS, OPENED, REVIEWS, ANSWERS, HEALTH, COPIES, INDEXES),
    *(HISTORY, LOOPS, CONSENT, COMMENTS, EVALUATIONS, CALIBRATIONS, LEDGER, AUDIT, LOGS),
)


def readable(size: int) -> str:
    """A number of bytes for people, in units of a thousand."""
    for unit, factor in (("GB", 1_000 * _MB), ("MB", _MB), ("kB", 1_000)):
        if size >= factor:
            return f"{size / factor:,.3g} {unit}" if size < 1_000 * factor else f"{size // factor:,} {unit}"
    return f"{size:,} bytes"


def size_of(paths: Iterator[str]) -> tuple[int, int]:
    """How many files there are, and their bytes; those that vanish meanwhile are left out."""
    count = total = 0
    for path in paths:
        try:
            total += os.lstat(path).st_size
        except OSError:
            continue
        count += 1
    return count, total
