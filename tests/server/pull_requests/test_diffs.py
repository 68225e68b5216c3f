"""Comments on what hosts show of a change: renamed files, diffs over a limit, no diff at all."""

from __future__ import annotations

import pytest

from reread.server.pull_requests.errors import HostError
from reread.server.pull_requests.posting import Posting, PostingResult
from reread.server.pull_requests.values import NO_HEAD
from tests.server.pull_requests.conftest import Connected
from tests.server.pull_requests.simulation import review_of
from tests.standin.hosts import STAND_INS, Fault, Pull

PLAIN = "".join(f"line_{number} = {number}\n" for number in range(40))
BAD = PLAIN.replace("line_20 = 20\n", "bad1(2)\n")
MANY = {f"f{number:04}.py": "bad1(2)\n" if number in (10, 3_050) else "x = 1\n" for number in range(3_100)}


def post(connected: Connected) -> PostingResult:
    pull = connected.standin.pull
    posting = Posting(connected.host, connected.description.longest, pull.number, wait=lambda seconds: None)
    return posting.bring(review_of(pull, connected.description))


@pytest.mark.parametrize("name", STAND_INS)
def test_a_comment_is_on_its_line_of_a_renamed_file(name, connect):
    connected = connect(name, Pull(12, {"old.py": PLAIN}, {"new.py": BAD}))
    assert post(connected).posted == 1
    (comment,) = connected.standin.pull.comments
    assert (comment.path, comment.line) == ("new.py", 21)
    file = connected.host.diff(12)["new.py"]
    assert (file.old_path, file.lines[20], file.lines[21]) == ("old.py", 20, None)


@pytest.mark.parametrize("name", STAND_INS)
def test_and_on_one_that_is_not_new_there(name, connect):
    """GitLab names such a line by its numbers on both sides, Bitbucket by its kind."""
    before = BAD.replace("line_10 = 10\n", "")
    after = BAD.replace("line_18 = 18\n", "other = 1\n")
    connected = connect(name, Pull(12, {"old.py": before}, {"new.py": after}))
    pull = connected.standin.pull
    review = review_of(Pull(12, {}, {"new.py": after}), connected.description)._replace(head=pull.head)
    Posting(connected.host, connected.description.longest, 12, wait=lambda seconds: None).bring(review)
    assert [(each.path, each.line) for each in pull.comments] == [("new.py", 21)]


@pytest.mark.parametrize("name", STAND_INS)
def test_a_finding_in_a_file_that_is_only_renamed_is_in_the_summary(name, connect):
    connected = connect(name, Pull(12, {"old.py": BAD}, {"new.py": BAD}))
    pull = connected.standin.pull
    review = review_of(Pull(12, {}, pull.after), connected.description)._replace(head=pull.head)
    result = Posting(connected.host, connected.description.longest, 12, wait=lambda seconds: None).bring(review)
    assert (result.posted, result.elsewhere, pull.comments) == (0, 1, [])
    assert "new.py:21" in pull.notes[0].body


@pytest.mark.parametrize("name", STAND_INS)
def test_where_a_file_is_renamed_later_its_comment_goes_with_it(name, connect):
    connected = connect(name, Pull(12, {"old.py": PLAIN}, {"old.py": BAD}))
    post(connected)
    pull = connected.standin.pull
    pull.push({"new.py": "# one more line\n" + BAD})
    post(connected)
    standing = [each for each in pull.comments if not each.body.startswith("**Moved**")]
    moved = [each for each in pull.comments if each.body.startswith("**Moved** to `new.py:22`")]
    if name == "gitea":
        # It still shows a comment at the line that it was written for, so there is nothing to move.
        assert [each.path for each in pull.comments] == ["old.py"]
    else:
        assert [(each.path, each.line) for each in standing] == [("new.py", 22)]
        assert [each.resolved for each in moved] == [True]


@pytest.mark.parametrize("limit", ["most_files", "most_lines"])
def test_of_a_diff_over_the_limit_of_github_the_files_are_listed(limit, connect):
    connected = connect("github", Pull(12, {"old.py": PLAIN, "gone.py": PLAIN + "y = 1\n"}, {"new.py": BAD}))
    whole = connected.host.diff(12)
    setattr(connected.standin, limit, 1)
    assert {path: lines for path, lines in connected.host.diff(12).items() if lines.lines} == whole
    assert post(connected).posted == 1
    assert [(each.path, each.line) for each in connected.standin.pull.comments] == [("new.py", 21)]
    assert connected.standin.requests[-1].status < 300


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_findings_in_a_file_that_the_host_does_not_show_are_in_the_summary(name, connect):
    after = {"a.py": BAD, "large.py": BAD.replace("bad1", "bad3")}
    connected = connect(name, Pull(12, {"a.py": PLAIN}, after, unshown=frozenset({"large.py"})))
    if name == "github":
        connected.standin.most_files = 1
    assert post(connected)[:4] == (1, 0, 0, 1)
    pull = connected.standin.pull
    assert [(each.path, each.line) for each in pull.comments] == [("a.py", 21)]
    assert "large.py:21" in pull.notes[0].body


@pytest.mark.slow
def test_what_is_beyond_the_files_that_github_lists_is_in_the_summary(connect):
    connected = connect("github", Pull(12, {}, MANY))
    standin, pull = connected.standin, connected.standin.pull
    standin.most_per_page = 100
    assert post(connected)[:4] == (1, 0, 0, 1)
    assert [(each.path, each.line) for each in pull.comments] == [("f0010.py", 1)]
    assert "f3050.py:1" in pull.notes[0].body
    # Later rounds say the same and post nothing again.
    before = len(standin.changes)
    assert post(connected)[:4] == (0, 0, 0, 1)
    assert len(standin.changes) == before


def test_where_the_list_of_files_breaks_off_nothing_is_posted(connect):
    connected = connect("github", Pull(12, {}, {path: MANY[path] for path in list(MANY)[:20]}))
    connected.standin.most_files = 1
    with (
        connected.standin.faults(*[Fault.BAD_GATEWAY] * 5, of="files"),
        pytest.raises(HostError, match="HTTP 502"),
    ):
        post(connected)
    assert connected.standin.changes == []
    assert post(connected).posted == 1


@pytest.mark.parametrize("name", STAND_INS)
def test_without_a_diff_there_is_only_a_summary(name, connect):
    connected = connect(name, Pull(12, {"a.py": BAD}, {"a.py": BAD}))
    assert connected.host.diff(12) == {}
    assert post(connected) == PostingResult()
    assert (connected.standin.pull.comments, len(connected.standin.pull.notes)) == ([], 1)


def test_without_a_commit_nothing_is_posted(connect):
    connected = connect("bitbucket", Pull(12, {"a.py": PLAIN}, {"a.py": BAD}, branch_gone=True))
    assert post(connected).stale == NO_HEAD
    assert connected.standin.changes == []
