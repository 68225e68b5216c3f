"""`reread pr`, with real repositories against hosts on loopback."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from reread.analyzers.data_directories import state_folder
from reread.analyzers.engine.engine import Engine
from reread.server.cli.commands import pr
from reread.server.pull_requests import stored_comments
from reread.server.pull_requests.markers import marker_of
from reread.server.pull_requests.values import NO_HEAD
from tests.server.cli.hosted_branch import AFTER, BEFORE
from tests.standin.hosts import STAND_INS, Comment
from tests.standin.hosts.server import Reply as HostReply


@pytest.fixture(autouse=True)
def no_ci(monkeypatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITEA_ACTIONS", "GITLAB_CI", "GITHUB_TOKEN", "GH_TOKEN", "GITLAB_TOKEN"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", STAND_INS)
def test_a_finding_becomes_a_comment_on_its_line_with_its_fix(name, hosted, branch, reread):
    hosted(name)
    result = reread("pr", "post", "12", "--no-model")
    assert "acme/shop 12: 1 comment posted, 0 changed, 0 closed" in result.err
    (comment,) = branch.pull.comments
    assert (comment.path, comment.line) == ("a.py", 6)
    assert "This has a new name." in comment.body
    assert "    new_name(1)" in comment.body
    assert "Verdict: request changes" in branch.pull.notes[0].body


@pytest.mark.parametrize("name", STAND_INS)
def test_it_is_never_repeated_and_closed_when_fixed(name, hosted, branch, reread):
    hosted(name)
    reread("pr", "post", "12", "--no-model")
    reread("pr", "post", "12", "--no-model")
    assert len(branch.pull.comments) == len(branch.pull.notes) == 1
    branch.folder.write("a.py", "import os\n\n\n" + AFTER.replace("old_name(1)", "new_name(1)"))
    branch.push()
    result = reread("pr", "post", "12", "--no-model")
    assert "0 comments posted, 0 changed, 1 closed" in result.err
    (comment,) = branch.pull.comments
    assert comment.resolved
    assert comment.body.startswith(f"**Fixed** in {branch.pull.head[:10]}.")


def test_a_dry_run_prints_what_would_be_posted_and_posts_nothing(hosted, branch, reread):
    standin = hosted("github")
    result = reread("pr", "post", "12", "--no-model", "--dry-run")
    assert "--- new comment on a.py:6" in result.out
    assert "--- summary" in result.out
    assert standin.changes == []


def test_a_run_for_an_older_push_posts_nothing(hosted, branch, reread):
    standin = hosted("github")
    branch.pull.head = "f" * 40
    result = reread("pr", "post", "12", "--no-model")
    assert "the pull request is at ffffffffffff and not at" in result.err
    assert standin.changes == []


def test_what_is_not_committed_is_not_posted(hosted, branch, reread):
    hosted("github")
    branch.folder.write("a.py", AFTER + "    take_a_nap(1)\n")
    result = reread("pr", "post", "12", "--no-model")
    assert "left out: 1 file with uncommitted changes" in result.err
    assert branch.pull.comments == []


def test_other_tools_judge_what_is_committed_too(hosted, branch, reread, ruff):
    hosted("github")
    ruff()
    branch.folder.write("a.py", "import os\n" + AFTER)
    branch.push()
    branch.folder.write("ruff.toml", "lint.ignore = ['F401']\n")
    reread("pr", "post", "12", "--no-model")
    assert any("ruff/F401" in comment.body for comment in branch.pull.comments)


def test_a_dismissed_finding_is_closed_with_its_reason(hosted, branch, reread):
    hosted("gitlab")
    reread("pr", "post", "12", "--no-model")
    reread("feedback", "dismiss", "a.py:6", "--reason", "meant so")
    reread("pr", "post", "12", "--no-model")
    assert branch.pull.comments[0].body.startswith("**Dismissed**: meant so")


def test_a_finding_dismissed_by_a_reply_is_closed_and_no_longer_counts(hosted, branch, reread):
    hosted("github")
    reread("pr", "post", "12", "--no-model")
    branch.pull.reply(branch.pull.comments[0], "grace", "@reread dismiss: meant so")
    result = reread("pr", "post", "12", "--no-model")
    assert "1 verdict by replies: added to .reread/feedback.jsonl" in result.err
    assert branch.pull.comments[0].body.startswith("**Dismissed**: meant so")
    assert "no new findings" in branch.pull.notes[0].body
    assert result.code == 0


def test_a_dry_run_says_which_replies_would_count(hosted, branch, reread):
    hosted("github")
    reread("pr", "post", "12", "--no-model")
    branch.pull.reply(branch.pull.comments[0], "grace", "@reread dismiss: meant so")
    result = reread("pr", "post", "12", "--no-model", "--dry-run")
    assert "1 verdict by replies: would go to .reread/feedback.jsonl" in result.err
    assert not (branch.folder.path / ".reread" / "feedback.jsonl").exists()


def test_fetch_keeps_the_verdicts_of_replies_too(hosted, branch, reread):
    hosted("gitlab")
    reread("pr", "post", "12", "--no-model")
    branch.pull.reply(branch.pull.comments[0], "grace", "@reread dismiss: meant so")
    assert "1 verdict by replies: added" in reread("pr", "fetch", "12").err


def test_the_verdict_labels_and_reviewers_are_given_when_asked_for(hosted, branch, reread):
    hosted("github")
    reread("pr", "post", "12", "--no-model", "--submit-verdict", "--labels", "--reviewers")
    assert [review.state for review in branch.pull.reviews] == ["COMMENTED", "CHANGES_REQUESTED"]
    assert branch.pull.labels == ["size/S"]
    branch.folder.write("a.py", AFTER.replace("old_name(1)", "new_name(1)"))
    branch.push()
    reread("pr", "post", "12", "--no-model", "--submit-verdict")
    assert [review.state for review in branch.pull.reviews] == ["COMMENTED", "DISMISSED", "APPROVED"]


def test_comments_of_others_are_fetched(hosted, branch, reread):
    hosted("github")
    branch.pull.comments += [
        Comment(1, "ada", "Is this <b>right</b>?\x1b[2J", "a.py", 6, 6, branch.pull.head),
        Comment(2, "ada", "done", "a.py", 5, 5, branch.pull.head, resolved=True),
    ]
    result = reread("pr", "fetch", "12")
    assert result.out == "1 open comment of acme/shop 12\n"
    (said,) = stored_comments.read(str(branch.folder.path))
    assert said.url == "", "a link to another host than the one that was asked"
    assert (said.path, said.line, said.author, said.text) == ("a.py", 5, "ada", "    old_name(1)")
    assert "\x1b" not in said.body


def event(tmp_path: Path, head: str) -> str:
    path = tmp_path / "event.json"
    sides = {"head": {"repo": {"full_name": head}}, "base": {"repo": {"full_name": "acme/shop"}}}
    path.write_text(json.dumps({"number": 12, "pull_request": {"number": 12, **sides}}))
    return str(path)


@pytest.mark.parametrize("name", ["pull_request", "pull_request_target"])
def test_for_a_fork_no_token_is_used(name, hosted, branch, reread, monkeypatch, tmp_path):
    standin = hosted("github")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_NAME", name)
    monkeypatch.setenv("GITHUB_EVENT_PATH", event(tmp_path, "stranger/shop"))
    result = reread("pr", "post", "--no-model", "--base", "main")
    assert result.code == 1
    assert "a.py:6:5: error old-name" in result.out
    assert "the change comes from a fork: no token is used, and nothing is posted" in result.err
    assert standin.requests == []


def known(folder, reread) -> None:
    """The baseline of the change knows what the change brings."""
    assert reread("baseline", "create").code == 0


TRAPS = {
    "settings": lambda folder, reread: folder.write("reread.toml", '[rules]\nignore = ["old-name"]\n'),
    "broken settings": lambda folder, reread: folder.write("reread.toml", "[rules\n"),
    "ignored files": lambda folder, reread: folder.write(".rereadignore", "*.py\n"),
    "no rules": lambda folder, reread: folder.write(".reread/rules/house.yaml", "rules: []\n"),
    "a baseline": known,
}
"""What a change could bring so that nothing is found in it."""


@pytest.mark.parametrize("trap", TRAPS)
def test_a_change_from_a_fork_is_reviewed_as_its_base_wants(trap, hosted, branch, reread):
    standin = hosted("github")
    TRAPS[trap](branch.folder, reread)
    branch.push()
    branch.pull.fork = True
    result = reread("pr", "post", "12", "--no-model")
    assert "a.py:6:5: error old-name" in result.out
    assert f"settings, rules and known findings are those of {branch.pull.base[:12]}" in result.err
    assert "the change comes from a fork, as the host says: nothing is posted" in result.err
    assert (result.code, standin.changes) == (1, [])
    # The trap would spring: for a change of one who may push it says what is looked at.
    branch.pull.fork = False
    assert "old-name" not in reread("pr", "post", "12", "--no-model").out


ATTRIBUTES = (
    "linguist-generated",
    "linguist-vendored",
    "binary",
    "-diff",
    "filter=lfs",
    "working-tree-encoding=latin-1",
)


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_what_a_change_says_of_its_files_hides_none_of_them(attribute, hosted, branch, reread):
    hosted("github")
    branch.folder.write(".gitattributes", f"*.py {attribute}\n")
    branch.push()
    branch.pull.fork = True
    assert "a.py:6:5: error old-name" in reread("pr", "post", "12", "--no-model").out


@pytest.fixture
def ruff(branch, monkeypatch, tmp_path):
    """Has the user's settings run ruff here, or a `command` of their own."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")

    def configured(tool: str = "preset = 'ruff'") -> None:
        with (tmp_path / "settings.toml").open("a") as file:
            file.write(f"[[external]]\n{tool}\nfolders = ['{branch.folder.path}']\n")

    return configured


