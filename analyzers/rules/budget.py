"""How much time the rules may take for one document, so that none of them can hold up typing or a whole run."""

from __future__ import annotations

from time import perf_counter

RULE_SECONDS = 5.0
"""How long one rule may take over one document: a thousand times what a rule takes on a long file, so that a busy
machine changes nothing. Processor time would be the better measure, but asking for it costs more than most tries.
"""

FILE_SECONDS = 30.0
"""How long all rules together may take."""


class Budget:
    """What has been spent, by the number of the rule. `stopped` are those that took too long: what they found in the
    document does not count, so that it does not depend on how far they came.
    """

    __slots__ = ("_spent", "_started", "_total", "stopped")

    def __init__(self, stopped: frozenset[int] = frozenset()) -> None:
        self.stopped = set(stopped)
        self._spent: dict[int, float] = {}
        self._total = 0.0
        self._started = 0.0

    def start(self) -> None:
        self._started = perf_counter()

    def spend(self, number: int) -> None:
        """Books the time since `start` on a rule."""
        seconds = perf_counter() - self._started
        self._total += seconds
        spent = self._spent[number] = self._spent.get(number, 0.0) + seconds
        if spent > RULE_SECONDS or (self._total > FILE_SECONDS and spent > RULE_SECONDS / 100):
            self.stopped.add(number)
