"""The content of a file at HEAD, for reviews of changes. Runs Git, so call it in a thread."""

from __future__ import annotations

import os

from reread.server import git, textfile

_MOST_OTHERS = 50
"""Files. In a larger change, the others are not read each time that one is saved."""


class NoBaseError(Exception):
    """There is nothing to compare with. The text is one line for the user."""


def of_file(path: str, text: str, limit: int) -> str | None:
    """The text of the file at HEAD, with the line endings of `text`; None when it is new there.

    Raises NoBaseError when git is missing or the file is in no repository.
    """
    try:
        data = git.at_head(path)
    except git.GitError as error:
        raise NoBaseError(f"{error}; changes are compared with its last commit") from error
    base = _text(data, path, limit) if data is not None else None
    return with_line_endings(base, text) if base is not None else None


def of_changes(folder: str, limit: int) -> list[tuple[str, str | None]]:
    """The paths, below `folder` as it is spelled, of all files that differ from HEAD, each with its text there.

    Raises NoBaseError when git is missing or the folder is in no repository.
    """
    try:
        root, below = _place(folder)
        changed = [file for file in git.uncommitted(root) if not file.conflict and file.path.startswith(below)]
        known = [file for file in changed if file.old_object]
        contents = git.contents(root, [file.old_object for file in known])
        bases = dict(zip((file.path for file in known), contents, strict=True))
    except git.GitError as error:
        raise NoBaseError(str(error)) from error
    result = []
    for file in changed:
        path = _absolute(folder, below, file.path)
        base = bases.get(file.path)
        result.append((path, _text(base, path, limit) if base is not None else None))
    return result


def of_removed(folder: str, limit: int) -> list[tuple[str, str]]:
    """The paths, as in `of_changes`, of the files that are gone since HEAD or have another name now, with their texts.

    Raises NoBaseError when git is missing or the folder is in no repository.
    """
    try:
        root, below = _place(folder)
        removed = git.removed(root, staged=False)
    except git.GitError as error:
        raise NoBaseError(str(error)) from error
    texts = ((path, _text(data, path, limit)) for path, data in removed if path.startswith(below))
    return [(_absolute(folder, below, path), text) for path, text in texts if text is not None]


def branch_of(folder: str) -> str:
    """The name of the branch that is checked out; "" for none."""
    try:
        return git.branch(git.root_of(folder))
    except git.GitError:
        return ""


def _place(folder: str) -> tuple[str, str]:
    """The root of the repository and the folder's path in it, as git has both: links resolved, with `/` at the end."""
    root = git.root_of(folder)
    below = os.path.relpath(os.path.realpath(folder), root).replace(os.sep, "/")
    return root, "" if below == "." else f"{below}/"


def _absolute(folder: str, below: str, path: str) -> str:
    """A path of git's as the editor spells it."""
    return os.path.join(folder, *path.removeprefix(below).split("/"))


def of_others(folder: str, limit: int, besides: str = "") -> list[tuple[str, str, str]]:
    """The path, the text at HEAD and the text on disk of the changed files below `folder` besides one of them.

    A file that is gone has no text on disk. With `besides` "" it is those that are gone alone: all others are known.
    """
    found = []
    try:
        root = git.root_of(folder)
        gone = [file for file in git.gone(root) if os.path.join(root, *file.path.split("/")) != besides]
        contents = git.contents(root, [file.old_object for file in gone])
        for file, data in zip(gone, contents, strict=True):
            found.append((os.path.join(root, *file.path.split("/")), _text(data, file.path, limit) or "", ""))
        changed = of_changes(folder, limit) if besides else []
    except (git.GitError, NoBaseError):
        # Without them, what moved is read once more: no reason to complain.
        return []
    for path, base in changed[:_MOST_OTHERS]:
        if path != besides and base:
            found.append((path, base, _on_disk(path, limit, root)))
    return found


def _on_disk(path: str, limit: int, root: str) -> str:
    try:
        return textfile.read(path, limit, root).text
    except textfile.UnreadableFileError:
        return ""


def with_line_endings(text: str, like: str) -> str:
    """The text with the line endings of another: those that Git keeps may differ, which is not a change."""
    return text.replace("\n", "\r\n") if "\r\n" in like and "\r\n" not in text else text


def _text(data: bytes, path: str, limit: int) -> str | None:
    try:
        return textfile.decode(data, path, limit).text
    except textfile.UnreadableFileError:
        return None
