"""`--import` and the configured tools: merges their findings with Reread's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reread.server import checking
from reread.server.checking import Job
from reread.server.cli import writing
from reread.server.cli.options import ExternalOptions
from reread.server.cli.scope import ScopedChange
from reread.server.cli.sources import Selection
from reread.server.cli.workspace import Workspace
from reread.server.exits import UsageError
from reread.server.report.report import FileReport
from reread.server.textfile import UnreadableFileError

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
    from reread.server.external.tools import ask_all, ready

    try:
        logs = [sarif.read(path, workspace.root) for path in options.imported]
    except sarif.SarifError as error:
        raise UsageError(str(error)) from error
    names = [source.relative for source in selection.sources]
    judged, exclude = _judged(selection, change), workspace.settings.exclude
    outcomes = ask_all(ready(tools, workspace.root), workspace.root, names, judged, exclude)
    problems = [outcome.problem for outcome in outcomes if outcome.problem]
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
    return next((description.tags for description in checking.descriptions(known)), ())
