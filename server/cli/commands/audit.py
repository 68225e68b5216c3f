"""Show the requests sent to models, and what was posted to pull requests: time, files and lines, recipient, and size.

The log has an entry for every request, written before the request is sent; it never contains code or comments. `--path`
takes a file or folder relative to its workspace, as in the log. This command sends nothing.
"""

from __future__ import annotations

import argparse
import calendar
import json
import os
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.data_directories import state_folder
from reread.analyzers.shown.terminal import printable
from reread.server.cli import since
from reread.server.cli.options import counted
from reread.server.exits import CLEAN, UsageError
from reread.server.table import table

if TYPE_CHECKING:
    from reread.analyzers.review.privacy.audit import AuditedPiece, AuditEntry

SUMMARY = "show the requests sent to models, and what was posted to pull requests"
_OFFICIAL = "the vendor"


class Options(NamedTuple):
    """`since` is in seconds since 1970, 0 for the beginning; `last` is the most requests to show."""

    since: float
    path: str | None
    folder: str | None
    provider: str | None
    run: str | None
    last: int | None
    format: str
    verbose: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    since.add(parser)
    parser.add_argument(
        "--path", metavar="PATH", help="only requests with lines of this file or of files in this folder"
    )
    parser.add_argument("--folder", metavar="FOLDER", help="only requests about this workspace folder")
    parser.add_argument("--provider", metavar="NAME", help="only requests to this provider or kind of host")
    parser.add_argument("--run", metavar="ID", help="only requests of this review")
    parser.add_argument("-n", "--last", type=counted, metavar="N", help="only the last N")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="include the context that was sent, and what of the intent"
    )


def run(arguments: Options) -> int:
    from reread.analyzers.review.privacy.audit import AuditLog

    log = AuditLog(os.path.join(state_folder(), "audit.jsonl"))
    try:
        entries = [entry for entry in log.entries() if _is_wanted(entry, arguments)]
    except OSError as error:
        raise UsageError(f"{log.path}: cannot be read: {error.strerror}") from error
    if arguments.last is not None:
        entries = entries[max(0, len(entries) - arguments.last) :]
    if arguments.format == "json":
        import msgspec

        data = {"version": 1, "log": log.path, "requests": msgspec.to_builtins(entries)}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    else:
        sys.stdout.write("".join(printable(line) + "\n" for line in _lines(entries, arguments.verbose)))
    return CLEAN


def _is_wanted(entry: AuditEntry, arguments: Options) -> bool:
    if arguments.provider and entry.provider != arguments.provider:
        return False
    if arguments.run and entry.run != arguments.run:
        return False
    if arguments.folder and os.path.abspath(arguments.folder) != entry.folder:
        return False
    if arguments.path:
        wanted = arguments.path.replace(os.sep, "/").rstrip("/")
        if not any(_is_below(piece.path, wanted) for piece in (*entry.code, *entry.context)):
            return False
    return not arguments.since or _moment(entry.time) >= arguments.since


def _is_below(path: str, wanted: str) -> bool:
    return path == wanted or path.startswith(wanted + "/")


def _moment(text: str) -> float:
    """Seconds since 1970 of a time in the log."""
    try:
        return float(calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ")))
    except ValueError:
        return 0.0


def _lines(entries: list[AuditEntry], verbose: bool) -> list[str]:
    if not entries:
        return ["nothing was sent"]
    rows = [_row(entry) for entry in entries]
    lines = table(rows, left=len(rows[0]))
    if not verbose:
        return lines
    context = [[f"  with {each}" for each in (*entry.intent, *map(_piece, entry.context))] for entry in entries]
    return [line for first, others in zip(lines, context, strict=True) for line in (first, *others)]


def _row(entry: AuditEntry) -> list[str]:
    local = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(_moment(entry.time)))
    code = ", ".join(map(_piece, entry.code))
    pieces = f"+{len(entry.context)} of context" if entry.context else ""
    pieces = ", ".join(filter(None, (pieces, "intent" if entry.intent else "")))
    kept = f"{entry.placeholders} kept back" if entry.placeholders else ""
    return [
        local,
        entry.run[:8],
        entry.kind,
        f"{entry.provider} {entry.model or f'{entry.repository} {entry.number}'}",
        _where(entry),
        code,
        pieces,
        f"{entry.size:,} bytes",
        kept,
    ]


def _where(entry: AuditEntry) -> str:
    # Logs from before have no address where it was the vendor's own.
    return f"{entry.endpoint or _OFFICIAL}{f' through {entry.proxy}' if entry.proxy else ''}"


def _piece(piece: AuditedPiece) -> str:
    return f"{piece.path}:{piece.first_line}-{piece.last_line}"
