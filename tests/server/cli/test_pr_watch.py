"""`reread pr watch`, with clones of real repositories against hosts on loopback."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from reread.analyzers.review.privacy import audit
from reread.server.cli.reviewing import watching
from reread.server.pull_requests.errors import HostError
from tests.server.cli.hosted_branch import AFTER, Branch
from tests.standin.hosts import STAND_INS

HOSTS = [each if each == "github" else pytest.param(each, marks=pytest.mark.slow) for each in STAND_INS]
REFERENCES = {
    "gitlab": "refs/merge-requests/12/head",
    "bitbucket": "refs/heads/topic",
    "bitbucket-server": "refs/pull-requests/12/from",
}
CLEAN = AFTER.replace("old_name(1)", "new_name(1)")


@pytest.fixture
def pushed(branch, hosted, tmp_path):
    """Starts a kind of host whose repository is a folder, and pushes the branch there."""
    origin = tmp_path / "acme/shop.git"
    branch.folder.git("init", "--quiet", "--bare", str(origin))

    def start(name: str):
        standin = hosted(name)
        branch.origin, branch.reference = origin, REFERENCES.get(name, "refs/pull/12/head")
        push(branch)
        return standin

    return start


def push(branch: Branch) -> None:
    """What is on both branches goes to the host, which keeps the head of the pull request."""
    branch.folder.git("push", "--quiet", "--force", str(branch.origin), "main", f"topic:{branch.reference}")
    branch.folder.git("push", "--quiet", "--force", str(branch.origin), "topic")


@pytest.fixture
def origin_named(monkeypatch, tmp_path):
    """The user's own git settings say where the repository of the remote is."""
    settings = tmp_path / "gitconfig"
    settings.write_text(f'[url "{tmp_path}/"]\n\tinsteadOf = "git@host.example:"\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))


pytestmark = pytest.mark.usefixtures("origin_named")


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTS)
def test_what_was_pushed_is_reviewed_and_posted_without_touching_the_clone(name, pushed, branch, reread):
    pushed(name)
    branch.folder.git("checkout", "--quiet", "main")
    branch.folder.write("a.py", "unsaved = 1\n")
    result = reread("pr", "watch", "--once", "--no-model")
    assert result.code == 0
    assert "acme/shop 12 A change: request changes, 1 new finding" in result.err
    assert [(each.path, each.line) for each in branch.pull.comments] == [("a.py", 6)]
    assert branch.folder.read("a.py") == b"unsaved = 1\n"


@pytest.mark.slow
@pytest.mark.parametrize("name", STAND_INS)
def test_the_same_head_is_not_reviewed_again_by_the_next_watch(name, pushed, branch, reread):
    standin = pushed(name)
    reread("pr", "watch", "--once", "--no-model")
    before = len(standin.changes)
    assert "new finding" not in reread("pr", "watch", "--once", "--no-model").err
    assert len(standin.changes) == before
    branch.folder.write("a.py", CLEAN)
    branch.push()
    push(branch)
    assert "approve, no new findings" in reread("pr", "watch", "--once", "--no-model").err
    assert branch.pull.comments[0].body.startswith("**Fixed**")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["github", "gitlab", "gitea"])
def test_what_the_policy_approves_is_merged_once_the_checks_have_passed(name, pushed, branch, reread):
    pushed(name)
    branch.folder.write("a.py", CLEAN)
    branch.push()
    push(branch)
    branch.pull.checks = "running"
    result = reread("pr", "watch", "--once", "--no-model", "--merge=squash")
    assert "12: not merged: " in result.err
    assert branch.pull.state == "open"
    branch.pull.checks = "passed"
    assert "A change: merged" in reread("pr", "watch", "--once", "--no-model", "--merge=squash").err
    assert (branch.pull.state, branch.pull.merged_as) == ("merged", "squash")


def test_what_cannot_be_fetched_is_named_and_nothing_posted(pushed, branch, reread):
    standin = pushed("github")
    branch.folder.git("push", "--quiet", str(branch.origin), ":refs/pull/12/head")
    result = reread("pr", "watch", "--once", "--no-model")
    assert "acme/shop 12: it cannot be fetched: " in result.err
    assert standin.changes == []


def test_a_head_that_the_host_has_not_named_yet_is_not_posted(pushed, branch, reread):
    standin = pushed("github")
    branch.folder.write("a.py", CLEAN)
    branch.folder.commit()
    push(branch)
    assert "12: it was pushed to while it was fetched" in reread("pr", "watch", "--once", "--no-model").err
    assert standin.changes == []


