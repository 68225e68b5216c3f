"""Which files a workspace gives: those below its folder, of a size, in one order, as they are now."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reread.analyzers.syntax import language_of
from reread.analyzers.text import Document
from reread.server.imports.files import WorkspaceFiles

LIMIT = 1_000


def document(path: Path) -> Document:
    return Document(str(path), path.read_text(), path=str(path), language=language_of(str(path)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


def found(root: Path, path: Path, module: str) -> list[str]:
    """The files that a module stands for, relative to the root."""
    documents = WorkspaceFiles(str(root), LIMIT).find(document(path), module)
    return [os.path.relpath(each.path, root) for each in documents]


def write(root: Path, name: str, text: str = "") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("module", "files"),
    [
        (".util", ["src/app/util.py"]),
        ("..app.util", ["src/app/util.py"]),
        (".", ["src/app/__init__.py"]),
        ("app.util", ["src/app/util.py"]),
        ("other", ["src/other.py"]),
        ("tool", ["tool.py"]),
        ("nothing", []),
        ("os", []),
        (".....far", []),
    ],
)
def test_modules_of_python(root: Path, module: str, files: list[str]) -> None:
    for name in ("src/app/__init__.py", "src/app/util.py", "src/other.py", "tool.py", "../far.py"):
        write(root, name)
    assert found(root, write(root, "src/app/views.py"), module) == files


def test_a_source_folder_of_python_is_seen_from_outside(root: Path) -> None:
    write(root, "src/app/__init__.py")
    assert found(root, write(root, "scripts/run.py"), "app") == ["src/app/__init__.py"]


@pytest.mark.parametrize(
    ("module", "files"),
    [
        ("./a", ["src/a.ts"]),
        ("./a.js", ["src/a.ts"]),
        ("./b.js", ["src/b.js"]),
        ("./folder", ["src/folder/index.tsx"]),
        ("..", ["index.js"]),
        ("@/a", ["src/a.ts"]),
        ("a", []),
        ("../../far", []),
        ("./style.css", []),
    ],
)
def test_modules_of_javascript(root: Path, module: str, files: list[str]) -> None:
    for name in ("src/a.ts", "src/b.js", "src/folder/index.tsx", "index.js", "../far.js", "src/style.css"):
        write(root, name)
    write(root, "package.json", "{}")
    assert found(root, write(root, "src/app.ts"), module) == files


def test_a_package_of_go_has_no_tests(root: Path) -> None:
    write(root, "go.mod", "module example.com/m\n\ngo 1.22\n")
    for name in ("in/b.go", "in/a.go", "in/a_test.go", "in/readme.md"):
        write(root, name)
    assert found(root, write(root, "main.go"), "example.com/m/in") == ["in/a.go", "in/b.go"]


def test_no_file_imports_itself(root: Path) -> None:
    write(root, "b.go")
    assert found(root, write(root, "a.go"), "") == ["b.go"]


def test_what_others_have_written_is_left_alone(root: Path) -> None:
    write(root, "node_modules/lib/a.js")
    assert found(root, write(root, "app.js"), "./node_modules/lib/a") == []


def test_large_files_are_left_alone(root: Path) -> None:
    write(root, "util.py", "#" * (LIMIT + 1))
    assert found(root, write(root, "app.py"), "util") == []


def test_a_link_out_of_the_folder_is_not_followed(root: Path) -> None:
    write(root, "../secret.py")
    os.symlink(root.parent / "secret.py", root / "util.py")
    assert found(root, write(root, "app.py"), "util") == []


def test_the_same_file_is_the_same_document_until_it_changes(root: Path) -> None:
    app, util = document(write(root, "app.py")), write(root, "util.py", "a = 1")
    files = WorkspaceFiles(str(root), LIMIT)
    (before,) = files.find(app, "util")
    assert not files.refresh()
    assert files.find(app, "util")[0] is before
    util.write_text("a = 22")
    assert files.refresh()
    assert files.find(app, "util")[0].text == "a = 22"


def test_an_open_document_comes_before_the_disk(root: Path) -> None:
    app = document(write(root, "app.py"))
    typed = Document("file:///new.py", "a = 3", path=str(root / "new.py"), language="python")
    files = WorkspaceFiles(str(root), LIMIT, {typed.path: typed}.get)
    assert files.find(app, "new") == (typed,)


def test_content_that_stands_for_a_file(root: Path) -> None:
    app = document(write(root, "app.py"))
    path = write(root, "util.py", "on_disk = 1")
    files = WorkspaceFiles(str(root), LIMIT, {str(path): b"staged = 1"}.get)
    assert files.find(app, "util")[0].text == "staged = 1"


def test_importers_are_those_that_asked_for_a_file_directly_or_not(root: Path) -> None:
    names = ("app", "between", "util", "other")
    app, between, util, other = (document(write(root, f"{name}.py", "a = 1")) for name in names)
    files = WorkspaceFiles(str(root), LIMIT)
    for asking, module in ((app, "between"), (between, "util"), (other, "between.nothing")):
        files.find(asking, module)
    assert files.importers({util.path}) == {util.path, between.path, app.path}
    assert files.importers({app.path}) == {app.path}
    assert files.importers(set()) == set()


def test_a_module_that_stands_for_another_file_now_makes_an_importer_of_who_asked(root: Path) -> None:
    app = document(write(root, "app.py"))
    files = WorkspaceFiles(str(root), LIMIT)
    files.find(app, "util")
    util = write(root, "util.py")
    files.refresh()
    assert files.importers(set()) == {app.path}
    assert files.importers(set()) == set()
    util.unlink()
    files.refresh()
    assert files.find(app, "util") == ()
    assert files.importers(set()) == {app.path}
