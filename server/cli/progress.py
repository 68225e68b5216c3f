"""A progress bar, shown on terminals only."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reread.rag.results import IndexProgress


class Bar:
    """Shows how far some work is while the `with` block runs. Work of fewer than `least` steps is over too soon."""

    def __init__(self, label: str, *, quiet: bool = False, least: int = 0) -> None:
        self._label = label
        self._least = least
        self._wanted = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def at(self, done: int, total: int, note: str = "") -> None:
        """So many steps of all are done; the note is a few words more."""
        if not self._wanted or total < self._least:
            return
        if self._progress is None:
            self._progress = _progress()
            if self._progress is None:
                self._wanted = False
                return
            self._progress.start()
            self._task = self._progress.add_task(self._label, total=total, note=note)
        if self._task is not None:
            self._progress.update(self._task, completed=done, total=total, note=note)

    def indexed(self, news: IndexProgress) -> None:
        """How far indexing is."""
        self.at(news.done, news.total, f"{news.rate:,.0f} chunks/s")

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()


def _progress() -> Progress | None:
    """None without rich, which comes with index and model review."""
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    except ImportError:
        return None

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)
