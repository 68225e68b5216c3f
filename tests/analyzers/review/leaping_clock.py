"""A clock for limits of time: no test waits for one, and nothing that must succeed races with one."""

from __future__ import annotations

import asyncio

import pytest

from reread.analyzers.review.ask.provider_call import AnswerLimit
from tests.standin import Fault, StandIn

_AT_ONCE = (Fault.HANG, Fault.PINGS)
_AFTER_A_PIECE = (Fault.HANG_MIDWAY, Fault.ENDLESS)


def leap(monkeypatch: pytest.MonkeyPatch, model: StandIn, seconds: float) -> None:
    """From now on the time of the running loop leaps ahead by so many seconds for each answer that will have no end: when
    the request has arrived, or where the answer begins, when its first piece has.
    """
    loop = asyncio.get_running_loop()
    real, took, take = loop.time, model.state.took, AnswerLimit.take
    ahead, begun = [0.0], []

    def leap_ahead() -> None:
        ahead[0] += seconds

    def taken(request):
        reply, releases = took(request)
        if reply.fault in _AT_ONCE:
            loop.call_soon_threadsafe(leap_ahead)
        elif reply.fault in _AFTER_A_PIECE:
            begun.append(request)
        return reply, releases

    def piece_taken(room: AnswerLimit, piece: str) -> str:
        while begun:
            begun.pop()
            leap_ahead()
        return take(room, piece)

    loop.time = lambda: real() + ahead[0]
    monkeypatch.setattr(model.state, "took", taken)
    monkeypatch.setattr(AnswerLimit, "take", piece_taken)
