"""Wall clock of a whole process, from start to exit."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path


def measure(commands: Sequence[Sequence[str]], folder: Path, runs: int = 15) -> list[float]:
    """Median milliseconds of each command, after two runs that fill the caches of the disk and of the rules.

    The commands take turns, so that a machine that is slow for a while is slow for all of them.
    """
    environment = {**os.environ, "REREAD_CACHE_DIR": str(folder / "cache")}
    samples: list[list[float]] = [[] for _ in commands]
    for number in range(runs + 2):
        for command, times in zip(commands, samples, strict=True):
            began = time.perf_counter()
            ended = subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=False)
            if number >= 2:
                times.append(1000 * (time.perf_counter() - began))
            if ended.returncode not in (0, 1):
                raise RuntimeError(f"{command[0]} failed: {ended.stderr.decode()[-500:]}")
    return [statistics.median(times) for times in samples]
