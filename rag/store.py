"""Vectors on disk, in Chroma. The only module that knows it; importing it takes a second or more."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import chromadb
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings

from reread.rag.damage import DamagedStoreError
from reread.rag.embed import Vectors

_COLLECTION = "chunks"
_BATCH = 200
"""Chroma holds the interpreter lock during a call: small calls let lookups in between."""


class Neighbour(NamedTuple):
    """A vector near the one asked about; `similarity` is their cosine."""

    key: str
    similarity: float


class Store:
    """The vectors of one folder, by key. Safe to use from several threads of the one process that may open it."""

    def __init__(self, directory: str) -> None:
        """Open the store, or make it. Raises DamagedStoreError, also when a first question fails."""
        self.directory = directory
        with _damage():
            # `_env_file`: Chroma would read settings from an `.env` file in the current folder, a repository's.
            settings = Settings(anonymized_telemetry=False, _env_file=None)  # type: ignore[call-arg]
            self._client: Any = chromadb.PersistentClient(path=directory, settings=settings)
        try:
            with _damage():
                # Vectors have length 1, so that the inner product is the cosine and costs less to work out.
                index: Any = {"space": "ip", "ef_construction": 100, "max_neighbors": 16, "sync_threshold": 2_000}
                self._collection: Any = self._client.get_or_create_collection(
                    _COLLECTION, embedding_function=None, configuration=CreateCollectionConfiguration(hnsw=index)
                )
                self._probe()
        except DamagedStoreError:
            self.close()
            raise

    def upsert(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Put vectors in; keys must differ."""
        with _damage():
            for start in range(0, len(keys), _BATCH):
                end = start + _BATCH
                self._collection.upsert(ids=list(keys[start:end]), embeddings=vectors[start:end])

    def delete(self, keys: Sequence[str]) -> None:
        """Take vectors out; keys that are not in are passed over."""
        with _damage():
            for start in range(0, len(keys), _BATCH):
                self._collection.delete(ids=list(keys[start : start + _BATCH]))

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

    def _probe(self) -> None:
        """A first question, which loads the graph and so shows whether it can be loaded."""
        some = self._collection.get(limit=1, include=["embeddings"])["embeddings"]
        if len(some):
            self._collection.query(query_embeddings=some[:1], n_results=1, include=[])


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