@pytest.mark.parametrize("place", ["ruff.toml", "pyproject.toml", "sub/ruff.toml"])
def test_other_tools_are_configured_by_the_base(place, hosted, branch, reread, ruff):
    hosted("github")
    ruff()
    folder = branch.folder
    name = "sub/b.py" if "/" in place else "b.py"
    folder.write(name, "import os\n")
    folder.write(place, f"[{'tool.ruff.' if 'pyproject' in place else ''}lint]\nignore = ['F401']\n")
    branch.push()
    branch.pull.fork = True
    result = reread("pr", "post", "12", "--no-model")
    assert f"{name}:1:8: error ruff/F401" in result.out
    # What may push configures its tools itself.
    branch.pull.fork = False
    assert "ruff/F401" not in reread("pr", "post", "12", "--no-model").out


def test_and_what_the_base_ignores_stays_ignored(hosted, branch, reread, ruff):
    hosted("github")
    ruff()
    folder = branch.folder
    folder.git("checkout", "--quiet", "main")
    folder.write("ruff.toml", "[lint]\nignore = ['F401']\n")
    folder.commit()
    folder.git("checkout", "--quiet", "topic")
    folder.git("merge", "--quiet", "main", "-m", "merge")
    folder.git("rm", "--quiet", "ruff.toml")
    folder.write("b.py", "import os\n")
    branch.push(before="main")
    branch.pull.fork = True
    result = reread("pr", "post", "12", "--no-model")
    assert "a.py:6:5: error old-name" in result.out
    assert "ruff" not in result.out


