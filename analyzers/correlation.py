"""The correlation ID of work: which editor request or command it belongs to.

It goes with the work through tasks (by themselves), threads (`carried`) and to the worker (in each request), so that
log entries and measurements there can be found by it.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from typing import ParamSpec, TypeVar

Value = TypeVar("Value")
Arguments = ParamSpec("Arguments")

_current: ContextVar[str] = ContextVar("job", default="")
_process = os.urandom(5).hex()
_numbers = itertools.count(1)


def current() -> str:
    """The id of the work that is being done: 16 hexadecimal digits, or ""."""
    return _current.get()


def fresh() -> str:
    """An id that no other work has, of this process or another."""
    return f"{_process}{next(_numbers) & 0xFFFFFF:06x}"


@contextmanager
def within(job: str) -> Iterator[str]:
    """Assigns the work done and started inside to the job."""
    token = _current.set(job)
    try:
        yield job
    finally:
        _current.reset(token)


def carried(function: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """The function for a thread of a pool, which starts without the id of whoever hands it over."""
    context = copy_context()

    def run(*arguments: Arguments.args, **named: Arguments.kwargs) -> Value:
        return context.run(function, *arguments, **named)

    return run
