"""All that can go wrong with a request to a provider, and what holds of the books after any of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import NamedTuple

from reread.analyzers.review.spend.ledger import Ledger
from tests.standin import Fault, StandIn


class Case(NamedTuple):
    """A fault, a part of what is said about it, and how often the provider is asked until it is said."""

    says: str
    calls: int
    reply: dict

    @property
    def one_answer(self) -> bool:
        """Whether the fault says nothing about the next answer."""
        return "form" in self.says or "cut" in self.says


def dated(seconds: int) -> dict[str, str]:
    """A wait as a date, by a clock that is years behind ours."""
    return {"date": "Wed, 21 Oct 2015 07:28:00 GMT", "retry-after": f"Wed, 21 Oct 2015 07:28:{seconds:02} GMT"}


CASES = {
    "dropped": Case("cannot reach|broke", 4, {"fault": Fault.DROP}),
    "silent": Case("did not answer within 600 s", 1, {"fault": Fault.HANG}),
    "stalled": Case("stopped answering within 600 s", 1, {"fault": Fault.HANG_MIDWAY}),
    "cut": Case("broke|ended before|not in the form", 1, {"fault": Fault.CUT}),
    "ended early": Case("ended before", 1, {"fault": Fault.END_EARLY}),
    "broken frame": Case("not in the form|broke", 1, {"fault": Fault.BROKEN_FRAME}),
    "error midway": Case("broke off|overloaded", 1, {"fault": Fault.ERROR_MIDWAY}),
    "400": Case("HTTP 400", 1, {"status": 400}),
    "401": Case("key is not accepted|HTTP 401", 1, {"status": 401}),
    "403": Case("may not do that", 1, {"status": 403}),
    "404": Case("no such model or endpoint", 1, {"status": 404}),
    "408": Case("HTTP 408", 4, {"status": 408}),
    "409": Case("HTTP 409", 4, {"status": 409}),
    "413": Case("too large", 1, {"status": 413}),
    "429": Case("too many requests", 4, {"status": 429}),
    "429, wait": Case("try again in 7 s", 4, {"status": 429, "headers": {"retry-after": "7"}}),
    "429, long wait": Case("try again in 3600 s", 1, {"status": 429, "headers": {"retry-after": "3600"}}),
    "429, date": Case("try again in 7 s", 4, {"status": 429, "headers": dated(7)}),
    "429, date that is over": Case("too many requests", 4, {"status": 429, "headers": dated(0)}),
    "500": Case("HTTP 500", 4, {"status": 500}),
    "502": Case("HTTP 502", 4, {"status": 502}),
    "503": Case("HTTP 503", 4, {"status": 503}),
    "529": Case("HTTP 529|overloaded", 4, {"status": 529}),
    "web page": Case("web page", 1, {"raw": "<html>Sign in</html>", "content_type": "text/html"}),
    "garbage": Case("not in the form|ended before|broke", 1, {"raw": "\x00\x13\xff{]garbage"}),
    "nothing": Case("ended before", 1, {"raw": ""}),
    "no words": Case("empty|form", 1, {"text": ""}),
    "invalid JSON": Case("form", 1, {"text": '{"findings": [{"quote": "'}),
    "wrong schema": Case("form", 1, {"text": '{"answer": 42}'}),
    "prose": Case("form", 1, {"text": "I would rather talk about something else."}),
    "huge": Case("no end|was cut at", 1, {"text": '{"findings": [{"quote": "' + "x" * 1_200_000, "pieces": 50_000}),
    "refusal": Case("refused|form", 1, {"refusal": True}),
    "limit of tokens": Case("cut at", 1, {"text": '{"findings": [', "stop": "length"}),
}


def assert_ledger_is_whole(ledger: Ledger, *models: StandIn) -> None:
    """Each request has its entry, each entry its end, and none took less than nothing."""
    requests = [request for model in models for request in model.requests]
    with closing(sqlite3.connect(ledger.path)) as database:
        rows = database.execute("SELECT kind, state, input_tokens + output_tokens FROM calls").fetchall()
    kinds = sorted(kind for kind, state, _ in rows if state != "cached")
    if requests:
        assert kinds == sorted(request.kind for request in requests)
    assert {state for _, state, _ in rows} <= {"done", "failed", "cancelled", "cached"}
    assert all(tokens >= 0 for _, _, tokens in rows)


def no_answer_is_open(model: StandIn) -> None:
    assert model.state.wait(lambda state: state.active == 0, 120)
