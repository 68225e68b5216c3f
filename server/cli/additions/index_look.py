"""Adds findings from the index on disk to those of rules; starts no worker, and writes and indexes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reread.analyzers import parts
from reread.analyzers.roles import role_of
from reread.analyzers.syntax import language_of
from reread.server import checking, git, index_rules, textfile
from reread.server.checking import Job
from reread.server.cli import scope, writing
from reread.server.cli.scope import ScopedChange
from reread.server.cli.workspace import Workspace
from reread.server.report.report import FileReport, LocatedFinding, locate
from reread.server.textfile import UnreadableFileError

if TYPE_CHECKING:
    from reread.analyzers.text import Document
    from reread.rag.findings.change import FileChange


def added(
    job: Job, workspace: Workspace, change: ScopedChange, reports: Sequence[FileReport], *, staged: bool
) -> list[FileReport]:
    """The reports with the findings from the index, where there is one; files that the change did not touch too."""
    from reread.rag.findings.look import has_index, look

    if not change.root or not job.rules.enable or not has_index(workspace.root):
        return list(reports)
    options = checking.options(job.rules)
    chosen = index_rules.chosen(options, whole_change=staged)
    files = _files(job, workspace, change, staged=staged)
    if not chosen or not files:
        return list(reports)
    from reread.rag.findings.change import WorkspaceChange
    from reread.server.index_findings import by_file

    together = _together(workspace, change) if staged else ()
    read = _reader(job, workspace, change.root, staged=staged)
    settings = workspace.settings
    made = WorkspaceChange(tuple(files), together)
    outcome = look(workspace.root, made, read, chosen, options.options, settings.exclude, settings.max_file_size)
    if outcome.problem:
        writing.say(f"no findings from the index: {outcome.problem}")
    texts = {file.path: file.new for file in files}
    found = by_file(
        outcome.findings, workspace.root, lambda path: texts[path] if path in texts else read(path), options
    )
    located = {path: (each.document, locate(each.document, each.findings)) for path, each in found.items()}
    merged = [
        _with(report, *located.pop(report.relative)) if report.relative in located else report for report in reports
    ]
    others = (
        FileReport(textfile.display(text.path), name, text=text.text, role=role_of(name, text.data))
        for name, (text, _) in located.items()
    )
    return [*merged, *(_with(report, *located[report.relative]) for report in others)]


def why_none(job: Job, workspace: Workspace, change: ScopedChange) -> str:
    """Why there can be no findings from the index about a change, with what to type; "" where there can, or where the
    index would have nothing to say of it either.
    """
    from reread.rag.findings.look import has_index

    if not change.root or not job.rules.enable or has_index(workspace.root):
        return ""
    rules = {rule.id: rule for rule in index_rules.rules()}
    wanted = {
        language
        for name in index_rules.chosen(checking.options(job.rules), whole_change=False)
        for language in rules[name].languages
    }
    if not any(language_of(source.path) in wanted for source in change.selection.sources):
        return ""
    what = "there is none yet; `reread index` builds it" if parts.is_installed("index") else parts.request("index")
    return f"code elsewhere that the change breaks was not looked for in the index: {what}"


def _with(report: FileReport, document: Document, findings: Sequence[LocatedFinding]) -> FileReport:
    both = sorted((*report.findings, *findings), key=lambda located: located.finding.span)
    return report._replace(findings=tuple(both), text=document.text)


def _files(job: Job, workspace: Workspace, change: ScopedChange, *, staged: bool) -> list[FileChange]:
    """The files of the change with their texts before and after, those that it deletes among them."""
    from reread.rag.findings.change import FileChange

    before = change.base_data(change.selection.sources)
    limit = job.maximum_file_size
    files = []
    for source in change.selection.sources:
        if os.path.isabs(source.relative):
            continue
        try:
            new = checking.read(source, limit).text
        except UnreadableFileError:
            continue
        data = before.get(source.path)
        old = None if data is None else scope.decoded(source, data, limit)
        files.append(FileChange(source.relative, old, new, language_of(source.path)))
    known = {file.path for file in files}
    for path, data in git.removed(change.root, staged=staged):
        relative = workspace.relative(os.path.join(change.root, path))
        if relative not in known and not os.path.isabs(relative):
            text = _text(data, path, limit)
            files += [FileChange(relative, text, None, language_of(path))] if text is not None else []
    return files


def _reader(job: Job, workspace: Workspace, root: str, *, staged: bool) -> Callable[[str], str | None]:
    """The texts of files that the change leaves alone: as they are staged, or as they are on disk."""
    elsewhere = git.not_staged(root) if staged else frozenset()

    def read(path: str) -> str | None:
        absolute = os.path.join(workspace.root, *path.split("/"))
        name = os.path.relpath(absolute, root).replace(os.sep, "/")
        try:
            if name in elsewhere:
                data = git.in_index(absolute)
                return textfile.decode(data, path, job.maximum_file_size).text if data is not None else None
            return textfile.read(absolute, job.maximum_file_size, workspace.root).text
        except (UnreadableFileError, git.GitError):
            return None

    return read


def _together(workspace: Workspace, change: ScopedChange) -> tuple[frozenset[str], ...]:
    """The paths, from the workspace folder, of the commits that touched the files of the change."""
    names = [file.path for file in change.changes.values()]
    return tuple(
        frozenset(workspace.relative(os.path.join(change.root, name)) for name in commit)
        for commit in git.together(change.root, names)
    )


def _text(data: bytes, path: str, limit: int) -> str | None:
    try:
        return textfile.decode(data, path, limit).text
    except UnreadableFileError:
        return None