@pytest.mark.parametrize("tool", ["command = ['./tool', '{files}']", "preset = 'eslint'", "preset = 'semgrep'"])
def test_a_tool_that_could_run_what_a_fork_brings_is_not_started(tool, hosted, branch, reread, ruff, tmp_path):
    hosted("github")
    ruff(tool)
    folder = branch.folder
    proof = tmp_path / "ran"
    folder.write("tool", f"#!/bin/sh\ntouch {proof}\n").chmod(0o755)
    folder.write("eslint.config.js", "old_name(1)\n")
    branch.push()
    branch.pull.fork = True
    result = reread("pr", "post", "12", "--no-model")
    assert "was not asked: the change comes from a fork, whose files it could run" in result.err
    assert not proof.exists()
    branch.pull.fork = False
    reread("pr", "post", "12", "--no-model")
    assert proof.exists() is ("./tool" in tool), "the trap would spring"


def test_rules_that_the_settings_name_are_those_of_the_base_too(hosted, branch, reread):
    hosted("github")
    folder = branch.folder
    folder.git("checkout", "--quiet", "main")
    folder.git("mv", ".reread/rules/house.yaml", "house.yaml")
    folder.write("reread.toml", '[rules]\npaths = ["house.yaml"]\n')
    folder.commit()
    folder.git("checkout", "--quiet", "topic")
    folder.git("merge", "--quiet", "main", "-m", "merge")
    folder.write("house.yaml", "rules: []\n")
    branch.push()
    branch.pull.fork = True
    assert "a.py:6:5: error old-name" in reread("pr", "post", "12", "--no-model").out


