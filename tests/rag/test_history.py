"""What the git history says changes together, and that it reaches who asks about a change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reread.rag import history
from reread.rag.history import History, Together
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import git, write
from tests.rag.test_retrieve import context

BOTH = ("shop/tax.py", "service/main.go")


@pytest.fixture
def repository(sample):
    git(sample, "init", "-q")
    commit(sample, *BOTH)
    return sample


@pytest.fixture
def kept(tmp_path):
    """Where a history is kept."""
    (tmp_path / "index").mkdir()
    return str(tmp_path / "index")


def commit(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.write_text(path.read_text() + "\n")
    git(folder, "add", *names)
    git(folder, "commit", "-qm", "Both")


def test_files_that_were_twice_in_one_commit_change_together():
    known = History((frozenset("ab"), frozenset("a"), frozenset("abc"), frozenset("bc")))
    assert known.together("a") == {"b": Together(2, 3)}
    assert known.together("z") == {}


def test_a_habit_of_many_commits_counts_for_more_than_one_of_few():
    assert Together(9, 9).share > Together(2, 2).share > Together(2, 9).share
    assert Together(7, 9).reason == "changed together with it in 7 of 9 commits"


def test_new_commits_are_put_before_those_that_are_known(repository, kept, monkeypatch):
    history.refresh(str(repository), kept)
    assert history.of_index(kept).commits == (frozenset(BOTH),)
    commit(repository, "shop/tax.py")
    asked = []
    monkeypatch.setattr(history, "_git_output", lambda folder, *words: asked.append(words) or run(folder, *words))
    history.refresh(str(repository), kept)
    assert history.of_index(kept).commits == (frozenset({"shop/tax.py"}), frozenset(BOTH))
    assert ".." in next(words for words in asked if words[0] == "log")[-2]
    asked.clear()
    history.refresh(str(repository), kept)
    assert [words[0] for words in asked] == ["rev-parse"]


run = history._git_output


def test_another_branch_has_a_history_of_its_own(repository, kept):
    commit(repository, "shop/tax.py")
    history.refresh(str(repository), kept)
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-qm", "Other")
    history.refresh(str(repository), kept)
    assert history.of_index(kept).commits == (frozenset(BOTH),)


def test_a_folder_of_a_repository_knows_what_is_in_it(repository, kept):
    history.refresh(str(repository / "shop"), kept)
    assert history.of_index(kept).commits == (frozenset({"tax.py"}),)


def test_commits_of_very_many_files_say_nothing(repository, kept):
    many = {f"m{number}.py": "" for number in range(21)}
    write(repository, many)
    commit(repository, *many)
    history.refresh(str(repository), kept)
    assert history.of_index(kept).commits == (frozenset(BOTH),)


def test_names_that_are_no_text_survive(repository, kept):
    name = os.fsdecode(b"sh\xfcp.py")
    (repository / name).write_text("")
    commit(repository, name)
    history.refresh(str(repository), kept)
    assert frozenset({name}) in history.of_index(kept).commits


@pytest.mark.parametrize("content", [b"", b"\xff\0\0", b"abc\0\0a\0b\0\0"])
def test_what_is_no_history_of_this_repository_is_read_anew(repository, kept, content):
    Path(kept, "history").write_bytes(content)
    history.refresh(str(repository), kept)
    assert history.of_index(kept).commits == (frozenset(BOTH),)


def test_without_a_repository_or_a_commit_there_is_none(sample, kept):
    history.refresh(str(sample), kept)
    git(sample, "init", "-q")
    history.refresh(str(sample), kept)
    assert history.of_index(kept) == History(()) and not os.listdir(kept)


def test_a_repository_that_does_not_answer_has_none_until_the_next_commit(repository, kept, monkeypatch):
    monkeypatch.setattr(
        history, "_git_output", lambda folder, *words: None if words[0] == "log" else run(folder, *words)
    )
    history.refresh(str(repository), kept)
    assert history.of_index(kept) == History(())
    assert Path(kept, "history").exists()


def test_a_history_that_cannot_be_kept_is_done_without(repository, kept):
    (Path(kept) / "history").mkdir()
    history.refresh(str(repository), kept)
    assert history.of_index(kept) == History(())


def test_a_review_is_shown_what_changes_together_and_how_often(repository):
    for _ in range(7):
        commit(repository, *BOTH)
    commit(repository, "shop/tax.py")
    index = WorkspaceIndex(str(repository))
    try:
        index.run()
        found = context(index, repository, "shop/tax.py", "def value_added_tax")
        (reason,) = {piece.reason for piece in found if piece.path == "service/main.go"}
        assert reason == "changed together with it in 8 of 9 commits"
        text = (repository / "shop/tax.py").read_text()
        alone = index.context(str(repository / "shop/tax.py"), text, 0, 4, source="symbols")
        assert "service/main.go" not in {piece.path for piece in alone}
    finally:
        index.close()
