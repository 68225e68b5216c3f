"""The vectors of an index at a Chroma server, a real one that the tests start."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import chromadb
import httpx
import msgspec
import pytest
import trustme

from reread.rag.index.damage import DamagedStoreError
from reread.rag.index.store import RemoteStore, StoreAddress, address_of
from reread.rag.settings import IndexSettings
from reread.rag.workspace_index import WorkspaceIndex
from tests.standin.front import front

TOKEN = "a-token-of-nobody"
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


@contextmanager
def running(folder):
    """The URL of a server that keeps its vectors in a folder."""
    port = free_port()
    command = [str(CHROMA), "run", "--path", str(folder), "--host", "127.0.0.1"]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until_it_answers(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running(tmp_path_factory.mktemp("chroma")) as url:
        yield url


@pytest.fixture
def encrypted(tmp_path, monkeypatch):
    """Makes what a TLS server has, with an authority that this machine trusts, or not."""

    def make(*, trusted=True):
        authority, path = trustme.CA(), tmp_path / "authorities.pem"
        (authority if trusted else trustme.CA()).cert_pem.write_to_path(str(path))
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        return context

    return make


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


def test_the_status_says_that_a_server_is_not_there(sample):
    with nowhere() as url:
        index = WorkspaceIndex(str(sample), store_url=url)
        try:
            [note] = index.status().notes
            assert note.startswith(f"Chroma at {url} failed (")
            index.search("parse_money", source="vectors")
            assert len(index.status().notes) == 1
        finally:
            index.close()


def test_the_status_says_that_a_server_went_away_after_indexing(sample, tmp_path):
    with running(tmp_path / "chroma") as url:
        index, _ = indexed(sample, url)
        before = index.status().notes
    try:
        assert before == ()
        [note] = index.status().notes
        assert note.startswith(f"Chroma at {url} failed (")
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


@pytest.mark.slow
def test_a_server_is_asked_by_tls_and_with_the_token(sample, server, encrypted, monkeypatch):
    with front(server, encrypted(), TOKEN) as before:
        monkeypatch.setenv("REREAD_CHROMA_TOKEN", TOKEN)
        index, report = indexed(sample, before.url)
        try:
            assert report.notes == ()
            assert by_meaning(index)
            assert before.passed > 0 == before.refused
        finally:
            index.close()


@pytest.mark.slow
def test_a_wrong_token_is_told_and_the_rest_works(sample, server, encrypted, monkeypatch):
    with front(server, encrypted(), TOKEN) as before:
        monkeypatch.setenv("REREAD_CHROMA_TOKEN", "another")
        index, report = indexed(sample, before.url)
        try:
            assert any(f"Chroma at {before.url} failed" in note for note in report.notes)
            assert index.search("parse_money")[0].name.endswith("parse_money")
            assert before.passed == 0 < before.refused
        finally:
            index.close()


@pytest.mark.slow
def test_a_certificate_that_nobody_vouches_for_gets_no_token(sample, server, encrypted, monkeypatch):
    monkeypatch.setenv("REREAD_CHROMA_TOKEN", TOKEN)
    with front(server, encrypted(trusted=False), TOKEN) as before:
        index, report = indexed(sample, before.url)
        index.close()
        assert any(f"Chroma at {before.url} failed" in note for note in report.notes)
        assert before.passed == before.refused == 0


@pytest.mark.slow
def test_vectors_are_in_the_tenant_and_database_of_the_url(sample, server):
    with httpx.Client(base_url=f"{server}/api/v2") as http:
        http.post("/tenants", json={"name": "green"}).raise_for_status()
        http.post("/tenants/green/databases", json={"name": "code"}).raise_for_status()
        before = collections(server)
        index, report = indexed(sample, f"{server}/green/code")
        index.close()
        assert report.notes == ()
        assert len(http.get("/tenants/green/databases/code/collections").json()) == 1
    assert collections(server) == before


@pytest.mark.slow
def test_two_machines_share_what_has_the_same_content(sample, tmp_path, server, monkeypatch):
    url = f"{server}/default_tenant/default_database/team"
    index, _ = indexed(sample, url)
    chunks = index.status().chunks
    index.close()
    other = tmp_path / "elsewhere" / "checkout"
    shutil.copytree(sample, other)
    (other / "shop" / "money.py").unlink()
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache of another machine"))
    sent, upsert = [], RemoteStore.upsert
    monkeypatch.setattr(
        RemoteStore, "upsert", lambda store, keys, vectors: sent.extend(keys) or upsert(store, keys, vectors)
    )
    for _ in range(2):
        index, report = indexed(other, url)
        assert report.notes == ()
        assert index.search("a price for people", 3, source="vectors")
        assert 0 < index.status().chunks < chunks
        index.close()
    assert sent == []
    assert [count for name, count in collections(server).items() if name.startswith("reread-team-")] == [chunks]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://h:8000", StoreAddress("http://h:8000", "default_tenant", "default_database", "")),
        ("http://h:8000/", StoreAddress("http://h:8000", "default_tenant", "default_database", "")),
        ("https://h/t/d", StoreAddress("https://h", "t", "d", "")),
        ("https://h/t/d/team", StoreAddress("https://h", "t", "d", "team")),
    ],
)
def test_a_url_may_name_tenant_database_and_what_is_shared(url, address):
    assert address_of(url) == address
    msgspec.convert({"store-url": url}, IndexSettings)


@pytest.mark.parametrize("url", ["ftp://h", "http://h/t", "http://h/t/d/e/f", "http://h/t/d/..%2f", "http://u@h/a b/c"])
def test_other_urls_are_refused(url):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"store-url": url}, IndexSettings)
