"""`reread rules evidence`: what the history of repositories says of rules."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from reread.server import checking, git
from reread.server.cli import writing
from reread.server.cli.options import RulesOptions
from reread.server.cli.progress import Bar
from reread.server.cli.workspace import open_workspace, rule_paths
from reread.server.evidence import counting, walking
from reread.server.evidence.counting import Evidence, Tally
from reread.server.exits import CLEAN, UsageError
from reread.server.git import GitError
from reread.server.table import table

_HEAD = ("rule", "fixed", "left", "gone", "open", "share fixed", "90 %", "other lines", "certainty")


class Source(NamedTuple):
    """A repository whose history was walked: its name, its last commit, and how many revisions there were."""

    name: str
    commit: str
    revisions: int


def run(arguments: RulesOptions) -> int:
    if not arguments.names:
        raise UsageError("rules evidence needs a repository")
    workspace = open_workspace((), arguments.config)
    choice = checking.RuleChoice(paths=rule_paths(workspace), profile=arguments.profile)
    walk = walking.Walk(checking.Job(choice), arguments.years, arguments.months)
    tallies, read = [], []
    for folder in arguments.names:
        try:
            root = git.root_of(folder)
            found = walking.revisions(root, walk)
            with Bar(os.path.basename(root)) as bar:
                tallies.append(counting.of_repository(walking.ended(root, walk.job, found, bar.at)))
            read.append(Source(os.path.basename(root), git.head(root), len(found)))
        except GitError as error:
            raise UsageError(f"{folder}: {error}") from error
    evidence = counting.combined(tallies)
    if arguments.format == "json":
        sys.stdout.write(json.dumps(_as_data(evidence, read, arguments), indent=2) + "\n")
    else:
        _write(evidence, read)
    return CLEAN


def _write(evidence: Sequence[Evidence], read: Sequence[Source]) -> None:
    lines = table([_HEAD, *map(_row, evidence)])
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    revisions = writing.plural(sum(each.revisions for each in read), "revision")
    sys.stderr.write(f"{len(read)} {'repository' if len(read) == 1 else 'repositories'}, {revisions}\n")


def _row(evidence: Evidence) -> tuple[str, ...]:
    found = evidence.found
    low, high = found.interval
    counts = (found.fixed, found.left, found.gone, found.open)
    shares = (
        f"{found.share:.2f}",
        f"{low:.2f}-{high:.2f}",
        f"{evidence.others.share:.2f}",
        f"{evidence.certainty:.2f}",
    )
    return (evidence.rule, *map(str, counts), *shares)


def _as_data(evidence: Sequence[Evidence], read: Sequence[Source], arguments: RulesOptions) -> dict[str, Any]:
    return {
        "version": 1,
        "years": arguments.years,
        "months": arguments.months,
        "profile": arguments.profile,
        "repositories": [each._asdict() for each in read],
        "rules": [
            {
                "rule": each.rule,
                "repositories": each.repositories,
                "found": _tally(each.found),
                "others": _tally(each.others),
                "certainty": round(each.certainty, 3),
            }
            for each in evidence
        ],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {**tally._asdict(), "share": round(tally.share, 3), "interval": [round(each, 3) for each in tally.interval]}
