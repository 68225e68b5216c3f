"""What the stand-in was set to do, has seen, and is doing; shared between its own thread and the test's."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from tests.standin import reviewer
from tests.standin.prompt_cache import cached_tokens, written_tokens
from tests.standin.replies import Recorded, Reply


class Event(NamedTuple):
    """What happened at which time (`time.perf_counter`): a request of a kind "arrived", "held", "ended", "abandoned"."""

    time: float
    what: str
    kind: str


class State:
    """All counts change under one condition, so that a test can wait for what it expects instead of sleeping.

    `active` counts requests until their connection is free again, `open` has them until their answer is about to be
    complete; `peak` is the most that were open at once.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.reset()

    def reset(self) -> None:
        """Forget script, default and recordings. Connections stay."""
        with self.changed:
            self.queue: deque[Reply] = deque()
            self.default = Reply()
            self.defaults: dict[str, Reply] = {}
            self.answer: Callable[[str], str | Reply] = reviewer.answer
            self.requests: list[Recorded] = []
            self.others: list[Recorded] = []
            self.finished = 0
            self.abandoned = 0
            self.open: list[Recorded] = []
            self.peak = 0
            self.events: list[Event] = []
            self.active = getattr(self, "active", 0)
            self.connections = getattr(self, "connections", 0)
            self.releases = getattr(self, "releases", 0)
            self.changed.notify_all()

    def took(self, request: Recorded) -> tuple[Reply, int]:
        """Record a request for the model; the reply that it gets, and how many releases there were before it."""
        with self.changed:
            if "messages" in request.json:
                request.cached = cached_tokens(request, (each for each in self.requests if each not in self.open))
                request.written = written_tokens(request)
            self.requests.append(request)
            self.active += 1
            self.open.append(request)
            self.peak = max(self.peak, len(self.open))
            self._happened("arrived", request.kind)
            self.changed.notify_all()
            return self._reply(request.kind), self.releases

    def _reply(self, kind: str) -> Reply:
        for reply in self.queue:
            if reply.suits(kind):
                self.queue.remove(reply)
                return reply
        default = self.defaults.get(kind, self.default)
        return default if default.suits(kind, default=True) else Reply()

    def released(self) -> None:
        """From now on none of the requests that have arrived is held, whether or not its answer has come that far."""
        with self.changed:
            self.releases += 1
            self.changed.notify_all()

    def held(self) -> None:
        """An answer waits to be released."""
        with self.changed:
            self._happened("held", "")
            self.changed.notify_all()

    def closing(self, request: Recorded) -> None:
        """The rest of the answer is about to be sent: from now on a client may have all of it, and ask the next."""
        with self.changed:
            self.open = [other for other in self.open if other is not request]

    def ended(self, request: Recorded, *, abandoned: bool) -> None:
        with self.changed:
            self.closing(request)
            self._happened("abandoned" if abandoned else "ended", request.kind)
            self.active -= 1
            self.finished += 1
            self.abandoned += abandoned
            self.changed.notify_all()

    def _happened(self, what: str, kind: str) -> None:
        self.events.append(Event(time.perf_counter(), what, kind))

    def connected(self, difference: int) -> None:
        with self.changed:
            self.connections += difference
            self.changed.notify_all()

    def noticed(self, request: Recorded) -> None:
        """Record a request that is not for the model, such as for the list of models."""
        with self.changed:
            self.others.append(request)
            self.changed.notify_all()

    def wait(self, what: Callable[[State], bool], seconds: float) -> bool:
        """Wait until something is so; False when the time is over."""
        with self.changed:
            return self.changed.wait_for(lambda: what(self), seconds)
