"""A pull request: its files before and after, and what people and programs have said about it."""

from __future__ import annotations

import difflib
import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reread.server.pull_requests import diff

OWN = "reread-bot"
"""The account of the token."""

WHEN = "2026-03-01T10:00:00Z"
"""When whatever people write is written."""


@dataclass
class Comment:
    """A comment on a line, or with the line 0 on the whole. `line` is None when its line is no longer in the diff.

    `answers` is the id of the comment that it replies to.
    """

    id: int
    author: str
    body: str
    path: str = ""
    line: int | None = 0
    original_line: int = 0
    commit: str = ""
    resolved: bool = False
    review: int = 0
    version: int = 0
    first: int = 0
    answers: int = 0


@dataclass
class Review:
    id: int
    author: str
    state: str
    body: str
    commit: str
    dismissed: bool = False


@dataclass
class Pull:
    """`before` and `after` are texts by path, at the base and at the head. `state` is "open", "closed" or "merged".

    `checks` is "passed", "failed" or "running"; `merged_as` is how it was merged. Of the files `unshown` a host that
    leaves out large changes shows none; `branch_gone` tells that the branch was deleted while the pull request is open.
    """

    number: int
    before: Mapping[str, str]
    after: Mapping[str, str]
    fork: bool = False
    state: str = "open"
    comments: list[Comment] = field(default_factory=list)
    notes: list[Comment] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    reviewers: list[str] = field(default_factory=list)
    verdict: str = ""
    replies: list[Comment] = field(default_factory=list)
    writers: tuple[str, ...] = ("ada", "grace")
    head: str = ""
    base: str = ""
    draft: bool = False
    checks: str = "passed"
    merged_as: str = ""
    unshown: frozenset[str] = frozenset()
    branch_gone: bool = False
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(101))

    def __post_init__(self) -> None:
        self.head = self.head or commit_of(self.after)
        self.base = self.base or commit_of(self.before)

    def push(self, after: Mapping[str, str], *, before: Mapping[str, str] | None = None, forced: bool = False) -> None:
        """A new head. Comments follow their lines while these are unchanged; with `forced` they lose all of them."""
        old = self.after
        self.after, self.before = after, self.before if before is None else before
        self.head, self.base = commit_of(self.after), commit_of(self.before)
        for name in ("shown", "old_names", "changed"):
            self.__dict__.pop(name, None)
        places = {path: {} if forced else moved(old.get(path, ""), text) for path, text in after.items()}
        for comment in self.comments:
            if comment.line is not None:
                line = places.get(comment.path, {}).get(comment.line)
                comment.line = line if line is not None and self.shows(comment.path, line, line) else None

    def reply(self, to: Comment, author: str, body: str) -> Comment:
        """Somebody answers a comment."""
        made = Comment(next(self.ids), author, body, to.path, to.line, to.original_line, self.head, answers=to.id)
        self.replies.append(made)
        return made

    def answers_of(self, comment: Comment) -> list[Comment]:
        return [each for each in self.replies if each.answers == comment.id]

    @cached_property
    def old_names(self) -> Mapping[str, str]:
        """The names that renamed files had before, found as git does: by half of their lines."""
        gone = [path for path in sorted(self.before) if path not in self.after]
        found: dict[str, str] = {}
        for new in sorted(path for path in self.after if path not in self.before) if gone else ():
            likeness, old = max((_likeness(self.before[old], self.after[new]), old) for old in gone)
            if likeness >= 0.5:
                found[new] = old
                gone.remove(old)
            if not gone:
                break
        return found

    @cached_property
    def changed(self) -> Sequence[str]:
        """The paths of the files in the diff, those of the new side where they have one."""
        renamed = set(self.old_names.values())
        every = {*self.before, *self.after} - renamed
        return sorted(each for each in every if each in self.old_names or self.hunks(each))

    def old_name(self, path: str) -> str:
        return self.old_names.get(path, path)

    def unified(self) -> str:
        """The diff as git writes it."""
        return "".join(map(self._of, self.changed))

    def hunks(self, path: str) -> str:
        """The hunks of one file."""
        old, new = self.before.get(self.old_name(path), ""), self.after.get(path, "")
        if old == new:
            return ""
        lines = list(difflib.unified_diff(old.splitlines(True), new.splitlines(True)))
        return "".join(lines[2:])

    @cached_property
    def shown(self) -> diff.Diff:
        return diff.read(self.unified())

    def shows(self, path: str, first: int, last: int) -> bool:
        """Whether the lines are in one hunk of the new side."""
        return path in self.shown and self.shown[path].shows(first, last)

    def is_added(self, path: str, line: int) -> bool:
        return self.shown[path].lines[line] is None

    def _of(self, path: str) -> str:
        hunks, before = self.hunks(path), self.old_name(path)
        head = f"diff --git a/{before} b/{path}\n"
        if before != path:
            head += f"similarity index 50%\nrename from {before}\nrename to {path}\n"
        if not hunks:
            return head
        old = f"a/{before}" if before in self.before else "/dev/null"
        new = f"b/{path}" if path in self.after else "/dev/null"
        return f"{head}--- {old}\n+++ {new}\n{hunks}"


def _likeness(old: str, new: str) -> float:
    """The share of lines that two texts have in common."""
    return difflib.SequenceMatcher(a=old.splitlines(), b=new.splitlines(), autojunk=False).ratio()


def moved(old: str, new: str) -> Mapping[int, int]:
    """Where lines are after a change, without those that were changed themselves."""
    matcher = difflib.SequenceMatcher(a=old.splitlines(), b=new.splitlines(), autojunk=False)
    blocks = matcher.get_matching_blocks()
    return {block.a + each + 1: block.b + each + 1 for block in blocks for each in range(block.size)}


def commit_of(files: Mapping[str, str]) -> str:
    return hashlib.sha1(repr(sorted(files.items())).encode()).hexdigest()
