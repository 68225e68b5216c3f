"""Reads the log lines of all processes in order of time, and optionally waits for new ones."""

from __future__ import annotations

import heapq
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reread.server.logs.lines import Line, parse
from reread.server.logs.writing import LEVELS

_NAME = re.compile(r"(?P<process>[\w-]+\.jsonl)(?:\.(?P<older>\d+))?\Z")


Identity = tuple[int, int]
"""Device and number of a file."""


class Wanted(NamedTuple):
    """Which lines: those of jobs whose id begins with `job`, of `level` and above."""

    job: str = ""
    level: str = "debug"

    def takes(self, line: Line) -> bool:
        return line.job.startswith(self.job) and LEVELS.get(line.level, 50) >= LEVELS[self.level]


def lines(folder: str, wanted: Wanted) -> Iterator[Line]:
    """All lines that are wanted, oldest first."""
    found = [_of_process(folder, names) for names in _files(folder)]
    return filter(wanted.takes, heapq.merge(*found, key=lambda line: line.time))


def positions(folder: str) -> dict[Identity, int]:
    """How far each file is written now, in bytes."""
    return {identity: size for _, identity, size in _open_files(folder)}


def follow(folder: str, wanted: Wanted, seen: dict[Identity, int], wait: Callable[[], None]) -> Iterator[Line]:
    """The lines that are written after these positions, without end. `wait` is called between two looks."""
    while True:
        wait()
        new: list[Line] = []
        for path, identity, size in _open_files(folder):
            before = seen.get(identity, 0)
            if size < before:
                # A new file may have the number of one that a rotation removed.
                before = 0
            if size > before:
                text = _read(path, before)
                whole = text[: text.rfind(b"\n") + 1]
                seen[identity] = before + len(whole)
                new += filter(None, map(parse, whole.splitlines()))
        yield from filter(wanted.takes, sorted(new, key=lambda line: line.time))


def _files(folder: str) -> list[list[str]]:
    """The names of the files of each process, oldest first."""
    processes = defaultdict(list)
    for name in _names(folder):
        if match := _NAME.match(name):
            processes[match["process"]].append((-int(match["older"] or 0), name))
    return [[name for _, name in sorted(names)] for _, names in sorted(processes.items())]


def _of_process(folder: str, names: list[str]) -> Iterator[Line]:
    for name in names:
        yield from filter(None, map(parse, _read(os.path.join(folder, name), 0).splitlines()))


def _open_files(folder: str) -> Iterator[tuple[str, Identity, int]]:
    """Path, identity and size of each file. A file keeps its identity when it is rotated."""
    for name in _names(folder):
        path = os.path.join(folder, name)
        try:
            status = os.stat(path)
        except OSError:
            continue
        if _NAME.match(name):
            yield path, (status.st_dev, status.st_ino), status.st_size


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _read(path: str, start: int) -> bytes:
    try:
        with open(path, "rb") as file:
            file.seek(start)
            return file.read()
    except OSError:
        return b""
