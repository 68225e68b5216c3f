"""What files were at HEAD, in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from reread.server.lsp.documents import git_base

LIMIT = 1_000_000


def test_a_file_as_it_was_at_head(repository: Path) -> None:
    before = (repository / "a.py").read_text()
    (repository / "a.py").write_text("changed\n")
    assert git_base.of_file(str(repository / "a.py"), "changed\n", LIMIT) == before


def test_a_new_file_was_nothing(repository: Path) -> None:
    assert git_base.of_file(str(repository / "new.py"), "x\n", LIMIT) is None


def test_line_endings_alone_are_no_change(repository: Path) -> None:
    text = (repository / "a.py").read_text().replace("\n", "\r\n")
    assert git_base.of_file(str(repository / "a.py"), text, LIMIT) == text


def test_a_file_in_no_repository_has_no_base(tmp_path: Path) -> None:
    with pytest.raises(git_base.NoBaseError, match="not in a git repository"):
        git_base.of_file(str(tmp_path / "a.py"), "", LIMIT)


def test_without_git_there_is_no_base(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(git_base.NoBaseError, match="git is not installed"):
        git_base.of_file(str(repository / "a.py"), "", LIMIT)
    with pytest.raises(git_base.NoBaseError, match="git is not installed"):
        git_base.of_changes(str(repository), LIMIT)


def test_changes_are_those_below_the_folder(repository: Path) -> None:
    inner = repository / "inner"
    inner.mkdir()
    (inner / "b.py").write_text("b\n")
    (repository / "a.py").write_text("changed\n")
    assert git_base.of_changes(str(inner), LIMIT) == [(str(inner / "b.py"), None)]
    assert {path for path, _ in git_base.of_changes(str(repository), LIMIT)} == {
        str(repository / "a.py"),
        str(inner / "b.py"),
    }


def test_removed_are_files_that_are_gone_or_have_another_name(repository: Path, tmp_path: Path) -> None:
    before = (repository / "a.py").read_text()
    assert git_base.of_removed(str(repository), LIMIT) == []
    (repository / "a.py").rename(repository / "b.py")
    assert git_base.of_removed(str(repository), LIMIT) == [(str(repository / "a.py"), before)]
    assert git_base.of_removed(str(repository), 10) == []
    link, inner = tmp_path / "link", repository / "inner"
    link.symlink_to(repository)
    inner.mkdir()
    assert git_base.of_removed(str(link), LIMIT) == [(str(link / "a.py"), before)]
    assert git_base.of_removed(str(inner), LIMIT) == []


def test_in_no_repository_nothing_can_have_been_removed(tmp_path: Path) -> None:
    with pytest.raises(git_base.NoBaseError, match="not in a git repository"):
        git_base.of_removed(str(tmp_path), LIMIT)


def test_a_folder_behind_a_link_keeps_its_spelling(repository: Path, tmp_path: Path) -> None:
    before = (repository / "a.py").read_text()
    (repository / "a.py").write_text("changed\n")
    link = tmp_path / "link"
    link.symlink_to(repository)
    assert git_base.of_changes(str(link), LIMIT) == [(str(link / "a.py"), before)]


def test_content_that_is_no_text_has_no_base(repository: Path) -> None:
    (repository / "a.py").write_text("changed\n")
    assert git_base.of_changes(str(repository), 10) == [(str(repository / "a.py"), None)]
