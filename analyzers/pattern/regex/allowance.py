"""Time allowances for the regular expressions of rules that are not built in.

Code that runs a rule first calls `granted`: with nothing for a built-in rule, with an `Allowance` for any other.
Without such a call, each expression gets its own allowance, so that a forgotten call is still bounded.
"""

from __future__ import annotations

from _thread import _local
from types import TracebackType

RULE_SECONDS = 2.0
"""Processor time that all expressions of one rule may take over one document."""

FILE_SECONDS = 10.0
"""What those of all such rules together may take over one document."""

LEAST_SECONDS = 0.005
"""What a search gets where others have taken all there was: more than an ordinary expression takes."""

MOST_GIVEN_UP = 10
"""The searches of a rule over one document that may be given up; after them none is begun."""

MOST_GIVEN_UP_IN_FILE = 100
"""Those of all rules together."""


class Pool:
    """The time left for all rules of one document, and how many of their searches were given up."""

    __slots__ = ("given_up", "left")

    def __init__(self, seconds: float = FILE_SECONDS) -> None:
        self.left = seconds
        self.given_up = 0


class Allowance:
    """The time left for one rule over one document.

    A search that takes all of it is given up alone: each further one has `LEAST_SECONDS`, until there were too many of
    those. `exceeded` is the first expression that was given up, or "".
    """

    __slots__ = ("_left", "_pool", "exceeded", "given_up")

    def __init__(self, pool: Pool | None = None, seconds: float = RULE_SECONDS) -> None:
        self._pool = Pool() if pool is None else pool
        self._left = seconds
        self.exceeded = ""
        self.given_up = 0

    @property
    def left(self) -> float:
        """The seconds of the next search; 0 where it is not begun."""
        if self.given_up >= MOST_GIVEN_UP or self._pool.given_up >= MOST_GIVEN_UP_IN_FILE:
            return 0.0
        if self._left <= -RULE_SECONDS or self._pool.left <= -FILE_SECONDS:
            return 0.0
        return max(min(self._left, self._pool.left), LEAST_SECONDS)

    def spend(self, seconds: float) -> None:
        self._left -= seconds
        self._pool.left -= seconds

    def give_up(self, expression: str) -> None:
        """Notes that a search was given up."""
        self.exceeded = self.exceeded or expression
        self.given_up += 1
        self._pool.given_up += 1


_BUILTIN = Allowance()
"""Stands for a built-in rule. Nothing is taken from it."""


class _Running(_local):  # Of `threading`, which the cold path does not import.
    allowance: Allowance | None = None


_running = _Running()


def current() -> Allowance | None:
    """The allowance of the rule that this thread runs; None for a built-in one."""
    allowance = _running.allowance
    if allowance is _BUILTIN:
        return None
    return Allowance() if allowance is None else allowance


class granted:  # noqa: N801 - read as a word
    """Within it expressions run for a rule with this allowance, or for a built-in one where it is None."""

    __slots__ = ("_allowance", "_before")

    def __init__(self, allowance: Allowance | None) -> None:
        self._allowance = allowance

    def __enter__(self) -> None:
        self._before = _running.allowance
        begin_run(self._allowance)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _running.allowance = self._before


def begin_run(allowance: Allowance | None) -> None:
    """The same without an end, for where rules are tried thousands of times: `end_run` has to follow."""
    _running.allowance = _BUILTIN if allowance is None else allowance


def end_run() -> None:
    """From here on, each expression gets an allowance of its own again."""
    _running.allowance = None
