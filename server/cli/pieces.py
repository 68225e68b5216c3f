"""Shared by `reread context` and `reread search`: queries an up-to-date index and writes the results."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import NamedTuple

from reread.analyzers import parts
from reread.analyzers.shown.terminal import printable, printable_lines
from reread.rag.results import SOURCES, Piece
from reread.rag.retrieval.rank_fusion import reserved
from reread.server.cli import options, progress, writing
from reread.server.cli.requests import indexing
from reread.server.cli.worker import with_worker
from reread.server.rpc.errors import RequestFailedError
from reread.server.settings import Settings
from reread.server.worker.client import Worker

BEHIND = "index_behind"


class PieceOptions(NamedTuple):
    """The options added by `add_arguments` besides `--config`: how pieces are looked up and written."""

    format: str
    source: str
    limit: int
    quiet: bool
    verbose: int


class FoundPieces(NamedTuple):
    """The pieces found, in an index that is `behind` by that many changed files, for that reason."""

    pieces: list[Piece]
    behind: int = 0
    reason: str = ""


FIELDS = ("path", "start_line", "end_line", "name", "kind", "reason", "score")


def add_arguments(parser: argparse.ArgumentParser, limit: int) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    parser.add_argument(
        "--source", choices=SOURCES, default="all", help="search only by name, words or meaning (default: all)"
    )
    parser.add_argument(
        "--limit", type=options.positive, default=limit, metavar="N", help=f"print at most N pieces (default: {limit})"
    )
    options.add_configuration(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="show no progress bar")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="include the code of each piece")


def ask(root: str, settings: Settings, work: Callable[[Worker], Awaitable[list[Piece]]], *, quiet: bool) -> FoundPieces:
    """The result of `work` on the index of a folder, which is first brought up to date if possible.

    It may not while another process, such as an editor's server, writes it, or while indexing is paused; how far the
    index is behind is said then. Raises WorkerError.
    """
    parts.require("index")
    with progress.Bar("Indexing", quiet=quiet) as bar:

        async def run(worker: Worker) -> FoundPieces:
            try:
                report = await worker.index(root)
            except RequestFailedError as error:
                with indexing.reported_after(str(error)):
                    return FoundPieces(await work(worker), 0, "")
            reason = "indexing is paused" if report.paused else "another process is updating it"
            found = FoundPieces(await work(worker), report.behind, reason)
            await indexing.say_notes(worker, root, settings, report)
            return found

        return with_worker(root, settings, run, bar.indexed)


def write(found: FoundPieces, wanted: PieceOptions) -> None:
    """The pieces, best first, at most as many as asked for."""
    chosen = reserved(found.pieces, wanted.limit)
    if found.behind:
        writing.say(f"the index is {writing.plural(found.behind, 'change')} behind: {found.reason}")
    if wanted.format == "json":
        sys.stdout.write(json.dumps(plain(chosen, found.behind), indent=2) + "\n")
        return
    for piece in chosen:
        name = f" {piece.name}" if piece.name and piece.name != piece.path.rpartition("/")[2] else ""
        sys.stdout.write(printable(f"{piece.path}:{piece.start_line}-{piece.end_line}{name}: {piece.reason}") + "\n")
        if wanted.verbose:
            lines = printable_lines(piece.text.strip("\n")).split("\n")
            sys.stdout.write("".join(f"    {line}\n" for line in lines) + "\n")
    if not chosen and not wanted.quiet:
        writing.say("nothing found")


def plain(chosen: Iterable[Piece], behind: int) -> list[dict[str, object]]:
    """The pieces as JSON has them: for programs, which may send it on, so without their code and without secrets."""
    from reread.analyzers.review.privacy.redact import Redactor

    redactor = Redactor()

    def value(piece: Piece, field: str) -> object:
        found = getattr(piece, field)
        return redactor.redact(found) if field in ("name", "reason") else found

    return [{**{field: value(piece, field) for field in FIELDS}, BEHIND: behind} for piece in chosen]


def merged(answers: Iterable[Sequence[Piece]]) -> list[Piece]:
    """The answers to several questions as one, best first; each piece once, guidance in front."""
    best: dict[tuple[str, int], Piece] = {}
    for piece in (piece for answer in answers for piece in answer):
        known = best.get((piece.path, piece.start_line))
        if known is None or piece.score > known.score:
            best[piece.path, piece.start_line] = piece
    return sorted(best.values(), key=lambda piece: (piece.kind != "guidance", -piece.score, piece.path))
