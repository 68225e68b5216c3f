"""How often and by whom files were changed, from the commits of the last year."""

from __future__ import annotations

import os
from collections import Counter
from typing import NamedTuple

from reread.rag.git.objects import head
from reread.rag.git.repository import repository_of

_MOST_COMMITS = 20_000
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap", "--no-color")


class Churn(NamedTuple):
    """`changes` counts the commits by path, `authors` those of each author by path; `times` has the moment of each
    commit, in seconds since 1970.
    """

    changes: Counter[str]
    authors: dict[str, Counter[str]]
    times: tuple[int, ...]


def churn(root: str, days: int = 365) -> Churn:
    """The commits of so many days, without merges, at most 20,000; paths are relative to the root. Raises GitError."""
    repository = repository_of(root)
    if not head(repository):
        return Churn(Counter(), {}, ())
    arguments = [
        "log",
        f"-n{_MOST_COMMITS}",
        f"--since={days}.days",
        "--no-merges",
        "--no-renames",
        "--name-only",
        "-z",
    ]
    output = repository.run(*arguments, *_PLAIN, "--format=%x01%at%x02%an%x02", "HEAD", "--")
    changes, authors, times = Counter[str](), dict[str, Counter[str]](), []
    for part in output.split(b"\x01")[1:]:
        moment, name, paths = part.split(b"\x02", 2)
        times.append(int(moment))
        author = name.decode(errors="replace")
        for path in filter(None, (each.strip(b"\n") for each in paths.split(b"\0"))):
            text = os.fsdecode(path)
            changes[text] += 1
            authors.setdefault(text, Counter())[author] += 1
    return Churn(changes, authors, tuple(times))
