"""Show the log of server, worker and commands, oldest entries first.

All entries of one editor request or one command share a job ID; --job shows only these, from the request to the model
call. The log contains no secrets, and no code unless your setting `logs.code` allows it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from reread.server.cli.options import counted
from reread.server.exits import CLEAN

SUMMARY = "show the log"
_LEVELS = ("error", "warning", "info", "debug")
_PAUSE = 0.3
"""Seconds between two looks for new lines."""


class Options(NamedTuple):
    follow: bool
    job: str
    level: str
    lines: int
    format: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-f", "--follow", action="store_true", help="keep printing new entries")
    parser.add_argument(
        "--job", default="", metavar="ID", help="only entries of this job; a prefix of the ID is enough"
    )
    parser.add_argument("--level", choices=_LEVELS, default="debug", help="only this level and above (default: all)")
    parser.add_argument(
        "-n", "--lines", type=counted, default=200, metavar="N", help="the last N entries; 0 means all (default: 200)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")


def run(arguments: Options) -> int:
    from reread.server.logs import reading
    from reread.server.logs.rendering import RENDERERS
    from reread.server.logs.writing import folder

    wanted = reading.Wanted(arguments.job, arguments.level)
    render = RENDERERS[arguments.format]
    seen = reading.positions(folder())
    past = deque(reading.lines(folder(), wanted), maxlen=arguments.lines or None)
    _write(map(render, past))
    if not past:
        rest = "; waiting for new ones" if arguments.follow else ""
        sys.stderr.write(f"reread: {_nothing(arguments)} in {folder()}{rest}\n")
    if arguments.follow:
        _write(map(render, reading.follow(folder(), wanted, seen, lambda: time.sleep(_PAUSE))))
    return CLEAN


def _nothing(arguments: Options) -> str:
    """What there is none of: no entries at all, or none that were asked for."""
    from reread.server.logs import reading
    from reread.server.logs.writing import folder

    if next(reading.lines(folder(), reading.Wanted()), None) is None:
        return "no log entries"
    of = f" of job {arguments.job}" if arguments.job else ""
    above = f" of level {arguments.level} or above" if arguments.level != "debug" else ""
    return f"no log entries{of}{above}"


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
