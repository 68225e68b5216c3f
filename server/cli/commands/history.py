"""Show the findings of this workspace with their history, or the last runs.

ACTION is one of: findings (open findings with the date they were first seen; the default), gone (findings that no
longer occur), runs (the last runs with their results), reviews (the last model reviews with their cost). The history is
stored on this machine; `reread check` of folders and changes, `reread review` and reviews in editors add to it.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.shown.terminal import printable
from reread.server.cli import options, writing
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, UsageError

if TYPE_CHECKING:
    from reread.server.known.state import ModelReviewRun, RecordedFinding

SUMMARY = "show findings with their history, and the last runs"
_ACTIONS = ("findings", "gone", "runs", "reviews")


class Options(NamedTuple):
    action: str
    format: str
    config: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        choices=_ACTIONS,
        default="findings",
        metavar="ACTION",
        help="one of " + ", ".join(_ACTIONS),
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    options.add_configuration(parser)


def run(arguments: Options) -> int:
    from reread.server.known.state import StateError, opened

    workspace = open_workspace([], arguments.config)
    try:
        with opened(workspace.root) as state:
            if arguments.action == "runs":
                runs = state.runs()
                entries = [run._asdict() for run in runs]
                lines = [
                    f"{run.at[:19]} {run.command}: {run.findings} findings, {run.new} new, in {run.files} files"
                    f"{f'; incomplete: {run.incomplete}' if run.incomplete else ''}"
                    for run in runs
                ]
            elif arguments.action == "reviews":
                reviews = state.reviews()
                entries = [review._asdict() for review in reviews]
                lines = list(map(_review_line, reviews))
            else:
                kept = state.findings(gone=arguments.action == "gone")
                entries = [each._asdict() for each in kept]
                lines = list(map(_line, kept))
    except StateError as error:
        raise UsageError(str(error)) from error
    if arguments.format == "json":
        sys.stdout.write(json.dumps({"version": 1, arguments.action: entries}, indent=2) + "\n")
    else:
        sys.stdout.writelines(printable(" ".join(line.split())) + "\n" for line in lines)
    return CLEAN


def _review_line(each: ModelReviewRun) -> str:
    cost = "unknown cost" if each.cost is None else f"${each.cost:.4f}"
    cached = f", {each.cached} from the cache" if each.cached else ""
    found = f"{writing.plural(each.findings, 'finding')} in {writing.plural(each.units, 'part')}"
    said = f"{found}{cached}; {each.tokens:,} tokens, {cost}"
    return (
        f"{each.at[:19]} {each.provider} {each.model}: {said}{f'; incomplete: {each.problem}' if each.problem else ''}"
    )


def _line(each: RecordedFinding) -> str:
    what = f"{each.path}:{each.line + 1}: {each.severity} {each.rule} {each.fingerprint}"
    gone = f", gone {each.gone[:10]}" if each.gone else ""
    return f"{what} since {each.first_seen[:10]}{gone}"
