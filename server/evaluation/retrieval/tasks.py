"""The tasks over one source tree, and their figures."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reread.server.evaluation.retrieval import comments, history, uses
from reread.server.evaluation.retrieval.measures import PLAIN, SOURCES, Query, RetrievalScore, among_code, score
from reread.server.evaluation.retrieval.plain import Functions
from reread.server.evaluation.retrieval.tree import read, retriever, without_comments

TASKS = {
    "comment": "doc comment -> its function",
    "uses": "body -> what it uses",
    "callers": "function -> who calls it",
    "same commit, code": "changed function -> others of its commit, code",
    "message, code": "commit message -> functions, code",
    "message files, code": "commit message -> files, code",
    "same commit": "changed function -> others of its commit, all",
    "message": "commit message -> functions, all",
    "message files": "commit message -> files, all",
    "held back": "files of a commit -> the one held back, all",
}
"""What each task is.

Of a commit, "code" leaves out tests and prose, which are neither looked for nor take a place; "all" has them.
"""


_STEPS = 3
"""Besides one for each commit: choosing what to ask, comments, and what the tree itself says."""


class Figure(NamedTuple):
    """How well a source of candidates, or all of them fused, answers the queries of a task."""

    task: str
    source: str
    score: RetrievalScore
    queries: int


def tasks(
    folder: Path, most: int, seed: int, on_step: Callable[[int, int], None] = lambda done, total: None
) -> dict[str, list[Query]]:
    """At most so many queries of every task over one checkout, answered; `on_step` gets the steps done and all there
    are. Raises GitError, CopyError, OSError.
    """
    tree = read(folder)
    asked = history.commits(folder, most, seed)
    steps = itertools.count(1)
    total = _STEPS + len(asked)

    def advance() -> None:
        on_step(next(steps), total)

    advance()
    result: dict[str, list[Query]] = {}
    some = comments.chosen(tree, most, seed)
    with without_comments(tree, some) as bare, retriever(bare) as answering:
        result["comment"] = comments.queries(answering, Functions(bare), some)
    advance()
    found, functions = uses.Uses(tree), Functions(folder)
    with retriever(folder) as answering:
        result["uses"] = uses.queries(answering, functions, tree, uses.used(tree, found, most, seed))
        result["callers"] = uses.queries(answering, functions, tree, uses.calling(tree, found, most, seed))
    advance()
    return result | _from_history(history.answers(folder, asked, seed, advance))


def _from_history(answers: history.Answers) -> dict[str, list[Query]]:
    """The queries about commits, by task: among code alone, and among all."""
    result = {
        "same commit": answers.same_commit,
        "message": answers.message,
        "message files": answers.message_files,
        "held back": answers.held_back,
    }
    about_code = {**result, "same commit": answers.same_commit_code}
    for name in ("same commit", "message", "message files"):
        result[f"{name}, code"] = [alone for query in about_code[name] if (alone := among_code(query)) is not None]
    return result


def figures(queries: Mapping[str, Sequence[Query]]) -> list[Figure]:
    """The figures of all tasks that have queries, in their order."""
    return [
        Figure(name, source, score(asked, source), len(asked))
        for name in TASKS
        if (asked := queries.get(name))
        for source in SOURCES
        if source != PLAIN or any(query.plain for query in asked)
    ]
