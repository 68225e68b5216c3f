"""The vectors of an index at a Chroma server, a real one that the tests start."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import chromadb
import pytest

from reread.rag.index.damage import DamagedStoreError
from reread.rag.index.store import RemoteStore
from reread.rag.index.workspace_index import WorkspaceIndex

CHROMA = Path(sys.executable).with_name("chroma")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@contextmanager
def nowhere():
    """The URL of a port that nobody listens at, and that nobody else can take meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def until_it_answers(port, process, patience=60.0):
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            process.poll()
    raise AssertionError("the server did not start")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    port = free_port()
    command = [str(CHROMA), "run", "--path", str(tmp_path_factory.mktemp("chroma")), "--host", "127.0.0.1"]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until_it_answers(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@contextmanager
def client(url):
    """A client that closes its connections, which Chroma's own leaves to the collector."""
    found = chromadb.HttpClient(host="127.0.0.1", port=int(url.rpartition(":")[2]))
    try:
        yield found
    finally:
        found.close()
        for session in sessions_of(found):
            session.close()


def sessions_of(found):
    clients = (found, found._admin_client)
    return [each._server._session for each in clients]


def collections(url):
    with client(url) as found:
        return {each.name: each.count() for each in found.list_collections()}


def indexed(sample, url):
    index = WorkspaceIndex(str(sample), store_url=url)
    report = index.run()
    return index, report


def by_meaning(index):
    return [piece.name for piece in index.search("the sum of two amounts", 3, source="vectors")]


def test_vectors_are_at_the_server_and_search_finds_by_them(sample, server):
    before = collections(server)
    index, _ = indexed(sample, server)
    try:
        [name] = collections(server).keys() - before.keys()
        assert collections(server)[name] == index.status().chunks
        assert by_meaning(index)
    finally:
        index.close()


def test_the_next_start_finds_them_there(sample, server):
    index, _ = indexed(sample, server)
    index.close()
    index, report = indexed(sample, server)
    try:
        assert report.notes == ()
        assert by_meaning(index)
    finally:
        index.close()


def test_what_is_gone_from_the_server_is_put_there_again(sample, server):
    before = collections(server)
    index, _ = indexed(sample, server)
    chunks = index.status().chunks
    index.close()
    [name] = collections(server).keys() - before.keys()
    with client(server) as found:
        found.delete_collection(name)
    index, _ = indexed(sample, server)
    index.close()
    assert collections(server)[name] == chunks


def test_moving_to_a_server_and_back_keeps_search_by_meaning(sample, server):
    found = []
    for url in ("", server, ""):
        index, _ = indexed(sample, url)
        found.append(by_meaning(index))
        index.close()
    assert found[0]
    assert found[1] == found[0] == found[2]


def test_a_server_that_is_not_there_is_told_once_and_the_rest_works(sample):
    with nowhere() as url:
        index, report = indexed(sample, url)
        try:
            [note] = [each for each in report.notes if "Chroma at" in each]
            assert note.endswith("symbols and keywords still work")
            assert index.search("parse_money")[0].name.endswith("parse_money")
            assert by_meaning(index) == []
        finally:
            index.close()


def test_another_embedder_replaces_what_the_folder_had(tmp_path, server):
    first = RemoteStore(server, str(tmp_path), "one")
    first.close()
    before = collections(server)
    RemoteStore(server, str(tmp_path), "two").close()
    assert len(collections(server)) == len(before)
    assert collections(server).keys() != before.keys()


def test_a_store_that_is_removed_is_gone(tmp_path, server):
    before = collections(server)
    RemoteStore(server, str(tmp_path), "one").remove()
    assert collections(server) == before


def test_a_server_that_cannot_be_reached_is_one_error(tmp_path):
    with nowhere() as url, pytest.raises(DamagedStoreError):
        RemoteStore(url, str(tmp_path), "one")
