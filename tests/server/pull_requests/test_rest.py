"""Requests that are refused, limited and lost."""

from __future__ import annotations

from email.utils import formatdate

import pytest

from reread.server.pull_requests.advice import Advice, name_in
from reread.server.pull_requests.errors import HostError, RefusedError, UnsureError
from tests.server.pull_requests.simulation import files
from tests.standin.hosts import Comment, Fault, Pull
from tests.standin.hosts.server import Reply, Request

NOTES = "/repos/acme/shop/issues/12/comments"


@pytest.fixture
def connected(connect):
    return connect("github", Pull(12, *files()))


def test_a_limit_is_waited_for_as_long_as_the_host_says(connected):
    with connected.standin.faults(Fault.LIMITED):
        connected.rest.send("POST", NOTES, {"body": "x"})
    assert connected.waits == [3.0]
    assert len(connected.standin.pull.notes) == 1


def test_a_page_that_is_added_to_a_list_is_read_though_the_page_before_is_unchanged(connect):
    connected = connect("gitlab", Pull(12, *files()))
    pull, few = connected.standin.pull, connected.standin.most_per_page
    pull.notes += [Comment(number, "ada", "Hello.") for number in range(few)]
    assert len(connected.host.notes(12)) == few
    pull.notes.append(Comment(few, "ada", "Hello."))
    assert len(connected.host.notes(12)) == few + 1


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


ADVICE = Advice(("REREAD_PR_TOKEN", "GITHUB_TOKEN"), "`pull-requests: write`")
REFUSALS = {
    "a wrong token": (
        Reply({"message": "Bad credentials"}, 401),
        "the token is not accepted for this: Bad credentials; set REREAD_PR_TOKEN or GITHUB_TOKEN to one that is",
    ),
    "a token without scope": (
        Reply({"message": "Resource not accessible by integration"}, 403),
        "not accepted for this: Resource not accessible by integration; it needs `pull-requests: write`",
    ),
    "nothing there": (
        Reply({"message": "Not Found"}, 404),
        "GET /repos/acme/shop/pulls/12: HTTP 404: Not Found; check the number and the repository, and whether the",
    ),
    "a login": (
        Reply("<html>Log in</html>", 200, {"content-type": "text/html"}),
        "the answer is a web page: a proxy wants a login, or pr.url is not the address of an API",
    ),
    "a redirect to a login": (
        Reply("", 302, {"location": "https://login.example/?back=x"}),
        "redirects to login.example, which is not followed; check pr.url and the name of the repository, and whether",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_a_refusal_says_what_to_do(case, connected, monkeypatch):
    reply, said = REFUSALS[case]
    monkeypatch.setattr(connected.rest, "_advice", ADVICE)
    monkeypatch.setattr(connected.standin, "answer", lambda request: reply)
    with pytest.raises(HostError) as raised:
        connected.host.pull_request(12)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("location", ["/repositories/7/pulls/12", "/api/v1/repos/acme/store/pulls/12"])
def test_a_renamed_repository_is_named(connected, monkeypatch, location):
    def answer(request: Request) -> Reply:
        if request.path == "/repositories/7":
            return Reply({"full_name": "acme/store"})
        return Reply(None, 301, {"location": connected.standin.url + location})

    monkeypatch.setattr(connected.standin, "answer", answer)
    with pytest.raises(HostError, match=r"GET /repos/acme/shop/pulls/12: the repository is now acme/store: change"):
        connected.host.pull_request(12)


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("https://h/api/v4/projects/a%2Fb%2Fshop/merge_requests/1", "a/b/shop"),
        ("https://h/api/v4/projects/17/merge_requests/1", ""),
        ("https://h/rest/api/1.0/projects/ACME/repos/shop/pull-requests/1", "ACME/shop"),
        ("https://h/2.0/repositories/acme/shop/pullrequests/1", "acme/shop"),
        ("https://h/repositories/17/pulls/1", ""),
        ("https://h/login", ""),
    ],
)
def test_addresses_of_apis_name_repositories(location, name):
    assert name_in(location) == name


def test_how_long_to_wait_counts_by_the_clock_of_the_host(connected, monkeypatch):
    limited = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1000000090", "date": formatdate(1_000_000_000)}
    replies = [Reply({"message": "API rate limit exceeded"}, 403, limited), Reply({"id": 1}, 201)]
    monkeypatch.setattr(connected.standin, "answer", lambda request: replies.pop(0))
    connected.rest.send("POST", NOTES, {"body": "x"})
    assert connected.waits == [90.0]


def test_the_token_goes_to_no_other_host(connected):
    with pytest.raises(HostError, match=r"leads to https://other\.example/x, which is not followed"):
        connected.rest.own("https://other.example/x")
