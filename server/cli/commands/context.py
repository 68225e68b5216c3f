"""Show the context that a review of a change would include, most relevant first, with the reason for each piece.

FILE:LINE selects the definition that contains the line, --staged the changes staged for the next commit. Needs no
network and no model. The index is updated first.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reread.analyzers.syntax import language_of
from reread.analyzers.text import LineIndex
from reread.rag.results import Piece
from reread.rag.source import walk
from reread.server import checking
from reread.server.cli import pieces, scope, writing
from reread.server.cli.pieces import PieceOptions
from reread.server.cli.workspace import Workspace, open_workspace
from reread.server.configuration import load
from reread.server.exits import CLEAN, UsageError, no_such
from reread.server.textfile import UnreadableFileError
from reread.server.worker.client import Worker

SUMMARY = "show the context that a review would include"

_PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?$")
_MOST_PARTS = 30
"""Changed places that are looked up; a larger change is shown by its first ones."""


class ChangedRange(NamedTuple):
    """A changed place: `start` and `end` are code points of `text`; `path` is absolute.

    `changed` says that all of it changed, and not only something in it.
    """

    path: str
    text: str
    start: int
    end: int
    changed: bool = False


class Options(NamedTuple):
    place: str | None
    staged: bool
    config: str | None
    pieces: PieceOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", nargs="?", metavar="FILE:LINE", help="a line of the definition that changes")
    parser.add_argument("--staged", action="store_true", help="use the changes staged for the next commit")
    pieces.add_arguments(parser, limit=30)


def run(arguments: Options) -> int:
    if arguments.staged == bool(arguments.place):
        raise UsageError("expected either FILE:LINE or --staged")
    file, line = _place(arguments.place) if arguments.place else ("", 0)
    workspace = open_workspace([file] if file else [], arguments.config)
    settings, problems, _ = load(workspace.root)
    for problem in problems:
        writing.say(str(problem))
    parts = [_named(file, line, settings.max_file_size)] if file else list(_staged(workspace))
    if not parts:
        writing.say("nothing is staged")
    elif len(parts) > _MOST_PARTS:
        writing.say(f"only the first {_MOST_PARTS} of {len(parts)} changed definitions are looked up")
    limit = settings.review.context_tokens

    async def work(worker: Worker) -> list[Piece]:
        answers = [
            await worker.context(
                workspace.root,
                part.path,
                part.text,
                part.start,
                part.end,
                limit_tokens=limit,
                language=language_of(part.path),
                source=arguments.pieces.source,
                changed=((part.start, part.end),) if part.changed else (),
            )
            for part in parts[:_MOST_PARTS]
        ]
        if not arguments.staged:
            return answers[0]
        return _besides(pieces.merged(answers), parts, workspace.root)

    if parts or arguments.pieces.format == "json":
        found = (
            pieces.ask(workspace.root, settings, work, quiet=arguments.pieces.quiet)
            if parts
            else pieces.FoundPieces([])
        )
        pieces.write(found, arguments.pieces)
    return CLEAN


def _besides(found: list[Piece], parts: Sequence[ChangedRange], root: str) -> list[Piece]:
    """Without the changed places, and other parts of the same definitions: the reviewer has the change itself."""
    changed: dict[str, list[tuple[int, int]]] = {}
    for part in parts:
        lines = LineIndex(part.text)
        first, last = lines.line_of(part.start) + 1, lines.line_of(max(part.start, part.end - 1)) + 1
        changed.setdefault(walk.relative(root, part.path), []).append((first, last))
    itself = [
        piece
        for piece in found
        if any(first <= piece.end_line and piece.start_line <= last for first, last in changed.get(piece.path, ()))
    ]
    names = {(piece.path, piece.name) for piece in itself if piece.kind == "definition"}
    return [piece for piece in found if piece not in itself and (piece.path, piece.name) not in names]


def _place(text: str) -> tuple[str, int]:
    match = _PLACE.match(text)
    if match is None or not int(match[2]):
        raise UsageError(f"{text}: expected FILE:LINE, for example app.py:12")
    if not os.path.isfile(match[1]):
        raise UsageError(no_such("file", match[1]))
    return match[1], int(match[2])


def _named(file: str, line: int, maximum: int) -> ChangedRange:
    """One line of a file on disk."""
    source = checking.SourceFile(file, file, os.path.abspath(file))
    try:
        text = checking.read(source, maximum).text
    except UnreadableFileError as error:
        raise UsageError(str(error)) from error
    lines = LineIndex(text)
    if line > lines.count:
        raise UsageError(f"{file}:{line}: the file has {writing.plural(lines.count, 'line')}")
    start, end = lines.line_span(line - 1)
    return ChangedRange(source.absolute, text, start, end)


def _staged(workspace: Workspace) -> Iterator[ChangedRange]:
    """The changed places of what is staged, as it will be committed."""
    change = scope.staged(workspace, [])
    for source in change.selection.sources:
        try:
            text = checking.read(source, workspace.settings.max_file_size).text
        except UnreadableFileError:
            continue
        lines = LineIndex(text)
        ranges = change.changes[source.path].lines
        if ranges is None:
            yield ChangedRange(source.absolute, text, 0, len(text))
            continue
        for first, last in ranges:
            begin = min(first, lines.count - 1)
            final = min(max(last - 1, first), lines.count - 1)
            yield ChangedRange(
                source.absolute, text, lines.line_span(begin)[0], lines.line_span(final)[1], changed=True
            )
