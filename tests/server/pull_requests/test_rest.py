"""Requests that are refused, limited and lost."""

from __future__ import annotations

import pytest

from reread.server.pull_requests.errors import HostError, RefusedError, UnsureError
from tests.server.pull_requests.simulation import files
from tests.standin.hosts import Fault, Pull

NOTES = "/repos/acme/shop/issues/12/comments"


@pytest.fixture
def connected(connect):
    return connect("github", Pull(12, *files()))


def test_a_limit_is_waited_for_as_long_as_the_host_says(connected):
    with connected.standin.faults(Fault.LIMITED):
        connected.rest.send("POST", NOTES, {"body": "x"})
    assert connected.waits == [3.0]
    assert len(connected.standin.pull.notes) == 1


def test_a_secondary_limit_without_a_time_is_waited_for_a_minute(connected):
    with connected.standin.faults(Fault.SECONDARY):
        connected.rest.send("POST", NOTES, {"body": "x"})
    assert connected.waits == [60.0]


def test_a_host_that_wants_too_much_time_is_left_alone(connected):
    with connected.standin.faults(*[Fault.SECONDARY] * 5), pytest.raises(HostError, match="rate limit is exceeded"):
        connected.rest.send("POST", NOTES, {"body": "x"})
    assert sum(connected.waits) <= 300


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.BAD_GATEWAY_AFTER, Fault.BAD_GATEWAY])
def test_what_may_have_been_done_is_not_repeated(connected, fault):
    with connected.standin.faults(fault), pytest.raises(UnsureError):
        connected.rest.send("POST", NOTES, {"body": "x"})
    assert len(connected.standin.pull.notes) == (0 if fault is Fault.BAD_GATEWAY else 1)


def test_a_question_is_asked_again(connected):
    with connected.standin.faults(Fault.LOST, Fault.BAD_GATEWAY):
        assert connected.host.pull_request(12).number == 12


def test_what_has_not_changed_is_not_sent_again(connected):
    for _ in range(2):
        connected.host.pull_request(12)
    assert [request.status for request in connected.standin.requests] == [200, 304]


def test_a_wrong_token_is_said(connected):
    connected.rest._client.headers["authorization"] = "Bearer other"
    with pytest.raises(RefusedError, match="the token is not accepted for this: Bad credentials"):
        connected.host.pull_request(12)


def test_the_token_goes_to_no_other_host(connected):
    with pytest.raises(HostError, match=r"leads to https://other\.example/x, which is not followed"):
        connected.rest.own("https://other.example/x")
