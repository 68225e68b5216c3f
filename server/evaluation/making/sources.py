"""The files of a commit that cases are made of: code in production, in plain text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from reread.analyzers import roles, syntax
from reread.server import git
from reread.server.git import trees

LARGEST = 200_000
"""Bytes of a file, and of all files beside those that a case changes."""
_MOST_BESIDE = 20


def is_code(path: str) -> bool:
    """Whether a file holds nothing but code of a language whose functions are analysed."""
    table = syntax.table_of(path)
    return table is not None and table.code is None and bool(table.dataflow)


def production(path: str, data: bytes) -> str | None:
    """The text of a file of code in production; None for all others, and for what no case can quote line by line."""
    if not is_code(path) or len(data) > LARGEST or not roles.role_of(path, data).is_production:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if text.strip() and "".join(f"{line}\n" for line in text.splitlines()) == text else None


def beside(root: str, commit: str, changed: Iterable[str]) -> dict[str, str]:
    """Some production code of a commit in the folders of changed files. Raises GitError.

    Tests are left out: those of a fix say what is wrong without it.
    """
    changed = set(changed)
    folders = {posixpath.dirname(path) for path in changed}
    near = [
        file
        for file in trees.files_of(root, commit)
        if posixpath.dirname(file.path) in folders and file.path not in changed and is_code(file.path)
    ]
    chosen, room = [], LARGEST
    for file in sorted(near, key=lambda file: file.size)[:_MOST_BESIDE]:
        room -= file.size
        if room >= 0:
            chosen.append(file)
    return read(root, chosen)


def read(root: str, files: Sequence[trees.TreeFile]) -> dict[str, str]:
    """The texts of those files that are production code, by path. Raises GitError."""
    contents = git.contents(root, [file.object for file in files])
    texts = ((file.path, production(file.path, data)) for file, data in zip(files, contents, strict=True))
    return {path: text for path, text in texts if text is not None}