@pytest.mark.parametrize("name", STAND_INS)
def test_every_host_says_that_a_change_comes_from_a_fork(name, hosted, branch, reread):
    standin = hosted(name)
    branch.pull.fork = True
    assert "nothing is posted" in reread("pr", "post", "12", "--no-model").err
    assert standin.changes == []


@pytest.mark.parametrize("state", ["closed", "merged"])
@pytest.mark.parametrize("name", STAND_INS)
def test_nothing_is_posted_on_what_is_over(name, state, hosted, branch, reread):
    standin = hosted(name)
    branch.pull.state = state
    result = reread("pr", "post", "12", "--no-model")
    over = "declined" if state == "closed" and "bitbucket" in name else state
    assert result.err.splitlines()[-1] == f"reread: acme/shop 12 is {over}: nothing is posted"
    assert (result.code, standin.changes) == (3, [])


def test_all_fixes_of_a_file_are_verified_with_one_analysis_of_it(hosted, branch, reread, monkeypatch):
    hosted("github")
    many = "".join(f"\n\ndef rest{each}(old_name, new_name):\n    old_name({each})\n" for each in range(20))
    branch.folder.write("a.py", BEFORE + many)
    branch.push()
    looked: list[str] = []
    check = Engine.check

    def counting(engine, document, *arguments, **named):
        looked.append(document.text)
        return check(engine, document, *arguments, **named)

    monkeypatch.setattr(Engine, "check", counting)
    reread("pr", "post", "12", "--no-model")
    assert sum("```suggestion" in each.body for each in branch.pull.comments) == 20
    assert len(looked) <= 2, "one to review it, one to verify its fixes"


def test_the_audit_log_says_what_was_posted_where(hosted, branch, reread):
    standin = hosted("github")
    reread("pr", "post", "12", "--no-model", "--dry-run")
    assert reread("audit").out == "nothing was sent\n"
    reread("pr", "post", "12", "--no-model", "--labels")
    entries = json.loads(reread("audit", "--format", "json").out)["requests"]
    about = {(each["provider"], each["endpoint"], each["repository"], each["number"]) for each in entries}
    assert about == {("github", standin.url, "acme/shop", 12)}
    assert [each["kind"] for each in entries] == ["comments", "summary", "labels"]
    assert entries[0]["code"] == [{"path": "a.py", "first_line": 6, "last_line": 6}]
    assert entries[0]["size"] == len(branch.pull.comments[0].body.encode())
    assert "new name" not in json.dumps(entries)
    [shown] = reread("audit", "--path", "a.py").out.splitlines()
    for part in ("comments", "github acme/shop 12", standin.url, "a.py:6-6", "bytes"):
        assert part in shown


def test_what_cannot_be_logged_is_not_posted(hosted, branch, reread):
    standin = hosted("github")
    os.makedirs(os.path.join(state_folder(), "audit.jsonl"))
    result = reread("pr", "post", "12", "--no-model")
    assert "cannot be written, so nothing is sent" in result.err
    assert (result.code, standin.changes) == (3, [])


def test_where_a_host_stops_half_way_it_is_said_what_is_there(hosted, branch, reread, monkeypatch):
    standin = hosted("github")
    answer = standin.answer
    refused = HostReply({"message": "Resource not accessible by integration"}, 403)
    monkeypatch.setattr(standin, "answer", lambda each: refused if "issues" in each.path else answer(each))
    result = reread("pr", "post", "12", "--no-model")
    said = result.err.splitlines()[-1]
    assert said.endswith(
        "; it needs `pull-requests: write` and `contents: read` (a classic token: the scope `repo`)"
        "; before that: 1 comment posted; the next run goes on from there"
    )
    assert (result.code, len(branch.pull.comments)) == (3, 1)


@pytest.mark.parametrize("command", ["pr post", "review", "check"])
def test_in_ci_too_a_fork_does_not_choose_its_rules(command, hosted, branch, reread, monkeypatch, tmp_path):
    hosted("github")
    TRAPS["settings"](branch.folder, reread)
    branch.push()
    arguments = (*command.split(), "--base", "main", *(() if command == "check" else ("--no-model",)))
    assert reread(*arguments).code != 1
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
    monkeypatch.setenv("GITHUB_EVENT_PATH", event(tmp_path, "stranger/shop"))
    result = reread(*arguments)
    assert (result.code, "a.py:6:5: error old-name" in result.out) == (1, True)


