"""How indexing and context grow with the workspace: `python -m tests.bench growth`.

Each size is a process of its own: chunks, seconds of indexing, of the processor, megabytes in memory and on disk, then
milliseconds of the context for a change, by the processor and by the clock, at the median and the 95th percentile; at
last the same by the clock as an editor has it, from a worker process, and the megabytes that one takes; then those of a
lookup that a model asks for, by the clock.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.client import resident

SIZES = (1_000, 10_000, 50_000)
_BYTES_A_CHUNK = 680
_QUESTIONS = 120
_ENDINGS = (".py", ".js", ".ts", ".tsx", ".go", ".java", ".rb", ".php", ".c", ".h", ".cpp", ".cs", ".rs", ".kt", ".md")
_LARGEST = 200_000
_COLUMNS = {
    "chunks": (8, 0),
    "index s": (9, 1),
    "cpu s": (8, 1),
    "MB": (6, 0),
    "disk MB": (9, 1),
    "cpu ms": (9, 1),
    "cpu 95 %": (10, 1),
    "wall ms": (9, 1),
    "wall 95 %": (11, 1),
    "worker ms": (11, 1),
    "worker 95 %": (13, 1),
    "worker MB": (11, 0),
    "lookup ms": (11, 1),
    "lookup 95 %": (13, 1),
}
"""The columns of the table with their widths and decimals."""


def rows(trees: Sequence[Path], scratch: Path) -> Iterator[str]:
    """The heading of the table and a line for each size."""
    yield "".join(f"{name:>{width}}" for name, (width, _) in _COLUMNS.items())
    for size in SIZES:
        yield line(measured(size, scratch, trees))


def line(found: dict[str, float]) -> str:
    return "".join(f"{found[name]:{width},.{decimals}f}" for name, (width, decimals) in _COLUMNS.items())


def measured(size: int, scratch: Path, trees: Sequence[Path]) -> dict[str, float]:
    """The figures of one size, by the names of the columns, from a process of its own."""
    command = [sys.executable, "-m", "tests.bench.retrieval.growth", str(size), str(scratch), *map(str, trees)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def bars(trees: Sequence[Path], scratch: Path) -> Iterator[tuple[str, float, float | None, str, float]]:
    """What, ours, theirs, unit and bar."""
    small, large = measured(SIZES[0], scratch, trees), measured(SIZES[-1], scratch, trees)
    label = f"{large['chunks']:,.0f} chunks"
    each = [1_000 * found["cpu s"] / found["chunks"] for found in (large, small)]
    yield f"{label}: processor time a chunk / {small['chunks']:,.0f} chunks", *each, "ms", 1.5
    yield f"{label}: context for a change, from the worker", large["worker ms"], None, "ms", 60
    yield f"{label}: the same, 95th percentile", large["worker 95 %"], None, "ms", 150
    yield f"{label}: a lookup that a model asks for", large["lookup ms"], None, "ms", 30
    yield f"{label}: memory of the worker", large["worker MB"], None, "MB", 400


def measure(size: int, scratch: Path, trees: Sequence[Path]) -> dict[str, float]:
    """The figures of a workspace of about so many chunks."""
    from reread.rag.workspace_index import WorkspaceIndex
    from tests.bench.retrieval import asked

    workspace = scratch / f"workspace-{size}"
    fill(workspace, trees, size * _BYTES_A_CHUNK)
    os.environ["REREAD_CACHE_DIR"] = str(scratch / f"cache-{size}")
    index = WorkspaceIndex(str(workspace))
    began, processor = time.perf_counter(), _processor()
    index.run()
    seconds, processor = time.perf_counter() - began, _processor() - processor
    status = index.status()
    questions = _questions(workspace)
    for question in questions[:5]:
        index.context(*question)
    cpu = [_milliseconds(time.process_time, index, question) for question in questions]
    wall = [_milliseconds(time.perf_counter, index, question) for question in questions]
    memory = resident(os.getpid())
    looked_up = asked.milliseconds(index, questions)
    index.close()
    answered, worker_memory = asyncio.run(_from_worker(str(workspace), questions))
    return {
        "chunks": status.chunks,
        "index s": seconds,
        "cpu s": processor,
        "MB": memory,
        "disk MB": status.size / 1e6,
        "cpu ms": statistics.median(cpu),
        "cpu 95 %": late(cpu),
        "wall ms": statistics.median(wall),
        "wall 95 %": late(wall),
        "worker ms": statistics.median(answered),
        "worker 95 %": late(answered),
        "worker MB": worker_memory,
        "lookup ms": statistics.median(looked_up),
        "lookup 95 %": late(looked_up),
    }


def late(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]


def fill(workspace: Path, trees: Sequence[Path], size: int) -> None:
    """Copy files of the trees until there are about so many bytes, the same ones every time."""
    left = size
    for number, tree in enumerate(trees):
        for path in sorted(tree.rglob("*")):
            if left <= 0:
                return
            if path.suffix in _ENDINGS and path.is_file() and 0 < path.stat().st_size < _LARGEST:
                target = workspace / str(number) / path.relative_to(tree)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                left -= path.stat().st_size


def default_trees() -> list[Path]:
    """The standard library and what is installed here."""
    paths = sysconfig.get_paths()
    return [Path(paths["purelib"]), Path(paths["stdlib"])]


def _questions(workspace: Path) -> list[tuple[str, str, int, int]]:
    """Definitions all over the workspace."""
    from reread.rag.source import walk
    from reread.server.evaluation.retrieval.tree import read_file

    chance = random.Random(1)
    files = [file.path for file in walk.walk(str(workspace)).files]
    chance.shuffle(files)
    found = []
    for name in files:
        document, content = read_file(workspace, name)
        if document is not None and content is not None and content.definitions:
            definition = chance.choice(content.definitions)[0]
            found.append((document.path, document.text, *definition.span))
        if len(found) == _QUESTIONS:
            break
    return found


async def _from_worker(workspace: str, questions: Sequence[tuple[str, str, int, int]]) -> tuple[list[float], float]:
    """Milliseconds of the contexts that a worker process gives, after its run over the folder, and its megabytes."""
    from reread.server.settings import Settings
    from reread.server.worker.client import Worker

    worker = Worker(on_progress=lambda progress: None, on_state=lambda state, message: None)
    await worker.start()
    try:
        await worker.open_folder(workspace, Settings())
        await worker.index(workspace)
        times = []
        for number, question in enumerate([*questions[:5], *questions]):
            began = time.perf_counter()
            await worker.context(workspace, *question)
            if number >= 5:
                times.append(1_000 * (time.perf_counter() - began))
        assert worker.process_id is not None
        return times, resident(worker.process_id)
    finally:
        await worker.stop()


def _milliseconds(clock: Callable[[], float], index, question) -> float:  # type: ignore[no-untyped-def]
    began = clock()
    index.context(*question)
    return 1_000 * (clock() - began)


def _processor() -> float:
    """Seconds of the processor, those of helping processes included."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    result = measure(int(sys.argv[1]), Path(sys.argv[2]), [Path(each) for each in sys.argv[3:]])
    sys.stdout.write(json.dumps(result))
