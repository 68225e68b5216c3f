"""Write a report on this workspace: findings over time, code health, precision, and cost of models.

Uses the history of `reread check` and `reread review`, the feedback, the ledger, git and the code; sends nothing.
`--format html` writes one self-contained page. With `--gate 'health:FOLDER>=B'`, exits with 1 if the folder has a worse
grade.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import NamedTuple

from reread.server.cli import options, writing
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, FOUND, UsageError

SUMMARY = "report on findings, code health and spending"
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
    parser.add_argument("--format", choices=_FORMATS, default="html", help="output format (default: html)")
    parser.add_argument(
        "-o",
        "--output-file",
        metavar="FILE",
        help=f"output file (default: {_DEFAULT_FILE} for html, else standard output)",
    )
    parser.add_argument(
        "--gate",
        action="append",
        default=[],
        metavar="GATE",
        help="exit with 1 if this condition fails, for example 'health:core>=B'",
    )
    parser.add_argument("--coverage", metavar="FILE", help="lcov or Cobertura file (default: found by its usual name)")
    parser.add_argument("--trend", action="store_true", help="add code health over the last 12 months, from git")
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
        writing.say("without plots; install them with `reread setup report` (about 1 MB)")
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
    writing.to_file(path, [text])
    writing.say(f"written to {os.path.relpath(path)}")
