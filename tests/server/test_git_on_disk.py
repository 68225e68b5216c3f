"""What is known of files on disk, which are compared with objects here and not by git."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.rag.git import repository as repositories
from reread.rag.git.running import GitError, GitLocation, environment
from reread.server import git
from reread.server.git import ChangedFile, LineRange
from reread.server.git.lines import changed_lines
from tests.server.test_git import commit, paths, repository, run, write

__all__ = ["repository"]

TEXT = "one\ntwo\nthree\n"


def test_a_check_out_with_other_line_endings_is_no_change(repository: Path) -> None:
    write(repository, "a.py", TEXT)
    commit(repository)
    write(repository, "a.py", TEXT.replace("\n", "\r\n"))
    assert git.uncommitted(str(repository)) == []
    assert git.not_staged(str(repository)) == frozenset()


def test_committed_with_crlf_and_checked_out_without_is_no_change_either(repository: Path) -> None:
    write(repository, "a.py", TEXT.replace("\n", "\r\n"))
    commit(repository)
    write(repository, "a.py", TEXT)
    assert git.uncommitted(str(repository)) == []


@pytest.mark.parametrize("setting", ["true", "input", "false"])
def test_a_changed_line_is_one_changed_line_whatever_the_endings(repository: Path, setting: str) -> None:
    run(repository, "config", "core.autocrlf", setting)
    write(repository, "a.py", TEXT)
    commit(repository)
    write(repository, "a.py", "one\r\nTWO\r\nthree\r\n")
    (file,) = git.uncommitted(str(repository))
    assert file.lines == (LineRange(1, 2),)


@pytest.mark.parametrize("attribute", ["text eol=crlf", "text=auto", "-text", "-diff", "binary"])
def test_attributes_hide_no_change(repository: Path, attribute: str) -> None:
    write(repository, ".gitattributes", f"*.py {attribute}\n")
    write(repository, "a.py", TEXT)
    commit(repository)
    write(repository, "a.py", "one\nTWO\nthree\n")
    (file,) = git.uncommitted(str(repository))
    assert (file.path, file.lines) == ("a.py", (LineRange(1, 2),))


def test_an_encoding_of_the_working_tree_is_undone(repository: Path) -> None:
    write(repository, ".gitattributes", "*.txt working-tree-encoding=UTF-16LE\n")
    (repository / "a.txt").write_bytes(TEXT.encode("utf-16-le"))
    commit(repository)
    (repository / "a.txt").write_bytes(TEXT.replace("two", "TWO").encode("utf-16-le"))
    (file,) = git.uncommitted(str(repository))
    assert file.lines == (LineRange(1, 2),)
    (repository / "a.txt").write_bytes(TEXT.encode("utf-16-le"))
    os.utime(repository / "a.txt", (1, 1))
    assert git.uncommitted(str(repository)) == []


def test_an_expanded_id_is_no_change(repository: Path) -> None:
    write(repository, ".gitattributes", "*.py ident\n")
    write(repository, "a.py", "# $Id$\n")
    commit(repository)
    write(repository, "a.py", "# $Id: 0123456789 $\n")
    assert git.uncommitted(str(repository)) == []


def test_a_large_file_kept_elsewhere_is_compared_with_its_pointer(repository: Path) -> None:
    content = b"picture" * 10
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{hashlib.sha256(content).hexdigest()}\nsize 70\n"
    write(repository, "a.bin", pointer)
    commit(repository)
    write(repository, ".git/info/attributes", "*.bin filter=lfs\n")
    (repository / "a.bin").write_bytes(content)
    assert git.uncommitted(str(repository)) == []
    (repository / "a.bin").write_bytes(content + b"!")
    assert git.uncommitted(str(repository)) == [ChangedFile("a.bin", None)]


def test_a_change_as_old_as_the_index_is_seen(repository: Path) -> None:
    write(repository, "a.py", "one\n")
    commit(repository)
    index = os.stat(repository / ".git/index")
    write(repository, "a.py", "two\n")
    os.utime(repository / "a.py", ns=(index.st_atime_ns, index.st_mtime_ns))
    assert paths(git.uncommitted(str(repository))) == ["a.py"]


def test_a_file_that_is_only_announced_is_new(repository: Path) -> None:
    write(repository, "a.py", "one\n")
    commit(repository)
    write(repository, "b.py", "two\n")
    run(repository, "add", "--intent-to-add", "b.py")
    assert git.uncommitted(str(repository)) == [ChangedFile("b.py", None)]
    assert git.staged(str(repository)) == []


def test_staged_and_undone_on_disk_is_no_change_on_disk(repository: Path) -> None:
    write(repository, "a.py", "one\n")
    commit(repository)
    write(repository, "a.py", "two\n")
    run(repository, "add", "a.py")
    write(repository, "a.py", "one\n")
    assert git.uncommitted(str(repository)) == []
    assert paths(git.staged(str(repository))) == ["a.py"]
    assert git.not_staged(str(repository)) == frozenset({"a.py"})


def test_what_is_left_out_of_a_sparse_check_out_is_not_gone(repository: Path) -> None:
    write(repository, "kept/a.py", "one\n")
    write(repository, "left/b.py", "one\n")
    commit(repository)
    run(repository, "sparse-checkout", "set", "kept")
    assert not (repository / "left").exists()
    assert git.gone(str(repository)) == []
    assert git.uncommitted(str(repository)) == []


@pytest.mark.parametrize("how", ["disk", "index"])
def test_a_deleted_file_is_gone(repository: Path, how: str) -> None:
    write(repository, "a.py", "one\n")
    commit(repository)
    (repository / "a.py").unlink()
    if how == "index":
        run(repository, "add", "--all")
    assert [file.path for file in git.gone(str(repository), in_index=how == "index")] == ["a.py"]
    assert git.removed(str(repository), staged=how == "index") == [("a.py", b"one\n")]
    assert git.uncommitted(str(repository)) == []


@pytest.mark.parametrize("kind", ["packed", "v4", "split", "sha256"])
def test_every_form_of_a_repository_is_read(tmp_path: Path, repository: Path, kind: str) -> None:
    if kind == "sha256":
        shutil.rmtree(repository / ".git")
        run(repository, "init", "-q", "--object-format=sha256")
    assert git.staged(str(repository)) == []
    write(repository, "a.py", TEXT)
    write(repository, "b.py", TEXT)
    if kind == "v4":
        run(repository, "update-index", "--index-version", "4")
    commit(repository)
    if kind == "packed":
        run(repository, "gc", "-q")
    if kind == "split":
        run(repository, "update-index", "--split-index")
    write(repository, "a.py", "one\nTWO\nthree\n")
    run(repository, "add", "a.py")
    write(repository, "b.py", "one\ntwo\nTHREE\n")
    assert [(file.path, file.lines) for file in git.staged(str(repository))] == [("a.py", (LineRange(1, 2),))]
    found = {file.path: file.lines for file in git.uncommitted(str(repository))}
    assert found == {"a.py": (LineRange(1, 2),), "b.py": (LineRange(2, 3),)}


def test_in_a_partial_clone_what_is_not_here_is_one_clear_line(repository: Path, tmp_path: Path) -> None:
    write(repository, "a.py", TEXT)
    commit(repository)
    write(repository, "a.py", "new\n")
    commit(repository)
    run(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    run(tmp_path, "clone", "-q", "--filter=blob:none", repository.as_uri(), str(clone))
    write(clone, "b.py", "x\n")
    assert paths(git.uncommitted(str(clone))) == ["b.py"]
    run(clone, "reset", "-q", "--soft", "HEAD~1")
    with pytest.raises(GitError, match="the clone is partial or damaged"):
        git.staged(str(clone))


@pytest.mark.parametrize("arguments", [["-a"], ["--", "a.py"], ["--only", "a.py"]])
def test_in_a_hook_the_commit_is_what_its_index_says(repository: Path, arguments: list[str], monkeypatch) -> None:
    write(repository, "a.py", "one\n")
    write(repository, "b.py", "one\n")
    commit(repository)
    seen = repository.parent / "seen"
    hook = repository / ".git/hooks/pre-commit"
    hook.write_text(f'#!/bin/sh\nenv | grep ^GIT_ > "{seen}"\ncp "$GIT_INDEX_FILE" "{seen}.index"\nexit 1\n')
    hook.chmod(0o755)
    write(repository, "a.py", "two\n")
    write(repository, "c.py", "new\n")
    run(repository, "add", "c.py")
    subprocess.run(["git", "commit", "-q", "-m", "x", *arguments], cwd=repository, check=False, capture_output=True)
    given = dict(line.split("=", 1) for line in seen.read_text().splitlines())
    name = given["GIT_INDEX_FILE"]
    # The hook's index is gone by now: put there what it was.
    shutil.copy(f"{seen}.index", repository / name)
    for variable, value in given.items():
        monkeypatch.setenv(variable, value)
    staged = paths(git.staged(str(repository)))
    assert staged == (["a.py", "c.py"] if arguments == ["-a"] else ["a.py"])
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert paths(git.staged(str(repository))) == ["c.py"]


def test_in_a_hook_of_a_worktree_its_variables_name_what_is_found(
    repository: Path, tmp_path: Path, monkeypatch
) -> None:
    write(repository, "a.py", "x\n")
    commit(repository)
    run(repository, "worktree", "add", "-q", str(tmp_path / "second"))
    write(tmp_path / "second", "b.py", "y\n")
    run(tmp_path / "second", "add", "b.py")
    monkeypatch.setenv("GIT_DIR", str(repository / ".git/worktrees/second"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository / ".git/worktrees/second/index"))
    assert paths(git.staged(str(tmp_path / "second"))) == ["b.py"]
    # What belongs to another repository does not count.
    assert git.staged(str(repository)) == []


def test_a_repository_beside_its_files_is_known_by_both_variables(
    repository: Path, tmp_path: Path, monkeypatch
) -> None:
    files = tmp_path / "home"
    files.mkdir()
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(files))
    write(files, "a.py", "x\n")
    run(files, "add", "a.py")
    assert git.root_of(str(files)) == str(files)
    assert paths(git.staged(str(files))) == ["a.py"]
    monkeypatch.delenv("GIT_WORK_TREE")
    with pytest.raises(GitError, match="not in a git repository"):
        git.root_of(str(files))


def test_a_git_file_that_leads_among_the_files_is_refused(repository: Path) -> None:
    run(repository, "clone", "-q", "--bare", str(repository), "plain")
    write(repository, "inner/.git", "gitdir: ../plain\n")
    with pytest.raises(GitError, match="no part of git's"):
        git.root_of(str(repository / "inner"))


def test_a_folder_with_an_empty_dot_git_is_looked_through(repository: Path) -> None:
    (repository / "inner/.git").mkdir(parents=True)
    assert git.root_of(str(repository / "inner")) == str(repository)


def test_of_another_owner_it_says_what_to_do(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "fatal: detected dubious ownership in repository at '/x'\nTo add an exception, call:\n"

    def refused(place: GitLocation, arguments: list[str]) -> bytes:
        raise GitError(said.splitlines()[0])

    monkeypatch.setattr(repositories, "run", refused)
    repositories._require_trust.cache_clear()
    with pytest.raises(GitError) as caught:
        git.root_of(str(repository))
    assert str(caught.value) == (
        f"{repository} belongs to another user; if you trust it, run: "
        f"git config --global --add safe.directory {repository}"
    )


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root may give a folder away")
def test_what_git_says_of_another_owner_is_understood(repository: Path) -> None:
    for path in (repository, repository / ".git"):
        os.chown(path, 4321, 4321)
    repositories._require_trust.cache_clear()
    with pytest.raises(GitError, match="--add safe"):
        git.root_of(str(repository))


def test_no_variable_of_git_is_passed_on_but_those_of_a_person() -> None:
    outside = {"GIT_DIR": "/x", "GIT_SSH_COMMAND": "evil", "GIT_CONFIG_GLOBAL": "/mine", "PATH": "/bin"}
    made = environment(outside, GitLocation("/work"))
    assert ("GIT_DIR" in made, made["GIT_SSH_COMMAND"], made["GIT_CONFIG_GLOBAL"]) == (False, "false", "/mine")
    assert made["PATH"] == "/bin"


def test_git_is_not_taken_from_the_current_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = repository / "git"
    trap.write_text(f"#!/bin/sh\ntouch {repository}/ran\n")
    trap.chmod(0o755)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert git.root_of(str(repository)) == str(repository)
    assert not (repository / "ran").exists()


LINES = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12).map(lambda lines: "".join(f"{x}\n" for x in lines))


@given(LINES, LINES)
def test_lines_that_did_not_change_are_those_of_the_old_content_in_order(old: str, new: str) -> None:
    ranges = changed_lines(old.encode(), new.encode())
    changed = {line for start, end in ranges for line in range(start, end)}
    left = iter(old.split("\n"))
    assert all(line in left for number, line in enumerate(new.split("\n")[:-1]) if number not in changed)
    assert changed_lines(old.encode(), old.replace("\n", "\r\n").encode()) == ()
    assert changed_lines(b"\0" + old.encode(), new.encode()) == ()
