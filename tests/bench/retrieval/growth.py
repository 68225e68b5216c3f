"""How indexing and context grow with the workspace: `python -m tests.bench retrieval --growth [TREE...]`.

Each size is a process of its own: chunks, seconds of indexing, of the processor, megabytes in memory and on disk, then
milliseconds of the context for a change, by the processor and by the clock, at the median and the 95th percentile.
"""

from __future__ import annotations

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

SIZES = (1_000, 10_000, 50_000)
_BYTES_A_CHUNK = 580
_QUESTIONS = 120
_ENDINGS = (".py", ".js", ".ts", ".tsx", ".go", ".java", ".rb", ".php", ".c", ".h", ".cpp", ".cs", ".rs", ".kt", ".md")
_LARGEST = 200_000


def rows(trees: Sequence[Path], scratch: Path) -> Iterator[str]:
    """A line for each size."""
    yield "  chunks  index s   cpu s    MB  disk MB   cpu ms   95 %  wall ms   95 %"
    for size in SIZES:
        command = [sys.executable, "-m", "tests.bench.retrieval.growth", str(size), str(scratch), *map(str, trees)]
        done = subprocess.run(command, capture_output=True, check=True)
        yield _line(json.loads(done.stdout))


def _line(found: dict[str, float]) -> str:
    return (
        f"{found['chunks']:8,.0f}{found['seconds']:9.1f}{found['processor']:8.1f}{found['memory']:6.0f}"
        f"{found['disk']:9.1f}{found['cpu']:9.1f}{found['cpu95']:7.1f}{found['wall']:9.1f}{found['wall95']:7.1f}"
    )


def measure(size: int, scratch: Path, trees: Sequence[Path]) -> dict[str, float]:
    """The figures of a workspace of about so many chunks."""
    from reread.rag.index import WorkspaceIndex

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
    cpu = sorted(_milliseconds(time.process_time, index, question) for question in questions)
    wall = sorted(_milliseconds(time.perf_counter, index, question) for question in questions)
    memory = _memory()
    index.close()
    return {
        "chunks": status.chunks,
        "seconds": seconds,
        "processor": processor,
        "memory": memory,
        "disk": status.size / 1e6,
        "cpu": statistics.median(cpu),
        "cpu95": cpu[int(len(cpu) * 0.95)],
        "wall": statistics.median(wall),
        "wall95": wall[int(len(wall) * 0.95)],
    }


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
    from reread.rag import walk
    from tests.bench.retrieval.tree import read_file

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


def _milliseconds(clock: Callable[[], float], index, question) -> float:  # type: ignore[no-untyped-def]
    began = clock()
    index.context(*question)
    return 1_000 * (clock() - began)


def _processor() -> float:
    """Seconds of the processor, those of helping processes included."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _memory() -> float:
    """Megabytes of this process."""
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


if __name__ == "__main__":
    result = measure(int(sys.argv[1]), Path(sys.argv[2]), [Path(each) for each in sys.argv[3:]])
    sys.stdout.write(json.dumps(result))
