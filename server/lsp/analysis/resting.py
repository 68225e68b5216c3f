"""Releases the analysis state of documents that are not being edited.

That is two to six megabytes for a file of some thousand lines, and somebody with a dozen files open types in one of
them. The findings stay. At the next edit, or when somebody looks at the document, a thread computes the rest again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from reread.server.lsp.memory import trim

if TYPE_CHECKING:
    from reread.server.lsp.documents.session import OpenDocument, Session

MOST_AWAKE = 2
"""Documents, those used last, that keep everything."""

PAUSE = 0.3
"""Seconds between two looks at what may rest. Letting go of one takes some milliseconds, so it is one at a time."""


class Resting:
    """Decides which documents rest. It belongs to the event loop. `is_idle` says that a document is not in use."""

    def __init__(self, session: Session, is_idle: Callable[[OpenDocument], bool]) -> None:
        self._session = session
        self._is_idle = is_idle
        self._used: dict[str, None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._is_untrimmed = False

    def used(self, opened: OpenDocument) -> None:
        """Somebody works on the document or looks at it."""
        self._used.pop(opened.key, None)
        self._used[opened.key] = None

    def look(self) -> None:
        """A document was analysed, so that another one may rest soon."""
        if self._timer is None and self._candidates():
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._rest_one)

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _candidates(self) -> list[OpenDocument]:
        """The documents that are awake and need not be, beginning with what was not used for the longest time."""
        documents = self._session.documents
        self._used = {key: None for key in self._used if key in documents}
        order = [documents[key] for key in self._used]
        awake = [each for each in order if each.analysis is not None and each.analysis.tree is not None]
        return awake[:-MOST_AWAKE]

    def _rest_one(self) -> None:
        self._timer = None
        idle = next(filter(self._is_idle, self._candidates()), None)
        if idle is not None:
            idle.rest()
            self._is_untrimmed = True
        elif self._is_untrimmed:
            self._is_untrimmed = False
            trim()
        if self._is_untrimmed or any(each.current for each in self._candidates()):
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._rest_one)
