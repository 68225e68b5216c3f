"""Write a report on this workspace: findings over time, health of the code, precision, and what models cost.

It reads the history that `reread check` and `reread review` keep, the feedback, the ledger, git and the code; nothing
is sent. `--format html` is one page that loads nothing. With `--gate 'health:FOLDER>=B'` it ends with 1 where a folder
is worse.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import NamedTuple

from reread.server.cli import options, writing
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, FOUND, UsageError

SUMMARY = "report on findings, health of the code and spending"
_FORMATS = ("html", "json", "csv", "md")
_DEFAULT_FILE = "reread-report.html"


class Options(NamedTuple):
    format: str
    output_file: str | None
    gate: tuple[str, ...]
    coverage: str | None
    trend: bool
    config: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=_FORMATS, default="html", help="how to write (default: html)")
    parser.add_argument(
        "-o",
        "--output-file",
        metavar="FILE",
        help=f"where to (default: {_DEFAULT_FILE} for html, else standard output)",
    )
    parser.add_argument(
        "--gate", action="append", default=[], metavar="GATE", help="end with 1 unless it holds: 'health:core>=B'"
    )
    parser.add_argument("--coverage", metavar="FILE", help="lcov or Cobertura (default: one in its usual place)")
    parser.add_argument("--trend", action="store_true", help="also the health of the last 12 months, from git")
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    from reread.analyzers.review.spend.ledger import LedgerError
    from reread.server.known.state import StateError
    from reread.server.overview import gates, plots
    from reread.server.overview.collecting import Scope, collected
    from reread.server.overview.coverage import CoverageError
    from reread.server.overview.writing import FORMATS

    try:
        conditions = tuple(map(gates.parse, arguments.gate))
        workspace = open_workspace([], arguments.config)
        settings = workspace.settings
        scope = Scope(workspace.root, settings.exclude, settings.max_file_size)
        overview = collected(scope, arguments.coverage, with_trend=arguments.trend)
    except (ValueError, StateError, LedgerError, CoverageError) as error:
        raise UsageError(str(error)) from error
    if arguments.format == "html" and not plots.is_possible():
        writing.say("without plots: `reread setup report` installs what draws them (about 1 MB)")
    _write("".join(FORMATS[arguments.format](overview)), arguments)
    failed = gates.failures(conditions, dict(overview.scores))
    for line in failed:
        writing.say(line)
    return FOUND if failed else CLEAN


def _write(text: str, arguments: Options) -> None:
    path = arguments.output_file or (_DEFAULT_FILE if arguments.format == "html" else "")
    if not path or path == "-":
        sys.stdout.write(text)
        return
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    writing.say(f"written to {os.path.relpath(path)}")
