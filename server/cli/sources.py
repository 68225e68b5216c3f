"""Finds the files to check for the paths that the user named."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reread.analyzers.syntax import language_of
from reread.server import textfile, trusted
from reread.server.checking import SourceFile
from reread.server.cli.workspace import Workspace
from reread.server.exits import UsageError, no_such
from reread.server.report.report import FileReport

if TYPE_CHECKING:
    from reread.server.git import ChangedFile


class Selection(NamedTuple):
    """Files to check in order of their paths, and those that were left out with the reason.

    `folders` are those that were looked through, from the workspace folder, "" for that one.
    """

    sources: tuple[SourceFile, ...]
    skipped: tuple[FileReport, ...] = ()
    folders: tuple[str, ...] = ()


def from_paths(paths: Sequence[str], workspace: Workspace, *, named_by_person: bool = True) -> Selection:
    """The files named, and those of the folders named that are not ignored. Secrets can be in files of any language.

    A file that a person names is taken even where the settings exclude it; one that another program names is not.
    Raises UsageError for a path that is not there.
    """
    sources: dict[str, SourceFile] = {}
    skipped: list[FileReport] = []
    folders: list[str] = []
    for path in paths or (".",):
        path = os.path.normpath(path)
        absolute = os.path.abspath(path)
        if os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):
            skipped.append(FileReport(path, workspace.relative(absolute), skipped="permission denied", unread=True))
        elif os.path.isdir(path):
            found = _folder(path, absolute, workspace)
            folders.append("" if absolute == workspace.root else workspace.relative(absolute))
            skipped += found.skipped
            sources.update((source.absolute, source) for source in found.sources)
        elif os.path.lexists(path):
            below = "" if named_by_person else None
            sources.setdefault(absolute, SourceFile(path, workspace.relative(absolute), absolute, below=below))
        else:
            raise UsageError(no_such("file or folder", path))
    chosen = list(sources.values())
    if not named_by_person:
        chosen = _not_ignored(chosen, workspace, (".rereadignore", ".semgrepignore"))
    return Selection(tuple(sorted(chosen)), tuple(skipped), tuple(folders))


def from_change(
    files: Iterable[ChangedFile], root: str, workspace: Workspace, paths: Sequence[str]
) -> tuple[Selection, dict[str, ChangedFile]]:
    """The changed files below the paths (none: all), and the change of each by its path. Secrets can be in files of any
    language.

    `root` is the root of the repository, which the names of the change are relative to. The sources stand for the
    files on disk; `with_staged_content` gives them what is staged.
    """
    wanted = [os.path.abspath(path) for path in paths]
    sources: list[SourceFile] = []
    skipped: list[FileReport] = []
    changes: dict[str, ChangedFile] = {}
    for file in files:
        absolute = os.path.join(root, file.path)
        if wanted and not any(absolute == path or absolute.startswith(os.path.join(path, "")) for path in wanted):
            continue
        source = SourceFile(textfile.display(absolute), workspace.relative(absolute), absolute)
        if file.conflict:
            skipped.append(FileReport(source.path, source.relative, skipped="has a merge conflict", unread=True))
        else:
            sources.append(source)
            changes[source.path] = file
    _require_known(paths, wanted, root)
    kept = _not_ignored(sources, workspace, (".rereadignore", ".semgrepignore"))
    return Selection(tuple(sorted(kept)), tuple(skipped)), changes


def _require_known(paths: Sequence[str], absolute: Sequence[str], root: str) -> None:
    """Raises UsageError for a path that is neither on disk nor among the files that git knows: a typing error."""
    missing = [pair for pair in zip(paths, absolute, strict=True) if not os.path.lexists(pair[1])]
    removed = _removed(root) if missing else []
    for path, place in missing:
        if not any(name == place or name.startswith(os.path.join(place, "")) for name in removed):
            raise UsageError(no_such("file or folder", path))


def _removed(root: str) -> list[str]:
    """The absolute paths of the files that are in the last commit and no longer in the index or on disk."""
    from reread.server import git

    both = (*git.gone(root, in_index=True, renamed=True), *git.gone(root, renamed=True))
    return [os.path.join(root, file.path) for file in both]


def with_staged_content(selection: Selection, changes: Mapping[str, ChangedFile], root: str) -> Selection:
    """The same files, with their content in git's index."""
    from reread.server import git

    objects = [changes[source.path].new_object for source in selection.sources]
    contents = zip(selection.sources, git.contents(root, objects), strict=True)
    return selection._replace(sources=tuple(source._replace(data=data) for source, data in contents))


def from_standard_input(name: str, workspace: Workspace) -> Selection:
    """The text on standard input, as the content of a file of that name, which need not exist."""
    absolute = os.path.abspath(name)
    return Selection((SourceFile(name, workspace.relative(absolute), absolute, sys.stdin.buffer.read()),))


def _folder(path: str, absolute: str, workspace: Workspace) -> Selection:
    from reread.rag.source.walk import walk

    settings = workspace.settings
    at_root = absolute == workspace.root
    listing = walk(absolute, exclude=settings.exclude if at_root else (), max_file_size=settings.max_file_size)

    def source(name: str) -> SourceFile:
        file = os.path.join(absolute, name)
        return SourceFile(os.path.normpath(os.path.join(path, name)), workspace.relative(file), file, below=name)

    sources = [source(file.path) for file in listing.files]
    names = (".semgrepignore",) if at_root else (".gitignore", ".rereadignore", ".semgrepignore")
    sources = _not_ignored(sources, workspace, names)
    skipped = tuple(
        FileReport(source(name).path, source(name).relative, skipped=reason)
        for name, reason in listing.skipped
        if language_of(name)
    )
    return Selection(tuple(sources), skipped)


def _not_ignored(sources: list[SourceFile], workspace: Workspace, names: tuple[str, ...]) -> list[SourceFile]:
    """Those that no ignore file above them and no `exclude` setting leaves out; both count from the workspace root."""
    from reread.rag.source.ignore import IgnoreFiles

    rules = IgnoreFiles(trusted.read_from(workspace.root), names, workspace.settings.exclude)
    inside = [source.relative for source in sources if not os.path.isabs(source.relative)]
    rules.read_above(inside)
    return [source for source in sources if os.path.isabs(source.relative) or not rules.ignores(source.relative)]
