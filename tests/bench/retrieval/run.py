"""Runs the tasks over checkouts and writes the table."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.retrieval import comments, growth, history, uses
from tests.bench.retrieval.measures import FUSED, PLAIN, SOURCES, Query, among_code, score
from tests.bench.retrieval.plain import Functions
from tests.bench.retrieval.tree import read, retriever, without_comments

TASKS = {
    "comment": ("doc comment -> its function", 0.75, 10),
    "uses": ("body -> what it uses", 0.95, 10),
    "callers": ("function -> who calls it", 0.95, 10),
    "same commit, code": ("changed function -> others of its commit, code", 0.75, 10),
    "message, code": ("commit message -> functions, code", 0.70, 10),
    "message files, code": ("commit message -> files, code", 0.92, 5),
    "same commit": ("changed function -> others of its commit, all", 0.0, 10),
    "message": ("commit message -> functions, all", 0.0, 10),
    "message files": ("commit message -> files, all", 0.0, 5),
    "held back": ("files of a commit -> the one held back, all", 0.0, 10),
}
"""What each task is, the recall to reach, and at how many places.

Of a commit, "code" leaves out tests and prose, which are neither looked for nor take a place: what is to be reached was
set where there were none. "All" has them.
"""
_FEW = 5


def tasks(folder: Path, scratch: Path, most: int, seed: int) -> dict[str, list[Query]]:
    """The queries of every task over one checkout, answered."""
    tree = read(folder)
    some = comments.chosen(tree, most, seed)
    bare = scratch / "bare" / folder.name
    without_comments(tree, some, bare)
    result: dict[str, list[Query]] = {}
    with retriever(bare) as answering:
        result["comment"] = comments.queries(answering, Functions(bare), some)
    found, functions = uses.Uses(tree), Functions(folder)
    with retriever(folder) as answering:
        result["uses"] = uses.queries(answering, functions, tree, uses.used(tree, found, most, seed))
        result["callers"] = uses.queries(answering, functions, tree, uses.calling(tree, found, most, seed))
    return result | from_history(history.answers(folder, history.commits(folder, most, seed), scratch, seed))


def from_history(answers: history.Answers) -> dict[str, list[Query]]:
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


def table(queries: dict[str, list[Query]]) -> list[str]:
    """A line for each task and source, and whether fusing is worth it and reaches what it should."""
    lines = [f"{'task':48}{'source':10}{'R@5':>6}{'R@10':>6}{'MRR':>6}  queries"]
    for name, (label, aim, at) in TASKS.items():
        asked = queries.get(name, [])
        if not asked:
            lines.append(f"{label:48}nothing to ask here")
            continue
        sources = [source for source in SOURCES if source != PLAIN or any(query.plain for query in asked)]
        scores = {source: score(asked, source) for source in sources}
        for source, result in scores.items():
            numbers = "".join(f"{value:6.2f}" for value in result)
            lines.append(f"{label:48}{source:10}{numbers}  {len(asked)}")
        reached = [result[0 if at == _FEW else 1] for result in scores.values()]
        best = max(reached[:-1])
        verdict = "beats every source alone" if reached[-1] > best else f"does not beat the best alone ({best:.2f})"
        lines.append(f"{'':48}{FUSED} {verdict}" + (f"; {reached[-1]:.2f} of {aim:.2f} at {at}" if aim else ""))
    return lines


def rows(folders: Sequence[Path], scratch: Path) -> Iterator[tuple[str, float, float | None, str, float, bool]]:
    """For each task that these trees have: the recall of the fused ranking in percent, and what it should be."""
    total: dict[str, list[Query]] = {}
    for folder in folders:
        for name, queries in tasks(folder, scratch, 200, 1).items():
            total.setdefault(name, []).extend(queries)
    for name, (label, aim, at) in TASKS.items():
        if total[name]:
            found = score(total[name], FUSED)[0 if at == _FEW else 1]
            yield f"{label}, recall@{at}", 100 * found, None, "%", 100 * aim, True


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench retrieval", description=__doc__)
    parser.add_argument("checkouts", nargs="*", type=Path, help="source trees (default: this repository)")
    parser.add_argument("--most", type=int, default=300, help="queries of one task and checkout")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--growth", action="store_true", help="how time and memory grow with the workspace, instead")
    chosen = parser.parse_args(arguments)
    if chosen.growth:
        with tempfile.TemporaryDirectory() as scratch:
            for line in growth.rows(chosen.checkouts or growth.default_trees(), Path(scratch)):
                print(line, flush=True)  # noqa: T201
        return 0
    total: dict[str, list[Query]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("REREAD_CACHE_DIR", str(Path(scratch) / "cache"))
        for folder in chosen.checkouts or [Path(__file__).parents[3]]:
            answered = tasks(folder.resolve(), Path(scratch), chosen.most, chosen.seed)
            for name, queries in answered.items():
                total.setdefault(name, []).extend(queries)
            sys.stdout.write("\n".join([f"== {folder}", *table(answered), ""]) + "\n")
    if len(chosen.checkouts) > 1:
        sys.stdout.write("\n".join(["== all together", *table(total), ""]))
    return 0
