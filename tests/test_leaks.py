"""The guard against what tests leave behind, in a run of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = """
import asyncio, socket, subprocess, sys

def test_that_leaves_a_process():
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])

def test_that_leaves_a_connection():
    async def connect():
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        await asyncio.open_connection(*server.sockets[0].getsockname())
    loop = asyncio.new_event_loop()
    loop.run_until_complete(connect())
    loop.close()

def test_that_waits_for_its_process():
    subprocess.run([sys.executable, "-c", ""], check=True)
"""


@pytest.mark.slow
def test_what_a_test_leaves_behind_fails_that_test(tmp_path: Path) -> None:
    path = tmp_path / "test_example.py"
    path.write_text(CODE)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.leaks",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
    ]
    run = subprocess.run([*command, str(path)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "test_that_leaves_a_process leaves behind: the process" in run.stdout
    assert "test_that_leaves_a_connection leaves behind: <_SelectorSocketTransport" in run.stdout
    assert "test_that_waits_for_its_process leaves" not in run.stdout
