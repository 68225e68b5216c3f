"""Shows a running review, on terminals only: its progress, and the findings as the model writes them.

All of it is gone when the review is over: the report that follows has the findings that held.
"""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from reread.analyzers.findings import Finding
from reread.analyzers.shown.terminal import printable

if TYPE_CHECKING:
    from rich.live import Live as RichLive
    from rich.progress import Progress, TaskID

_SHOWN = 10


class Live:
    """A bar with the latest findings below it, while the `with` block runs."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._wanted = not quiet and sys.stderr.isatty()
        self._lines: list[str] = []
        self._live: RichLive | None = None
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def at(self, line: str, done: int, total: int) -> None:
        """So many steps of all are done; `line` says what is being done."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=printable(line), completed=done, total=total or None)

    def found(self, path: str, finding: Finding) -> None:
        """The model has written a finding, which is not verified yet. It may come again with a fix."""
        message = " ".join(finding.message.split())
        line = printable(f"{path}: {finding.severity.value} {message}")
        if line not in self._lines:
            self._lines.append(line)
            self._show()

    def __enter__(self) -> Live:
        if self._wanted:
            from rich.console import Console
            from rich.live import Live as RichLive
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            self._progress = Progress(TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
            self._task = self._progress.add_task("Starting", total=None)
            self._live = RichLive(self._progress, console=Console(stderr=True), transient=True)
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._live is not None:
            self._live.stop()

    def _show(self) -> None:
        if self._live is not None and self._progress is not None:
            from rich.console import Group
            from rich.text import Text

            self._live.update(Group(self._progress, *(Text(line, "dim") for line in self._lines[-_SHOWN:])))
