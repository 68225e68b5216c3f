from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reread.analyzers.text import Document
from reread.rag.index.catalogue import Catalogue, NewFile, indexed_words
from reread.rag.index.damage import DamagedCatalogueError
from reread.rag.source.chunk import chunk


def file(path, text, language="python"):
    content = chunk(Document("", text, path=path, language=language))
    keys = [f"{path}:{number}" for number in range(len(content.chunks))]
    rows = [indexed_words(path, part.name, part.text) for part in content.chunks]
    return NewFile(path, len(text), 1, 2, b"hash", language, False, content, keys, rows)


@pytest.fixture
def catalogue(tmp_path):
    opened = Catalogue(str(tmp_path / "c.sqlite"), writer=True)
    yield opened
    opened.close()


def found(catalogue, word):
    rows = catalogue.query("SELECT rowid FROM words WHERE words MATCH ?", (word,))
    return sorted(chunk.name for chunk in catalogue.chunks(row[0] for row in rows).values())


def test_what_is_put_in_is_found(catalogue):
    catalogue.replace([file("a.py", "def parseHeader():\n    return split()\n")])
    assert found(catalogue, "head") == ["parseHeader"]
    assert catalogue.counts() == {"file": 1, "chunk": 1, "definition": 1, "reference": 1, "vector": 0}
    assert catalogue.file("a.py").hash == b"hash"


def test_replacing_leaves_nothing_of_the_old_behind(catalogue):
    catalogue.replace([file("a.py", "def old():\n    return gone()\n")])
    catalogue.replace([file("a.py", "def new():\n    return there()\n")])
    assert (found(catalogue, "old"), found(catalogue, "gone"), found(catalogue, "new")) == ([], [], ["new"])
    assert catalogue.counts() == {"file": 1, "chunk": 1, "definition": 1, "reference": 1, "vector": 0}


def test_removing_leaves_nothing_behind(catalogue):
    catalogue.replace([file("a.py", "def f(): g()\n"), file("b.py", "def h(): ...\n")])
    catalogue.replace((), ["a.py", "not there"])
    assert found(catalogue, "f") == []
    assert list(catalogue.files()) == ["b.py"]


def test_a_failure_changes_nothing(catalogue):
    catalogue.replace([file("a.py", "def f(): ...\n")])
    broken = file("b.py", "def g(): ...\n")._replace(vectors=[])
    with pytest.raises(ValueError, match="shorter"):
        catalogue.replace([broken], ["a.py"])
    assert list(catalogue.files()) == ["a.py"]


def test_vectors_are_told_apart(catalogue):
    catalogue.replace([file("a.py", "def f(): ...\n"), file("b.py", "def g(): ...\n")])
    catalogue.add_vectors(["a.py:0", "old"])
    assert [key for key, *_ in catalogue.missing_vectors(9)] == ["b.py:0"]
    assert catalogue.unknown_vectors(["a.py:0", "b.py:0"]) == ["b.py:0"]
    catalogue.note_unused(1)
    assert catalogue.unused_vectors() == ["old"]
    assert catalogue.unused_vectors(newest=1) == []
    catalogue.drop_vectors(["old"])
    assert catalogue.unused_vectors() == []
    catalogue.set_vectors(["b.py:0"])
    assert [key for key, *_ in catalogue.missing_vectors(9)] == ["a.py:0"]


def test_of_the_vectors_that_nothing_has_the_newest_are_known(catalogue):
    catalogue.add_vectors(["first", "then"])
    catalogue.note_unused(1)
    catalogue.add_vectors(["a.py:0", "last"])
    catalogue.note_unused(2)
    assert catalogue.unused_vectors(newest=2) == ["first", "then"]
    catalogue.replace([file("a.py", "def f(): ...\n")])
    catalogue.note_unused(3)
    assert sorted(catalogue.unused_vectors()) == ["first", "last", "then"]


def test_paths_under_a_folder(catalogue):
    catalogue.replace(
        [file(path, "x_y = 1") for path in ("a.py", "a.py/b.py", "in/a.py", "in/b/c.py", "inn/a.py", "i_n/a.py")]
    )
    assert sorted(catalogue.paths_under("in")) == ["in/a.py", "in/b/c.py"]
    assert sorted(catalogue.paths_under("a.py")) == ["a.py", "a.py/b.py"]
    assert catalogue.paths_under("i%") == []


def test_a_reader_sees_what_was_committed_and_cannot_write(catalogue, tmp_path):
    reader = Catalogue(str(tmp_path / "c.sqlite"), writer=False)
    catalogue.replace([file("a.py", "def f(): ...\n")])
    assert list(reader.files()) == ["a.py"]
    with pytest.raises(sqlite3.OperationalError):
        reader.replace((), ["a.py"])
    reader.close()


def test_there_is_nothing_to_read_before_a_writer_came(tmp_path):
    with pytest.raises(DamagedCatalogueError):
        Catalogue(str(tmp_path / "none.sqlite"), writer=False)


@pytest.mark.parametrize("content", [b"garbage" * 1_000, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_what_is_no_catalogue_is_refused(tmp_path, content):
    (tmp_path / "c.sqlite").write_bytes(content)
    with pytest.raises(DamagedCatalogueError):
        Catalogue(str(tmp_path / "c.sqlite"), writer=True)


def test_a_database_of_something_else_is_refused(tmp_path):
    connection = sqlite3.connect(tmp_path / "c.sqlite")
    connection.execute("CREATE TABLE other (a)")
    connection.close()
    with pytest.raises(DamagedCatalogueError):
        Catalogue(str(tmp_path / "c.sqlite"), writer=True)


def test_damage_inside_is_found(tmp_path):
    path = tmp_path / "c.sqlite"
    catalogue = Catalogue(str(path), writer=True)
    catalogue.replace([file(f"{number}.py", f"def f{number}(): call_{number}()\n" * 50) for number in range(50)])
    catalogue.check()
    catalogue.close()
    data = bytearray(path.read_bytes())
    for page in range(8, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
    path.write_bytes(bytes(data))
    catalogue = Catalogue(str(path), writer=True)
    with pytest.raises(DamagedCatalogueError):
        catalogue.check()
    catalogue.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["a.py", "b.py", "c.py"]), st.text(max_size=60) | st.none()), max_size=8))
def test_after_any_changes_only_the_last_texts_are_found(catalogue, changes):
    catalogue.replace((), ["a.py", "b.py", "c.py"])
    last = {}
    for path, text in changes:
        last[path] = text
        catalogue.replace([] if text is None else [file(path, text)], [path])
    catalogue.check()
    assert set(catalogue.files()) == {path for path, text in last.items() if text is not None}
    expected = {
        path: [part.text for part in file(path, text).content.chunks] for path, text in last.items() if text is not None
    }
    stored = catalogue.query(
        "SELECT file.path, chunk.text FROM chunk JOIN file ON file.id = chunk.file ORDER BY chunk.id", ()
    )
    assert sorted(stored) == sorted((path, text) for path, texts in expected.items() for text in texts)
