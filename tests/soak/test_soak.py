"""Hours of editing in one server, in a short form: edits, saves, branch switches, a killed worker, a laptop that sleeps,
a clock that is set, a disk that is full for a while, a model that fails.

Memory of the server and of its workers stays flat, no finding is lost or stays, nothing is restarted but the worker, and
nothing is left behind. `make soak` runs the long form: 100,000 changes, 5,000 saves, 50 branch switches.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.e2e.conftest import client, environment, model, project, repository
from tests.e2e.language_client import LanguageClient
from tests.standin import Fault, Reply, StandIn

__all__ = ["client", "environment", "model", "project", "repository"]  # fixtures

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(0),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]

SAVES = int(os.environ.get("SOAK_SAVES", "60"))
CHANGES = 20
"""Before each save."""
SWITCH, KILL, SLEEP = max(SAVES // 50, 10), min(100, SAVES // 3), 15
"""Saves between two branch switches, two ends of the worker, two sleeps."""
FULL, FAIL, SET = max(SAVES // 5, 26), max(SAVES // 50, 24), 18
"""Saves between two full disks, two failures of the model, two times that the clock is set."""
ASLEEP = 3.0 if SAVES > 1_000 else 0.2
"""Seconds of each sleep."""
FULL_FOR, FULL_PAUSE = (20, 3.0) if SAVES > 1_000 else (2, 0.0)
"""Saves until there is room again, and seconds before each of them: together a minute in the long form."""
DAY = 86_400.0
CLOCKS = (DAY, 0.0, -DAY, 40 * DAY)
FAULTS = (Reply(status=400), Reply(fault=Fault.BROKEN_FRAME), Reply(status=401), Reply(refusal=True))
WARM = max(SAVES // 4, KILL)
"""Saves in which the server takes all that it needs: less while it rests, and some of it only in the first pause, while a
worker starts anew.
"""
SLACK = 5_000_000
"""Bytes that are no growth: what an allocator keeps."""

GOOD = "def total(items):\n    found = 0\n    for index in range(len(items)):\n        found += items[index]\n    return found\n"
BAD = GOOD.replace("len(items)", "len(items) + 1")


class Desk:
    """A person who edits one file of a repository, and what they are shown of it."""

    def __init__(self, server: LanguageClient, repository: Path) -> None:
        self.server = server
        self.repository = repository
        self.path = repository / "a.py"
        self.uri = self.path.as_uri()
        self.version = 1
        server.open(self.uri, self.path.read_text())
        server.settled(self.uri, 1)

    def type(self, changes: int) -> None:
        """Letters of a comment at the top, all of which are taken back."""
        for column in range(changes // 2):
            self._change((0, column), (0, column), "#")
        for column in reversed(range(changes // 2)):
            self._change((0, column), (0, column + 1), "")

    def save(self, text: str) -> list[str]:
        """Write a text and save it; the rules that are shown then."""
        self._change((0, 0), (1_000, 0), text)
        self.path.write_text(text)
        self.server.notify("textDocument/didSave", {"textDocument": {"uri": self.uri}})
        return sorted(found["code"] for found in self.server.settled(self.uri, self.version))

    def switch(self, name: str) -> None:
        """Switch to a new branch, on which a file is new."""
        (self.repository / f"{name}.py").write_text(f"def of_{name.replace('-', '_')}():\n    return 1\n")
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
        for arguments in (["checkout", "-q", "-b", name], ["add", "."], [*identity, "commit", "-q", "-m", name]):
            subprocess.run(["git", *arguments], cwd=self.repository, check=True)
        change = {"uri": (self.repository / f"{name}.py").as_uri(), "type": 1}
        self.server.notify("workspace/didChangeWatchedFiles", {"changes": [change]})

    def indexed(self, after: int) -> None:
        """Wait until a run over all of the folder has ended, with a worker that is there now."""
        self.server.wait(
            lambda message: message.get("method") == "$/progress" and message["params"]["value"]["kind"] == "end", after
        )

    def review(self, text: str) -> str:
        """Have the model review a text that it has not seen; what is said of it."""
        self.save(text)
        after = len(self.server.received)
        self.server.command("reread.reviewFile", self.uri)
        said = self.server.wait(
            lambda message: message.get("method") == "window/showMessage" and "review" in message["params"]["message"],
            after,
        )
        shown: str = said["params"]["message"]
        return shown

    def forget(self) -> None:
        """Keep nothing of what came: this process is not what is looked at."""
        with self.server._changed:
            self.server.received.clear()

    def _change(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        self.version += 1
        self.server.change(self.uri, self.version, start, end, text)


CLOCK = """
import os, time

real = time.time


def moved():
    with open(os.environ["SOAK_CLOCK"]) as file:
        return real() + float(file.read() or 0)


