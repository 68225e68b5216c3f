"""Runs slow work in threads that end when the client cancels its request: the work asks for that now and then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import from_thread, to_thread

Given = ParamSpec("Given")
Made = TypeVar("Made")


async def in_thread(work: Callable[Given, Made], *arguments: Given.args, **named: Given.kwargs) -> Made:
    """The result of the work. A cancelled caller waits for the thread to end, so that its lock holds as long."""
    return await to_thread.run_sync(partial(work, *arguments, **named))


def if_cancelled(done: int = 0) -> None:
    """Ends the thread of a request that is cancelled; called in such a thread, also as what hears of progress."""
    from_thread.check_cancelled()
