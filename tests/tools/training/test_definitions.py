from __future__ import annotations

import io
import tarfile
import zipfile

import pytest

from tools.training import definitions
from tools.training.definitions import first_paragraph, of_archive, of_text, without_doc, written

PYTHON = '''
def parse(text):
    """Turn a text into a tree.

    More of it.
    """
    tree = build(text)
    return tree
'''
JAVASCRIPT = """
/**
 * Closes the door.
 * @param door which one
 */
function close(door) {
  return door.shut();
}
"""


def test_a_docstring_is_parted_from_its_function():
    [found] = of_text("a.py", PYTHON)
    assert (found.name, found.doc, found.calls) == ("parse", "Turn a text into a tree.", ("build",))
    assert "Turn" not in found.code and "More" not in found.code and '"""' not in found.code
    assert "tree = build(text)" in found.code


def test_a_comment_above_is_parted_from_its_function():
    [found] = of_text("a.js", JAVASCRIPT)
    assert found.doc == "Closes the door."
    assert found.code.strip().startswith("function close(door)")


def test_a_definition_without_a_doc_comment_says_nothing_of_itself():
    [found] = of_text("a.go", "package a\n\nfunc f() int {\n\treturn 1\n}\n")
    assert (found.doc, found.language) == ("", "go")


@pytest.mark.parametrize("text", ["def f(): pass\n", "class A:\n    x = 1\n    y = 2\n", "x = 1\n"])
def test_what_is_too_short_or_holds_others_is_left_out(text):
    assert list(of_text("a.py", text)) == []


def test_code_that_nobody_reads_is_left_out():
    assert list(of_text("a.js", f"function f() {{\n{'x = 1;' * 500}\n}}\n")) == []


@pytest.mark.parametrize(
    ("text", "doc"),
    [
        ("def f():\n    return 1", ""),
        ("def f():\n    return 1", "not in it"),
        ('def f():\n    """never closed', "never closed"),
        ("int x; // said after\nint f() {}", "// said after"),
    ],
)
def test_what_cannot_be_parted_is_left_whole(text, doc):
    assert without_doc(text, doc) is None


def test_the_first_paragraph_ends_at_an_empty_line_or_a_tag():
    assert first_paragraph("/** Opens\n * the door.\n *\n * Slowly.\n */") == "Opens the door."
    assert first_paragraph("Opens the door.\n:param door: which") == "Opens the door."
    assert first_paragraph("// Opens it.") == "Opens it."


@pytest.mark.parametrize(
    "path",
    ["pip/_vendor/requests/api.py", "a/django/db.py", "x/click.py", "a/tests/test_b.py", "b.min.js", "a/c_pb2.py"],
)
def test_what_it_is_measured_on_and_what_nobody_wrote_is_not_learned_from(path):
    assert not written(path)


def test_other_code_is_learned_from():
    assert written("src/requester/click_handler.py")


@pytest.mark.parametrize("kind", ["wheel", "tar"])
def test_the_same_definitions_come_from_any_kind_of_archive(tmp_path, kind):
    if kind == "wheel":
        path = tmp_path / "a-1-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as zipped:
            zipped.writestr("a/b.py", PYTHON)
            zipped.writestr("a/copy.py", PYTHON)
            zipped.writestr("a/latin.py", PYTHON.encode().replace(b"More", b"M\xe9re"))
    else:
        path = tmp_path / "a_1.orig.tar.gz"
        with tarfile.open(path, "w:gz") as packed:
            entry = tarfile.TarInfo("a-1/a/b.py")
            entry.size = len(PYTHON.encode())
            packed.addfile(entry, io.BytesIO(PYTHON.encode()))
    [found] = of_archive(str(path), 10)
    assert found.path in ("a/b.py", "a/copy.py")
    assert of_archive(str(path), 0) == []


def test_large_files_are_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(definitions, "_LARGEST_FILE", 10)
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as zipped:
        zipped.writestr("a/b.py", PYTHON)
    assert of_archive(str(tmp_path / "a.whl"), 10) == []
