"""`@reread dismiss: reason` below a comment: who is heard, and what counts."""

from __future__ import annotations

import pytest

from reread.server.known import feedback
from reread.server.pull_requests import replies
from reread.server.pull_requests.posting import Posting
from reread.server.pull_requests.replies import Command, command_of
from tests.server.pull_requests.simulation import files, review_of
from tests.standin.hosts import STAND_INS, Pull
from tests.standin.hosts.server import RefusedError


@pytest.mark.parametrize(
    ("body", "command"),
    [
        ("@reread dismiss: meant so", Command("dismiss", "meant so")),
        ("Thanks!\n\n@Reread dismiss meant so\r\nSee above.", Command("dismiss", "meant so")),
        ("@reread dismiss", Command("dismiss")),
        ("@reread undo", Command("undo")),
        ("@reread dismiss: a\n@reread undo", Command("undo")),
        ("> @reread dismiss: quoted", None),
        ("say @reread dismiss", None),
        ("@reread dismissed", None),
        ("@rereader dismiss", None),
        (" " * 2_000 + "\n@reread dismiss", None),
    ],
)
def test_a_reply_is_a_command_only_at_the_start_of_a_line(body, command):
    assert command_of(body) == command


@pytest.fixture
def posted(connect):
    """Posts one comment; the connection, the pull request and the comment."""

    def post(name: str):
        pull = Pull(12, *files())
        connected = connect(name, pull)
        Posting(connected.host, connected.description.longest, 12).bring(review_of(pull, connected.description))
        (comment,) = pull.comments
        return connected, pull, comment

    return post


@pytest.mark.parametrize("name", STAND_INS)
def test_somebody_who_may_write_dismisses_a_finding_with_a_reason(name, posted, tmp_path):
    connected, pull, comment = posted(name)
    (wanted,) = review_of(pull, connected.description).wanted
    pull.reply(comment, "grace", "@reread dismiss: meant so")
    heard = replies.verdicts_of_replies(connected.host, 12)
    (event,) = replies.record(str(tmp_path), heard.events)
    assert (event.verdict, event.reason, event.who, event.path) == ("dismissed", "meant so", "grace", comment.path)
    assert event.signature == (wanted.marker.rule, wanted.marker.text, wanted.marker.line)
    assert event.at == "2026-03-01T10:00:00.000000Z"
    assert heard.problems == ()


@pytest.mark.parametrize("name", STAND_INS)
def test_nobody_else_is_heard_and_that_is_said(name, posted):
    connected, pull, comment = posted(name)
    pull.reply(comment, "mallory", "@reread dismiss: trust me")
    events, problems = replies.verdicts_of_replies(connected.host, 12)
    assert events == ()
    assert problems == ("mallory: may not change the repository, so that replies do not count",)


@pytest.mark.parametrize("name", ["github", "gitea", "bitbucket"])
def test_a_token_that_may_not_ask_who_may_write_hears_nobody(name, posted, monkeypatch):
    def refuse(*arguments):
        raise RefusedError(403, "Your credentials lack one or more required privilege scopes")

    connected, pull, comment = posted(name)
    monkeypatch.setattr(type(connected.standin), "_permission", refuse)
    pull.reply(comment, "grace", "@reread dismiss: meant so")
    events, (problem,) = replies.verdicts_of_replies(connected.host, 12)
    assert events == ()
    assert "the token may not ask who may write" in problem


@pytest.mark.parametrize("name", STAND_INS)
def test_the_comment_itself_and_replies_to_others_are_no_commands(name, posted):
    connected, _, comment = posted(name)
    comment.body = f"@reread dismiss: by itself\n\n{comment.body}"
    assert replies.verdicts_of_replies(connected.host, 12) == ((), ())


def test_a_reply_counts_once_and_what_was_taken_back_since_stays_so(posted, tmp_path):
    connected, pull, comment = posted("github")
    pull.reply(comment, "grace", "@reread dismiss: meant so")
    (event,) = replies.record(str(tmp_path), replies.verdicts_of_replies(connected.host, 12).events)
    assert replies.record(str(tmp_path), replies.verdicts_of_replies(connected.host, 12).events) == []
    feedback.append(str(tmp_path), [feedback.event("undone", of=event.id)])
    assert replies.record(str(tmp_path), replies.verdicts_of_replies(connected.host, 12).events) == []
    assert feedback.in_force(feedback.read(str(tmp_path))) == []


def test_undo_takes_the_dismissals_of_its_thread_back(posted, tmp_path):
    connected, pull, comment = posted("github")
    pull.reply(comment, "grace", "@reread dismiss: meant so")
    pull.reply(comment, "ada", "@reread undo")
    replies.record(str(tmp_path), replies.verdicts_of_replies(connected.host, 12).events)
    assert feedback.in_force(feedback.read(str(tmp_path))) == []
    pull.reply(comment, "ada", "@reread dismiss: after all")
    replies.record(str(tmp_path), replies.verdicts_of_replies(connected.host, 12).events)
    assert [each.reason for each in feedback.in_force(feedback.read(str(tmp_path)))] == ["after all"]


def test_only_files_of_the_workspace_folder_are_spoken_of(posted):
    connected, pull, comment = posted("github")
    pull.reply(comment, "grace", "@reread dismiss: meant so")
    assert replies.verdicts_of_replies(connected.host, 12, "elsewhere").events == ()


def test_a_secret_in_a_reason_is_not_kept(posted):
    connected, pull, comment = posted("github")
    token = "ghp_" + "k3J9x2LmQ7vT5bN8" + "rW4yZ6cD1fGhA0sEuI2o"
    pull.reply(comment, "grace", f"@reread dismiss: it is {token}")
    (event,) = replies.verdicts_of_replies(connected.host, 12).events
    assert token not in event.reason
