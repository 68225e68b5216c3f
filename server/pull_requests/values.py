"""The current and the wanted state of a host: line comments, and notes on the pull request. Lines from 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Verdict = Literal["approve", "comment", "request changes"]


NO_HEAD = "the host names no commit of the pull request: its branch may be deleted"
"""Why a pull request without a head is left alone."""


class PullRequest(NamedTuple):
    """`head` is the commit under review ("" if the host names none), `base` the one where it left the target; `start`
    is the tip of the target.

    `from_fork` is True if the change comes from another repository; `over` says what became of one that is no longer
    open ("merged"). `reference` is what git fetches the head by, `target` the branch that it is to go to; `draft` is
    True while its author is not done.
    """

    number: int
    title: str
    head: str
    base: str
    start: str = ""
    author: str = ""
    from_fork: bool = False
    over: str = ""
    reference: str = ""
    target: str = ""
    draft: bool = False


class FileLines(NamedTuple):
    """The lines of a file that the diff of a host shows: each of the new side with its number on the old side.

    That is None for an added line. `old_path` is the name before a rename, else the same. `hunks` are half-open ranges
    of lines of the new side.
    """

    old_path: str
    lines: Mapping[int, int | None]
    hunks: tuple[tuple[int, int], ...] = ()

    def shows(self, first: int, last: int) -> bool:
        """Whether all lines from first to last, both included, are in one hunk."""
        return any(start <= first and last < end for start, end in self.hunks)


Diff = Mapping[str, FileLines]
"""By the path of the new side."""


class Posted(NamedTuple):
    """A comment on a line, as the first of its thread.

    `line` is where the host shows it now, None if its line is no longer in the diff. `mine` is True for the account
    that the token belongs to. `commit` and `original_line` are where it was written.
    """

    id: str
    thread: str
    path: str
    line: int | None
    body: str
    author: str = ""
    mine: bool = False
    resolved: bool = False
    commit: str = ""
    original_line: int = 0
    url: str = ""


class Reply(NamedTuple):
    """An answer in the thread of a comment on a line. `account` is what the host calls the account that wrote it,
    `author` its name for people; `at` is when, in UTC as ISO 8601, or "".
    """

    id: str
    thread: str
    account: str
    author: str
    body: str
    at: str = ""


class Note(NamedTuple):
    """A comment on the pull request as a whole."""

    id: str
    body: str
    mine: bool = False


def age(comment: Posted | Note) -> tuple[int, str]:
    """What sorts comments from the oldest to the newest: hosts number them in the order in which they are made."""
    return len(comment.id), comment.id


class Draft(NamedTuple):
    """A comment that is to be made on the lines `first` to `last`, both included."""

    path: str
    first: int
    last: int
    body: str
