"""The record of what an editor and a server say to each other shows, too, whether a server still runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.editors.screens.traffic import RECORDER, Traffic

WRITES_AT_ITS_END = """
import pathlib, sys, time
begun, allowed, ended = map(pathlib.Path, sys.argv[1:])
begun.touch()
while not allowed.exists():
    time.sleep(0.01)
ended.touch()
"""


def test_it_waits_for_a_server_that_outlives_what_records_it(tmp_path: Path) -> None:
    traffic = Traffic(tmp_path)
    begun, allowed, ended = (tmp_path / name for name in ("begun", "allowed", "ended"))
    traffic.wait_until_ended()  # None has begun.
    server = [sys.executable, "-c", WRITES_AT_ITS_END, str(begun), str(allowed), str(ended)]
    recording = [sys.executable, str(RECORDER), str(tmp_path / "traffic.jsonl"), *server]
    with subprocess.Popen(recording, stdin=subprocess.PIPE) as recorder:
        while not begun.exists():
            assert recorder.poll() is None
        recorder.kill()

    assert traffic.is_running()
    allowed.touch()
    traffic.wait_until_ended()

    assert ended.exists()
