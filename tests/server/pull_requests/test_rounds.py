"""Rounds over the open pull requests of hosts on loopback, with reviews that are given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from reread.server.pull_requests.host import Host
from reread.server.pull_requests.markers import with_summary_marker
from reread.server.pull_requests.values import NO_HEAD, PullRequest
from reread.server.pull_requests.watching.notices import Notice, escaped
from reread.server.pull_requests.watching.rounds import Merging, Reviewed, Watch
from tests.server.pull_requests.conftest import Connect
from tests.server.pull_requests.simulation import files
from tests.standin.hosts import STAND_INS, Comment, Fault, Pull

MERGING = ("github", "gitlab", "gitea")
APPROVED = Reviewed("approve")


class Rounds:
    """A watch of one pull request. `answers` are its reviews; the last one stands for all that follow."""

    def __init__(self, connect: Connect, name: str, merging: Merging, *answers: Reviewed) -> None:
        self.connected = connect(name, Pull(12, *files()))
        self.answers = list(answers)
        self.reviewed: list[str] = []
        self.told: list[Notice] = []
        self.said: list[str] = []
        self.watch = Watch("acme/shop", self._connection, self._review, self._tell, self.said.append, merging)

    @property
    def pull(self) -> Pull:
        return self.connected.standin.pull

    def push(self) -> None:
        self.pull.push({**self.pull.after, "more.py": f"x = {len(self.reviewed)}\n"})

    @contextmanager
    def _connection(self) -> Iterator[Host]:
        yield self.connected.host

    def _review(self, pull: PullRequest) -> Reviewed:
        self.reviewed.append(pull.head)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def _tell(self, notice: Notice) -> list[str]:
        self.told.append(notice)
        return ["the webhook was not told: 404"]


@pytest.fixture
def rounds(connect):
    def made(*answers: Reviewed, name: str = "github", merging: Merging = Merging()) -> Rounds:  # noqa: B008
        return Rounds(connect, name, merging, *answers)

    return made


@pytest.mark.parametrize("name", STAND_INS)
def test_each_head_is_reviewed_once(name, rounds):
    watched = rounds(Reviewed("comment", 2), name=name)
    assert [watched.watch.round() for _ in range(3)] == [1, 0, 0]
    watched.push()
    assert [watched.watch.round() for _ in range(2)] == [1, 0]
    assert len(set(watched.reviewed)) == 2


@pytest.mark.parametrize("name", STAND_INS)
def test_nor_is_one_that_a_watch_before_has_reviewed(name, rounds):
    watched = rounds(APPROVED, name=name)
    body = with_summary_marker("A summary.", frozenset(), watched.pull.head)
    watched.pull.notes.append(Comment(next(watched.pull.ids), watched.connected.standin.account, body))
    assert watched.watch.round() == 0


@pytest.mark.parametrize("author", ["mallory", None])
def test_but_one_that_somebody_else_says_was_reviewed_is(author, rounds):
    watched = rounds(APPROVED)
    head = watched.pull.head if author else "another"
    body = with_summary_marker("A summary.", frozenset(), head)
    watched.pull.notes.append(Comment(1, author or watched.connected.standin.account, body))
    assert watched.watch.round() == 1


@pytest.mark.parametrize("state", ["closed", "merged"])
def test_what_is_over_is_left_alone(state, rounds):
    watched = rounds(APPROVED)
    watched.pull.state = state
    assert watched.watch.round() == 0


@pytest.mark.parametrize("name", STAND_INS)
@pytest.mark.parametrize(("field", "why"), [("fork", "the change comes from a fork"), ("draft", "it is a draft")])
def test_forks_and_drafts_are_left_alone_and_that_is_said_once(name, field, why, rounds):
    watched = rounds(APPROVED, name=name, merging=Merging(wanted=True))
    setattr(watched.pull, field, True)
    assert [watched.watch.round() for _ in range(3)] == [0, 0, 0]
    assert watched.said == [f"acme/shop 12: {why}: it is not reviewed"]
    assert watched.pull.state == "open"


def test_a_draft_is_reviewed_when_it_is_ready(rounds):
    watched = rounds(APPROVED)
    watched.pull.draft = True
    watched.watch.round()
    watched.pull.draft = False
    assert watched.watch.round() == 1


def test_people_are_told_of_each_review_and_what_failed_is_said(rounds):
    watched = rounds(Reviewed("request changes", 1))
    watched.watch.round()
    assert watched.told == [Notice("acme/shop 12 A change: request changes, 1 new finding")]
    assert watched.said == [watched.told[0].subject, "the webhook was not told: 404"]


def test_a_review_that_fails_is_tried_three_times_and_again_after_a_push(rounds):
    watched = rounds(Reviewed(problem="it cannot be fetched: no route"))
    assert [watched.watch.round() for _ in range(5)] == [1, 1, 1, 0, 0]
    assert watched.said[0].endswith("no route; tried again in the next round")
    assert watched.said[2].endswith("no route; not tried again before the next push")
    assert watched.told == []
    watched.push()
    assert watched.watch.round() == 1


def test_a_review_that_a_push_overtook_is_none(rounds):
    watched = rounds(Reviewed("approve", whole=False))
    answer = watched._review

    def pushed(pull: PullRequest) -> Reviewed:
        watched.push()
        return answer(pull)

    watched.watch = Watch("acme/shop", watched._connection, pushed, watched._tell, watched.said.append)
    watched.watch.round()
    assert watched.told == []
    assert "it was pushed to while it was reviewed" in watched.said[0]


@pytest.mark.parametrize("name", MERGING)
@pytest.mark.parametrize("squash", [False, True])
def test_what_the_policy_approves_is_merged_when_its_checks_have_passed(name, squash, rounds):
    watched = rounds(APPROVED, name=name, merging=Merging(True, squash))
    watched.pull.checks = "running"
    watched.watch.round()
    watched.pull.checks = "failed"
    watched.watch.round()
    assert watched.pull.state == "open"
    watched.pull.checks = "passed"
    watched.watch.round()
    assert (watched.pull.state, watched.pull.merged_as) == ("merged", "squash" if squash else "merge")
    assert watched.told[-1].subject.endswith("A change: merged")
    assert len(watched.reviewed) == 1


@pytest.mark.parametrize("name", MERGING)
@pytest.mark.parametrize(
    "answer", [Reviewed("comment"), Reviewed("request changes", 1), Reviewed("approve", whole=False), Reviewed("")]
)
def test_what_it_does_not_approve_or_did_not_see_whole_is_not_merged(name, answer, rounds):
    watched = rounds(answer, name=name, merging=Merging(wanted=True))
    watched.watch.round()
    watched.watch.round()
    assert watched.pull.state == "open"


def test_without_being_asked_nothing_is_merged(rounds):
    watched = rounds(APPROVED)
    watched.watch.round()
    assert watched.pull.state == "open"


@pytest.mark.parametrize("name", MERGING)
def test_only_the_reviewed_head_is_merged(name, rounds):
    watched = rounds(APPROVED, name=name, merging=Merging(wanted=True))
    answer = watched._review

    def pushed(pull: PullRequest) -> Reviewed:
        found = answer(pull)
        watched.push()
        return found

    watched.watch = Watch(
        "acme/shop", watched._connection, pushed, watched._tell, watched.said.append, Merging(wanted=True)
    )
    watched.watch.round()
    assert watched.pull.state == "open"
    assert any("not merged: " in line for line in watched.said)


@pytest.mark.parametrize("name", [each for each in STAND_INS if each not in MERGING])
def test_a_host_that_cannot_merge_one_commit_merges_nothing_and_says_so_once(name, rounds):
    watched = rounds(APPROVED, name=name, merging=Merging(wanted=True))
    watched.watch.round()
    watched.watch.round()
    assert watched.pull.state == "open"
    assert watched.said.count("acme/shop 12: not merged: Bitbucket cannot merge one exact commit") == 1


def test_a_merge_whose_answer_is_lost_is_not_repeated(rounds):
    watched = rounds(APPROVED, name="gitea", merging=Merging(wanted=True))
    with watched.connected.standin.faults(Fault.LOST, of="POST .*/merge"):
        watched.watch.round()
    assert watched.pull.state == "merged"
    assert watched.watch.round() == 0


def test_a_verdict_of_a_watch_before_merges_nothing(rounds):
    watched = rounds(Reviewed("request changes", 1), merging=Merging(wanted=True))
    body = with_summary_marker("Verdict: approve", frozenset(), watched.pull.head)
    watched.pull.notes.append(Comment(1, watched.connected.standin.account, body))
    assert watched.watch.round() == 1
    assert watched.pull.state == "open"


def test_a_notice_mentions_nobody_in_a_chat():
    assert escaped("<!channel> a & <https://a.example|b>") == "&lt;!channel&gt; a &amp; &lt;https://a.example|b&gt;"


def test_one_without_a_commit_is_left_alone(rounds):
    watched = rounds(APPROVED, name="bitbucket")
    watched.pull.branch_gone = True
    assert [watched.watch.round() for _ in range(2)] == [0, 0]
    assert watched.said == [f"acme/shop 12: {NO_HEAD}: it is not reviewed"]
