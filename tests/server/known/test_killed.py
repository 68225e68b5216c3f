"""A process that is killed while it writes loses nothing that it had written, and is in nobody's way afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

import pytest

from reread.analyzers.findings import Finding, Severity, with_fingerprints
from reread.analyzers.review.ask.cache import CachedAnswer, ResponseCache
from reread.analyzers.review.privacy import consent
from reread.analyzers.review.privacy.audit import AuditEntry, AuditLog
from reread.analyzers.review.privacy.consent import Recipient
from reread.analyzers.review.provider import Usage
from reread.analyzers.review.spend.ledger import Call, Ledger, SpendingLimits
from reread.analyzers.text import Document, Span
from reread.server import textfile
from reread.server.cli.commands import baseline as baseline_command
from reread.server.cli.workspace import CheckSettings, Workspace
from reread.server.known import FEEDBACK, baseline, feedback
from reread.server.known.signatures import Signature
from reread.server.known.state import State
from reread.server.report.report import FileReport, Report, locate

LONG = "x" * 20_000
"""So that a write takes a moment."""


class Store(NamedTuple):
    """A store by what writes the number `n` into it below a folder, and the numbers that can be read there."""

    write: Callable[[str, int], object]
    read: Callable[[str], Collection[int]]
    keeps_all: bool = True


def record(folder: str, number: int) -> None:
    document = Document("", f"eval(x)  # {LONG}\n")
    found = [Finding("no-eval", LONG, Span(0, 7), Severity.ERROR)]
    located = locate(document, with_fingerprints(found, document, "a.py"))
    kept = State(os.path.join(folder, "state.sqlite"))
    name = f"{number}.py"
    kept.record("check", Report((FileReport(name, name, located, text=document.text),)), all_rules=True)
    kept.close()


def recorded(folder: str) -> list[int]:
    kept = State(os.path.join(folder, "state.sqlite"))
    try:
        assert len(kept.runs(1_000)) >= len(kept.findings())
        return [int(each.path.removesuffix(".py")) for each in kept.findings()]
    finally:
        kept.close()


def say(folder: str, number: int) -> None:
    feedback.append(folder, [feedback.event("dismissed", rule="r", path=str(number), reason=LONG)])


def log(folder: str, number: int) -> None:
    made = AuditEntry("t", "run", "review", folder, "p", "", "m", LONG, (), (), number, 0)
    AuditLog(os.path.join(folder, "audit.jsonl")).append(made)


def spend(folder: str, number: int) -> None:
    ledger = Ledger(os.path.join(folder, "ledger.sqlite"))
    entered = ledger.reserve(Call("run", "review", "p", "m", LONG), Usage(number, 0), 0.0, SpendingLimits())
    ledger.settle(entered, "done", Usage(number, 0), 0.0, 1.0)


def answer(folder: str, number: int) -> None:
    cache = ResponseCache(os.path.join(folder, "answers"))
    cache.set(str(number), CachedAnswer(f"{number} {LONG}"))
    cache.close()


def answers(folder: str) -> list[int]:
    cache = ResponseCache(os.path.join(folder, "answers"))
    found = {number: cache.get(str(number)) for number in range(1_000)}
    cache.close()
    return [number for number, each in found.items() if each is not None and each.text == f"{number} {LONG}"]


def agree(folder: str, number: int) -> None:
    consent.record(folder, [Recipient(str(number), "")], allowed=True)


def agreed(folder: str) -> list[int]:
    kept = consent.read(folder)
    assert kept is not None
    return [int(name.split()[0]) for name in kept.recipients]


def fix(folder: str, number: int) -> None:
    path = os.path.join(folder, "a.py")
    before = textfile.read(path, 1_000_000)
    textfile.write(path, before, f"{number} {LONG}")


def fixed(folder: str) -> list[int]:
    number, _, rest = (Path(folder) / "a.py").read_text().partition(" ")
    assert rest == LONG
    return [int(number)]


MANY = 500


def know(folder: str, number: int) -> None:
    found = [Signature(f"rule-{each}", "t" * 16, "l" * 16) for each in range(MANY)]
    baseline_command._write(Workspace(folder, CheckSettings()), {f"{number}.py": found})


def known(folder: str) -> list[int]:
    kept = baseline.load(folder)
    assert len(kept) == MANY
    return [int(path.removesuffix(".py")) for path in kept.known]


STORES = {
    "baseline": Store(know, known, keeps_all=False),
    "state": Store(record, recorded),
    "feedback": Store(say, lambda folder: [int(each.path) for each in feedback.read(folder)]),
    "audit": Store(log, lambda folder: [each.size for each in AuditLog(os.path.join(folder, "audit.jsonl")).entries()]),
    "ledger": Store(
        spend,
        lambda folder: [each.input_tokens for each in Ledger(os.path.join(folder, "ledger.sqlite")).entries()],
    ),
    "answers": Store(answer, answers),
    "consent": Store(agree, agreed),
    "a file that is fixed": Store(fix, fixed, keeps_all=False),
}

PROCESS = """
import sys
from tests.server.known.test_killed import STORES
name, folder, first = sys.argv[1:]
for number in range(int(first), 1_000):
    STORES[name].write(folder, number)
    print(number, flush=True)
"""


def killed(name: str, folder: str, first: int, least: int) -> list[int]:
    """The numbers that a process had written when it was killed, at least so many."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROCESS, name, folder, str(first)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    done = [int(process.stdout.readline()) for _ in range(least)]
    process.kill()
    done += map(int, process.stdout.read().split())
    process.wait()
    process.stdout.close()
    return done


@pytest.mark.slow
@pytest.mark.parametrize("name", STORES)
def test_nothing_that_was_written_is_lost(tmp_path, monkeypatch, name):
    monkeypatch.setenv("REREAD_STATE_DIR", str(tmp_path / "own"))
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "a.py").write_text(f"0 {LONG}")
    store = STORES[name]
    done: list[int] = []
    for least in (1, 3, 7, 2):
        done += killed(name, str(folder), max(done, default=0) + 2, least)
        found = store.read(str(folder))
        if store.keeps_all:
            assert set(done) <= set(found)
        assert done[-1] <= max(found) <= done[-1] + 1
    store.write(str(folder), 999)
    assert 999 in store.read(str(folder))


@pytest.mark.parametrize("name", ["feedback", "audit"])
def test_a_line_that_was_not_finished_takes_no_other_with_it(tmp_path, name):
    store, folder = STORES[name], str(tmp_path)
    store.write(folder, 1)
    place = tmp_path / (FEEDBACK if name == "feedback" else "audit.jsonl")
    whole = place.read_bytes()
    store.write(folder, 2)
    place.write_bytes(place.read_bytes()[: len(whole) + 40])
    store.write(folder, 3)
    assert list(store.read(folder)) == [1, 3]
    assert place.read_bytes().startswith(whole)
    store.write(folder, 4)
    assert list(store.read(folder)) == [1, 3, 4]


def test_what_a_full_disk_takes_half_of_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr("reread.analyzers.owned_files.os.write", lambda descriptor, lines: len(lines) - 1)
    with pytest.raises(feedback.FeedbackError, match="no space left"):
        say(str(tmp_path), 1)
