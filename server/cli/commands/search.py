"""Find code in the workspace by name, words or meaning. Needs no network and no model.

WORDS are a name (`parse_money`, `Money.add`) or a description ("reads an amount of money"). The index is updated first.
"""

from __future__ import annotations

import argparse
from typing import NamedTuple

from reread.rag.results import Piece
from reread.server.cli import pieces, writing
from reread.server.cli.pieces import PieceOptions
from reread.server.cli.workspace import open_workspace
from reread.server.configuration import load
from reread.server.exits import CLEAN, UsageError
from reread.server.worker.client import Worker

SUMMARY = "find code in the workspace by name, words or meaning"


class Options(NamedTuple):
    words: tuple[str, ...]
    config: str | None
    pieces: PieceOptions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help="a name or a description")
    pieces.add_arguments(parser, limit=10)


def run(arguments: Options) -> int:
    words = " ".join(arguments.words).strip()
    if not words:
        raise UsageError("expected words to search for")
    workspace = open_workspace([], arguments.config)
    settings, problems, _ = load(workspace.root)
    for problem in problems:
        writing.say(str(problem))

    async def work(worker: Worker) -> list[Piece]:
        return await worker.search(workspace.root, words, arguments.pieces.limit, arguments.pieces.source)

    pieces.write(pieces.ask(workspace.root, settings, work, quiet=arguments.pieces.quiet), arguments.pieces)
    return CLEAN
