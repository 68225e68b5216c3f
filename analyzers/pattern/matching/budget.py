"""The work that rules may do for one document, so that none of them delays typing or a whole run.

A rule is tried at each place on its own: a try of more than `MOST_STEPS` loses that place alone. One that has taken
long over the document goes on with `FEW_STEPS` for each further place. So a document takes at most the time given here
and those steps at each of its places, which is in proportion to its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import perf_counter, thread_time
from types import MappingProxyType

from reread.analyzers.pattern.regex.allowance import Allowance, Pool

MOST_STEPS = 20_000
"""The steps of a try at one place."""

FEW_STEPS = 200
"""Those of a rule that has taken long: more than nearly all tries take."""

RULE_SECONDS = 5.0
"""After which a rule has taken long over one document: a thousand times what one takes on a long file."""

FILE_SECONDS = 30.0
"""After which all rules together have."""

NOTHING: Mapping[int, str] = MappingProxyType({})

WINDOW = 0.05
"""Seconds after which the processor time of the thread is asked for."""


class Budget:
    """The time spent, by the number of the rule, in CPU time of the thread that it is used in.

    Asking for that costs ten times as much as looking at the clock, and more than most tries. So tries are timed by the
    clock, and each window of them is scaled by how much of it the thread really had: on a busy machine a rule is not
    stopped for what others did.

    `slow` are those that have taken long, `lost` those that gave up a search of the whole text. `given_up` are those of
    which a search with a regular expression took too long, with that; what is tried after an edit has little time then.
    """

    __slots__ = (
        "_allowances",
        "_known",
        "_last",
        "_opened",
        "_pool",
        "_processor",
        "_spent",
        "_total",
        "_window",
        "lost",
        "slow",
    )

    def __init__(self, given_up: Mapping[int, str] = NOTHING, slow: Iterable[int] = ()) -> None:
        self._known = given_up
        self.slow = set(slow)
        self.lost: set[int] = set()
        self._allowances: dict[int, Allowance] = {}
        self._pool: Pool | None = None
        self._spent: dict[int, float] = {}
        self._total = 0.0
        self._window: dict[int, float] = {}
        self._opened = self._last = perf_counter()
        self._processor = -1.0

    def steps(self, number: int) -> int:
        """Those that a rule may take at the next place."""
        return FEW_STEPS if number in self.slow else MOST_STEPS

    def allowance(self, number: int) -> Allowance:
        """The time that all regular expressions of a rule that is not built in may take together."""
        known = self._allowances.get(number)
        if known is None:
            self._pool = self._pool or Pool()
            known = Allowance(self._pool, 0.0) if number in self._known else Allowance(self._pool)
            self._allowances[number] = known
        return known

    @property
    def given_up(self) -> dict[int, str]:
        """The rules with an expression that took too long, now or before an edit."""
        return {**self._known, **{number: each.exceeded for number, each in self._allowances.items() if each.exceeded}}

    def spend(self, number: int) -> None:
        """Books the time since the last try, or since the beginning, on a rule."""
        now = perf_counter()
        self._window[number] = self._window.get(number, 0.0) + now - self._last
        self._last = now
        if self._processor < 0:
            # As if the thread had had all of the time until now: many matches end before they ask.
            self._processor = thread_time() - (now - self._opened)
        if now - self._opened > WINDOW:
            self._close(now)

    def _close(self, now: float) -> None:
        """Books what a window of tries took in processor time."""
        processor = thread_time()
        share = min(1.0, (processor - self._processor) / (now - self._opened))
        for number, seconds in self._window.items():
            self._total += seconds * share
            spent = self._spent[number] = self._spent.get(number, 0.0) + seconds * share
            if spent > RULE_SECONDS or (self._total > FILE_SECONDS and spent > RULE_SECONDS / 100):
                self.slow.add(number)
        self._window.clear()
        self._opened, self._processor = now, processor
