"""What is kept on disk and written by several processes: a small program for each, and who has written.

Run as a process it waits for the moment that all share, then opens what is not there yet and writes into it.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reread.analyzers import parts
from reread.analyzers.review.ask.cache import CachedAnswer, ResponseCache
from reread.analyzers.review.privacy.audit import AuditEntry, AuditLog
from reread.analyzers.review.provider import Usage
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.rag.workspace_index import WorkspaceIndex
from reread.server import __main__ as program
from reread.server import installing
from reread.server.known import baseline, feedback
from reread.server.known.state import State
from reread.server.report.review import ReviewOutcome


class Store(NamedTuple):
    """`write(folder, name)` leaves the name in the store, `names(folder)` has all that were left."""

    write: Callable[[str, str], None]
    names: Callable[[str], list[str]]
    begin: Callable[[str], None] = lambda folder: None


def place(folder: str, name: str = "store") -> str:
    return os.path.join(folder, name)


def damage(folder: str) -> None:
    Path(place(folder)).write_bytes(b"no database" * 1_000)


def write_state(folder: str, name: str) -> None:
    with closing(State(place(folder))) as state:
        state.record_review(ReviewOutcome(units=1, provider=name))


def state_names(folder: str) -> list[str]:
    with closing(State(place(folder))) as state:
        return [each.provider for each in state.reviews(1_000)]


def write_ledger(folder: str, name: str) -> None:
    ledger = Ledger(place(folder))
    number = ledger.reserve(Call(name, "review", "p", "m", "v"), Usage(1, 1), 0.0, SpendingLimits())
    ledger.settle(number, "done", Usage(1, 1), 0.0, 0.0)


def ledger_names(folder: str) -> list[str]:
    return [each.run for each in Ledger(place(folder)).entries() if each.state == "done"]


def write_feedback(folder: str, name: str) -> None:
    feedback.append(folder, [feedback.event("dismissed", rule=name)])


def write_cache(folder: str, name: str) -> None:
    with closing(ResponseCache(place(folder))) as cache:
        cache.set(name, CachedAnswer(name))


def cache_names(folder: str) -> list[str]:
    with closing(ResponseCache(place(folder))) as cache:
        answers = [cache.get(str(number)) for number in range(100)]
    return [answer.text for answer in answers if answer is not None]


def damage_cache(folder: str) -> None:
    os.mkdir(place(folder))
    Path(place(folder), "cache.db").write_bytes(b"no database" * 1_000)


def write_audit(folder: str, name: str) -> None:
    AuditLog(place(folder)).append(AuditEntry("", name, "review", "", "", "", "", "", (), (), 0, 0))


def begin_baseline(folder: str) -> None:
    Path(folder, "reread.toml").write_text("")
    Path(folder, ".reread").mkdir()
    Path(folder, ".reread", "baseline.json").write_text(baseline.written({}))


def write_baseline(folder: str, name: str) -> None:
    file = Path(folder, f"{name}.py")
    file.write_text("def f(x):\n    return eval(x)\n")
    assert program.run(["baseline", "update", "-q", "--profile", "pedantic", str(file)]) == 0


def baseline_names(folder: str) -> list[str]:
    return [name.removesuffix(".py") for name in baseline.load(folder).known]


def write_index(folder: str, name: str) -> None:
    """One process writes, the others are told so and can read."""
    os.environ["REREAD_CACHE_DIR"] = place(folder, "cache")
    Path(folder, f"m{name}.py").write_text(f"def named_{name}(): ...\n")
    with closing(WorkspaceIndex(folder)) as index:
        index.run()
        index.search(f"named_{name}")


def index_names(folder: str) -> list[str]:
    os.environ["REREAD_CACHE_DIR"] = place(folder, "cache")
    with closing(WorkspaceIndex(folder)) as index:
        assert not index.run().read_only
        found = [str(number) for number in range(100) if Path(folder, f"m{number}.py").exists()]
        return [name for name in found if [piece.path for piece in index.search(f"named_{name}", 1)] == [f"m{name}.py"]]


def write_part(folder: str, name: str) -> None:
    """Installs one part; instead of libraries from the network its folder gets a file."""
    os.environ["REREAD_STATE_DIR"] = place(folder)

    def installed(commands: object) -> None:
        (work,) = [each for each in os.scandir(parts.root()) if each.is_dir()]
        Path(work, "libraries").mkdir()
        Path(work, "libraries", "library.py").write_text("")

    installing._run_first_that_works = installed
    target = installing.install("index")
    installing.remove_outdated("index")
    assert os.listdir(target) == ["library.py"]
    Path(folder, f"{name}.done").write_text("")


def part_names(folder: str) -> list[str]:
    assert sum(each.is_dir() for each in os.scandir(place(folder, "store/parts"))) == 1
    return [each.stem for each in Path(folder).glob("*.done")]


def write_as_before(folder: str, name: str) -> None:
    """The control: SQLite's timeout alone, which does not count for the change of the mode."""
    with closing(sqlite3.connect(place(folder), timeout=10, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE IF NOT EXISTS names (name)")
        database.execute("INSERT INTO names VALUES (?)", (name,))


STORES = {
    "state": Store(write_state, state_names),
    "damaged state": Store(write_state, state_names, damage),
    "ledger": Store(write_ledger, ledger_names),
    "damaged ledger": Store(write_ledger, ledger_names, damage),
    "feedback": Store(write_feedback, lambda folder: [each.rule for each in feedback.read(folder)]),
    "baseline": Store(write_baseline, baseline_names, begin_baseline),
    "response cache": Store(write_cache, cache_names),
    "damaged response cache": Store(write_cache, cache_names, damage_cache),
    "audit": Store(write_audit, lambda folder: [each.run for each in AuditLog(place(folder)).entries()]),
    "index": Store(write_index, index_names),
    "setup": Store(write_part, part_names),
}
CONTROL = Store(write_as_before, lambda folder: [])


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run(store: str, name: str, moment: int) -> None:
    """Writes once for each folder on standard input, as soon as a byte comes from `moment`; then says what went wrong."""
    write = STORES.get(store, CONTROL).write
    for line in sys.stdin:
        say("ready")
        os.read(moment, 1)
        try:
            write(line.removesuffix("\n"), name)
        except BaseException as error:
            say(f"{type(error).__name__}: {error}".replace("\n", " "))
        else:
            say("written")


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2], int(sys.argv[3]))
