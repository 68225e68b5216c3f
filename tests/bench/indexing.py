"""Indexing beside plain Chroma upserts of as many vectors, and typing while the workspace is being indexed."""

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
from typing import Any

from reread.rag import embedders
from tests.bench.client import Client
from tests.bench.typing_latency import edit_samples

ROOT = Path(__file__).parents[2]
DIMENSIONS = embedders.default().dimensions
BATCH = 400


def rows(folder: Path, reread: str) -> Iterator[tuple[str, float, float | None, str, float, bool]]:
    """What, ours, theirs, unit, bar, and whether the bar is the least instead of the most."""
    library = Path(os.__file__).parent
    workspace = folder / "workspace"
    shutil.copytree(library, workspace, ignore=shutil.ignore_patterns("site-packages", "test*", "__pycache__", "*.so"))
    environment = {**os.environ, "REREAD_CACHE_DIR": str(folder / "cache")}
    command = [reread, "index", str(workspace), "--format", "json"]
    report = json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    yield (
        f"indexing {report['chunks']:,} chunks / plain upserts of them",
        report["chunks"] / report["seconds"],
        plain_upserts(folder / "plain", pieces(workspace, report["chunks"])),
        "chunks/s",
        0.7,
        True,
    )
    report = json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    yield (f"the same again, all {report['unchanged']:,} files unchanged", report["seconds"], None, "s", 5, False)
    busy, idle, memory = typing_while_indexing(workspace, folder / "other-cache", reread)
    yield ("typing while indexing / idle (inspect.py)", busy, idle, "ms", 1.5, False)
    yield ("memory of the worker after it", memory, None, "MB", 400, False)


def plain_upserts(folder: Path, texts: list[str]) -> float:
    """Chunks a second that Chroma takes, text, path and vector, with nothing else going on; opening it is included."""
    import chromadb
    import numpy

    total = len(texts)
    vectors = numpy.random.default_rng(1).normal(size=(total, DIMENSIONS)).astype("float32")
    began = time.perf_counter()
    client = chromadb.PersistentClient(str(folder), chromadb.Settings(anonymized_telemetry=False))
    collection = client.create_collection("plain", embedding_function=None)
    for start in range(0, total, BATCH):
        batch = texts[start : start + BATCH]
        collection.upsert(
            ids=[f"key-{start + number}" for number in range(len(batch))],
            embeddings=vectors[start : start + BATCH],
            documents=batch,
            metadatas=[{"path": "a/b.py", "line": number} for number in range(len(batch))],
        )
    return total / (time.perf_counter() - began)


def pieces(workspace: Path, count: int) -> list[str]:
    """As many pieces of the code as there are chunks, all of the same length."""
    code = "".join(path.read_text("utf-8", errors="replace") for path in sorted(workspace.rglob("*.py")))
    length = max(1, len(code) // count)
    return [code[start : start + length] for start in range(0, length * count, length)]


def typing_while_indexing(workspace: Path, cache: Path, reread: str) -> tuple[float, float, float]:
    """Median milliseconds of an edit during the first indexing and after it; then the worker's memory in MB."""
    path = workspace / "inspect.py"
    text, uri = path.read_text(encoding="utf-8"), path.as_uri()
    client = Client([reread, "server"], workspace, environment={"REREAD_CACHE_DIR": str(cache)})
    try:
        client.initialize()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        client.notify("textDocument/didOpen", {"textDocument": document})
        _, params = client.diagnostics(uri, lambda _: True)
        before = len(params["diagnostics"])
        wait_for(client, lambda value: value["kind"] == "report")
        versions = count(2)
        busy = []
        while not seen_end(client):
            busy += edit_samples(client, uri, text, before, 8, 0.03, versions)
        idle = edit_samples(client, uri, text, before, 40, 0.03, versions)
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
