"""Recent authors of files and lines, and files that mention a name: read from commits, never from the disk."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reread.rag.git.repository import repository_of
from reread.rag.git.running import GitError
from reread.server.git.lines import LineRange

_MOST_COMMITS = 300
_LARGEST_OUTPUT = 5_000_000
_PLAIN = ("--no-ext-diff", "--no-textconv")


class Author(NamedTuple):
    name: str
    email: str


def recent_authors(root: str, commit: str, paths: Sequence[str]) -> list[tuple[Author, frozenset[str]]]:
    """The authors of the last commits up to one that touched some of the files, the latest first, each with which."""
    if not paths or not commit:
        return []
    arguments = ["log", f"-n{_MOST_COMMITS}", "--no-merges", "--no-renames", "--name-only", "-z", "--no-mailmap"]
    form = "--format=%x01%an%x02%ae%x02"
    output = repository_of(root).run(*arguments, *_PLAIN, "--no-show-signature", form, commit, "--", *paths)
    found = []
    for part in output.split(b"\x01")[1:]:
        name, email, names = part.split(b"\x02", 2)
        files = frozenset(os.fsdecode(each.strip(b"\n")) for each in names.split(b"\0") if each.strip(b"\n"))
        found.append((Author(name.decode(errors="replace"), email.decode(errors="replace")), files))
    return found


def authors_of(root: str, commit: str) -> frozenset[str]:
    """The addresses of the authors of all commits from one to what is checked out."""
    try:
        output = repository_of(root).run(
            "log", "--no-mailmap", "--no-show-signature", "--format=%ae", f"{commit}..HEAD"
        )
    except GitError:
        return frozenset()
    return frozenset(output.decode(errors="replace").split("\n")) - {""}


def authors_of_lines(root: str, commit: str, path: str, lines: Sequence[LineRange]) -> Mapping[Author, int]:
    """How many of some lines (of the file as a commit has it) each author was the last to change."""
    ranges = [f"-L{each.start + 1},{each.end}" for each in lines if each.start < each.end]
    if not ranges:
        return {}
    try:
        output = repository_of(root).run("blame", "--line-porcelain", "--no-textconv", *ranges, commit, "--", path)
    except GitError:
        return {}
    found: Counter[Author] = Counter()
    name = ""
    for line in output.decode(errors="replace").split("\n"):
        if line.startswith("author "):
            name = line[len("author ") :]
        elif line.startswith("author-mail "):
            found[Author(name, line[len("author-mail ") :].strip("<>"))] += 1
    return found


def naming(root: str, names: Sequence[str]) -> Mapping[str, list[str]]:
    """The files of the last commit that have each of the names as a whole word."""
    if not names:
        return {}
    patterns = [argument for name in names for argument in ("-e", name)]
    arguments = ["grep", "-z", "-o", "-w", "-I", "--full-name", "--fixed-strings", "--no-textconv", "--no-color"]
    try:
        output = repository_of(root).run(*arguments, *patterns, "HEAD", "--", accept=(0, 1))
    except GitError:
        return {}
    found: dict[str, dict[str, None]] = {name: {} for name in names}
    # With -z each line is `HEAD:path`, a zero byte, the name, a line feed.
    for entry in output[:_LARGEST_OUTPUT].split(b"\n"):
        place, _, name = entry.partition(b"\0")
        if (decoded := name.decode(errors="replace")) in found:
            found[decoded][os.fsdecode(place.removeprefix(b"HEAD:"))] = None
    return {name: list(paths) for name, paths in found.items()}
