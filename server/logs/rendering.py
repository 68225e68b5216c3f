"""Renders log lines for people and for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from reread.analyzers.shown.terminal import printable
from reread.server.logs.lines import Line


def text(line: Line) -> str:
    """One line, and one for each frame of an error. Times are those of this place."""
    moment = datetime.fromisoformat(line.time).astimezone()
    more = "".join(f" {name}={value}" for name, value in line.data.items())
    head = f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03} {line.level:<7} {line.process:<7}"
    lines = [f"{head} {line.job or '-':<16} {line.message}{more}"]
    if line.error is not None:
        lines += [f"    {frame}" for frame in line.error.frames]
        lines.append(f"    {line.error.type}{': ' * bool(line.error.text)}{line.error.text}")
    return "\n".join(map(printable, lines))


def json(line: Line) -> str:
    """The line as it is in the file."""
    return msgspec.json.encode(line).decode()


RENDERERS: Mapping[str, Callable[[Line], str]] = {"text": text, "json": json}
