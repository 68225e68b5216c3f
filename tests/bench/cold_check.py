"""Wall clock of a whole process, from start to exit."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path


def measure(command: Sequence[str], folder: Path, runs: int = 9) -> float:
    """Median milliseconds of `runs` runs, after two that fill the caches of the disk and of the rules."""
    environment = {**os.environ, "REREAD_CACHE_DIR": str(folder / "cache")}
    samples = []
    for number in range(runs + 2):
        began = time.perf_counter()
        ended = subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=False)
        if number >= 2:
            samples.append(1000 * (time.perf_counter() - began))
        if ended.returncode not in (0, 1):
            raise RuntimeError(f"{command[0]} failed: {ended.stderr.decode()[-500:]}")
    return statistics.median(samples)
