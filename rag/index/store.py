"""Vectors on disk, in Chroma. The only module that imports chromadb, which takes a second or more."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.auth import UserIdentity
from chromadb.config import Settings

from reread.analyzers.network.clients import client
from reread.analyzers.network.limits import ResponseLimits
from reread.rag.embed import Vectors
from reread.rag.index.damage import DamagedStoreError
from reread.rag.index.location import StoreAddress, address_of

_COLLECTION = "chunks"
_BATCH = 200
"""Chroma holds the interpreter lock during a call: small calls let lookups in between."""


_OTHERS = 4
"""How many times as many vectors are asked for where those of other machines are among them."""

_FIRST_SECONDS = 4.0
_SECONDS = 30.0
"""How long a server may take to send the next bytes: of its first answers, which cost it nothing, and later."""
_LIMITS = ResponseLimits(body=256 * 1024 * 1024, seconds=300.0)
"""The largest answers are the keys of a whole collection."""


_ROOM = 16 * 1024 * 1024
"""Bytes that have to be free for a write. On a full disk Chroma waits without end and holds the interpreter lock: the
whole process hangs, also when there is room again."""


class Neighbour(NamedTuple):
    """A vector near the query; `similarity` is their cosine."""

    key: str
    similarity: float


class Store:
    """The vectors of one folder, by key. Safe to use from several threads of the one process that may open it."""

    def __init__(self, directory: str) -> None:
        """Open the store on disk, or make it. Raises DamagedStoreError, also when a first question fails."""
        self.directory = directory
        with _damage():
            self._client: Any = chromadb.PersistentClient(path=directory, settings=_settings())
        self._open(_COLLECTION, {"sync_threshold": 2_000})

    def _open(self, name: str, more: dict[str, int]) -> None:
        try:
            with _damage():
                # Vectors have length 1, so that the inner product is the cosine and costs less to work out.
                index: Any = {"space": "ip", "ef_construction": 100, "max_neighbors": 16, **more}
                self._collection: Any = self._client.get_or_create_collection(
                    name, embedding_function=None, configuration=CreateCollectionConfiguration(hnsw=index)
                )
                self._probe()
        except DamagedStoreError:
            self.close()
            raise

    def upsert(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Put vectors in; keys must differ. Raises OSError where the disk is full."""
        for start in range(0, len(keys), _BATCH):
            end = start + _BATCH
            self._require_room()
            with _damage():
                self._collection.upsert(ids=list(keys[start:end]), embeddings=vectors[start:end])

    def missing(self, keys: Sequence[str]) -> list[str]:
        """The keys that may have to be put in: all of them, because no other process puts any in."""
        return list(keys)

    def delete(self, keys: Sequence[str]) -> None:
        """Take vectors out; keys that are not in are passed over. Raises OSError where the disk is full."""
        for start in range(0, len(keys), _BATCH):
            self._require_room()
            with _damage():
                self._collection.delete(ids=list(keys[start : start + _BATCH]))

    def _require_room(self) -> None:
        if self.directory and shutil.disk_usage(self.directory).free < _ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), self.directory)

    def query(self, vector: Vectors, count: int) -> list[Neighbour]:
        """The nearest vectors to one vector (a row), best first."""
        with _damage():
            found = self._collection.query(
                query_embeddings=vector.reshape(1, -1), n_results=count, include=["distances"]
            )
        ids, distances = found["ids"][0], found["distances"][0]
        return [Neighbour(key, 1.0 - distance) for key, distance in zip(ids, distances, strict=True)]

    def count(self) -> int:
        with _damage():
            return int(self._collection.count())

    def keys(self) -> set[str]:
        with _damage():
            return set(self._collection.get(include=[])["ids"])

    def close(self) -> None:
        with _damage():
            self._client.close()

    def remove(self) -> None:
        """Close the store, whatever state it is in, and delete it."""
        try:
            self.close()
        except DamagedStoreError:
            pass
        remove(self.directory)

    def _probe(self) -> None:
        """A first question, which loads the graph and so shows whether it can be loaded."""
        some = self._collection.get(limit=1, include=["embeddings"])["embeddings"]
        if len(some):
            self._collection.query(query_embeddings=some[:1], n_results=1, include=[])


