"""Merge the reports of the shards of a run (`reread check --shard 1/4`) to the report of one run, with its exit code.

REPORTS are the JSON or SARIF files of all shards, in any order. The result is what `reread check` without --shard would
have written, with the same order, --max-findings and reasons. This command checks nothing and sends nothing.
"""

from __future__ import annotations

import argparse
import sys
from typing import NamedTuple

SUMMARY = "merge the reports of shards to one"


class Options(NamedTuple):
    reports: tuple[str, ...]
    output_file: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reports", nargs="+", metavar="REPORTS", help="the JSON or SARIF reports of all shards")
    parser.add_argument("-o", "--output-file", metavar="FILE", help="write to FILE instead of standard output")


def run(arguments: Options) -> int:
    from reread.server.cli import shard_reports, writing

    merged = shard_reports.merge(arguments.reports)
    if arguments.output_file is None:
        sys.stdout.write(merged.text)
    else:
        writing.to_file(arguments.output_file, [merged.text])
    return merged.code
