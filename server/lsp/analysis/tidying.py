"""Returns unused memory while nobody types.

A set of rules made ready is some 300,000 objects that know each other, so only the garbage collector frees them, and by
itself it looks at objects this old so rarely that each reload of rules cost another 100 MB. Starting, first analyses
and hours of edits leave less behind, and free memory that the C library keeps. Collecting takes some tenths of a second
in which nothing else runs.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable

from reread.server.lsp.memory import trim

QUIET = 3.0
"""Seconds without an edit or an analysis after which it is done."""

MUCH_WORK = 1_000
"""Edits after which it is done without another reason."""

OPENING = 100
"""So many edits is opening or closing a document worth; the first one is always enough."""

MOST_LEFT = 3
"""So many replaced sets of rules are not waited with any longer, however much is typed."""


class Tidying:
    """Belongs to the event loop. `is_busy` says whether a document is still to be analysed by the new rules."""

    def __init__(self, is_busy: Callable[[], bool], collect: Callable[[], object] | None = None) -> None:
        self._is_busy = is_busy
        self._collect = collect or give_back
        self._replaced = 0
        self._work = MUCH_WORK
        self._timer: asyncio.TimerHandle | None = None

    def replaced(self) -> None:
        """Rules that were in force are so no more; documents that they looked at may still have to be analysed."""
        self._replaced += 1
        if self._replaced > MOST_LEFT:
            self._now()
        else:
            self._later()

    def opened(self) -> None:
        """A document was opened or closed."""
        self._worked(OPENING)

    def touched(self) -> None:
        """Something was typed."""
        self._worked(1)

    def _worked(self, edits: int) -> None:
        self._work += edits
        if self._timer is not None or self._work > MUCH_WORK:
            self._later()

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _later(self) -> None:
        self.close()
        self._timer = asyncio.get_running_loop().call_later(QUIET, self._when_quiet)

    def _when_quiet(self) -> None:
        if self._is_busy():
            self._later()
        else:
            self._now()

    def _now(self) -> None:
        self.close()
        self._replaced = self._work = 0
        self._collect()


def give_back() -> None:
    """Free what only the garbage collector finds, and return free memory to the system where the C library can.

    What is there now will most likely stay, and is looked at again only here.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    trim()