def test_a_host_that_does_not_answer_ends_one_look_with_its_line(pushed, branch, reread, monkeypatch):
    pushed("github")
    monkeypatch.setenv("REREAD_PR_TOKEN", "another")
    result = reread("pr", "watch", "--once", "--no-model")
    assert result.code == 3
    assert "the token is not accepted" in result.err


def test_a_clone_without_a_remote_is_told_so(branch, hosted, reread, monkeypatch):
    hosted("github")
    for name, value in (("ACTIONS", "true"), ("EVENT_NAME", "schedule"), ("REPOSITORY", "acme/shop")):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    branch.folder.git("remote", "remove", "origin")
    assert "the clone has no remote `origin`" in reread("pr", "watch", "--once", "--no-model").err


def test_a_shallow_clone_is_refused_with_what_to_do(branch, hosted, reread, tmp_path, monkeypatch):
    hosted("github")
    shallow = tmp_path / "shallow"
    branch.folder.git("clone", "--quiet", "--depth", "1", branch.folder.path.as_uri(), str(shallow))
    monkeypatch.chdir(shallow)
    branch.folder.git("-C", str(shallow), "remote", "set-url", "origin", "git@host.example:acme/shop.git")
    result = reread("pr", "watch", "--once", "--no-model")
    assert (result.code, "shallow: complete it with `git fetch --unshallow`" in result.err) == (2, True)


@pytest.mark.slow
def test_nothing_is_left_of_the_copy_but_the_record_of_what_was_posted(pushed, branch, reread, tmp_path):
    pushed("github")
    reread("pr", "watch", "--once", "--no-model")
    assert not [each for each in (tmp_path / "cache" / "verify").rglob("*") if each.is_file()]
    posted = [entry.kind for entry in audit.AuditLog(str(tmp_path / "state" / "audit.jsonl")).entries()]
    assert posted == ["comments", "summary"]


class Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.told.append(json.loads(body))  # type: ignore[attr-defined]
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def webhook(monkeypatch) -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Hook)
    server.told, server.status = [], 200  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("REREAD_PR_WEBHOOK", f"http://127.0.0.1:{server.server_port}/services/secret")
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.slow
def test_a_webhook_is_told_of_each_review(pushed, branch, webhook, reread):
    pushed("github")
    reread("pr", "watch", "--once", "--no-model")
    assert webhook.told == [{"text": "acme/shop 12 A change: request changes, 1 new finding"}]


@pytest.mark.slow
def test_a_webhook_that_refuses_is_named_without_its_address(pushed, branch, webhook, reread):
    pushed("github")
    webhook.status = 404
    result = reread("pr", "watch", "--once", "--no-model")
    assert "the webhook was not told: 127.0.0.1: HTTP 404" in result.err
    assert "secret" not in result.err
    assert result.code == 0


@pytest.mark.slow
def test_mail_goes_through_a_command_of_the_users_own(pushed, branch, reread, tmp_path):
    pushed("github")
    script, mail = tmp_path / "mail.py", tmp_path / "mail.txt"
    script.write_text(f"import sys\nopen({str(mail)!r}, 'w').write(repr(sys.argv[1:]) + sys.stdin.read())\n")
    settings = tmp_path / "settings.toml"
    command = json.dumps([sys.executable, str(script), "-s", "{subject}"])
    settings.write_text(settings.read_text() + f"mail = {command}\n")
    reread("pr", "watch", "--once", "--no-model")
    subject = "acme/shop 12 A change: request changes, 1 new finding"
    assert mail.read_text() == f"{['-s', subject]!r}{subject}\n\n\n"


@pytest.mark.slow
def test_a_repository_cannot_name_the_mail_command(pushed, branch, reread, tmp_path):
    pushed("github")
    trap = tmp_path / "trap"
    branch.folder.write("reread.toml", f'[pr]\nmail = ["touch", "{trap}"]\n')
    assert "1 new finding" in reread("pr", "watch", "--once", "--no-model").err
    assert not trap.exists()


def test_after_failures_it_looks_less_often():
    pauses: list[float] = []
    answers = iter([HostError("away"), HostError("away"), 0, HostError("away"), KeyboardInterrupt()])

    class Looks:
        def round(self) -> int:
            answer = next(answers)
            if isinstance(answer, BaseException):
                raise answer
            return answer

    with pytest.raises(KeyboardInterrupt):
        watching.rounds(Looks(), watching.Wanted(60, False, None, ()), pauses.append)
    assert pauses == [120, 240, 60, 120]
