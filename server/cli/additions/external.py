"""`--import` and the configured tools: merges their findings with Reread's."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reread.server import checking, trusted
from reread.server.checking import Job, SourceFile
from reread.server.cli import writing
from reread.server.cli.options import ExternalOptions
from reread.server.cli.scope import ScopedChange
from reread.server.cli.sources import Selection
from reread.server.cli.workspace import Workspace
from reread.server.exits import UsageError
from reread.server.report import rule_descriptions
from reread.server.report.report import FileReport
from reread.server.textfile import UnreadableFileError
from reread.server.trusted import Base

if TYPE_CHECKING:
    from reread.server.external.copying import Judged


def added(
    job: Job,
    workspace: Workspace,
    selection: Selection,
    reports: Sequence[FileReport],
    options: ExternalOptions,
    *,
    change: ScopedChange | None = None,
    everything: bool = False,
) -> tuple[list[FileReport], str]:
    """The reports with the findings of other tools, and which of them could not be asked, or "".

    With a change, findings on its lines are new. With `everything` an imported file speaks of all files of the
    workspace, else of those that were selected. Raises UsageError for a file that is no SARIF.
    """
    tools = () if options.no_external else workspace.settings.external
    if not options.imported and not tools:
        return list(reports), ""
    from reread.server.external import sarif
    from reread.server.external.joining import Grading
    from reread.server.external.reports import joined
    from reread.server.external.tools import ask_all, is_for, ready

    try:
        logs = [sarif.read(path, workspace.root) for path in options.imported]
    except sarif.SarifError as error:
        raise UsageError(str(error)) from error
    names = [source.relative for source in selection.sources]
    asked = ready(tools, workspace.root)
    base = trusted.base_of(workspace.root)
    refused = [tool.name for tool in asked if base is not None and not tool.runs_nothing]
    if base is not None:
        asked = [tool for tool in asked if tool.runs_nothing]
        sources = [each for each in selection.sources if is_for(asked, each.relative)]
        judged: Judged | None = _on_base(base, workspace.root, job, sources)
    else:
        judged = _judged(selection, change)
    outcomes = ask_all(asked, workspace.root, names, judged, workspace.settings.exclude)
    problems = [f"{name} was not asked: the change comes from a fork, whose files it could run" for name in refused]
    problems += [outcome.problem for outcome in outcomes if outcome.problem]
    for problem in problems:
        writing.say(problem)
    texts = _Texts(job, selection)
    changes = change.changes if change is not None else None
    found = joined(
        reports,
        [*logs, *(dict(outcome.results) for outcome in outcomes)],
        workspace.root,
        job.maximum_file_size,
        others=everything,
        text_of=texts.of,
        tags=lambda rule: _tags(job, rule),
        grading=Grading(dict(job.rules.severity), job.rules.ignore),
        is_new=lambda report, first, last: changes is None or changes[report.path].touches(first, last),
    )
    return found, "; ".join(problems)


def _judged(selection: Selection, change: ScopedChange | None) -> Judged | None:
    """What tools are to look at in a copy; None for the files on disk."""
    from reread.server import git
    from reread.server.external.copying import Judged

    if change is not None and change.in_index:
        return Judged(change.root)
    if change is not None and change.committed and git.uncommitted(change.root):
        return Judged(change.root, git.head(change.root))
    texts = {source.relative: source.data for source in selection.sources if source.data is not None}
    return Judged(texts=texts) if texts else None


def _on_base(base: Base, folder: str, job: Job, sources: Sequence[SourceFile]) -> Judged:
    """The base with these files of the change, so that the configuration of tools is that of the base."""
    from reread.server.external.copying import Judged

    below = os.path.relpath(os.path.realpath(folder), base.root)
    texts = {}
    for source in sources:
        with contextlib.suppress(UnreadableFileError):
            path = os.path.normpath(os.path.join(below, source.relative)).replace(os.sep, "/")
            texts[path] = checking.read(source, job.maximum_file_size).data
    return Judged(base.root, base.commit, texts)


class _Texts:
    """The texts that reports are about."""

    def __init__(self, job: Job, selection: Selection) -> None:
        self._job = job
        self._sources = {source.path: source for source in selection.sources}

    def of(self, report: FileReport) -> str | None:
        if report.text or report.path not in self._sources:
            return report.text or None
        try:
            return checking.read(self._sources[report.path], self._job.maximum_file_size).text
        except UnreadableFileError:
            return None


def _tags(job: Job, rule: str) -> tuple[str, ...]:
    known = (each for each in checking.rules(job.rules.paths, job.rules.enable).rules if each.id == rule)
    return next((description.tags for description in rule_descriptions.descriptions(known)), ())
