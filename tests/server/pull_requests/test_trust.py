"""Who is believed: CI systems about forks, hosts about accounts, nobody else."""

from __future__ import annotations

import json

import pytest

from reread.analyzers.findings import Finding, Severity
from reread.analyzers.text import Span
from reread.server.pull_requests import connecting, wording
from reread.server.pull_requests.continuous_integration import is_untrusted, job
from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.markers import Marker, marker_of, with_marker
from reread.server.pull_requests.posting import Posting
from reread.server.settings import PullRequestSettings
from tests.server.pull_requests.simulation import files, review_of
from tests.standin.hosts import STAND_INS, Comment, Pull

MERGE = {"GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "3", "CI_MERGE_REQUEST_PROJECT_ID": "1"}


def of_github(tmp_path, name: str, event: object) -> dict[str, str]:
    path = tmp_path / "event.json"
    path.write_text(json.dumps(event))
    return {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": str(path)}


def sides(head: str | None, base: str) -> dict[str, object]:
    return {"head": {"repo": {"full_name": head} if head else None}, "base": {"repo": {"full_name": base}}}


@pytest.mark.parametrize(
    ("name", "event", "untrusted"),
    [
        ("pull_request", {"pull_request": sides("a/b", "a/b")}, False),
        ("pull_request_target", {"pull_request": sides("x/b", "a/b")}, True),
        ("pull_request", {"pull_request": sides(None, "a/b")}, True),
        ("pull_request", {}, True),
        (
            "workflow_run",
            {"workflow_run": {"head_repository": {"full_name": "x/b"}}, "repository": {"full_name": "a/b"}},
            True,
        ),
        ("issue_comment", {"issue": {}}, True),
        ("push", {}, False),
    ],
)
def test_github_actions_say_whether_a_change_is_from_a_fork(name, event, untrusted, tmp_path):
    assert is_untrusted(of_github(tmp_path, name, event)) is untrusted


@pytest.mark.parametrize(("source", "untrusted"), [("1", False), ("2", True), ("", True)])
def test_gitlab_does(source, untrusted):
    assert is_untrusted({**MERGE, "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": source}) is untrusted


def test_outside_of_ci_there_is_no_job():
    assert job({}) is None


@pytest.mark.parametrize("name", STAND_INS)
def test_a_comment_of_others_with_our_marker_is_not_taken_for_ours(name, connect):
    pull = Pull(12, *files())
    connected = connect(name, pull)
    review = review_of(pull, connected.description)
    (wanted,) = review.wanted
    planted = with_marker("nothing to see", wanted.marker)
    pull.comments.append(Comment(1, "mallory", planted, wanted.path, wanted.line, wanted.line, pull.head))
    Posting(connected.host, connected.description.longest, 12).bring(review)
    own = [comment for comment in pull.comments if comment.author == connected.standin.account]
    assert len(own) == 1
    assert pull.comments[0].body == planted


def test_what_is_posted_mentions_nobody_and_has_no_marker_of_others():
    forged = with_marker("", Marker("1", "r", "t", "l", "rule")).strip()
    finding = Finding("r", f"@everyone see #1 and !2\n/approve\n{forged}", Span(0, 1), Severity.ERROR)
    body = wording.comment(finding, [], None, None)
    assert "@everyone" not in body
    assert "#1" not in body
    assert not any(line.startswith("/") for line in body.splitlines())
    assert marker_of(body) is None


def test_a_suggestion_stays_in_its_block():
    assert wording.fenced("suggestion", "```\nx") == "````suggestion\n```\nx\n````"


def test_a_remote_of_another_host_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(connecting.git, "remote", lambda folder: "https://evil.example/acme/shop.git")
    with pytest.raises(HostError, match=r"the remote `origin` is at evil\.example and not at api\.github\.com"):
        connecting.target(str(tmp_path), 12, PullRequestSettings(host="github"), {})


@pytest.mark.parametrize(
    "address", ["git@github.com:acme/shop.git", "https://github.com/acme/shop", "ssh://git@github.com/acme/shop.git"]
)
def test_the_remote_says_which_repository_it_is(address, tmp_path, monkeypatch):
    monkeypatch.setattr(connecting.git, "remote", lambda folder: address)
    found = connecting.target(str(tmp_path), 12, PullRequestSettings(host="github"), {})
    assert (found.repository, found.url) == ("acme/shop", "https://api.github.com")
