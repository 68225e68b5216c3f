"""Two runs for the same push, at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from reread.server.pull_requests.errors import HostError, RefusedError
from reread.server.pull_requests.host import Host
from reread.server.pull_requests.markers import known_of, marker_of
from reread.server.pull_requests.posting import Posting, Review
from reread.server.pull_requests.values import Diff, Draft, Note, PullRequest
from tests.server.pull_requests.conftest import Connected
from tests.server.pull_requests.simulation import Simulation, files, review_of
from tests.standin.hosts import STAND_INS, Pull


class Interrupted:
    """A host before whose first review another run does all that it does; or, `at_summary`, before its first summary."""

    def __init__(self, host: Host, other: Posting, review: Review, *, at_summary: bool = False) -> None:
        self._host = host
        self._at_summary = at_summary
        self._others = [lambda: other.bring(review)]

    def review(self, pull: PullRequest, drafts: list[Draft], diff: Diff) -> None:
        self._interrupt(not self._at_summary)
        self._host.review(pull, drafts, diff)

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        self._interrupt(self._at_summary)
        self._host.write_note(pull, note, body)

    def _interrupt(self, is_now: bool) -> None:
        while is_now and self._others:
            self._others.pop()()

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


def summaries_of(pull: Pull) -> list[str]:
    """The summaries on a pull request, the oldest first."""
    return [each.body for each in pull.notes if known_of(each.body) is not None]


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
        simulation.check(review)


@pytest.mark.parametrize("name", STAND_INS)
def test_of_two_summaries_the_older_one_stays_with_what_was_said_last(name, two):
    one, other = two(name)
    pull = one.standin.pull
    review = review_of(pull, one.description)
    earlier = review._replace(summary="What the other run says.")
    posting(one, Interrupted(one.host, posting(other), earlier, at_summary=True)).bring(review)
    assert len(pull.notes) == len(summaries_of(pull)) == 1
    assert pull.notes[0].body.startswith("A summary.")
    assert pull.notes[0].id < next(pull.ids) - 1


@pytest.mark.parametrize("name", STAND_INS)
def test_a_second_summary_says_that_it_is_one_where_the_host_keeps_it(name, two):
    one, other = two(name)
    pull = one.standin.pull
    one.standin.keeps_notes = True
    review = review_of(pull, one.description)
    posting(one, Interrupted(one.host, posting(other), review, at_summary=True)).bring(review)
    posting(one).bring(review)
    assert len(summaries_of(pull)) == 1
    assert [each.body for each in pull.notes[1:]] == ["**Duplicate** of the summary above."]


@pytest.mark.parametrize("name", STAND_INS)
def test_summaries_of_others_stay(name, two):
    one, other = two(name)
    pull = one.standin.pull
    review = review_of(pull, one.description)
    posting(other).bring(review)
    pull.notes.append(pull.notes[0].__class__(next(pull.ids), "ada", pull.notes[0].body))
    posting(one).bring(review)
    assert [each.author for each in pull.notes] == [one.standin.account, "ada"]


@pytest.mark.parametrize("name", STAND_INS)
def test_runs_in_threads_leave_one_summary(name, two):
    one, other = two(name)
    pull = one.standin.pull
    review = review_of(pull, one.description)
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda each: posting(each).bring(review), (one, other)))
    assert len(summaries_of(pull)) == 1
    assert len(pull.notes) == 1


class Refusing:
    """A host that refuses to replace a summary; where it is gone, another run has taken it away first."""

    def __init__(self, host: Host, pull: Pull, *, is_gone: bool) -> None:
        self._host = host
        self._pull = pull
        self._is_gone = is_gone

    def write_note(self, pull: PullRequest, note: Note | None, body: str) -> None:
        if note is None:
            self._host.write_note(pull, note, body)
            return
        if self._is_gone:
            self._pull.notes.clear()
        raise RefusedError("Not Found", 404)

    def __getattr__(self, name: str) -> object:
        return getattr(self._host, name)


def test_a_summary_that_another_run_took_away_is_written_anew(two):
    one, other = two("github")
    pull = one.standin.pull
    review = review_of(pull, one.description)
    posting(other).bring(review)
    posting(one, Refusing(one.host, pull, is_gone=True)).bring(review._replace(summary="Another."))
    assert [each.body.partition("\n")[0] for each in pull.notes] == ["Another."]


def test_a_summary_that_may_not_be_replaced_is_no_success(two):
    one, other = two("github")
    pull = one.standin.pull
    review = review_of(pull, one.description)
    posting(other).bring(review)
    with pytest.raises(HostError, match="Not Found"):
        posting(one, Refusing(one.host, pull, is_gone=False)).bring(review._replace(summary="Another."))
