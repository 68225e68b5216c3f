"""Limits on what a host may send in one run. Each response has its own limits; an endless list has many responses."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from reread.server.pull_requests.errors import HostError


class Bounds(NamedTuple):
    """Seconds from the first request to the last, waits among them, requests, and bytes of answers."""

    seconds: float = 1_800.0
    requests: int = 5_000
    size: int = 256 * 1024 * 1024


class RunMeter:
    """Counts how much of its limits one connection used. `clock` returns monotonic seconds."""

    def __init__(self, bounds: Bounds, clock: Callable[[], float] = time.monotonic) -> None:
        self._bounds = bounds
        self._clock = clock
        self._began = clock()
        self._requests = 0
        self._size = 0

    def request(self, url: str) -> None:
        """Counts a request that is about to be made. Raises HostError if it is one too many, or too late."""
        self._requests += 1
        if self._requests > self._bounds.requests:
            raise HostError(f"{url}: more than {self._bounds.requests:,} requests in one run")
        if self._clock() - self._began > self._bounds.seconds:
            raise HostError(f"{url}: it took longer than {self._bounds.seconds / 60:g} minutes in all")

    def answer(self, url: str, size: int) -> None:
        """Counts the bytes of an answer. Raises HostError if they are too many."""
        self._size += size
        if self._size > self._bounds.size:
            raise HostError(f"{url}: its answers are larger than {self._bounds.size // 1_048_576} MB in all")
