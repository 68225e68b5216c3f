"""The commits that last changed some lines of a file, read from the repository and never from the disk."""

from __future__ import annotations

import os
from typing import NamedTuple

from reread.analyzers.review.change.linediff import differences_of_lines
from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitError

_MOST_COMMITS = 6
_LONGEST_BODY = 6
"""Lines of a message after the first one."""


class LineCommit(NamedTuple):
    """A commit, and the first and last of the lines (from 1, as the text has them) that it was the last to change."""

    name: str
    date: str
    subject: str
    body: str
    first: int
    last: int


def line_history(folder: str, path: str, text: str, first: int, last: int) -> list[LineCommit]:
    """The commits of the lines `first` to `last` (from 1) of a text, which the last commit need not have; newest first.

    `path` is below the folder, with `/`. Lines that are in no commit have none. Empty if there is no history.
    """
    try:
        repository = repository_of(folder)
        below = os.path.relpath(os.path.realpath(os.path.join(folder, path)), os.path.realpath(repository.root))
        name = below.replace(os.sep, "/")
        committed = repository.run("cat-file", "blob", f"HEAD:{name}").decode(errors="replace")
        places = _committed_lines(committed, text, first, last)
        if not places:
            return []
        blamed = _blamed(repository.run(*_BLAME, f"-L{min(places)},{max(places)}", "HEAD", "--", name), places)
        if not blamed:
            return []
        form = "--format=%H%x00%cs%x00%s%x00%b%x01"
        output = repository.run(
            "log", "--no-walk=sorted", *_PLAIN, form, "--end-of-options", *list(blamed)[:_MOST_COMMITS], "--"
        )
    except GitError:
        return []
    entries = (entry.strip("\n").split("\0") for entry in output.decode(errors="replace").split("\x01"))
    return [
        LineCommit(commit, date, subject, "\n".join(body.strip().split("\n")[:_LONGEST_BODY]), *blamed[commit])
        for commit, date, subject, body in (entry for entry in entries if len(entry) == 4)
    ]


_BLAME = ("blame", "--porcelain", "--no-textconv", "--ignore-revs-file=")
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap", "--encoding=UTF-8", "--no-color")


def _committed_lines(committed: str, text: str, first: int, last: int) -> dict[int, int]:
    """Of the lines that the commit has too: the number there, and that in the text."""
    before, after = committed.splitlines(), text.splitlines()
    shift = 0
    places: dict[int, int] = {}
    changes = iter(differences_of_lines(before, after))
    change = next(changes, None)
    for line in range(min(last, len(after))):
        while change is not None and change.new_end <= line:
            shift = change.old_end - change.new_end
            change = next(changes, None)
        is_new = change is not None and change.new_first <= line < change.new_end
        if line + 1 >= first and not is_new:
            places[line + 1 + shift] = line + 1
    return places


def _blamed(output: bytes, places: dict[int, int]) -> dict[str, tuple[int, int]]:
    """The commits with the first and last of the lines of each."""
    found: dict[str, tuple[int, int]] = {}
    for line in output.decode(errors="replace").split("\n"):
        words = line.split(" ")
        if len(words) >= 3 and len(words[0]) in (40, 64) and words[2].isdigit() and int(words[2]) in places:
            place = places[int(words[2])]
            known = found.get(words[0], (place, place))
            found[words[0]] = min(known[0], place), max(known[1], place)
    return found
