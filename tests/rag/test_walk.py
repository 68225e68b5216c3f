from __future__ import annotations

import os

import pytest

from reread.rag.source.walk import decode, read_text, relative, select, walk
from tests.rag.conftest import git, write


def names(folder, **options):
    return [found.path for found in walk(str(folder), **options).files]


@pytest.fixture(params=["git", "plain"])
def tree(folder, request):
    """A folder that is a git repository, and one that is not."""
    if request.param == "git":
        git(folder, "init", "-q")
    return folder


def test_ignored_files_are_left_out(tree):
    write(
        tree, {".gitignore": "*.log\n/build/\n!keep.log\n", "a.py": "", "a.log": "", "keep.log": "", "build/b.py": ""}
    )
    assert names(tree) == [".gitignore", "a.py", "keep.log"]


def test_the_nearest_ignore_file_decides(tree):
    write(tree, {".gitignore": "*.txt\n", "in/.gitignore": "!a.txt\n", "in/a.txt": "", "in/b.txt": "", "a.txt": ""})
    assert names(tree) == [".gitignore", "in/.gitignore", "in/a.txt"]


def test_rereadignore_works_like_gitignore(tree):
    write(
        tree,
        {".rereadignore": "generated/\n", "generated/a.py": "", "in/.rereadignore": "b.py", "in/b.py": "", "b.py": ""},
    )
    assert names(tree) == [".rereadignore", "b.py", "in/.rereadignore"]


def test_settings_exclude(tree):
    write(tree, {"a.py": "", "vendor/b.py": "", "in/c.min.js": ""})
    assert names(tree, exclude=("vendor/", "*.min.js")) == ["a.py"]


def test_large_files_are_skipped_with_a_note(tree):
    write(tree, {"large.py": "#" * 101, "small.py": "#" * 100})
    listing = walk(str(tree), max_file_size=100)
    assert [found.path for found in listing.files] == ["small.py"]
    assert [(skipped.path, skipped.reason) for skipped in listing.skipped] == [("large.py", "larger than 100 bytes")]


def test_more_files_than_the_limit_are_skipped_with_a_note(tree):
    write(tree, {"a.py": "", "b.py": "", "c.py": ""})
    listing = walk(str(tree), max_files=2)
    assert len(listing.files) == 2
    assert listing.skipped[0].reason == "beyond the first 2 files"


def test_links_are_not_followed(tree, tmp_path):
    write(tmp_path, {"outside/secret.py": ""})
    write(tree, {"a.py": ""})
    os.symlink(tmp_path / "outside", tree / "folder")
    os.symlink(tmp_path / "outside" / "secret.py", tree / "file.py")
    os.symlink(tree / "a.py", tree / "inside.py")
    assert names(tree) == ["a.py"]


def test_odd_names_are_found(tree):
    odd = ["with space.py", "häuser.py", "emoji 🙂.py", "quote'\".py", "new\nline.py", "-dash.py"]
    write(tree, dict.fromkeys(odd, ""))
    assert names(tree) == sorted(odd)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_utf8_is_skipped_with_a_note(tree):
    (tree / "a.py").touch()
    with open(os.fsencode(str(tree)) + b"/\xff.py", "w"):
        pass
    listing = walk(str(tree))
    assert [found.path for found in listing.files] == ["a.py"]
    assert "UTF-8" in listing.skipped[0].reason


def test_pipes_and_sockets_are_left_alone(tree):
    os.mkfifo(tree / "pipe.py")
    assert names(tree) == []


def test_environments_and_package_folders_are_never_read(folder):
    write(
        folder, {"node_modules/a/index.js": "", "env/pyvenv.cfg": "", "env/lib/a.py": "", ".git/config": "", "a.py": ""}
    )
    assert names(folder) == ["a.py"]


def test_a_deleted_tracked_file_is_not_listed(folder):
    git(folder, "init", "-q")
    write(folder, {"a.py": "", "b.py": ""})
    git(folder, "add", ".")
    (folder / "a.py").unlink()
    assert names(folder) == ["b.py"]


