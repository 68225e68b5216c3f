"""No command, hook, filter or helper that a repository names is run, whoever asks git for what."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reread.rag import history
from reread.rag.git.running import GitError
from reread.rag.source import ignore, walk
from reread.server import checking, git, personal
from reread.server.evaluation.making.case_folder import CaseFolder
from reread.server.evaluation.making.fixes import bug_fixes
from reread.server.evaluation.making.making import Making, Order
from reread.server.evaluation.states import States
from reread.server.evidence import walking
from reread.server.external import copying
from reread.server.git import LineRange, authors, churn, commit_files, line_history, recent
from reread.server.git import history as log
from reread.server.lsp.documents import git_base
from reread.server.pull_requests.values import PullRequest
from reread.server.pull_requests.watching.pull_copy import PullCopy
from reread.server.verification.copies import CopyError
from tests.our_code import nodes
from tests.security import hostile_git
from tests.security.hostile_git import CARRIERS, KEYS, Traps

ROOT = Path(__file__).parent.parent.parent
LIMIT = 1_000_000
WALK = walking.Walk(checking.Job(checking.RuleChoice(select=frozenset({"py/is-literal"}))))

ASKED: dict[str, Callable[[str], object]] = {
    "staged": git.staged,
    "uncommitted": git.uncommitted,
    "since": lambda root: git.since(root, "base"),
    "programs": git.programs,
    "hooks_folder": git.hooks_folder,
    "has_commit": git.has_commit,
    "head": git.head,
    "root_of": git.root_of,
    "merge_base": lambda root: git.merge_base(root, "base"),
    "gone": git.gone,
    "gone_from_index": lambda root: git.gone(root, in_index=True),
    "not_staged": git.not_staged,
    "removed": lambda root: git.removed(root, staged=False),
    "removed_from_index": lambda root: git.removed(root, staged=True),
    "together": lambda root: git.together(root, ["a.py", "b.py"]),
    "default_base": git.default_base,
    "contents": lambda root: [
        list(git.contents(root, [file.old_object])) for file in git.staged(root) if file.old_object
    ],
    "version": git.version,
    "at_head": lambda root: git.at_head(f"{root}/a.py"),
    "in_index": lambda root: git.in_index(f"{root}/b.py"),
    "user_name": git.user_name,
    "user_email": git.user_email,
    "branch": git.branch,
    "subjects": lambda root: git.subjects(root, "base"),
    "remote": git.remote,
    "written_elsewhere": lambda root: git.written_elsewhere(root, ["a.py", "b.py"]),
    "commit": git.commit,
    "file_at": lambda root: git.file_at(root, "HEAD", "a.py"),
    "author": log.author,
    "log": log.log,
    "range_of": lambda root: log.range_of(root, "base..HEAD"),
    "staged_changes": log.staged_changes,
    "commit_of": lambda root: log.commit_of(root, "base"),
    "changes_of": lambda root: log.changes_of(root, log.range_of(root, "base..HEAD")),
    "recent_authors": lambda root: authors.recent_authors(root, "HEAD", ["a.py", "b.py"]),
    "commit_files": lambda root: commit_files.commits(root, 10),
    "states": lambda root: shown(str(root)),
    "pull_copy": lambda root: fetched(root),
    "bug_fixes": lambda root: list(bug_fixes(str(root))),
    "making": lambda root: cases_made(str(root)),
    "authors_of": lambda root: authors.authors_of(root, "base"),
    "authors_of_lines": lambda root: authors.authors_of_lines(root, "HEAD", "a.py", [LineRange(0, 1)]),
    "naming": lambda root: authors.naming(root, ["maybe"]),
    "churn": churn.churn,
    "recent_in_path": lambda root: recent.in_path(str(root), "a.py"),
    "recent_in_definition": lambda root: recent.in_definition(str(root), "a.py", 1),
    "line_history": lambda root: line_history.line_history(str(root), "a.py", "x\n", 1, 9),
    "of_file": lambda root: git_base.of_file(f"{root}/a.py", "x\n", LIMIT),
    "of_file_of_a_submodule": lambda root: git_base.of_file(f"{root}/sub/a.py", "x\n", LIMIT),
    "of_file_in_what_looks_bare": lambda root: git_base.of_file(f"{root}/vendor/x.py", "x\n", LIMIT),
    "of_changes": lambda root: git_base.of_changes(root, LIMIT),
    "of_changes_in_what_looks_bare": lambda root: git_base.of_changes(f"{root}/vendor", LIMIT),
    "of_removed": lambda root: git_base.of_removed(root, LIMIT),
    "of_others": lambda root: git_base.of_others(root, LIMIT, f"{root}/a.py"),
    "names": personal._names,
    "walk": walk.walk,
    "walk_in_what_looks_bare": lambda root: walk.walk(f"{root}/vendor"),
    "select": lambda root: walk.select(root, [f"{root}/a.py", f"{root}/vendor/x.py"]),
    "ignored_by_git": lambda root: ignore.ignored_by_git(root, ["a.py", "vendor/x.py"]),
    "history": lambda root: history.refresh(root, root),
    "evidence": lambda root: list(walking.ended(root, WALK.job, walking.revisions(root, WALK), lambda *_: None)),
    "copy_of_the_index": lambda root: copied(copying.Judged(git.root_of(root))),
    "copy_of_a_commit": lambda root: copied(copying.Judged(git.root_of(root), "HEAD")),
}


def shown(root: str) -> None:
    made = States(root)
    try:
        for commit in commit_files.commits(root, 10):
            made.show(commit.identifier)
    finally:
        made.remove()


def fetched(root: str) -> None:
    """The head of a pull request, from wherever the settings of the repository say that it is, and from itself."""
    for address in (git.remote(root), root, f"file://{root}"):
        copy = PullCopy(root, address)
        try:
            copy.fetch(PullRequest(1, "", "", "", reference="HEAD", target="main"))
        except GitError as error:
            assert "\n" not in str(error)
        finally:
            copy.remove()


def cases_made(root: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        making = Making(root, CaseFolder(folder), Order((sys.executable, "-c", ""), 60, 2))
        try:
            making.require_passing_tests()
            making.fixes(lambda _: None)
            making.mutants(lambda _: None)
        finally:
            making.close()


def copied(judged: copying.Judged) -> None:
    with copying.copied(judged, judged.root, ()):
        pass


MAY_ASK = {
    "rag/history.py",
    "rag/source/ignore.py",
    "rag/source/walk.py",
    "server/__main__.py",
    "server/cli/base_settings.py",
    "server/cli/baseline.py",
    "server/cli/commands/ask.py",
    "server/cli/commands/check.py",
    "server/cli/commands/demo.py",
    "server/cli/commands/pr.py",
    "server/cli/commands/summary.py",
    "server/cli/doctor.py",
    "server/cli/fixing.py",
    "server/cli/hooking.py",
    "server/cli/additions/external.py",
    "server/cli/additions/index_look.py",
    "server/cli/reviewing/intent.py",
    "server/cli/reviewing/pull_request.py",
    "server/cli/reviewing/running.py",
    "server/cli/reviewing/watching.py",
    "server/cli/scope.py",
    "server/cli/sources.py",
    "server/conclusion/conclusion.py",
    "server/demo/project.py",
    "server/cli/rules/evidence.py",
    "server/evaluation/readers/mapped.py",
    "server/evaluation/retrieval/history.py",
    "server/evaluation/states.py",
    "server/evaluation/making/fixes.py",
    "server/evaluation/making/making.py",
    "server/evaluation/making/sources.py",
    "server/cli/reviewing/case_making.py",
    "server/cli/reviewing/retrieval_measuring.py",
    "server/cli/reviewing/measuring.py",
    "server/cli/reviewing/rule_answers.py",
    "server/evidence/walking.py",
    "server/external/copying.py",
    "server/known/recording.py",
    "server/overview/trend.py",
    "server/review/left_out.py",
    "server/review/stored_reviews.py",
    "server/lsp/documents/git_base.py",
    "server/lsp/features/generation.py",
    "server/mcp/tools/reviewing.py",
    "server/overview/collecting.py",
    "server/overview/health.py",
    "server/personal.py",
    "server/pull_requests/connecting.py",
    "server/pull_requests/fetching.py",
    "server/pull_requests/watching/pull_copy.py",
    "server/review/lookups/history.py",
    "server/setup/detection.py",
    "server/setup/hook.py",
    "server/generation/change_input.py",
}
"""Whoever uses git: what they ask is above, or is a command below. One who is new here has to be tried too."""

STATUS = ("status",)
COMMANDS_OF_A_PERSON = (
    ("-c", "core.quotePath=on", "status"),
    ("diff", "HEAD"),
    ("diff", "--no-ext-diff", "HEAD"),
    ("-c", "diff.external=", "diff", "HEAD"),
    ("log", "-n1", "-p"),
    ("add", "--all", "--", ":!sub", ":!vendor"),
)


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.slow
def test_nothing_runs_whatever_is_asked(hostile, traps: Traps, carrier: str) -> None:
    root = hostile(carrier)
    ask_everything(root)
    assert traps.ran == set()
    # The control: the same repository, looked at as people do.
    for command in COMMANDS_OF_A_PERSON:
        hostile_git.git(root, *command, check=False)
    expected = {"core.fsmonitor", "filter.canary.clean", "filter.canary-process.process", "gpg.program"}
    expected |= {"diff.external", "diff.canary-text.textconv", "diff.canary-command.command", "hook.post-index-change"}
    assert expected - traps.ran == set()


@pytest.mark.slow
def test_a_lost_object_is_fetched_from_nowhere(hostile, traps: Traps) -> None:
    root = hostile(promise=True)
    ask_everything(root)
    assert traps.ran == set()
    hostile_git.git(root, "cat-file", "blob", "HEAD:inner/c.py", check=False)
    assert "core.sshCommand" in traps.ran


@pytest.mark.slow
@pytest.mark.parametrize("url", ["ext::{}", "{}", "file://{}", "git://x.invalid/x", "canary::x"])
def test_no_transport_runs_a_command(hostile, traps: Traps, url: str) -> None:
    root = hostile(promise=True)
    made = url.format(traps.command("transport") if "ext" in url else root)
    hostile_git.git(root, "config", "--file", ".git/config", "remote.origin.url", made)
    ask_everything(root)
    assert traps.ran == set()


@pytest.mark.slow
def test_without_the_variable_of_new_versions_of_git_nothing_is_fetched_either(
    hostile, traps: Traps, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reread.rag.git import running

    monkeypatch.delitem(running._SET, "GIT_NO_LAZY_FETCH")
    ask_everything(hostile(promise=True))
    assert traps.ran == set()


def test_a_worktree_runs_nothing(hostile, traps: Traps) -> None:
    root = hostile("worktree-config", worktree=True)
    ask_everything(root)
    assert traps.ran == set()
    hostile_git.git(root, "-c", "x.y=z", "diff", "HEAD", "--", check=False)
    assert "core.fsmonitor" in traps.ran


def test_plain_files_that_look_like_a_repository_are_none(hostile, traps: Traps) -> None:
    root = hostile()
    assert git.root_of(str(root / "vendor")) == str(root)
    hostile_git.git(root / "vendor", "diff", "HEAD", "--", check=False)
    assert "embedded.core.fsmonitor" in traps.ran


def test_outside_of_every_repository_they_are_none_either(tmp_path: Path, traps: Traps) -> None:
    source = hostile_git.harmless(tmp_path / "source")
    (tmp_path / "unpacked").mkdir()
    hostile_git.git(tmp_path, "clone", "-q", "--bare", str(source), str(tmp_path / "unpacked/bare"))
    hostile_git.plant(tmp_path / "unpacked/bare", traps)
    with pytest.raises(GitError, match="not in a git repository"):
        git.root_of(str(tmp_path / "unpacked/bare"))


def test_a_submodules_traps_do_not_run(hostile, traps: Traps) -> None:
    root = hostile()
    assert git.root_of(str(root / "sub")) == str(root / "sub")
    ask_everything(root / "sub")
    assert traps.ran == set()
    hostile_git.git(root / "sub", "status", check=False)
    assert "submodule.core.fsmonitor" in traps.ran


def test_every_key_of_gits_list_that_may_name_a_command_is_planted() -> None:
    listed = subprocess.run(["git", "help", "--config"], capture_output=True, text=True, check=True).stdout.split()
    may = re.compile(
        r"(?:cmd|command|program|editor|pager|helper|hook|hooksPath|external|textconv|driver|clean|smudge|process|tool"
        r"|tunnel|browser|vcs|uploadpack|receivepack|fsmonitor|askPass|gitProxy|diffFilter|sshCommand|httpd)$",
        re.IGNORECASE,
    )
    no_commands = {"column.clean", "notes.rewrite.<command>", "gitcvs.dbDriver", "remote.<name>.vcs", "pager.<cmd>"}
    no_commands |= {"advice.ignoredHook", "advice.waitingForEditor", "color.pager", "diff.<driver>.cachetextconv"}
    planted = {
        re.sub(r"canary(?:-\w+)?|origin|(?<=^gpg\.)(?:openpgp|ssh|x509)(?=\.program)", "<>", key) for key in KEYS
    }
    wanted = {re.sub(r"<.*?>", "<>", key) for key in listed if may.search(key) and key not in no_commands}
    assert {key.lower() for key in wanted} - {key.lower() for key in planted} == set()


@pytest.mark.slow
def test_whoever_uses_git_is_tried_here() -> None:
    assert users() == MAY_ASK
    asked = {
        name
        for name, value in vars(git).items()
        if name[0] != "_" and callable(value) and getattr(value, "__module__", "") == git.__name__
    }
    assert asked - ASKED.keys() == set()


def users() -> set[str]:
    found = set()
    for part in ("analyzers", "rag", "server"):
        for path in (ROOT / part).rglob("*.py"):
            name = path.relative_to(ROOT).as_posix()
            if name.startswith(("rag/git/", "server/git/")):
                continue
            for node in nodes(path.read_text(encoding="utf-8")):
                if isinstance(node, ast.ImportFrom):
                    whole = {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
                    if any(each.startswith(("reread.server.git", "reread.rag.git")) for each in whole):
                        found.add(name)
    return found


def ask_everything(root: Path) -> None:
    """All that any part of the program asks of git; one that cannot be answered says so in one line."""
    for ask in ASKED.values():
        try:
            ask(str(root))
        except (GitError, git_base.NoBaseError, CopyError) as error:
            assert "\n" not in str(error)
