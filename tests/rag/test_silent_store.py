"""A Chroma server that takes connections and never answers costs a few seconds, once in a minute for all processes."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from reread.rag.index import opening, store
from reread.rag.workspace_index import WorkspaceIndex


@pytest.fixture
def silent():
    """The URL of such a server, and the list of its connections."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        connections = []

        def accept() -> None:
            try:
                while True:
                    connections.append(listener.accept()[0])
            except OSError:
                return

        thread = threading.Thread(target=accept)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", connections
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for each in connections:
            each.close()


@pytest.fixture(autouse=True)
def deadline(monkeypatch, tmp_path):
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    assert store._FIRST_SECONDS < 5
    monkeypatch.setattr(store, "_FIRST_SECONDS", 0.5)
    monkeypatch.setattr(opening, "_SLOW", 0.2)


def test_it_is_waited_for_once(sample, silent):
    url, connections = silent
    began = time.monotonic()
    for later in (False, True):
        index = WorkspaceIndex(str(sample), store_url=url)
        try:
            report = index.run()
            notes = [note for note in report.notes if opening.is_about_server(note, url)]
            assert ["less than a minute ago" in note for note in notes] == [later]
            assert "symbols and keywords still work" in notes[0]
        finally:
            index.close()
    assert len(connections) == 1
    assert time.monotonic() - began < 20
    assert "less than a minute ago" in opening.problem_of(url)


def test_it_is_asked_again_after_a_minute_and_forgotten_when_it_answers(silent, monkeypatch):
    url, connections = silent
    assert "timed out" in opening.problem_of(url)
    assert "less than a minute ago" in opening.problem_of(url)
    monkeypatch.setattr(opening, "_RETENTION", 0.0)
    assert "less than a minute ago" not in opening.problem_of(url)
    assert len(connections) == 2
    monkeypatch.setattr(opening, "_RETENTION", 60.0)
    monkeypatch.setattr(store, "reach", lambda url: None)
    with opening._watched(url):
        pass
    assert opening.problem_of(url) == ""


def test_one_that_refuses_at_once_is_asked_each_time(monkeypatch):
    # A refusal takes no time; what importing and a busy machine take is no answer of the server.
    monkeypatch.setattr(opening, "_SLOW", 60.0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        for _ in range(2):
            assert "less than a minute ago" not in opening.problem_of(url)
