"""Workers that tests fork off one process are processes like others: they end alone, and with whoever asked for them."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys

import pytest

from reread.server.rpc import protocol

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are started as for users elsewhere")


@pytest.fixture
def process(forked_worker, cache, tmp_path):
    with subprocess.Popen(
        forked_worker, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as started:
        header = started.stdout.readline() + started.stdout.readline()
        assert b'"ready"' in started.stdout.read(protocol.length_of(header))
        yield started
        started.kill()


def forked_off(process):
    """The worker that stands behind a process: the one whose current folder is the same."""
    folder = os.readlink(f"/proc/{process.pid}/cwd")
    numbers = [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != process.pid]
    return [number for number in numbers if cwd_of(number) == folder]


def cwd_of(number):
    try:
        return os.readlink(f"/proc/{number}/cwd")
    except OSError:
        return ""


def ended(process_fd):
    return select.select([process_fd], [], [], 120)[0] == [process_fd]


def test_it_ends_with_its_input_and_gives_the_code(process):
    [worker] = map(os.pidfd_open, forked_off(process))
    process.stdin.write(protocol.frame(protocol.Message(jsonrpc="2.0", method="exit")))
    process.stdin.close()
    assert process.wait() == 0
    assert ended(worker)
    os.close(worker)


def test_it_is_killed_with_the_process_that_stands_for_it(process):
    [worker] = map(os.pidfd_open, forked_off(process))
    process.kill()
    assert ended(worker)
    os.close(worker)


def test_a_signal_that_ends_it_ends_the_process_that_stands_for_it(process):
    [worker] = forked_off(process)
    os.kill(worker, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