def test_a_person_may_post_on_a_fork_with_the_settings_of_the_base(hosted, branch, reread, monkeypatch):
    hosted("github")
    TRAPS["settings"](branch.folder, reread)
    branch.push()
    branch.pull.fork = True
    monkeypatch.setattr(pr, "is_person", lambda: True)
    result = reread("pr", "post", "12", "--no-model")
    assert "1 comment posted" in result.err
    branch.pull.reply(branch.pull.comments[0], "ada", "@reread dismiss: for now")
    assert "1 verdict by replies: count in this run" in reread("pr", "post", "12", "--no-model").err
    assert branch.pull.comments[0].resolved


def test_in_ci_the_number_and_the_host_are_known(hosted, branch, reread, monkeypatch, tmp_path):
    standin = hosted("github")
    Path(tmp_path / "settings.toml").write_text("")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
    monkeypatch.setenv("GITHUB_EVENT_PATH", event(tmp_path, "acme/shop"))
    monkeypatch.setenv("GITHUB_API_URL", standin.url)
    monkeypatch.setenv("GITHUB_REPOSITORY", "acme/shop")
    reread("pr", "post", "--no-model")
    assert len(branch.pull.comments) == 1
    assert marker_of(branch.pull.comments[0].body) is not None


def test_help_is_about_the_action(reread):
    post, fetch = (reread("pr", action, "--help") for action in ("post", "fetch"))
    assert post.out.startswith("usage: reread pr post [-h]")
    assert "--submit-verdict" in post.out
    assert fetch.out.startswith("usage: reread pr fetch [-h]")
    assert "--submit-verdict" not in fetch.out
    assert "ACTION" in reread("pr", "--help").out


def test_a_repository_cannot_say_who_gets_the_token(hosted, branch, reread):
    standin = hosted("github")
    branch.folder.write("reread.toml", '[pr]\nhost = "gitlab"\nurl = "http://127.0.0.1:1/api/v4"\n')
    branch.push()
    result = reread("pr", "post", "12", "--no-model")
    assert "pr.url: a repository cannot set this" in result.err
    assert standin.changes


def test_without_a_token_it_is_said_which_one_is_needed(hosted, reread, monkeypatch):
    hosted("gitlab")
    monkeypatch.delenv("REREAD_PR_TOKEN")
    result = reread("pr", "post", "12")
    assert "no token for GitLab: set REREAD_PR_TOKEN or GITLAB_TOKEN" in result.err
    assert result.code == 3


@pytest.mark.parametrize("name", STAND_INS)
def test_a_renamed_file_has_its_comment_where_its_new_line_is(name, hosted, branch, reread):
    hosted(name)
    text = BEFORE + "".join(f"\n\ndef rest_{each}():\n    return {each}\n" for each in range(20))
    folder = branch.folder
    folder.git("checkout", "--quiet", "main")
    folder.write("a.py", text)
    folder.commit()
    folder.git("checkout", "--quiet", "-B", "topic", "main")
    folder.git("mv", "a.py", "b.py")
    folder.write("b.py", text + "\n\ndef last(old_name):\n    old_name(1)\n")
    branch.push(before="main")
    assert "1 comment posted" in reread("pr", "post", "12", "--no-model").err
    assert [(each.path, each.line) for each in branch.pull.comments] == [("b.py", len(text.splitlines()) + 4)]


@pytest.mark.parametrize("name", STAND_INS)
def test_a_change_without_a_diff_gets_a_summary_alone(name, hosted, branch, reread):
    hosted(name)
    branch.folder.write("a.py", BEFORE)
    branch.push()
    result = reread("pr", "post", "12", "--no-model")
    assert "acme/shop 12: 0 comments posted, 0 changed, 0 closed" in result.err
    assert (result.code, branch.pull.comments, len(branch.pull.notes)) == (0, [], 1)


def test_a_change_whose_branch_is_deleted_is_named_in_one_line(hosted, branch, reread):
    standin = hosted("bitbucket")
    branch.pull.branch_gone = True
    result = reread("pr", "post", "12", "--no-model")
    assert [line for line in result.err.splitlines() if "branch" in line] == [f"reread: {NO_HEAD}: nothing was posted"]
    assert (result.code, standin.changes) == (1, [])
