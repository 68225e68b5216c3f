"""The client with workers that misbehave."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from reread.server.rpc.errors import RequestFailedError, WorkerGoneError
from reread.server.worker import process as worker_process
from reread.server.worker.process import WorkerState
from tests.server.worker.conftest import Watched

READY = """
import sys, json, time
def send(**message):
    body = json.dumps(message).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
    sys.stdout.buffer.flush()
def receive():
    length = int(sys.stdin.buffer.readline().split(b":")[1])
    sys.stdin.buffer.readline()
    return json.loads(sys.stdin.buffer.read(length))
send(method="ready")
"""


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(worker_process, "_FIRST_PAUSE", 0.01)


async def test_a_worker_that_cannot_be_started_is_given_up(tmp_path):
    watched = Watched([str(tmp_path / "missing")])
    await watched.worker.start()
    message = await watched.until(WorkerState.FAILED)
    assert "cannot be started" in message
    assert [state for state, _ in watched.states] == [WorkerState.STARTING, WorkerState.RESTARTING, WorkerState.FAILED]
    with pytest.raises(WorkerGoneError, match="failed"):
        await watched.worker.status("/f")
    await watched.worker.stop()


async def test_a_request_waiting_for_the_start_fails_when_there_is_none(tmp_path):
    watched = Watched([str(tmp_path / "missing")])
    await watched.worker.start()
    with pytest.raises(WorkerGoneError):
        await watched.worker.status("/f")
    await watched.worker.stop()


async def test_a_worker_that_keeps_dying_is_given_up_and_can_be_started_again(scripted):
    watched = scripted("raise SystemExit(3)")
    await watched.worker.start()
    assert "exit code 3; it died 6 times" in await watched.until(WorkerState.FAILED)
    await watched.worker.start()
    await watched.until(WorkerState.FAILED, 2)
    await watched.worker.stop()


async def started(watched, times):
    """Wait until so many more processes have been started."""
    process, enough, left = watched.worker._process, asyncio.Event(), [times]
    before = process._on_start

    def on_start():
        left[0] -= 1
        if left[0] <= 0:
            enough.set()
        before()

    process._on_start = on_start
    async with asyncio.timeout(120):
        await enough.wait()


@pytest.mark.skipif(os.name != "posix", reason="signals")
async def test_a_worker_that_is_ended_from_outside_is_started_again_each_time(scripted, monkeypatch):
    monkeypatch.setattr(worker_process, "_LONGEST_PAUSE", 0.01)
    watched = scripted("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    await watched.worker.start()
    assert "ended from outside (SIGKILL); it is being" in await watched.until(WorkerState.RESTARTING)
    await started(watched, worker_process._ATTEMPTS + 2)
    assert watched.worker.state is not WorkerState.FAILED
    await watched.worker.stop()


@pytest.mark.skipif(os.name != "posix", reason="signals")
async def test_a_worker_that_crashes_by_a_signal_is_given_up(scripted):
    watched = scripted("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    await watched.worker.start()
    assert "it died 6 times in a row" in await watched.until(WorkerState.FAILED)
    await watched.worker.stop()


async def test_a_worker_that_has_lived_for_a_while_begins_anew_with_its_deaths(scripted, monkeypatch):
    monkeypatch.setattr(worker_process, "_STEADY", 0.0)
    monkeypatch.setattr(worker_process, "_ATTEMPTS", 2)
    watched = scripted("raise SystemExit(3)")
    await watched.worker.start()
    await started(watched, 4)
    assert watched.worker.state is not WorkerState.FAILED
    await watched.worker.stop()


async def test_a_worker_that_writes_nonsense_is_ended(scripted):
    watched = scripted("print('hello world' * 3 + '\\r\\n\\r\\n', flush=True)\nimport time; time.sleep(600)")
    await watched.worker.start()
    assert "not protocol" in await watched.until(WorkerState.RESTARTING)
    await watched.worker.stop()


async def test_endless_nonsense_is_noticed_too(scripted):
    watched = scripted("print('x' * 200_000, flush=True)\nimport time; time.sleep(600)")
    await watched.worker.start()
    assert "not protocol" in await watched.until(WorkerState.RESTARTING)
    await watched.worker.stop()


async def test_a_worker_that_ignores_its_end_is_killed(scripted):
    watched = scripted(READY + "time.sleep(600)")
    await watched.worker.start()
    await watched.until(WorkerState.RUNNING)
    process = watched.worker._process._process
    await watched.worker.stop(timeout=0.1)
    assert process.returncode == -signal.SIGKILL
    assert watched.worker.process_id is None


async def test_stopping_during_the_start(scripted):
    watched = scripted("import time; time.sleep(600)")
    await watched.worker.start()
    await started(watched, 1)
    process = watched.worker._process._process
    await watched.worker.stop(timeout=0.1)
    assert [state for state, _ in watched.states] == [WorkerState.STARTING, WorkerState.STOPPED]
    assert process.returncode == -signal.SIGKILL


async def test_without_patience_it_is_gone_all_the_same_when_it_is_stopped(scripted):
    watched = scripted(READY + "time.sleep(600)")
    await watched.worker.start()
    await watched.until(WorkerState.RUNNING)
    process = watched.worker.process_id
    await watched.worker.stop(timeout=0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_an_answer_of_the_wrong_shape_fails_its_request(scripted):
    watched = scripted(READY + "m = receive(); send(id=m['id'], result={'folder': 1}); receive()")
    await watched.worker.start()
    with pytest.raises(RequestFailedError, match="not valid"):
        await watched.worker.status("/f")
    await watched.worker.stop()


async def test_answers_nobody_waits_for_are_dropped(scripted):
    watched = scripted(
        READY
        + "send(id=99, result=1); m = receive(); send(id=m['id'], error={'code': -32803, 'message': 'no'}); receive()"
    )
    await watched.worker.start()
    with pytest.raises(RequestFailedError, match="no"):
        await watched.worker.search("/f", "x")
    await watched.worker.stop()


async def test_cancelling_tells_the_worker_which_request(scripted):
    watched = scripted(
        READY
        + "m = receive(); send(method='progress', params=dict(folder='f', done=0, total=1)); c = receive();"
        + "same = int(c['params']['id'] == m['id']);"
        + "send(method='progress', params=dict(folder=c['method'], done=same, total=1)); receive()"
    )
    await watched.worker.start()
    task = asyncio.create_task(watched.worker.index("/f"))
    await watched.until_progress()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await watched.until_progress(2)
    assert (watched.progress[1].folder, watched.progress[1].done) == ("$/cancelRequest", 1)
    await watched.worker.stop()


async def test_a_bug_in_a_callback_does_not_end_the_worker(scripted):
    watched = scripted(
        READY
        + "send(method='progress', params=dict(folder='f', done=1, total=1)); m = receive(); send(id=m['id'], result=[]); receive()"
    )

    def broken(progress):
        raise RuntimeError("a bug")

    watched.worker._on_progress = broken
    await watched.worker.start()
    assert await watched.worker.search("/f", "x") == []
    await watched.worker.stop()
