"""Two runs for the same push, at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from reread.server.pull_requests.host import Host
from reread.server.pull_requests.markers import marker_of
from reread.server.pull_requests.posting import Posting, Review
from reread.server.pull_requests.values import Diff, Draft, PullRequest
from tests.server.pull_requests.conftest import Connected
from tests.server.pull_requests.simulation import Simulation, files, review_of
from tests.standin.hosts import STAND_INS, Pull


class Interrupted:
    """A host before whose first review another run does all that it does."""

    def __init__(self, host: Host, other: Posting, review: Review) -> None:
        self._host = host
        self._others = [lambda: other.bring(review)]

    def review(self, pull: PullRequest, drafts: list[Draft], diff: Diff) -> None:
        while self._others:
            self._others.pop()()
        self._host.review(pull, drafts, diff)

    def __getattr__(self, name: str) -> object:
        return getattr(self._host, name)


def posting(connected: Connected, host: Host | None = None) -> Posting:
    chosen = host if host is not None else connected.host
    return Posting(chosen, connected.description.longest, 12, wait=lambda seconds: None)


def open_of(pull: Pull) -> dict[str, int]:
    """How many comments that say what is so there are on each finding."""
    found: dict[str, int] = {}
    for comment in pull.comments:
        marker = marker_of(comment.body)
        if marker is not None and not marker.fixed:
            found[marker.id] = found.get(marker.id, 0) + 1
    return found


@pytest.fixture
def two(connect):
    """Starts a kind of host and connects two runs to it."""

    def started(name: str) -> tuple[Connected, Connected]:
        one = connect(name, Pull(12, *files()))
        return one, connect(name, one.standin.pull, standin=one.standin)

    return started


@pytest.mark.parametrize("name", STAND_INS)
def test_of_two_comments_on_a_finding_one_is_closed_as_a_duplicate(name, two):
    one, other = two(name)
    pull = one.standin.pull
    review = review_of(pull, one.description)
    posting(one, Interrupted(one.host, posting(other), review)).bring(review)
    assert len(pull.comments) == 2 * len(review.wanted)
    assert open_of(pull) == {each.marker.id: 1 for each in review.wanted}
    doubled = [each for each in pull.comments if each.body.startswith("**Duplicate** of another comment here.")]
    assert len(doubled) == len(review.wanted)
    assert all(each.resolved for each in doubled)


@pytest.mark.parametrize("name", STAND_INS)
def test_the_one_that_is_left_is_closed_when_its_finding_is_fixed(name, two):
    one, other = two(name)
    pull = one.standin.pull
    review = review_of(pull, one.description)
    posting(one, Interrupted(one.host, posting(other), review)).bring(review)
    pull.push({path: text.replace("bad", "good") for path, text in pull.after.items()})
    posting(one).bring(review_of(pull, one.description))
    assert open_of(pull) == {}
    assert sum(each.body.startswith("**Fixed**") for each in pull.comments) == len(review.wanted)


@pytest.mark.parametrize(
    ("name", "pushes"), [("github", 5), *(pytest.param(each, 20, marks=pytest.mark.slow) for each in STAND_INS)]
)
def test_two_runs_leave_one_comment_on_each_finding_whoever_is_first(name, pushes, two):
    one, other = two(name)
    pull = one.standin.pull
    simulation = Simulation(5, one.standin, lambda: one.host, one.description)
    for _ in range(pushes):
        simulation._push()
        review = review_of(pull, one.description)
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda each, review=review: posting(each).bring(review), (one, other)))
        assert max(open_of(pull).values(), default=1) == 1
        simulation.check_comments(review)
