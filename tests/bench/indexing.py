"""Indexing beside plain Chroma upserts of the same chunks, an index that is up to date, and typing meanwhile."""

from __future__ import annotations

import json
import os
import queue
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import chromadb
import numpy

from reread.rag.workspace_index import WorkspaceIndex
from tests.bench.client import Client
from tests.bench.typing_latency import edit_samples

ROOT = Path(__file__).parents[2]
BATCH = 400


def rows(folder: Path, reread: str) -> Iterator[tuple[str, float, float | None, str, float, bool]]:
    """What, ours, theirs, unit, bar, and whether the bar is the least instead of the most."""
    library = Path(os.__file__).parent
    workspace = folder / "workspace"
    shutil.copytree(library, workspace, ignore=shutil.ignore_patterns("site-packages", "test*", "__pycache__", "*.so"))
    os.environ["REREAD_CACHE_DIR"] = str(folder / "cache")
    command = [reread, "index", str(workspace), "--format", "json"]
    first = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    second = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    index = WorkspaceIndex(str(workspace))
    try:
        chunks = indexed(index)
        changed = statistics.median(searchable(index, workspace / "inspect.py", number) for number in range(5))
    finally:
        index.close()
    rate = first["chunks"] / first["seconds"]
    plain = plain_upserts(folder / "plain", chunks)
    yield f"indexing {first['chunks']:,} chunks / plain upserts of them", rate, plain, "chunks/s", 0.7, True
    again = 1 / second["seconds"], 1 / first["seconds"]
    yield f"the same again, {second['unchanged']:,} files unchanged / first run", *again, "runs/s", 20, True
    yield "one changed file (inspect.py) is searchable", changed, None, "ms", 1_000, False
    busy, idle, memory = typing_while_indexing(workspace, folder / "other-cache", reread)
    yield ("typing while indexing / idle (inspect.py)", busy, idle, "ms", 1.5, False)
    yield ("memory of the worker after it", memory, None, "MB", 400, False)


class Chunks(NamedTuple):
    """What is in an index, by key: the text of each chunk, its place and its vector."""

    keys: list[str]
    texts: list[str]
    places: list[dict[str, str | int]]
    vectors: Any


def indexed(index: WorkspaceIndex) -> Chunks:
    index.run(())
    directory = index._directory
    assert directory.store is not None and directory.catalogue is not None
    stored = directory.store._collection.get(include=["embeddings"])
    rows = directory.catalogue.query(
        "SELECT vector, text, path, first_line FROM chunk JOIN file ON file.id = chunk.file GROUP BY vector", ()
    )
    by_key = {str(key): (str(text), {"path": path, "line": line}) for key, text, path, line in rows}
    found = [(key, *by_key[key], vector) for key, vector in zip(stored["ids"], stored["embeddings"], strict=True)]
    keys, texts, places, vectors = zip(*found, strict=True)
    return Chunks(list(keys), list(texts), list(places), numpy.stack(vectors))


def searchable(index: WorkspaceIndex, path: Path, number: int) -> float:
    """Milliseconds from a saved change of a file until a search finds what is new in it."""
    text, name = path.read_text(encoding="utf-8"), f"entirely_new_definition_{number}"
    path.write_text(f"{text}\n\ndef {name}():\n    return {number}\n", encoding="utf-8")
    began = time.perf_counter()
    index.run([str(path)])
    assert index.search(name, 1)[0].name == name
    taken = time.perf_counter() - began
    path.write_text(text, encoding="utf-8")
    return 1_000 * taken


def plain_upserts(folder: Path, chunks: Chunks) -> float:
    """Chunks a second that Chroma takes, text, place and vector, with nothing else going on; opening it is included."""
    total = len(chunks.keys)
    began = time.perf_counter()
    client = chromadb.PersistentClient(str(folder), chromadb.Settings(anonymized_telemetry=False))
    collection = client.create_collection("plain", embedding_function=None)
    for start in range(0, total, BATCH):
        keys, texts, places, vectors = (part[start : start + BATCH] for part in chunks)
        collection.upsert(ids=keys, embeddings=vectors, documents=texts, metadatas=places)
    return total / (time.perf_counter() - began)


def typing_while_indexing(workspace: Path, cache: Path, reread: str) -> tuple[float, float, float]:
    """Median milliseconds of an edit during the first indexing and after it; then the worker's memory in MB."""
    path = workspace / "inspect.py"
    text, uri = path.read_text(encoding="utf-8"), path.as_uri()
    client = Client([reread, "server"], workspace, environment={"REREAD_CACHE_DIR": str(cache)})
    try:
        client.initialize()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        client.notify("textDocument/didOpen", {"textDocument": document})
        client.diagnostics(uri, lambda _: True)
        wait_for(client, lambda value: value["kind"] == "report")
        versions = count(2)
        busy = []
        while not seen_end(client):
            busy += edit_samples(client, uri, text, 8, 0.03, versions)
        idle = edit_samples(client, uri, text, 40, 0.03, versions)
        return statistics.median(busy), statistics.median(idle), client.children_memory()
    finally:
        client.stop()


def wait_for(client: Client, accept: Any) -> None:
    while not accept(client.progress.get(timeout=120)):
        pass


def seen_end(client: Client) -> bool:
    """True when an end of progress has arrived by now."""
    try:
        while True:
            if client.progress.get_nowait()["kind"] == "end":
                return True
    except queue.Empty:
        return False