class RemoteStore(Store):
    """The vectors of one folder in a collection of a Chroma server or cluster, which gets vectors and keys alone.

    Keys are made of contents. So machines that share a collection find there what others put in, and since none knows
    what another needs, nothing is taken out of it.
    """

    def __init__(self, url: str, folder: str, embedder: str) -> None:
        """Open the collection, or make it. Raises DamagedStoreError, also if the server cannot be reached.

        Collections of the folder for other embedders are deleted. `REREAD_CHROMA_TOKEN` is sent where it is set.
        """
        self.directory = ""
        self.url = url
        address = address_of(url)
        self._shared = address.shared
        family = address.family_of(folder)
        self._name = family + hashlib.sha256(embedder.encode()).hexdigest()[:16]
        with _damage():
            self._client = _Client(address)
            for collection in () if self._shared else self._client.list_collections():
                if collection.name.startswith(family) and collection.name != self._name:
                    self._client.delete_collection(collection.name)
        self._open(self._name, {})

    def missing(self, keys: Sequence[str]) -> list[str]:
        """Those of the keys that no other machine has put in either."""
        if not self._shared:
            return list(keys)
        with _damage():
            there = set(self._collection.get(ids=list(keys), include=[])["ids"])
        return [key for key in keys if key not in there]

    def delete(self, keys: Sequence[str]) -> None:
        if not self._shared:
            super().delete(keys)

    def query(self, vector: Vectors, count: int) -> list[Neighbour]:
        # What is nearest may be of others, and is nothing here; whoever asks drops that.
        return super().query(vector, count * _OTHERS if self._shared else count)

    def close(self) -> None:
        super().close()
        # The client leaves its connections to the collector of garbage.
        self._client.close_sessions()

    def remove(self) -> None:
        try:
            if not self._shared:
                self._client.delete_collection(self._name)
            self.close()
        except Exception:  # The server is away, or the collection is; either way there is nothing left to do.
            pass


class _Client(Client):
    """Chroma's client for a server, with connections of ours from its first request on; `sessions` are to be closed.

    Its own would wait without end for a server that takes the connection and says nothing, take any amount of data,
    and go through a proxy to this machine.
    """

    def __init__(self, address: StoreAddress) -> None:
        token = os.environ.get("REREAD_CHROMA_TOKEN", "")
        headers = {"Authorization": f"Bearer {token}", "X-Chroma-Token": token} if token else {}
        server = urlsplit(address.server)
        secure = server.scheme == "https"
        self.sessions: list[httpx.Client] = []
        self._url = address.server
        settings = _settings(
            chroma_api_impl="chromadb.api.fastapi.FastAPI",
            chroma_server_host=server.hostname or "",
            chroma_server_http_port=server.port or (443 if secure else 8000),
            chroma_server_ssl_enabled=secure,
            chroma_server_headers=headers,
        )
        try:
            super().__init__(tenant=address.tenant, database=address.database, settings=settings)
        except BaseException:
            self.close_sessions()
            raise
        for session in self.sessions:
            session.timeout = _SECONDS

    def get_user_identity(self) -> UserIdentity:
        # The first request of the constructor.
        self._guard(self._server)
        return super().get_user_identity()

    def _validate_tenant_database(self, tenant: str, database: str) -> None:
        # The first requests that go through the constructor's second connection.
        self._guard(self._admin_client._server)  # type: ignore[attr-defined]
        super()._validate_tenant_database(tenant, database)

    def _guard(self, server: Any) -> None:
        own = server._session
        server._session = client(httpx, self._url, limits=_LIMITS, headers=dict(own.headers), timeout=_FIRST_SECONDS)
        self.sessions.append(server._session)
        own.close()

    def close_sessions(self) -> None:
        for session in self.sessions:
            session.close()


def reach(url: str) -> None:
    """Ask the server of a URL whether it is there, and nothing else. Raises DamagedStoreError if it is not."""
    with _damage():
        # Making a client asks for the tenant and the database.
        client = _Client(address_of(url))
        client.close()
        client.close_sessions()


def counted(url: str, folder: str) -> dict[str, int]:
    """The collections of a folder at a server, with the number of their vectors; none of what is shared. Raises
    DamagedStoreError.
    """
    with _collections(url, folder) as found:
        return {each.name: int(each.count()) for each in found[1]}


def delete(url: str, folder: str) -> None:
    """Delete the collections of a folder at a server, but not what is shared. Raises DamagedStoreError."""
    with _collections(url, folder) as (client, found):
        for each in found:
            client.delete_collection(each.name)


@contextmanager
def _collections(url: str, folder: str) -> Iterator[tuple[_Client, list[Any]]]:
    address = address_of(url)
    with _damage():
        client = _Client(address)
        try:
            family = address.family_of(folder)
            yield client, [each for each in client.list_collections() if each.name.startswith(family)]
        finally:
            client.close()
            client.close_sessions()


def _settings(**more: Any) -> Settings:
    # `_env_file`: Chroma would read settings from an `.env` file in the current folder, a repository's.
    return Settings(anonymized_telemetry=False, _env_file=None, **more)  # type: ignore[call-arg]


def remove(directory: str) -> None:
    """Delete a store that is not open."""
    shutil.rmtree(directory, ignore_errors=True)


@contextmanager
def _damage() -> Iterator[None]:
    """Turns what Chroma raises into one kind of error, panics of its compiled part included."""
    try:
        yield
    except Exception as error:
        raise DamagedStoreError(_one_line(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise DamagedStoreError(_one_line(error)) from error
        raise


def _one_line(error: BaseException) -> str:
    lines = str(error).splitlines()
    return lines[0][:300] if lines else type(error).__name__
