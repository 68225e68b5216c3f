"""The change that a command checks: its files, with their new and previous content."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.syntax import language_of
from reread.server import git, textfile
from reread.server.checking import SourceFile
from reread.server.cli import sources
from reread.server.cli.sources import Selection
from reread.server.cli.workspace import Workspace
from reread.server.exits import UsageError
from reread.server.git import ChangedFile
from reread.server.textfile import UnreadableFileError


class ScopedChange(NamedTuple):
    """`changes` are by the path of the source; `root` is that of the repository; `label` says it in words.

    `compared` is the commit that the files are compared with ("": the last one), None when they are not compared at
    all; `in_index` tells that the files are those of the index, not those on disk, `committed` that they are those
    of the last commit.
    """

    label: str
    root: str
    selection: Selection
    changes: Mapping[str, ChangedFile]
    compared: str | None = None
    in_index: bool = False
    committed: bool = False

    def base_data(self, chosen: Sequence[SourceFile]) -> dict[str, bytes]:
        """The content before the change of those of the sources that had one, by path."""
        paths = [source.path for source in chosen if self.changes[source.path].old_object]
        objects = [self.changes[path].old_object for path in paths]
        return dict(zip(paths, git.contents(self.root, objects), strict=True))


def staged(workspace: Workspace, paths: Sequence[str]) -> ScopedChange:
    """The staged changes, with their staged content."""
    root = git.root_of(workspace.root)
    selection, changes = sources.from_change(git.staged(root), root, workspace, paths)
    with_content = sources.with_staged_content(selection, changes, root)
    return ScopedChange("staged changes", root, with_content, changes, "", in_index=True)


def uncommitted(workspace: Workspace, paths: Sequence[str]) -> ScopedChange:
    """The differences between the disk and the last commit."""
    root = git.root_of(workspace.root)
    selection, changes = sources.from_change(git.uncommitted(root), root, workspace, paths)
    return ScopedChange("uncommitted changes", root, selection, changes, "")


def since(reference: str, workspace: Workspace, paths: Sequence[str]) -> ScopedChange:
    """The differences between the disk and the commit where this branch left the reference; "" is the default branch.

    Raises UsageError if that is not known.
    """
    root = git.root_of(workspace.root)
    reference = reference or git.default_base(root) or ""
    if not reference:
        raise UsageError("--base needs a branch name: no remote names a default branch, nor is there another main")
    selection, changes = sources.from_change(git.since(root, reference), root, workspace, paths)
    return ScopedChange(f"changes since {reference}", root, selection, changes, git.merge_base(root, reference))


def at_head(chosen: Sequence[SourceFile]) -> dict[str, bytes]:
    """The content at the last commit of those of the sources that differ from it, by path; of none without git."""
    try:
        root = git.root_of(os.path.dirname(chosen[0].absolute)) if chosen else ""
        changed = {file.path: file for file in git.uncommitted(root) if file.old_object} if root else {}
        names = {source.path: os.path.relpath(os.path.realpath(source.absolute), root) for source in chosen}
        known = [path for path, name in names.items() if name.replace(os.sep, "/") in changed]
        objects = [changed[names[path].replace(os.sep, "/")].old_object for path in known]
        return dict(zip(known, git.contents(root, objects), strict=True))
    except git.GitError:
        return {}


def gone(change: ScopedChange, workspace: Workspace, maximum: int) -> list[tuple[SourceFile, str]]:
    """The files that the change takes away, with their text before; without those that were no text."""
    if change.compared is None:
        return []
    files = git.gone(change.root, change.compared, in_index=change.in_index)
    files = [file for file in files if language_of(file.path)]
    found = []
    for file, data in zip(files, git.contents(change.root, [file.old_object for file in files]), strict=True):
        absolute = os.path.join(change.root, file.path)
        source = SourceFile(textfile.display(absolute), workspace.relative(absolute), absolute)
        text = decoded(source, data, maximum)
        if text is not None:
            found.append((source, text))
    return found


def deleted(change: ScopedChange, workspace: Workspace) -> tuple[str, ...]:
    """The files that the change deletes or renames, from the workspace folder."""
    files = git.gone(change.root, change.compared or "", in_index=change.in_index, renamed=True)
    return tuple(workspace.relative(os.path.join(change.root, file.path)) for file in files)


def decoded(source: SourceFile, data: bytes, maximum: int) -> str | None:
    """The text of an earlier content of a file; None if it was no text."""
    try:
        return textfile.decode(data, source.path, maximum).text
    except UnreadableFileError:
        return None
