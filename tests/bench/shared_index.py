"""Vectors at a Chroma server that many machines share: how fast two write and ten search, by number of chunks.

`python -m tests.bench.shared_index 50000 200000` needs no network. The figures are in `docs/scaling.md`.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np

from reread.rag.embed import Vectors
from reread.rag.index.store import RemoteStore
from tests.rag.chroma_server import ChromaServer

DIMENSIONS = 384
"""Those of the built-in embedder."""
CLUSTERS = 500
READERS, WRITERS = 10, 2
QUESTIONS = 200
NEAREST = 10


def made(count: int) -> Vectors:
    """Vectors of length 1 in clusters, as those of code are."""
    random = np.random.default_rng(1)
    centres = random.standard_normal((CLUSTERS, DIMENSIONS)).astype(np.float32)
    vectors = centres[random.integers(0, CLUSTERS, count)]
    vectors += random.standard_normal((count, DIMENSIONS), dtype=np.float32) * 0.7
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@contextmanager
def stores(url: str, count: int) -> Iterator[list[RemoteStore]]:
    """As many machines with one shared collection."""
    opened = [RemoteStore(f"{url}/default_tenant/default_database/team", "/w", "bench") for _ in range(count)]
    try:
        yield opened
    finally:
        for store in opened:
            store.close()


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def latencies(readers: Sequence[RemoteStore], questions: Vectors) -> list[float]:
    """The seconds of each search, sorted; the readers ask at once."""

    def ask(store: RemoteStore) -> list[float]:
        return [seconds(partial(store.query, question, NEAREST)) for question in questions]

    with ThreadPoolExecutor(len(readers)) as pool:
        return sorted(each for found in pool.map(ask, readers) for each in found)


def recall(store: RemoteStore, vectors: Vectors, questions: Vectors) -> float:
    """The share of the truly nearest that is found."""
    right = 0
    for question in questions:
        nearest = {f"k{number}" for number in np.argsort(vectors @ question)[-NEAREST:]}
        right += len(nearest & {each.key for each in store.query(question, NEAREST)[:NEAREST]})
    return right / (NEAREST * len(questions))


def memory(process: int) -> float:
    """Megabytes of a process and its children."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    own = re.search(r"RssAnon:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return (int(own[1]) / 1000 if own else 0.0) + sum(memory(int(child)) for child in children)


def measure(count: int) -> str:
    vectors = made(count)
    questions = made(count + QUESTIONS)[-QUESTIONS:]
    keys = [f"k{number}" for number in range(count)]
    with tempfile.TemporaryDirectory() as folder, ChromaServer(Path(folder)) as server:
        with stores(server.url, READERS) as machines:
            halves = [slice(start, None, WRITERS) for start in range(WRITERS)]

            def write(number: int) -> None:
                machines[number].upsert(keys[halves[number]], vectors[halves[number]])

            with ThreadPoolExecutor(WRITERS) as pool:
                written = seconds(lambda: list(pool.map(write, range(WRITERS))))
            one, ten = latencies(machines[:1], questions), latencies(machines, questions)
            found = recall(machines[0], vectors, questions)
            size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
            figures = [f"{1000 * each[len(each) * share // 100]:.0f}" for each in (one, ten) for share in (50, 99)]
            rate = len(ten) / (sum(ten) / READERS)
            used = memory(server.process.pid)
        restarted = seconds(lambda: _reopened(server))
    load = os.getloadavg()[0]
    return (
        f"{count:,} chunks: written in {written:.0f} s ({count / written:,.0f}/s); one reader p50/p99 {figures[0]}/{figures[1]}"
        f" ms; {READERS} readers {figures[2]}/{figures[3]} ms, {rate:,.0f} searches/s; recall {found:.3f}; server {used:,.0f}"
        f" MB; disk {size:,.0f} MB; first answer after a kill {restarted:.1f} s; load {load:.1f}"
    )


def _reopened(server: ChromaServer) -> None:
    server.kill()
    server.start()
    with stores(server.url, 1) as (store,):
        store.count()


if __name__ == "__main__":
    for argument in sys.argv[1:] or ("50000",):
        sys.stdout.write(f"{measure(int(argument))}\n")
        sys.stdout.flush()
