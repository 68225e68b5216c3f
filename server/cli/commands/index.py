"""Update the index of a workspace, or show its status. Needs no network and no model.
Exits with 3 if vectors could not be made.

PATH is the folder of the workspace (default: the current repository or folder).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import Any, NamedTuple

from reread.analyzers import owned_files, parts
from reread.analyzers.shown.terminal import printable
from reread.rag.results import IndexReport, IndexStatus
from reread.server.cli import options, progress, writing
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, INCOMPLETE, UsageError, no_such

_PAUSED = "indexing is paused; resume it with `reread index --resume`"

SUMMARY = "update the index of the workspace"


class Options(NamedTuple):
    path: str | None
    status: bool
    pause: bool
    resume: bool
    format: str
    config: str | None
    quiet: bool
    verbose: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help="the folder of the workspace")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--status", action="store_true", help="show the status of the index; change nothing")
    instead.add_argument("--pause", action="store_true", help="pause indexing of the workspace, in editors too")
    instead.add_argument("--resume", action="store_true", help="resume indexing and update the index")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    options.add_configuration(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="show no progress bar")
    options.add_verbose(parser)


def run(arguments: Options) -> int:
    if arguments.path and not os.path.isdir(arguments.path):
        raise UsageError(no_such("folder", arguments.path))
    workspace = open_workspace([], arguments.config, start=arguments.path)
    if arguments.pause or arguments.resume:
        _set_pause(workspace.root, paused=arguments.pause)
    if arguments.pause:
        _print(arguments.format, IndexReport(folder=workspace.root, paused=True), [f"{workspace.root}: {_PAUSED}"])
        return CLEAN
    parts.require("index")
    from reread.server.cli.worker import with_worker
    from reread.server.configuration import load

    settings, problems, _ = load(workspace.root)
    for problem in problems:
        writing.say(str(problem))
    if arguments.status:
        status = with_worker(workspace.root, settings, lambda worker: worker.status(workspace.root))
        _print(arguments.format, status, _status_lines(status))
        return CLEAN
    with progress.Bar("Indexing", quiet=arguments.quiet) as bar:
        report = with_worker(workspace.root, settings, lambda worker: worker.index(workspace.root), bar.indexed)
    _print(arguments.format, report, _report_lines(report, arguments.verbose))
    return INCOMPLETE if report.without_vectors else CLEAN


def _set_pause(folder: str, *, paused: bool) -> None:
    from reread.rag.index import pause

    try:
        if paused:
            pause.pause(folder)
        else:
            pause.resume(folder)
    except OSError as error:
        raise UsageError(owned_files.problem(str(error.filename), error)) from error


def _print(form: str, value: IndexReport | IndexStatus, lines: list[str]) -> None:
    if form == "json":
        import msgspec

        data: dict[str, Any] = {"version": 1, **msgspec.to_builtins(value)}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        sys.stdout.write("".join(printable(line) + "\n" for line in lines))


def _report_lines(report: IndexReport, verbose: int) -> list[str]:
    if report.paused and not report.indexed and not report.removed:
        return [f"{report.folder}: {_PAUSED}", *report.notes]
    lines = [
        f"{report.folder}: {writing.plural(report.indexed, 'file')} indexed, {report.unchanged:,} unchanged, "
        f"{report.removed:,} removed, {writing.plural(report.chunks, 'chunk')} in {report.seconds:.1f} s"
    ]
    if report.paused:
        lines.append(_PAUSED)
    elif report.cancelled:
        lines.append("stopped early; the next run continues from here")
    if report.read_only:
        lines.append("another process is updating this index; nothing was done")
    if report.without_vectors:
        lines.append(f"{writing.plural(report.without_vectors, 'chunk')} without vectors; the next run tries again")
    if report.skipped and not verbose:
        lines.append(f"{writing.plural(len(report.skipped), 'file')} skipped (-v names them)")
    lines += (f"skipped {file.path}: {file.reason}" for file in report.skipped if verbose)
    return [*lines, *report.notes]


def _status_lines(status: IndexStatus) -> list[str]:
    missing = f": {writing.plural(status.without_vectors, 'chunk')} without vectors" if status.without_vectors else ""
    state = f"incomplete{missing}; update it with `reread index`"
    if status.complete and not missing:
        state = "complete"
    state = _PAUSED if status.paused else state
    counts = (
        (status.files, "file"),
        (status.chunks, "chunk"),
        (status.definitions, "definition"),
        (status.references, "reference"),
    )
    return [
        f"{status.folder}: {state}",
        f"{', '.join(writing.plural(count, noun) for count, noun in counts)}, "
        f"{status.size / 1e6:,.1f} MB in {status.directory}",
        *([] if status.writer else ["another process keeps it up to date"]),
        *status.notes,
    ]