def test_nested_repositories_are_read_too(folder):
    write(folder, {"a.py": "", "inner/b.py": "", "inner/.gitignore": "c.py", "inner/c.py": ""})
    git(folder, "init", "-q")
    git(folder / "inner", "init", "-q")
    assert names(folder) == ["a.py", "inner/.gitignore", "inner/b.py"]


def test_a_folder_that_its_repository_ignores_can_still_be_opened(folder):
    git(folder, "init", "-q")
    write(folder, {".gitignore": "vendor/", "vendor/lib/a.py": ""})
    assert names(folder / "vendor") == ["lib/a.py"]


def test_a_hook_of_another_repository_does_not_mislead(folder, tmp_path, monkeypatch):
    write(tmp_path, {"other/o.py": ""})
    git(tmp_path / "other", "init", "-q")
    git(folder, "init", "-q")
    write(folder, {"a.py": ""})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    assert names(folder) == ["a.py"]


def test_a_repository_cannot_have_a_program_run(folder):
    git(folder, "init", "-q")
    write(folder, {"a.py": ""})
    git(folder, "config", "core.fsmonitor", f"touch '{folder}/ran'; false")
    assert names(folder) == ["a.py"]
    assert not (folder / "ran").exists()


def test_a_broken_pattern_costs_only_itself(tree):
    write(tree, {".rereadignore": "!\n[\nb.py\n", "a.py": "", "b.py": ""})
    assert "b.py" not in names(tree)
    assert "a.py" in names(tree)


def test_a_folder_that_is_not_there_is_empty(folder):
    assert walk(str(folder / "missing")).files == ()


def test_select_takes_only_what_walk_would(tree):
    write(tree, {".gitignore": "*.log", "in/.rereadignore": "b.py", "in/a.py": "", "in/b.py": "", "a.log": ""})
    paths = [str(tree / name) for name in ("in/a.py", "in/b.py", "a.log", "gone.py")] + ["/elsewhere/c.py"]
    assert [found.path for found in select(str(tree), paths).files] == ["in/a.py"]


def test_relative(folder):
    assert relative(str(folder), str(folder / "in" / "a.py")) == "in/a.py"
    assert relative(str(folder), str(folder)) == ""
    assert relative(str(folder), str(folder) + "-other/a.py") == ""


def test_relative_sees_through_a_link_to_the_folder(folder, tmp_path):
    os.symlink(folder, tmp_path / "link")
    assert relative(str(tmp_path / "link"), str(folder / "a.py")) == "a.py"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a = 1\r\n", "a = 1\r\n"),
        ("ä".encode(), "ä"),
        (b"\xef\xbb\xbfa", "a"),
        ("ä".encode("utf-16"), "ä"),
        ("ä".encode("utf-32"), "ä"),
        (b"caf\xe9", "café"),
        (b"", ""),
        (b"a\x00b", None),
    ],
)
def test_decode(data, text):
    assert decode(data) == text


def test_read_text_of_what_cannot_be_read(folder):
    assert read_text(str(folder), "missing") is None
    assert read_text(str(folder), "") is None


def test_our_own_files_are_never_read(tree, monkeypatch):
    """Closing one of its own databases would end the locks of the process that walks."""
    write(tree, {f"home/{kind}/index/catalogue.sqlite-shm": "a" for kind in ("cache", "state")})
    write(tree, {"home/cached.py": "a"})
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tree / "home" / "cache"))
    monkeypatch.setenv("REREAD_STATE_DIR", str(tree / "home" / "state"))
    assert names(tree) == ["home/cached.py"]
    inner = [str(path) for path in (tree / "home").rglob("*") if path.is_file()]
    assert [found.path for found in select(str(tree), inner).files] == ["home/cached.py"]


def test_a_workspace_among_our_own_files_is_walked(tree, monkeypatch):
    write(tree, {"a.py": "a"})
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tree))
    assert names(tree) == ["a.py"]
