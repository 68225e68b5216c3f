"""The vectors of an index at a Chroma server, a real one that the tests start."""

from __future__ import annotations

import shutil
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import chromadb
import httpx
import msgspec
import numpy as np
import pytest
import trustme

from reread.rag.index.damage import DamagedStoreError
from reread.rag.index.location import StoreAddress, address_of
from reread.rag.index.store import RemoteStore, Store
from reread.rag.settings import IndexSettings
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.chroma_server import ChromaServer
from tests.standin.front import front

TOKEN = "a-token-of-nobody"


@contextmanager
def nowhere():
    """The URL of a port that nobody listens at, and that nobody else can take meanwhile."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@contextmanager
def running(folder):
    """The URL of a server that keeps its vectors in a folder."""
    with ChromaServer(folder) as server:
        yield server.url


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


def restarted(server, pause):
    """Kill the server in the middle of what it does, and start it again."""
    server.kill()
    pause()
    server.start()


@pytest.mark.slow
def test_two_write_and_ten_read_while_the_server_is_killed_and_nothing_is_lost(tmp_path):
    random = np.random.default_rng(3)
    vectors = random.standard_normal((3_000, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    keys = [f"k{number}" for number in range(len(vectors))]
    known, wrong, acknowledged = set(keys), [], [0, 0]
    progress, away, done = threading.Condition(), threading.Event(), threading.Event()

    def opened(url):
        while True:
            try:
                return RemoteStore(f"{url}/default_tenant/default_database/team", "/w", "e")
            except DamagedStoreError:
                away.set()
                if done.is_set():
                    raise

    def write(url, writer):
        store, start = opened(url), writer
        while start < len(keys):
            part = slice(start, start + 100, 2)
            try:
                store.upsert(keys[part], vectors[part])
            except DamagedStoreError:
                away.set()
                store = opened(url)
                continue
            start += 100
            with progress:
                acknowledged[writer] = start
                progress.notify_all()
        store.close()

    def read(url, reader):
        store = opened(url)
        while not done.is_set():
            try:
                found = store.query(vectors[reader], 5)
            except DamagedStoreError:
                away.set()
                store = opened(url)
                continue
            wrong.extend(each for each in found if each.key not in known)
        store.close()

    with ChromaServer(tmp_path / "chroma") as server, ThreadPoolExecutor(12) as pool:
        try:
            readers = [pool.submit(read, server.url, reader) for reader in range(10)]
            writers = [pool.submit(write, server.url, writer) for writer in range(2)]
            for goal in (1_000, 2_000):
                with progress:
                    assert progress.wait_for(lambda goal=goal: min(acknowledged) >= goal, 120)
                away.clear()
                restarted(server, lambda: away.wait(60))
            for writer in writers:
                writer.result()
        finally:
            done.set()
        for reader in readers:
            reader.result()
        local, shared = Store(str(tmp_path / "local")), opened(server.url)
        local.upsert(keys, vectors)
        assert wrong == []
        assert (shared.count(), shared.keys()) == (len(keys), known)
        same = sum({each.key for each in local.query(vectors[n], 5)} == nearest(shared, vectors[n]) for n in range(100))
        assert same >= 95
        local.close()
        shared.close()


def nearest(store, vector):
    """The keys of the nearest five: of a shared store more come, of which others' are dropped."""
    return {each.key for each in store.query(vector, 5)[:5]}


@pytest.mark.slow
def test_an_index_whose_server_was_killed_is_whole_after_the_next_run(sample, tmp_path):
    local, _ = indexed(sample, "")
    expected, chunks = by_meaning(local), local.status().chunks
    local.close()
    other = tmp_path / "elsewhere" / "checkout"
    shutil.copytree(sample, other)
    with ChromaServer(tmp_path / "chroma") as server:
        url = f"{server.url}/default_tenant/default_database/team"
        indexes = [indexed(folder, url)[0] for folder in (sample, other)]
        (sample / "shop" / "more.py").write_text("def another_total(amounts):\n    return sum(amounts)\n")
        server.kill()
        assert [note for note in indexes[0].run().notes if "Chroma at" in note]
        server.start()
        for index in indexes:
            index.close()
        indexes = [indexed(folder, url)[0] for folder in (sample, other)]
        assert by_meaning(indexes[1]) == expected
        assert "another_total" in by_meaning(indexes[0])
        assert [count for name, count in collections(server.url).items()] == [chunks + 1]
        for index in indexes:
            index.close()


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
