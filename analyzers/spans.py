"""Spans: units of work that are logged with their duration when they end, and exported if there is an exporter."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

Data = dict[str, str | int | float | bool | None]
"""Counts, durations and names of things: never code, never a path of the user's."""

_log = logging.getLogger(__name__)


class Exporter(Protocol):
    """Who else wants to know. `data` is complete when the span ends, and has `outcome` and `milliseconds` then."""

    def span(self, name: str, data: Data) -> AbstractContextManager[None]: ...

    def identity(self) -> str:
        """That of the current span, for another process; "" without one."""

    def continued(self, identity: str) -> AbstractContextManager[None]:
        """Makes spans that begin inside children of the span with that identity, which belongs to another process."""


_exporters: list[Exporter] = []


def export_to(exporter: Exporter | None) -> None:
    """Tell this exporter from now on, and no other."""
    _exporters[:] = [exporter] if exporter is not None else []


def identity() -> str:
    """The identity of the current span, for another process; "" where spans are not recorded."""
    return _exporters[0].identity() if _exporters else ""


def continued(identity: str) -> AbstractContextManager[None]:
    """Makes spans that begin inside children of a span of another process."""
    return _exporters[0].continued(identity) if _exporters and identity else nullcontext()


@contextmanager
def span(name: str, level: int = logging.INFO, **data: str | int | float | bool | None) -> Iterator[Data]:
    """A piece of work; the data that it gives may be added to until it ends."""
    begun = time.perf_counter()
    with _exporters[0].span(name, data) if _exporters else nullcontext():
        data["outcome"] = "ok"
        try:
            yield data
        except BaseException as error:
            data["outcome"] = type(error).__name__
            raise
        finally:
            data["milliseconds"] = round(1_000 * (time.perf_counter() - begun), 1)
            _log.log(level, "%s", name, extra={"data": data})
