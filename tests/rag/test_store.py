from __future__ import annotations

import shutil
from contextlib import closing

import numpy as np
import pytest

from reread.rag.index.damage import DamagedStoreError, IndexUnavailableError
from reread.rag.index.store import Store
from reread.rag.workspace_index import WorkspaceIndex


@pytest.fixture
def store(tmp_path):
    opened = Store(str(tmp_path / "vectors"))
    yield opened
    opened.close()


def rows(count):
    vectors = np.random.default_rng(1).normal(size=(count, 16)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_the_nearest_come_first_with_their_cosine(store):
    vectors = rows(50)
    store.upsert([f"key{number}" for number in range(50)], vectors)
    found = store.query(vectors[7], 3)
    assert found[0].key == "key7"
    assert found[0].similarity == pytest.approx(1, abs=1e-5)
    assert [near.similarity for near in found] == sorted((near.similarity for near in found), reverse=True)


def test_an_empty_store_knows_nothing(store):
    assert (store.query(rows(1)[0], 3), store.count(), store.keys()) == ([], 0, set())


def test_deleting(store):
    store.upsert(["a", "b"], rows(2))
    store.delete(["a", "never there"])
    store.delete([])
    assert store.keys() == {"b"}


def test_a_store_opened_again_has_what_was_put_in(tmp_path):
    store = Store(str(tmp_path / "vectors"))
    store.upsert(["a"], rows(1))
    store.close()
    store = Store(str(tmp_path / "vectors"))
    assert store.keys() == {"a"}
    store.close()


def test_settings_of_the_current_folder_are_not_read(tmp_path, monkeypatch):
    (tmp_path / ".env").write_bytes(b"is_persistent=\xff nonsense\nCHROMA_API_IMPL=other\n")
    monkeypatch.chdir(tmp_path)
    Store(str(tmp_path / "vectors")).close()


@pytest.mark.parametrize("damage", ["truncate", "garbage", "remove"])
@pytest.mark.parametrize("pattern", ["chroma.sqlite3", "*/*.bin"])
def test_a_damaged_store_says_so_and_nothing_else(tmp_path, damage, pattern):
    store = Store(str(tmp_path / "vectors"))
    vectors = rows(2_500)
    store.upsert([f"key{number}" for number in range(2_500)], vectors)
    store.close()
    files = list((tmp_path / "vectors").glob(pattern))
    assert files
    for path in files:
        if damage == "remove":
            path.unlink()
        else:
            path.write_bytes(b"" if damage == "truncate" else b"\xa5" * 9_000)
    try:
        store = Store(str(tmp_path / "vectors"))
    except DamagedStoreError as error:
        assert str(error)
    else:
        # Chroma starts afresh when its database is gone or empty.
        assert pattern == "chroma.sqlite3"
        assert store.count() == 0
        store.close()


def test_a_full_disk_is_told_before_chroma_waits_for_ever(sample, monkeypatch):
    index = WorkspaceIndex(str(sample))
    usage = shutil.disk_usage
    try:
        with monkeypatch.context() as full:
            full.setattr(shutil, "disk_usage", lambda path: usage(path)._replace(free=4096))
            with pytest.raises(IndexUnavailableError, match="no space left on"):
                index.run()
        index.run()
        assert index.search("the sum of two amounts", 3, source="vectors")
    finally:
        index.close()


@pytest.mark.slow
def test_vectors_that_a_full_disk_keeps_from_being_opened_are_not_called_damaged(tmp_path, monkeypatch):
    from reread.rag.index import opening, store

    vectors = np.array([[1.0, 0.0]], dtype=np.float32)
    with closing(opening.on_disk(str(tmp_path), "/work", "static").store) as whole:
        whole.upsert(["a"], vectors)

    def full(directory):
        raise DamagedStoreError("error returned from database: (code: 13) database or disk is full")

    with monkeypatch.context() as context:
        context.setattr(store, "Store", full)
        opened = opening.on_disk(str(tmp_path), "/work", "static")
    assert opened.store is None
    assert len(opened.notes) == 1 and opened.notes[0].startswith("there is no vector store (no space left on /")
    with closing(opening.on_disk(str(tmp_path), "/work", "static").store) as again:
        assert again.count() == 1
