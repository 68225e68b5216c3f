"""An index that is up to date: nothing is opened to find that out, and nothing is missing when somebody asks."""

from __future__ import annotations

import os
import threading

import pytest

from reread.rag.index import directory
from reread.rag.index.store import Store
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import SAMPLE, write
from tests.rag.test_index import age, consistent


@pytest.fixture
def settled(sample):
    """A workspace whose index is up to date and open nowhere."""
    age(sample)
    index = WorkspaceIndex(str(sample))
    index.run()
    index.close()
    return sample


@pytest.fixture
def index(settled):
    opened = WorkspaceIndex(str(settled))
    yield opened
    opened.close()


@pytest.fixture
def looked(monkeypatch):
    """The stores that were asked for their keys or the number of these."""
    found = []
    for name in ("count", "keys"):
        ask = getattr(Store, name)
        monkeypatch.setattr(Store, name, lambda store, ask=ask: found.append(store) or ask(store))
    return found


def test_an_unchanged_folder_is_done_without_a_look_at_the_vectors(index, looked):
    report = index.run()
    assert (report.indexed, report.unchanged) == (0, len(SAMPLE))
    assert index.status().complete
    assert looked == []


def test_who_asks_for_vectors_waits_until_they_are_there(index):
    index.run()
    assert index.search("read an amount of money", 3, "vectors")


def test_the_same_process_need_not_look_again(sample, looked):
    age(sample)
    index = WorkspaceIndex(str(sample))
    index.run()
    looked.clear()
    index.run()
    assert looked == []
    index.close()


@pytest.mark.parametrize("what", ["touched", "gone", "killed", "moved"])
def test_after_anything_else_it_is_looked_at(settled, looked, cache, what):
    (store,) = cache.rglob("vectors-*")
    if what == "touched":
        os.utime(store / "chroma.sqlite3", (1, 1))
    elif what == "gone":
        (store / "chroma.sqlite3").unlink()
    elif what == "killed":
        (store.parent / "unclean").touch()
    else:
        (store.parent / "store").write_text("http://chroma.example.invalid")
    index = WorkspaceIndex(str(settled))
    index.run()
    assert looked
    assert consistent(index)
    index.close()


def test_what_was_left_undone_is_made_up_for(settled, looked):
    write(settled, {"shop/new.py": "def brand_new(): ...\n"})
    index = WorkspaceIndex(str(settled))
    index.run([str(settled / "shop/new.py")])
    looked.clear()
    index.run()
    assert looked
    assert consistent(index)
    index.close()


def test_a_store_that_cannot_be_opened_later_is_told(index, monkeypatch):
    def refuse(self, name, text):
        raise self._unavailable(OSError(28, "No space left on device"))

    with monkeypatch.context() as patch:
        patch.setattr(directory.IndexDirectory, "_write", refuse)
        report = index.run()
        assert index.search("read an amount of money", 3, "vectors") == []
    # With this report, or with the next one: the store is opened meanwhile.
    assert any("no space left on" in note for note in (*report.notes, *index.status().notes))


def test_closing_does_not_wait_for_what_opening_takes(settled, monkeypatch):
    importing, closed = threading.Event(), threading.Event()

    def slowly(name):
        importing.set()
        assert closed.wait(120)

    monkeypatch.setattr(directory, "import_module", slowly)
    index = WorkspaceIndex(str(settled))
    index.run()
    assert importing.wait(120)
    index.close()
    closed.set()
    index._directory._until_open()
    assert index._directory.store is None
    assert not os.path.exists(os.path.join(index._directory.path, "unclean"))
