"""The copy of a workspace: what is in it, that nothing leads back out of it, and that nothing of it is left."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reread.server.verification import copies
from reread.server.verification.copies import Copy, CopyError, remove_leftovers
from tests.server.verification.conftest import everything


@pytest.fixture
def copy(workspace: Path):
    made = Copy(str(workspace), ())
    yield made
    made.remove()


def names(copy: Copy) -> set[str]:
    return set(everything(Path(copy.folder)))


def test_it_has_what_is_not_ignored(copy, workspace):
    assert names(copy) == {"a.py", "lib/b.py", ".gitignore", ".rereadignore"}
    assert everything(Path(copy.folder)).items() <= everything(workspace).items()


def test_settings_exclude_from_it_too(workspace):
    made = Copy(str(workspace), ("lib/",))
    assert "lib/b.py" not in names(made)
    made.remove()


def test_programs_stay_programs(workspace):
    (workspace / "a.py").chmod(0o755)
    made = Copy(str(workspace), ())
    assert os.access(os.path.join(made.folder, "a.py"), os.X_OK)
    made.remove()


def test_links_are_left_out(workspace, tmp_path):
    (workspace / "link.py").symlink_to(tmp_path / "secret.txt")
    (workspace / "outside").symlink_to(tmp_path)
    made = Copy(str(workspace), ())
    assert names(made) == {"a.py", "lib/b.py", ".gitignore", ".rereadignore"}
    made.remove()


def test_writing_into_it_leaves_the_workspace_as_it_is(copy, workspace):
    before = everything(workspace)
    copy.write({"a.py": "first = 2\n", "lib/new.py": "third = 3\n"})
    assert (Path(copy.folder) / "a.py").read_text() == "first = 2\n"
    assert everything(workspace) == before


def test_a_text_keeps_the_encoding_of_its_file(workspace):
    (workspace / "a.py").write_bytes("# coding: latin-1\nname = 'é'\r\n".encode("latin-1"))
    made = Copy(str(workspace), ())
    made.write({"a.py": "# coding: latin-1\nname = 'à'\r\n"})
    assert (Path(made.folder) / "a.py").read_bytes() == "# coding: latin-1\nname = 'à'\r\n".encode("latin-1")
    made.remove()


def test_restoring_undoes_what_was_written_and_what_tools_did(copy, workspace):
    inside = Path(copy.folder)
    copy.write({"a.py": "x", "new.py": "y"})
    (inside / "lib" / "b.py").unlink()
    (inside / ".gitignore").write_text("rewritten by a tool\n")
    (inside / "report.txt").write_text("added by a tool\n")
    copy.restore()
    assert (inside / "report.txt").exists()
    (inside / "report.txt").unlink()
    assert everything(inside).items() <= everything(workspace).items()
    assert names(copy) == {"a.py", "lib/b.py", ".gitignore", ".rereadignore"}


def test_a_link_that_a_tool_has_made_is_not_written_through(copy, workspace):
    inside = Path(copy.folder)
    (inside / "a.py").unlink()
    (inside / "a.py").symlink_to(workspace / "a.py")
    copy.write({"a.py": "evil\n"})
    assert (workspace / "a.py").read_text() == "first = 1\n"
    (inside / "lib" / "b.py").unlink()
    (inside / "lib").rmdir()
    (inside / "lib").symlink_to(workspace / "lib")
    for write in (lambda: copy.write({"lib/b.py": "evil\n"}), copy.restore):
        with pytest.raises(CopyError, match="a link in the place of the folder lib"):
            write()
    assert (workspace / "lib" / "b.py").read_text() == "second = 2\n"


@pytest.mark.parametrize("name", ["../a.py", "/a.py", "lib/../../a.py", "", "lib/"])
def test_nothing_is_written_outside_of_it(copy, name):
    with pytest.raises(CopyError, match="not in the workspace"):
        copy.write({name: "x"})


@pytest.mark.parametrize(
    ("limit", "value", "problem"),
    [("LARGEST", 10, "is larger than 0 MB"), ("MOST_FILES", 2, "has more than 2 files")],
)
def test_a_workspace_that_is_too_large_is_not_copied(workspace, places, monkeypatch, limit, value, problem):
    monkeypatch.setattr(copies, limit, value)
    with pytest.raises(CopyError, match=problem):
        Copy(str(workspace), ())
    assert not places.exists()


def test_a_file_that_is_too_large_is_left_out(workspace, monkeypatch):
    monkeypatch.setattr(copies, "LARGEST_FILE", 11)
    (workspace / "large.bin").write_bytes(b"x" * 12)
    made = Copy(str(workspace), ())
    assert "large.bin" not in names(made)
    made.remove()


def test_removing_it_leaves_nothing_whatever_tools_forbid(workspace, places):
    made = Copy(str(workspace), ())
    (Path(made.folder) / "a.py").chmod(0)
    (Path(made.folder) / "lib").chmod(0o500)
    made.remove()
    assert list(places.iterdir()) == []


def test_a_copy_that_is_stopped_leaves_nothing(workspace, places):
    stop = threading.Event()
    stop.set()
    with pytest.raises(CopyError, match="stopped"):
        Copy(str(workspace), (), stop)
    assert list(places.iterdir()) == []


def test_what_cannot_be_copied_is_told_and_leaves_nothing(workspace, tmp_path):
    (tmp_path / "cache").write_text("not a folder")
    with pytest.raises(CopyError, match="no copy of the workspace can be made"):
        Copy(str(workspace), ())


def test_a_copy_of_a_process_that_was_killed_is_removed_by_the_next(workspace, places):
    code = (
        "import os, signal, sys; from reread.server.verification.copies import Copy; "
        "print(Copy(sys.argv[1], ()).place, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(workspace)], capture_output=True, text=True, check=False)
    left = Path(ended.stdout.strip())
    assert left.is_dir() and left.parent == places
    made = Copy(str(workspace), ())
    assert {path.name for path in places.iterdir()} == {Path(made.place).name, f"{Path(made.place).name}.lock"}
    made.remove()


def test_a_copy_that_is_in_use_is_left_alone(workspace, copy):
    code = "from reread.server.verification.copies import remove_leftovers; remove_leftovers()"
    subprocess.run([sys.executable, "-c", code], check=True)
    remove_leftovers()
    assert "a.py" in names(copy)


def test_without_copies_there_are_no_leftovers():
    remove_leftovers()


def test_a_lock_without_a_copy_is_removed_when_it_is_old(places):
    places.mkdir(parents=True)
    for name in ("old.lock", "young.lock"):
        (places / name).touch()
    os.utime(places / "old.lock", (time.time() - 200_000,) * 2)
    remove_leftovers()
    assert [path.name for path in places.iterdir()] == ["young.lock"]
