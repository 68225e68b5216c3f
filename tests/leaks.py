"""Processes and connections that a test leaves behind fail that test.

Without this they are reported when they are collected, in whichever test runs by then on the same worker.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import time
import warnings
import weakref
from collections.abc import Generator, Iterator
from typing import Any

import pytest

_loops: weakref.WeakKeyDictionary[asyncio.BaseTransport, asyncio.AbstractEventLoop] = weakref.WeakKeyDictionary()
"""The transports that are still known to somebody, each with the loop that it belongs to."""

PATIENCE = 30.0
"""Seconds that a busy machine may take to end a process."""

_shared: set[int] = set()
"""Processes of fixtures that several tests share."""


def pytest_configure(config: pytest.Config) -> None:
    made = asyncio.BaseTransport.__init__

    def remembered(transport: asyncio.BaseTransport, extra: dict[Any, Any] | None = None) -> None:
        made(transport, extra)
        _loops[transport] = asyncio.get_running_loop()

    asyncio.BaseTransport.__init__ = remembered  # type: ignore[method-assign]
    config.add_cleanup(lambda: setattr(asyncio.BaseTransport, "__init__", made))


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
    if fixturedef.scope == "function":
        return (yield)
    before = children()
    try:
        return (yield)
    finally:
        _shared.update(children() - before)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    yield
    if left := [*left_open(), *left_running()]:
        # They are reported here, and need not be a second time.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()
        pytest.fail(f"{item.name} leaves behind: {', '.join(left)}", pytrace=False)


def left_running() -> Iterator[str]:
    """The processes that the last test has left, in words, and ended by now."""
    for process in sorted(children() - _shared):
        if is_gone_soon(process):
            continue
        yield f"the process {process} ({command_of(process)})"
        # A thread of asyncio's may be waiting for it as well, and be first.
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def is_gone_soon(process: int) -> bool:
    """Whether a process is already ending, and somebody waits for it: a thread of asyncio's may be late to do so."""
    end = time.monotonic() + PATIENCE
    while process in children():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def children() -> set[int]:
    """The processes that this one has started and that nobody has waited for."""
    if not hasattr(os, "waitid"):
        return set()
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        # There is none, as after almost every test, and that was one call of the system.
        return set()
    try:
        return {int(number) for thread in os.listdir("/proc/self/task") for number in _started_by(thread)}
    except OSError:
        numbers = map(int, filter(str.isdigit, os.listdir("/proc")))
        return {number for number in numbers if parent_of(number) == os.getpid()}


def _started_by(thread: str) -> list[str]:
    """The processes of a thread, which not every kernel lists. Raises OSError."""
    with open(f"/proc/self/task/{thread}/children", encoding="ascii") as file:
        return file.read().split()


def parent_of(process: int) -> int:
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as file:
            return int(file.read().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def command_of(process: int) -> str:
    try:
        with open(f"/proc/{process}/cmdline", encoding="utf-8", errors="replace") as file:
            return file.read().replace("\0", " ").strip() or "ended, but not waited for"
    except OSError:
        return "gone"


def left_open() -> Iterator[str]:
    """The transports whose loop was closed before they were, in words."""
    for transport, loop in list(_loops.items()):
        if loop.is_closed():
            del _loops[transport]
            if is_open(transport):
                yield repr(transport)


def is_open(transport: asyncio.BaseTransport) -> bool:
    """Whether its socket or pipe is open, or its process, as far as the loop knew, is running."""
    process, socket, pipe = map(transport.get_extra_info, ("subprocess", "socket", "pipe"))
    return (
        (process is not None and process.returncode is None)
        or (socket is not None and socket.fileno() >= 0)
        or (pipe is not None and not pipe.closed)
    )
