"""Commits and their changes: log messages, and the files of a range with their content before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reread.rag.git.objects import base_of, contents, empty_tree, head
from reread.rag.git.repository import Repository, repository_of
from reread.rag.git.running import GitError
from reread.rag.git.staged import Staged, between, staged

_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap", "--encoding=UTF-8", "--no-color")


class Commit(NamedTuple):
    """A commit: author (`name <address>`), the first line of its message, and the rest."""

    author: str
    subject: str
    body: str


class FileChange(NamedTuple):
    """A file before and after; None if there is none. Paths are relative to the root, with `/`.

    `old_path` is where it was before, where that is elsewhere, else "".
    """

    path: str
    before: bytes | None
    after: bytes | None
    old_path: str = ""


class Range(NamedTuple):
    """Two commits: the range has what is in the second and not in the first.

    `base` is the base of comparison, if it is not `old`.
    """

    old: str
    new: str
    base: str


def log(root: str, *, most: int = 50, span: Range | None = None) -> list[Commit]:
    """The last commits without merges, of the branch that is checked out or of a range, the latest first."""
    repository = repository_of(root)
    if not head(repository):
        return []
    which = [f"^{span.old}", span.new] if span is not None else ["HEAD"]
    form = "--format=%an <%ae>%x00%s%x00%b%x01"
    output = repository.run("log", f"-n{most}", "--no-merges", *_PLAIN, form, "--end-of-options", *which, "--")
    return [
        Commit(*fields)
        for entry in output.decode(errors="replace").split("\x01")
        if len(fields := entry.strip("\n").split("\0")) == 3
    ]


def author(root: str) -> str:
    """Who commits here, as `name <address>`; "" where git knows no one."""
    repository = repository_of(root)
    name, address = (
        repository.run("config", key, accept=(0, 1)).decode(errors="replace").strip()
        for key in ("user.name", "user.email")
    )
    return f"{name} <{address}>" if name and address else ""


def range_of(root: str, words: str) -> Range:
    """The commits that `old..new`, `old...new` or `old` (up to HEAD) means. Raises GitError."""
    repository = repository_of(root)
    old, dots, new = words.partition("...")
    if not dots:
        old, dots, new = words.partition("..")
    first, last = _commit(repository, old or "HEAD"), _commit(repository, new or "HEAD")
    if dots != "...":
        return Range(first, last, first)
    try:
        base = repository.run("merge-base", "--end-of-options", first, last).decode().strip()
    except GitError as error:
        raise GitError(f"{words}: the two share no history") from error
    return Range(first, last, base)


def staged_changes(root: str) -> list[FileChange]:
    """The changes in the next commit."""
    repository = repository_of(root)
    return list(_changes(repository, staged(repository, base_of(repository))))


def changes_of(root: str, span: Range) -> list[FileChange]:
    """The changes in a range."""
    repository = repository_of(root)
    return list(_changes(repository, between(repository, span.base or empty_tree(repository), span.new)))


def _changes(repository: Repository, entries: Iterable[Staged]) -> Iterator[FileChange]:
    """The files with their contents: of links and submodules nothing, nor of what is in conflict."""
    wanted = [each for each in entries if (each.was_file and each.is_file) or not (each.old_object and each.new_object)]
    wanted = [each for each in wanted if each.status != "U"]
    names = list(dict.fromkeys(name for each in wanted for name in (each.old_object, each.new_object) if name))
    known = dict(zip(names, contents(repository, names), strict=True))
    for each in wanted:
        yield FileChange(each.path, known.get(each.old_object), known.get(each.new_object), each.old_path)


def commit_of(root: str, name: str) -> str:
    """The id of the commit of that name. Raises GitError."""
    return _commit(repository_of(root), name)


def _commit(repository: Repository, name: str) -> str:
    try:
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
        return repository.run(*words).decode().strip()
    except GitError as error:
        raise GitError(f"{name}: no such commit") from error
