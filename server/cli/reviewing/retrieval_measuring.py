"""`reread eval retrieval`: how well the index finds code, on tasks made from repositories."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reread.rag.embed import EmbeddingError
from reread.rag.index.damage import IndexUnavailableError
from reread.server import git
from reread.server.cli import writing
from reread.server.cli.options import EvalOptions
from reread.server.cli.progress import Bar
from reread.server.cli.temporary_cache import temporary_cache
from reread.server.evaluation.retrieval.measures import FUSED, Query
from reread.server.evaluation.retrieval.tasks import TASKS, Figure, figures, tasks
from reread.server.exits import CLEAN, UsageError
from reread.server.table import table
from reread.server.verification.copies import CopyError

_SEED = 1
"""What is asked is drawn by chance, and the same each time."""

_QUERIES = 300
_ALL = "all together"


def measured(arguments: EvalOptions) -> int:
    """Write the figures of each repository, and of all together where there are several. Nothing leaves this machine.

    Indexes are built in a folder of their own, which is gone afterwards. Raises UsageError.
    """
    if arguments.format not in ("text", "json"):
        raise UsageError(f"eval retrieval supports the formats text and json, not {arguments.format}")
    folders = [Path(os.path.realpath(each)) for each in arguments.repositories or (".",)]
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"no such folder: {folder}")
    found: dict[str, list[Figure]] = {}
    every: dict[str, list[Query]] = {}
    with temporary_cache():
        for folder in folders:
            answered = _answered(folder, arguments)
            found[str(folder)] = figures(answered)
            for name, queries in answered.items():
                every.setdefault(name, []).extend(queries)
    if len(folders) > 1:
        found[_ALL] = figures(every)
    text = json.dumps(_plain(found), indent=2) + "\n" if arguments.format == "json" else "".join(_lines(found))
    if arguments.output_file is None:
        sys.stdout.write(text)
        return CLEAN
    writing.to_file(arguments.output_file, [text])
    return CLEAN


def _answered(folder: Path, arguments: EvalOptions) -> dict[str, list[Query]]:
    with Bar(f"Asking {folder.name}", quiet=arguments.quiet) as bar:
        try:
            return tasks(folder, arguments.most or _QUERIES, _SEED, bar.at)
        except (git.GitError, CopyError, EmbeddingError, IndexUnavailableError) as error:
            raise UsageError(f"{folder}: {error}") from error


def _lines(found: Mapping[str, Sequence[Figure]]) -> Iterator[str]:
    for place, each in found.items():
        yield f"{place}\n"
        if not each:
            yield "nothing to ask here\n"
            continue
        rows = [["task", "source", "R@5", "R@10", "MRR", "queries"], *map(_row, each)]
        yield from (f"{line}\n" for line in table(_without_repeats(rows), left=2))
        yield "\n"


def _row(figure: Figure) -> list[str]:
    scores = (f"{value:.2f}" for value in figure.score)
    return [TASKS[figure.task], figure.source, *scores, str(figure.queries)]


def _without_repeats(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows with the name of each task in its first row alone."""
    return [["" if place and row[0] == rows[place - 1][0] else row[0], *row[1:]] for place, row in enumerate(rows)]


def _plain(found: Mapping[str, Sequence[Figure]]) -> dict[str, Any]:
    return {
        "version": 1,
        "fused": FUSED,
        "repositories": [
            {"folder": place, "figures": [{**each._asdict(), "score": each.score._asdict()} for each in some]}
            for place, some in found.items()
        ],
    }
