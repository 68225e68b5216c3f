"""What git says of a repository is what its objects are, whatever its `.git` wants to have shown instead.

Who: whoever made the `.git`. What must not happen: a review reads other code than what was committed, or names other
authors and owners, because a key, a replacement or a graft changes what git answers.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reread.rag.git.running import GitError
from reread.server import git
from reread.server.lsp.documents.git_base import NoBaseError
from tests.security import hostile_git
from tests.security.test_git_runs_nothing import ASKED

SETTINGS = {
    "blame.coloring": "highlightRecent",
    "blame.date": "relative",
    "blame.markIgnoredLines": "true",
    "blame.showEmail": "true",
    "color.diff": "always",
    "color.grep": "always",
    "color.ui": "always",
    "column.ui": "always",
    "core.abbrev": "4",
    "core.attributesFile": "/etc/passwd",
    "core.autocrlf": "true",
    "core.ignoreCase": "true",
    "core.sparseCheckout": "true",
    "diff.algorithm": "patience",
    "diff.context": "0",
    "diff.dstPrefix": "\x1b[2J/",
    "diff.ignoreSubmodules": "all",
    "diff.mnemonicPrefix": "true",
    "diff.noprefix": "true",
    "diff.orderFile": "/dev/null",
    "diff.relative": "true",
    "diff.renameLimit": "1",
    "diff.submodule": "log",
    "diff.wordRegex": ".",
    "format.pretty": "email",
    "grep.column": "true",
    "grep.extendedRegexp": "true",
    "grep.fullName": "true",
    "grep.lineNumber": "true",
    "grep.patternType": "perl",
    "i18n.commitEncoding": "utf-16",
    "i18n.logOutputEncoding": "utf-16",
    "log.abbrevCommit": "true",
    "log.date": "relative",
    "log.decorate": "full",
    "log.follow": "true",
    "log.mailmap": "true",
    "log.showRoot": "false",
    "mailmap.blob": "HEAD:a.py",
    "mailmap.file": "/etc/passwd",
    "notes.displayRef": "refs/notes/*",
    "status.showUntrackedFiles": "no",
}
NO_VALUES = {"names", "uncommitted", "since", "of_changes", "walk", "walk_in_what_looks_bare"}
"""What gives objects that have to be read out, by way of others that are asked here too."""


def said(root: Path) -> dict[str, object]:
    return {name: answered(ask, root) for name, ask in ASKED.items() if name not in NO_VALUES}


def answered(ask: Callable[[str], object], root: Path) -> object:
    try:
        return ask(str(root))
    except (GitError, NoBaseError) as error:
        return str(error)


@pytest.fixture
def repository(tmp_path: Path, isolated: None) -> Path:
    return hostile_git.harmless(tmp_path / "repository")


@pytest.mark.slow
def test_no_key_changes_what_git_answers(repository: Path) -> None:
    hostile_git.changed(repository)
    before = said(repository)
    plain = [hostile_git.git(repository, *words) for words in PLAIN]
    for key, value in SETTINGS.items():
        hostile_git.git(repository, "config", key, value)
    assert said(repository) == before
    others = [hostile_git.git(repository, *words, check=False) for words in PLAIN]
    assert all(map(str.__ne__, plain, others))


PLAIN = (("log", "--format=%s", "--name-only"), ("grep", "maybe"), ("blame", "a.py"), ("diff", "HEAD"))
"""What a person asks, who is answered otherwise."""


def replaced(root: Path, name: str, content: str) -> None:
    other = hostile_git.git(root, "hash-object", "-w", "--stdin", data=content.encode())
    hostile_git.git(root, "replace", name, other)


def test_a_replaced_file_is_read_as_it_was_committed(repository: Path) -> None:
    replaced(repository, "HEAD:a.py", "harmless\n")
    assert "eval(" not in hostile_git.git(repository, "show", "HEAD:a.py")
    assert b"eval(" in (git.file_at(str(repository), "HEAD", "a.py") or b"")
    [change] = ASKED["changes_of"](str(repository))  # type: ignore[misc]
    assert b"eval(" in change.after


def test_a_replaced_commit_is_the_one_that_was_made(repository: Path) -> None:
    hostile_git.git(repository, "replace", "HEAD", "base")
    assert hostile_git.git(repository, "log", "-n1", "--format=%s") == "one"
    assert git.subjects(str(repository), "base") == ["two"]


def test_a_graft_hides_no_commit(repository: Path) -> None:
    head = hostile_git.git(repository, "rev-parse", "HEAD")
    (repository / ".git/info").mkdir(exist_ok=True)
    (repository / ".git/info/grafts").write_text(f"{head}\n")
    counted = ["git", "rev-list", "--count", "HEAD"]
    assert subprocess.run(counted, cwd=repository, capture_output=True, check=True).stdout.strip() == b"1"
    assert git.merge_base(str(repository), "base") == hostile_git.git(repository, "rev-parse", "base")
