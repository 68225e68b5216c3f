"""What git says about a change, in real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from reread.server import git
from reread.server.git import ChangedFile, GitError, LineRange


def paths(files: list[ChangedFile]) -> list[str]:
    return sorted(file.path for file in files)


def staged_content(repository: Path) -> dict[str, bytes]:
    files = [file for file in git.staged(str(repository)) if not file.conflict]
    return dict(
        zip(
            (file.path for file in files),
            git.contents(str(repository), (file.new_object for file in files)),
            strict=True,
        )
    )


def test_staged_content_is_that_of_the_index_and_not_of_the_disk(repository: Path) -> None:
    write(repository, "a.py", "one\ntwo\n")
    commit(repository)
    write(repository, "a.py", "one\nstaged\n")
    run(repository, "add", "a.py")
    write(repository, "a.py", "on disk\nstaged\n")
    assert staged_content(repository) == {"a.py": b"one\nstaged\n"}
    assert git.staged(str(repository))[0].lines == (LineRange(1, 2),)


def test_a_first_commit_has_only_new_files(repository: Path) -> None:
    write(repository, "a.py", "x = 1\n")
    run(repository, "add", "a.py")
    assert not git.has_commit(str(repository))
    (file,) = git.staged(str(repository))
    assert (file.path, file.lines, file.old_object) == ("a.py", None, "")
    assert paths(git.uncommitted(str(repository))) == ["a.py"]


@pytest.mark.parametrize(
    "name", ["with space.py", "tab\there.py", "line\nbreak.py", 'quo"te.py', "back\\slash.py", "žluť.py", "b/b.py"]
)
def test_odd_names_keep_their_changed_lines(repository: Path, name: str) -> None:
    write(repository, name, "one\ntwo\nthree\n")
    commit(repository)
    write(repository, name, "one\nTWO\nthree\n")
    run(repository, "add", "--all")
    (file,) = git.staged(str(repository))
    assert (file.path, file.lines) == (name, (LineRange(1, 2),))


def test_a_name_that_is_not_utf_8_survives(repository: Path) -> None:
    name = os.fsdecode(b"caf\xe9.py")
    write(repository, name, "one\n")
    commit(repository)
    write(repository, name, "one\ntwo\n")
    run(repository, "add", "--all")
    (file,) = git.staged(str(repository))
    assert (file.path, file.lines) == (name, (LineRange(1, 2),))
    assert staged_content(repository) == {name: b"one\ntwo\n"}


def test_the_users_diff_settings_change_nothing(repository: Path) -> None:
    run(repository, "config", "diff.noprefix", "true")
    run(repository, "config", "diff.external", "false")
    run(repository, "config", "color.ui", "always")
    run(repository, "config", "core.quotePath", "false")
    write(repository, "ž.py", "one\n")
    commit(repository)
    write(repository, "ž.py", "one\ntwo\n")
    run(repository, "add", "--all")
    assert git.staged(str(repository))[0].lines == (LineRange(1, 2),)


def test_a_renamed_file_has_its_old_name_and_content(repository: Path) -> None:
    write(repository, "old.py", "".join(f"line {number}\n" for number in range(20)))
    commit(repository)
    run(repository, "mv", "old.py", "new.py")
    (file,) = git.staged(str(repository))
    assert (file.path, file.old_path, file.lines) == ("new.py", "old.py", ())
    assert file.old_object == file.new_object


def test_deleted_files_links_and_submodules_are_left_out(repository: Path, tmp_path: Path) -> None:
    write(repository, "gone.py", "x\n")
    commit(repository)
    other = tmp_path / "other"
    other.mkdir()
    run(other, "init", "-q")
    write(other, "inner.py", "x\n")
    commit(other)
    run(repository, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "module")
    run(repository, "rm", "-q", "gone.py")
    (repository / "link.py").symlink_to("module")
    run(repository, "add", "--all")
    assert paths(git.staged(str(repository))) == [".gitmodules"]


def test_inside_a_submodule_its_own_changes_are_seen(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    run(other, "init", "-q")
    write(other, "inner.py", "x\n")
    commit(other)
    run(repository, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "module")
    write(repository, "module/inner.py", "y\n")
    run(repository / "module", "add", "inner.py")
    root = git.root_of(str(repository / "module"))
    assert paths(git.staged(root)) == ["inner.py"]


def test_a_worktree_has_its_own_index(repository: Path, tmp_path: Path) -> None:
    write(repository, "a.py", "x\n")
    commit(repository)
    run(repository, "worktree", "add", "-q", str(tmp_path / "second"))
    write(tmp_path / "second", "b.py", "y\n")
    run(tmp_path / "second", "add", "b.py")
    assert paths(git.staged(git.root_of(str(tmp_path / "second")))) == ["b.py"]
    assert git.staged(str(repository)) == []


def test_a_merge_conflict_is_marked(repository: Path) -> None:
    write(repository, "a.py", "base\n")
    commit(repository)
    run(repository, "switch", "-q", "-c", "side")
    write(repository, "a.py", "side\n")
    commit(repository)
    run(repository, "switch", "-q", "-")
    write(repository, "a.py", "ours\n")
    commit(repository)
    subprocess.run(["git", "merge", "-q", "side"], cwd=repository, capture_output=True, check=False)
    (file,) = git.staged(str(repository))
    assert (file.path, file.conflict) == ("a.py", True)


def test_uncommitted_is_staged_and_not_staged_and_unknown_but_not_ignored(repository: Path) -> None:
    for name in ("one.py", "two.py", "same.py"):
        write(repository, name, "x\n")
    write(repository, ".gitignore", "ignored.py\n")
    commit(repository)
    for name in ("one.py", "two.py", "new.py", "ignored.py"):
        write(repository, name, "y\n")
    run(repository, "add", "one.py")
    assert paths(git.uncommitted(str(repository))) == ["new.py", "one.py", "two.py"]


def test_since_a_branch_is_counted_from_where_the_two_parted(repository: Path) -> None:
    write(repository, "a.py", "x\n")
    commit(repository)
    run(repository, "branch", "base")
    write(repository, "mine.py", "x\n")
    commit(repository)
    run(repository, "switch", "-q", "base")
    write(repository, "theirs.py", "x\n")
    commit(repository)
    run(repository, "switch", "-q", "-")
    assert paths(git.since(str(repository), "base")) == ["mine.py"]


@pytest.mark.parametrize("reference", ["no-such-branch", "--output=/tmp/x", ""])
def test_a_base_that_is_no_commit_is_one_clear_line(repository: Path, reference: str) -> None:
    write(repository, "a.py", "x\n")
    commit(repository)
    with pytest.raises(GitError, match="is no commit"):
        git.since(str(repository), reference)


def test_outside_a_repository_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="is not in a git repository"):
        git.root_of(str(tmp_path))


def test_without_git_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git is not installed"):
        git.root_of(str(tmp_path))


def test_a_folder_that_is_not_there_is_not_blamed_on_git(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="no such folder"):
        git.root_of(str(tmp_path / "none"))


def test_content_that_looks_like_a_patch_is_not_read_as_one(repository: Path) -> None:
    write(repository, "a.txt", "one\n")
    commit(repository)
    write(repository, "a.txt", "one\n++ b/other.txt\n@@ -1 +90 @@\n")
    run(repository, "add", "--all")
    assert git.staged(str(repository))[0].lines == (LineRange(1, 3),)


def test_touches_counts_both_ends() -> None:
    file = ChangedFile("a.py", (LineRange(3, 5),))
    assert [file.touches(line, line) for line in (2, 3, 4, 5)] == [False, True, True, False]
    assert file.touches(0, 3)
    assert not file.touches(0, 2)


def test_removed_lines_alone_change_no_line_of_the_new_content(repository: Path) -> None:
    write(repository, "a.py", "one\ntwo\n")
    commit(repository)
    write(repository, "a.py", "one\n")
    run(repository, "add", "--all")
    assert git.staged(str(repository))[0].lines == ()


def test_the_default_base_is_what_the_remote_says(repository: Path) -> None:
    write(repository, "a.py", "x\n")
    commit(repository)
    assert git.default_base(str(repository)) is None
    run(repository, "update-ref", "refs/remotes/origin/trunk", "HEAD")
    run(repository, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert git.default_base(str(repository)) == "origin/trunk"


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def run(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    run(folder, "add", "--all")
    run(folder, "commit", "-q", "-m", "change")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "tester")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "tester@localhost")
    folder = tmp_path / "repository"
    folder.mkdir()
    run(folder, "init", "-q")
    return folder
