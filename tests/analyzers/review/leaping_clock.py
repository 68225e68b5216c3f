"""A clock for limits of time, whose time is over when something has happened: no test waits for one, or races with it."""

from __future__ import annotations

import asyncio

import pytest

from reread.analyzers.review.ask.provider_call import AnswerLimit
from tests.standin import StandIn


class LeapingClock:
    """The time of the running loop, from now on. It is ahead of the real one by so many seconds for each leap."""

    def __init__(self, seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._seconds = seconds
        self._ahead = 0.0
        real = self._loop.time
        self._loop.time = lambda: real() + self._ahead

    def leap(self) -> None:
        self._ahead += self._seconds

    def leaps_when_asked(self, monkeypatch: pytest.MonkeyPatch, model: StandIn) -> None:
        """Whenever a request has arrived."""
        took = model.state.took

        def taken(request):
            reply = took(request)
            self._loop.call_soon_threadsafe(self.leap)
            return reply

        monkeypatch.setattr(model.state, "took", taken)

    def leaps_when_told(self, monkeypatch: pytest.MonkeyPatch, pieces: int) -> None:
        """Once so many pieces of an answer have been taken."""
        taken, take = [], AnswerLimit.take

        def counted(room: AnswerLimit, piece: str) -> str:
            taken.append(piece)
            if len(taken) == pieces:
                self.leap()
            return take(room, piece)

        monkeypatch.setattr(AnswerLimit, "take", counted)