time.time = moved
"""


@pytest.fixture
def clock(tmp_path: Path, environment: dict[str, str]) -> Callable[[float], None]:
    """Sets the clock of the server, and of the processes that it starts, forward or back by some seconds."""
    folder, place = tmp_path / "clock", tmp_path / "clock.txt"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(CLOCK)
    environment |= {"PYTHONPATH": str(folder), "SOAK_CLOCK": str(place)}

    def move(seconds: float) -> None:
        place.with_suffix(".new").write_text(str(seconds))
        place.with_suffix(".new").replace(place)

    move(0.0)
    return move


class Disk:
    """A small disk that can be full; without the right to mount one, it has room all the time."""

    def __init__(self, places: Sequence[Path]) -> None:
        self.places = []
        for place in places:
            place.mkdir(parents=True, exist_ok=True)
            command = ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(place)]
            if shutil.which("mount") and subprocess.run(command, capture_output=True, check=False).returncode == 0:
                self.places.append(place)

    def fill(self) -> None:
        for place in self.places:
            with open(place / "filler", "wb", buffering=0) as file, pytest.raises(OSError):
                while True:
                    if file.write(b"x" * 4096) < 4096:
                        raise OSError

    def empty(self) -> None:
        for place in self.places:
            (place / "filler").unlink(missing_ok=True)

    def unmount(self) -> None:
        for place in self.places:
            subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def disk(environment: dict[str, str]) -> Iterator[Disk]:
    """The disk with the state and the index of the user."""
    home = Path(environment["HOME"])
    made = Disk([home / ".local" / "state" / "reread", home / ".cache" / "reread" / "index"])
    yield made
    made.unmount()


def memory(process: int) -> int:
    """Bytes of a process's own."""
    return int(re.search(r"RssAnon:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())[1]) * 1024


def children(process: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def identity(process: int) -> tuple[int, str]:
    """The number of a process and when it began, in clock ticks: numbers are given again to later ones (proc(5))."""
    return process, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[19]


def is_alive(process: tuple[int, str]) -> bool:
    number, _ = process
    is_there = Path(f"/proc/{number}").exists() and ") Z " not in Path(f"/proc/{number}/stat").read_text()
    return is_there and identity(number) == process


def sleep(processes: Sequence[int]) -> None:
    """A laptop sleeps: all processes stop, the first one before its children, and go on later."""
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    time.sleep(ASLEEP)
    for process in reversed(processes):
        os.kill(process, signal.SIGCONT)


def test_hours_of_editing_leave_a_server_as_it_was(
    client: Callable[..., LanguageClient],
    repository: Path,
    model: StandIn,
    clock: Callable[[float], None],
    disk: Disk,
) -> None:
    review = {"provider": "openai", "model": "gpt-4o-mini", "baseUrl": model.openai_url, "leads": False}
    server = client(settings={"index": {"enable": True}, "review": review}, OPENAI_API_KEY="sk-nobodys-key")
    server.start(repository)
    desk = Desk(server, repository)
    desk.indexed(0)
    first = server.process.pid
    workers: set[tuple[int, str]] = set()
    lives: list[int] = []
    before = failures = 0
    for number in range(1, SAVES + 1):
        desk.forget()
        desk.type(CHANGES)
        expected = number % 2
        shown = desk.save(BAD if expected else GOOD)
        assert shown.count("py/loop-past-end") == expected, f"save {number}: {shown}"
        running = children(first)
        workers |= set(map(identity, running))
        if number % KILL == 0:
            after = len(server.received)
            lives.append(sum(map(memory, running)))
            for worker in running:
                os.kill(worker, signal.SIGKILL)
            desk.indexed(after)
        if number % SWITCH == 0:
            desk.switch(f"topic-{number}")
        if number % SLEEP == 0:
            sleep((first, *children(first)))
        if number % SET == 0:
            clock(CLOCKS[number // SET % len(CLOCKS)])
        if number % FULL == 1 < number and disk.places:
            said = desk.review(GOOD.replace("total", f"full_{number}"))
            # What ledger and audit log have of room in their files may do for one more review.
            assert "no space left" in said or "reviewed: " in said
        if number % FULL == FULL_FOR:
            disk.empty()
        is_full = 0 < number % FULL < FULL_FOR and number > FULL and bool(disk.places)
        if is_full:
            time.sleep(FULL_PAUSE)
        if number % FAIL == 0 and not is_full:
            model.script(FAULTS[failures % len(FAULTS)])
            failures += 1
            assert "reviewed: " not in desk.review(GOOD.replace("total", f"failed_{number}"))
            assert "reviewed: " in desk.review(GOOD.replace("total", f"sum_{number}"))
        if number % FULL == 0:
            disk.fill()
        if number <= WARM:
            before = max(before, memory(first))
    in_the_end = memory(first)
    sizes = " ".join(f"{each / 1e6:.1f}" for each in (before, in_the_end, *lives))
    sys.stdout.write(f"{SAVES:,} saves; MB of the server at first and in the end, and of each killed worker: {sizes}\n")
    assert in_the_end < before * 1.1 + SLACK
    # The first worker has not reviewed anything in the short form.
    assert max(lives) < max(lives[: -(-len(lives) // 2)]) * 1.1 + SLACK
    assert (server.process.pid, server.process.poll()) == (first, None)
    workers |= set(map(identity, children(first)))
    assert len(workers) == SAVES // KILL + 1
    assert server.shut_down() == 0
    assert [worker for worker in workers if is_alive(worker)] == []
