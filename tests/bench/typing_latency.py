"""Edit to diagnostics, start to first diagnostics and memory, of any language server.

Each edit adds or takes away a line that a linter must report, so a stale answer cannot pass for a fresh one. Edits are
at the end of the file and in its middle, in turn.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from reread.analyzers import retention
from tests.bench.client import Client

BAD_LINE = 'measured = 1 is "a"\n'


class Latency(NamedTuple):
    """Milliseconds and megabytes; `edit` and `late` are the median and the 95th percentile."""

    start: float
    opened: float
    edit: float
    late: float
    memory: float
    lines: int


def measure(
    command: Sequence[str],
    path: Path,
    *,
    edits: int = 40,
    pause: float = 0.03,
    settings: Any = None,
    options: Any = None,
    environment: Any = None,
) -> Latency:
    """Times one server on one file. `pause` seconds lie between the edits, as between keystrokes."""
    client = Client(command, path.parent, settings, environment)
    try:
        client.initialize(options)
        text, uri = path.read_text(encoding="utf-8"), path.as_uri()
        opening = time.perf_counter()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        client.notify("textDocument/didOpen", {"textDocument": document})
        first, _ = client.diagnostics(uri, lambda _: True)
        samples = edit_samples(client, uri, text, edits, pause)
        return Latency(
            start=1000 * (first - client.started),
            opened=1000 * (first - opening),
            edit=statistics.median(samples),
            late=statistics.quantiles(samples, n=20)[-1],
            memory=client.memory(),
            lines=text.count("\n"),
        )
    finally:
        client.stop()


def get_known(command: Sequence[str], path: Path, environment: Mapping[str, str]) -> None:
    """Has a server of ours keep what it finds in a file for the next start, which it does when all is found."""
    kept = Path(environment["REREAD_CACHE_DIR"], retention.OPENED.part)
    client = Client(command, path.parent, None, environment)
    try:
        client.initialize(None)
        document = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": path.read_text("utf-8")}
        client.notify("textDocument/didOpen", {"textDocument": document})
        while not (kept.is_dir() and any(kept.iterdir())):
            time.sleep(0.05)
    finally:
        client.stop()


def edit_samples(
    client: Client, uri: str, text: str, edits: int, pause: float, versions: count[int] | None = None
) -> list[float]:
    """Milliseconds of each edit, until the diagnostics of its version are there; `edits` is even, so all are undone."""
    versions = versions or count(2)
    lines = text.split("\n")
    places = [len(lines) - 1, _top_level_line(lines)]
    samples = []
    for number in range(edits):
        time.sleep(pause)
        line, adds = places[number // 2 % 2], number % 2 == 0
        start = {"line": line, "character": 0}
        end = start if adds else {"line": line + 1, "character": 0}
        version = next(versions)
        change = {"range": {"start": start, "end": end}, "text": BAD_LINE if adds else ""}
        sent = time.perf_counter()
        client.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]},
        )
        arrived, _ = client.diagnostics(uri, partial(_is_answer, version, line, adds))
        samples.append(1000 * (arrived - sent))
    return samples


def _top_level_line(lines: list[str]) -> int:
    """A line near the middle of the file at which a statement of the module may stand."""
    middle = len(lines) // 2
    return next(
        number
        for number in range(middle, len(lines))
        if lines[number].startswith(("def ", "class ")) and not lines[number - 1]
    )


def _is_answer(version: int, line: int, adds: bool, params: dict[str, Any]) -> bool:
    """Whether these are the diagnostics of that version, with or without what is wrong on the line."""
    there = any(found["range"]["start"]["line"] == line for found in params["diagnostics"])
    return params.get("version") == version and there == adds
