"""Worker processes without the start of each: they are forked off one process that has imported what they need.

What a test gets is a process of its own with its own pipes, environment and current folder. Importing Chroma and the
libraries of providers takes a second of the processor, and hundreds of tests need a worker for a tenth of that. How a
worker really starts is tested in `tests/server/worker` and `tests/e2e`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CLIENT = Path(__file__).with_name("client.py")


@contextmanager
def fork_server(folder: Path, rules: Path) -> Iterator[list[str]]:
    """The command that runs a worker, while the process that it is forked off lives.

    `folder` gets its socket, and `rules` is a folder of caches that knows the built-in rules.
    """
    place = folder / "socket"
    ready, told = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "tests.forking.server", str(place), str(told)],
        stdin=subprocess.PIPE,
        pass_fds=[told],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "REREAD_CACHE_DIR": str(rules)},
    ) as process:
        os.close(told)
        try:
            with os.fdopen(ready, "rb") as stream:
                assert stream.read() == b"ready", "the server of forked workers did not start"
            yield [sys.executable, "-I", "-S", str(CLIENT), str(place)]
        finally:
            # It ends when its input does.
            process.communicate()
