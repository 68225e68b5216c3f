"""A loop in which an agent fixes the findings of a review until the review says stop, and its rounds.

It stops when no finding is open, when nothing improves, and after a maximum number of rounds, so that it always ends. A
loop is named by a session and kept for each workspace folder in the user's state folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from reread.analyzers import owned_files, retention
from reread.analyzers.shown.lines import line

MOST_ROUNDS = 10
PATIENCE = 2
"""Rounds in a row that may leave no fewer findings than the best one before them."""

End = Literal["", "clean", "dismissed", "incomplete", "no progress", "rounds"]


class RunFindings(NamedTuple):
    """The findings of one run: fingerprints of the findings that count, and of those that a person dismissed.

    `incomplete` says why not everything was looked at, "" where it was.
    """

    open: frozenset[str]
    dismissed: frozenset[str] = frozenset()
    incomplete: str = ""


class Loop(NamedTuple):
    """The state kept between rounds.

    `best` is the smallest number of open findings so far, -1 before the first round; `stalled` counts the rounds since
    then. `end` is why the loop has stopped.
    """

    rounds: int = 0
    open: frozenset[str] = frozenset()
    best: int = -1
    stalled: int = 0
    end: End = ""


class Round(NamedTuple):
    """The changes since the last round, as fingerprints, sorted. `end` is "" while the loop goes on."""

    number: int
    most: int
    fixed: tuple[str, ...]
    new: tuple[str, ...]
    still: tuple[str, ...]
    dismissed: int
    end: End

    @property
    def failed(self) -> bool:
        """True if the loop has stopped and open findings, or unchecked files, remain."""
        return self.end in ("incomplete", "no progress", "rounds")

    def lines(self) -> Iterator[str]:
        """For people and agents: one line on the round, one on what it means."""
        counts = f"{len(self.fixed)} fixed, {len(self.new)} new, {len(self.still)} still there"
        yield f"round {self.number} of {self.most}: {counts}"
        if self.fixed:
            yield f"fixed: {' '.join(map(line, self.fixed))}"
        yield f"stop: {_MEANINGS[self.end]}" if self.end else "go on: fix these and run it again"


_MEANINGS: dict[End, str] = {
    "clean": "nothing is open",
    "dismissed": "only what a person dismissed is left",
    "incomplete": "nothing was found, but not everything was looked at",
    "no progress": "the findings do not get fewer; leave the rest to a person",
    "rounds": "this was the last round; leave the rest to a person",
}


def after(loop: Loop, seen: RunFindings, most: int = MOST_ROUNDS) -> tuple[Loop, Round]:
    """The loop after one more run, and what the round came to.

    A loop that has stopped with findings left stays so: who wants to go on begins another session.
    """
    count = len(seen.open)
    better = loop.best < 0 or count < loop.best
    stalled = 0 if better else loop.stalled + 1
    rounds = loop.rounds + 1
    end = loop.end if loop.end in ("no progress", "rounds") else _end(seen, rounds, stalled, most)
    made = Round(
        rounds,
        most,
        tuple(sorted(loop.open - seen.open - seen.dismissed)),
        tuple(sorted(seen.open - loop.open)),
        tuple(sorted(seen.open & loop.open)),
        len(seen.dismissed),
        end,
    )
    return Loop(rounds, seen.open, count if better else loop.best, stalled, end), made


def _end(seen: RunFindings, rounds: int, stalled: int, most: int) -> End:
    if not seen.open:
        return "incomplete" if seen.incomplete else "dismissed" if seen.dismissed else "clean"
    if stalled >= PATIENCE:
        return "no progress"
    return "rounds" if rounds >= most else ""


def advance(folder: str, session: str, seen: RunFindings, most: int = MOST_ROUNDS) -> Round:
    """Keep one more run of a session in a workspace folder; what the round came to."""
    place = file_of(folder, session)
    loop, made = after(_read(place), seen, most)
    owned_files.make_folder(os.path.dirname(place))
    if owned_files.write_values(place, tuple(_plain(each) for each in loop)):
        retention.LOOPS.prune()
        return made
    # A loop that cannot be kept would not end.
    return made._replace(end=made.end or "rounds")


def forget(folder: str, session: str) -> None:
    """End a session, so that the next run begins it again."""
    try:
        os.unlink(file_of(folder, session))
    except OSError:
        pass


def file_of(folder: str, session: str) -> str:
    """Where the state of a session is kept."""
    name = owned_files.digest(session.encode(errors="surrogatepass")).hex()
    return os.path.join(retention.LOOPS.place, f"{owned_files.name_of(folder)}-{name}")


def _read(place: str) -> Loop:
    try:
        rounds, opened, best, stalled, end = owned_files.read_values(place)
        return Loop(int(rounds), frozenset(opened), int(best), int(stalled), end)
    except (TypeError, ValueError):
        return Loop()


def _plain(value: object) -> object:
    return tuple(sorted(value)) if isinstance(value, frozenset) else value


def run_findings(findings: Iterable[tuple[str, bool, bool]], incomplete: str) -> RunFindings:
    """The findings of a run, from (fingerprint, counts, dismissed) of each finding."""
    pairs = list(findings)
    opened = frozenset(fingerprint for fingerprint, counts, _ in pairs if counts)
    return RunFindings(opened, frozenset(fingerprint for fingerprint, _, gone in pairs if gone), incomplete)
